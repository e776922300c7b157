// Sealed text: only the keys of the ring open it, only unchanged, and only where it was sealed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BrokenSeal, type SealPlace, seal, unseal } from '../../../src/core/kernel/seal.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { wellFormed } from '../anything.ts'
import { fresh, keys } from '../outside.ts'
import { sealedBefore } from '../sealed-before.ts'

const ring = readSecrets(keys('a'))
const random = fresh()
const text = 'Catatan tentang kesehatan Siti Contoh'
const place: SealPlace = { field: 'notes.sealed', row: '1' }

/** Rings of any length and with any names, the first of which seals. */
const anyRing = fc
  .uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 1, maxLength: 5 })
  .map((names) => readSecrets(keys(...names)))
const anyPlace = fc.record({ field: wellFormed, row: wellFormed })

describe('a sealed text', () => {
  it('opens again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (any) => {
        expect(await unseal(ring, place, await seal(ring, random, place, any))).toBe(any)
      }),
      { examples: [[''], ['\ufeffa'], ['\0'], ['🙂']] },
    )
  })

  it('opens again even where it is as long as the longest form that can be sent', async () => {
    const long = 'é'.repeat(128 * 1024)
    const opened = await unseal(ring, place, await seal(ring, random, place, long))
    expect(opened === long).toBe(true)
  })

  it('looks different each time, so that equal answers do not show', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal(ring, random, place, text)))
    expect(new Set(sealed).size).toBe(20)
    expect(new Set(sealed.map((one) => one.slice(2, 18))).size).toBe(20)
  })

  it('does not hold its words', async () => {
    const sealed = await seal(ring, random, place, text)
    expect(atob(sealed.slice(2).replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('Siti')
  })

  it('names its version and the key that sealed it', async () => {
    expect(await seal(readSecrets(keys('b', 'a')), random, place, text)).toMatch(/^Bb/)
  })

  it('opens with an older key of the ring', async () => {
    const sealed = await seal(ring, random, place, text)
    expect(await unseal(readSecrets(keys('b', 'a')), place, sealed)).toBe(text)
  })

  it('does not open once its key has left the ring', async () => {
    const sealed = await seal(ring, random, place, text)
    await expect(unseal(readSecrets(keys('b')), place, sealed)).rejects.toThrow('not in the ring')
  })

  it('does not open with another key, neither of the same name nor named instead', async () => {
    const sealed = await seal(ring, random, place, text)
    await expect(unseal(readSecrets(keys('b').replace('b:', 'a:')), place, sealed)).rejects.toThrow(
      BrokenSeal,
    )
    await expect(unseal(readSecrets(keys('b', 'a')), place, `Bb${sealed.slice(2)}`)).rejects.toThrow(
      BrokenSeal,
    )
  })

  it('does not open once a character was changed, whichever it is', async () => {
    const sealed = await seal(ring, random, place, text)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 2 }),
        fc.constantFrom(...'ABab09-_. é'),
        async (at, char) => {
          fc.pre(sealed[at] !== char)
          await expect(
            unseal(ring, place, sealed.slice(0, at) + char + sealed.slice(at + 1)),
          ).rejects.toThrow(BrokenSeal)
        },
      ),
    )
  })

  it('does not open once it was cut', async () => {
    const sealed = await seal(ring, random, place, text)
    for (const length of [0, 1, 2, 5, 17, 30, sealed.length - 4])
      await expect(unseal(ring, place, sealed.slice(0, length)), `${length} characters`).rejects.toThrow(
        BrokenSeal,
      )
  })

  it('opens at its own place and at no other, whatever is there', async () => {
    await fc.assert(
      fc.asyncProperty(anyRing, anyPlace, anyPlace, wellFormed, async (secrets, own, other, any) => {
        const sealed = await seal(secrets, random, own, any)
        expect(await unseal(secrets, own, sealed)).toBe(any)
        for (const wrong of [other, { ...own, row: other.row }, { ...own, field: other.field }]) {
          if (wrong.field === own.field && wrong.row === own.row) continue
          await expect(unseal(secrets, wrong, sealed)).rejects.toThrow(BrokenSeal)
        }
      }),
      // Said as one text, these two would be the same place.
      {
        examples: [
          [ring, { field: 'a.b', row: 'c' }, { field: 'a', row: '.bc' }, text],
          [ring, { field: 'a","b', row: 'c' }, { field: 'a', row: 'b","c' }, text],
        ],
      },
    )
  })

  it('tells by its error where it stands and why it does not open, and nothing of what it holds', async () => {
    const sealed = await seal(ring, random, place, text)
    const why = (opened: Promise<string>) => opened.then(String, ({ message, fault }) => [message, fault])
    expect(await why(unseal(readSecrets(keys('b')), place, sealed))).toEqual([
      'notes.sealed of 1 does not open: its key is not in the ring',
      'key',
    ])
    expect(await why(unseal(ring, { ...place, row: '2' }, sealed))).toEqual([
      'notes.sealed of 2 does not open: it is not what was sealed there',
      'text',
    ])
  })
})

describe('a text that an older release sealed', () => {
  it('opens as before, wherever it stands, and is never taken for one of today, nor one of today for it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRing, anyPlace, wellFormed, async (secrets, where, any) => {
        const before = await sealedBefore(secrets, random, any)
        const today = await seal(secrets, random, where, any)
        expect(await unseal(secrets, where, before)).toBe(any)
        // By the first character alone, which no key can change.
        expect([/^[a-z0-9]/.test(before), /^[a-z0-9]/.test(today)]).toEqual([true, false])
        // Without its version it is no text of before, and with one that is no text of today.
        for (const forged of [today.slice(1), `B${before}`])
          await expect(unseal(secrets, where, forged)).rejects.toThrow(BrokenSeal)
      }),
    )
  })

  it('opens with an older key of the ring, and not without', async () => {
    const before = await sealedBefore(ring, random, text)
    expect(await unseal(readSecrets(keys('b', 'a')), place, before)).toBe(text)
    await expect(unseal(readSecrets(keys('b')), place, before)).rejects.toThrow('not in the ring')
  })
})
