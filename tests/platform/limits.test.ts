// Limits on the binding as wrangler.toml declares it, and on one that fails.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { bindingLimits } from '../../src/platform/limits.ts'
import { limitOf } from '../support/inside/limits.ts'

const bound = { sends: env.SENDS, pages: env.PAGES }

describe('the binding', () => {
  it('lets as many through as wrangler.toml says, of each address for itself', async () => {
    const limits = bindingLimits(bound, 60_000)
    const most = limitOf('sends')
    const address = crypto.randomUUID()
    const asked = (count: number) =>
      Promise.all(Array.from({ length: count }, () => limits.isWithin('sends', address)))
    expect(await asked(most)).not.toContain(false)
    // A new window of ten seconds may have begun meanwhile, but hardly a third one.
    expect(await asked(most + 1)).toContain(false)
    expect(await limits.isWithin('sends', crypto.randomUUID())).toBe(true)
    expect(await limits.isWithin('pages', address)).toBe(true)
  })
})

describe('a binding that fails', () => {
  const failing = (limit: RateLimit['limit']) => bindingLimits({ sends: { limit }, pages: { limit } }, 1)

  it('is told by an error', () =>
    expect(failing(() => Promise.reject(new Error('down'))).isWithin('sends', 'a')).rejects.toThrow('down'))
  it('is not waited for', () =>
    expect(failing(() => new Promise(() => {})).isWithin('pages', 'a')).rejects.toThrow('no answer in time'))
})
