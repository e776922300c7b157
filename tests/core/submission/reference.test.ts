// References: short codes that survive a telephone call and a handwritten note.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReference, spellReference } from '../../../src/core/submission/reference.ts'
import { foreseen } from '../outside.ts'

/** For every byte there is, the reference made of that byte alone. */
const ofEveryByte = Array.from({ length: 256 }, (_, byte) => newReference(foreseen(byte)))

/** What can stand at a place, each with the number of bytes that lead to it. */
function countsAt(place: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const reference of ofEveryByte) {
    const char = reference[place] ?? ''
    counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  return counts
}

const places = [0, 1, 2, 4, 5, 6, 8, 9, 10]

describe('a reference', () => {
  it('is three groups of two letters and a digit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 11, maxLength: 11 }), (bytes) => {
        expect(newReference(foreseen(...bytes))).toMatch(/^[A-Z]{2}[0-9]-[A-Z]{2}[0-9]-[A-Z]{2}[0-9]$/)
      }),
    )
  })

  it.each(places)('has every character of its place %i equally often', (place) => {
    const counts = countsAt(place)
    expect(counts.size).toBe([2, 6, 10].includes(place) ? 8 : 16)
    expect(new Set(counts.values())).toEqual(new Set([256 / counts.size]))
  })

  it('has no vowels, so that no word comes about', () => {
    expect(ofEveryByte.join('')).not.toMatch(/[AEIOU]/)
  })

  it('has neither 0 nor 1, which read as O and I', () => {
    expect(ofEveryByte.join('')).not.toMatch(/[01]/)
  })

  it.each(['0OQD', '1IL', '2Z', '5S', '8B', 'UV', 'MN', 'CG', 'VY'])(
    'never has to be told apart by one of the look-alikes %s',
    (alike) => {
      for (const place of places)
        expect(Array.from(alike).filter((char) => countsAt(place).has(char)).length).toBeLessThanOrEqual(1)
    },
  )

  it('hangs on every byte it is given', () => {
    const zeros = newReference(foreseen(0))
    for (const place of places) {
      const bytes = Array.from({ length: 11 }, (_, i) => (i === place ? 1 : 0))
      expect(newReference(foreseen(...bytes))).not.toBe(zeros)
    }
  })

  it('is spelled character by character, with a pause after each group', () => {
    expect(spellReference('KX4-RT7-WN5')).toBe('K X 4, R T 7, W N 5')
  })
})
