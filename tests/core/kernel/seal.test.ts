// Sealed text: only the keys of the ring open it, and only unchanged.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../../../src/core/kernel/seal.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { wellFormed } from '../anything.ts'
import { fresh, keys } from '../outside.ts'

const ring = readSecrets(keys('a'))
const random = fresh()
const text = 'Catatan tentang kesehatan Siti Contoh'

describe('a sealed text', () => {
  it('opens again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (any) => {
        expect(await unseal(ring, await seal(ring, random, any))).toBe(any)
      }),
      { examples: [[''], ['\ufeffa'], ['\0'], ['🙂']] },
    )
  })

  it('opens again even where it is as long as the longest form that can be sent', async () => {
    const long = 'é'.repeat(128 * 1024)
    const opened = await unseal(ring, await seal(ring, random, long))
    expect(opened === long).toBe(true)
  })

  it('looks different each time, so that equal answers do not show', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal(ring, random, text)))
    expect(new Set(sealed).size).toBe(20)
    expect(new Set(sealed.map((one) => one.slice(1, 17))).size).toBe(20)
  })

  it('does not hold its words', async () => {
    const sealed = await seal(ring, random, text)
    expect(atob(sealed.slice(1).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('Siti')
  })

  it('names the key that sealed it', async () => {
    expect(await seal(readSecrets(keys('b', 'a')), random, text)).toMatch(/^b/)
  })

  it('opens with an older key of the ring', async () => {
    const sealed = await seal(ring, random, text)
    expect(await unseal(readSecrets(keys('b', 'a')), sealed)).toBe(text)
  })

  it('does not open once its key has left the ring', async () => {
    const sealed = await seal(ring, random, text)
    await expect(unseal(readSecrets(keys('b')), sealed)).rejects.toThrow('not in the ring')
  })

  it('does not open with another key, neither of the same name nor named instead', async () => {
    const sealed = await seal(ring, random, text)
    await expect(unseal(readSecrets(keys('b').replace('b:', 'a:')), sealed)).rejects.toThrow()
    await expect(unseal(readSecrets(keys('b', 'a')), `b${sealed.slice(1)}`)).rejects.toThrow()
  })

  it('does not open once a character was changed, whichever it is', async () => {
    const sealed = await seal(ring, random, text)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 2 }),
        fc.constantFrom(...'ABab09-_. é'),
        async (at, char) => {
          fc.pre(sealed[at] !== char)
          await expect(unseal(ring, sealed.slice(0, at) + char + sealed.slice(at + 1))).rejects.toThrow()
        },
      ),
    )
  })

  it('does not open once it was cut', async () => {
    const sealed = await seal(ring, random, text)
    for (const length of [0, 1, 2, 5, 17, 30, sealed.length - 4])
      await expect(unseal(ring, sealed.slice(0, length)), `${length} characters`).rejects.toThrow()
  })
})
