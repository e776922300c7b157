// Limits on the binding as wrangler.toml declares it, and on one that fails.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { PERIODS } from '../../src/actions/limit.ts'
import { type Bindings, bindingLimits } from '../../src/platform/limits.ts'
import { allBoundTo, kinds, limitOf, periodOf } from '../support/inside/limits.ts'

const bound: Bindings = {
  pages: env.PAGES,
  posts: env.POSTS,
  sends: env.SENDS,
  drafts: env.DRAFTS,
  mails: env.MAILS,
  signIns: env.SIGN_INS,
}

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
    for (const kind of kinds.filter((kind) => kind !== 'sends'))
      expect([kind, await limits.isWithin(kind, address)]).toEqual([kind, true])
  })

  it('has room again after as many seconds as people are told', () => {
    expect(Object.fromEntries(kinds.map((kind) => [kind, periodOf(kind) / 1000]))).toEqual(PERIODS)
  })
})

describe('a binding that fails', () => {
  const failing = (limit: RateLimit['limit']) => bindingLimits(allBoundTo(limit), 1)

  it('is told by an error', () =>
    expect(failing(() => Promise.reject(new Error('down'))).isWithin('sends', 'a')).rejects.toThrow('down'))
  it('is not waited for', () =>
    expect(failing(() => new Promise(() => {})).isWithin('pages', 'a')).rejects.toThrow('no answer in time'))
})
