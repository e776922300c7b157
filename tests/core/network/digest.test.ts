// When the morning's digest is due in each zone of Indonesia, and when administrators are told of trouble.
import { describe, expect, it } from 'vitest'
import { alertOf, dayNumber, digestDay } from '../../../src/core/network/digest.ts'

const at = (iso: string) => Date.parse(iso)

describe('the digest of a day', () => {
  it.each([
    ['Asia/Jakarta', '2026-11-24T08:00:00+07:00'],
    ['Asia/Pontianak', '2026-11-24T08:00:00+07:00'],
    ['Asia/Makassar', '2026-11-24T08:00:00+08:00'],
    ['Asia/Jayapura', '2026-11-24T08:00:00+09:00'],
  ])('is due in %s from 08:00 there on, until midnight', (zone, eight) => {
    expect(digestDay(at(eight) - 1, zone)).toBeNull()
    expect(digestDay(at(eight), zone)).toBe('2026-11-24')
    expect(digestDay(at(eight) + 15 * 3_600_000, zone)).toBe('2026-11-24')
    expect(digestDay(at(eight) + 16 * 3_600_000, zone)).toBeNull()
  })

  it('has a number of its own', () => {
    expect(dayNumber('2026-11-25') - dayNumber('2026-11-24')).toBe(1)
    expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1)
  })
})

describe('trouble', () => {
  const HOUR = 3_600_000

  it('is told at once, and not again for a day while it lasts', () => {
    expect(alertOf(true, null, 0)).toBe('tell')
    expect(alertOf(true, 0, 24 * HOUR - 1)).toBeNull()
    expect(alertOf(true, 0, 24 * HOUR)).toBe('tell')
  })

  it('is forgotten once all is well, so that what comes next is told at once', () => {
    expect(alertOf(false, 5, 6)).toBe('clear')
    expect(alertOf(false, null, 6)).toBeNull()
  })
})
