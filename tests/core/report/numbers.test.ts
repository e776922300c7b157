// Numbers and moments stand as people of the language write them.
import { describe, expect, test } from 'vitest'
import { fraction } from '../../../src/core/instrument/fraction.ts'
import { showMoment } from '../../../src/core/kernel/moment.ts'
import { barOf, showPart, showScore } from '../../../src/core/report/numbers.ts'

describe('a score', () => {
  test('has two decimals, after a comma in Indonesian and a point in English', () => {
    expect(showScore('49/20', 'id')).toBe('2,45')
    expect(showScore('49/20', 'en')).toBe('2.45')
    expect(showScore('4/1', 'id')).toBe('4,00')
  })

  test('is rounded half up from the exact number', () => {
    expect(showScore('201/200', 'id')).toBe('1,01')
    expect(showScore('15/8', 'en')).toBe('1.88')
  })

  test('shows a whole part as the level it is', () => {
    expect(showPart('2/1', 'id')).toBe('2')
    expect(showPart('3/2', 'id')).toBe('1,50')
  })
})

describe('a bar', () => {
  test('has a cell for each level, half full from the exact half on', () => {
    expect(barOf(fraction(149n, 100n), 4)).toEqual(['full', 'empty', 'empty', 'empty'])
    expect(barOf(fraction(3n, 2n), 4)).toEqual(['full', 'half', 'empty', 'empty'])
    expect(barOf(fraction(4n), 4)).toEqual(['full', 'full', 'full', 'full'])
  })

  test('is empty where there is no score', () => {
    expect(barOf(null, 3)).toEqual(['empty', 'empty', 'empty'])
  })
})

describe('a moment', () => {
  const noon = Date.UTC(2026, 7, 5, 5, 7)

  test('stands in the network’s zone under the name people use', () => {
    const shown = (timeZone: string) => showMoment(noon, timeZone, 'id')
    expect(shown('Asia/Jakarta')).toBe('5 Agustus 2026 pukul 12.07 WIB')
    expect(shown('Asia/Makassar')).toBe('5 Agustus 2026 pukul 13.07 WITA')
    expect(shown('Asia/Jayapura')).toBe('5 Agustus 2026 pukul 14.07 WIT')
  })

  test('is written as the language does', () => {
    expect(showMoment(noon, 'Asia/Jakarta', 'en')).toBe('5 August 2026 at 12:07 WIB')
  })

  test('just after midnight is 00, on the new day', () => {
    expect(showMoment(Date.UTC(2026, 7, 4, 17, 5), 'Asia/Jakarta', 'id')).toBe(
      '5 Agustus 2026 pukul 00.05 WIB',
    )
  })

  test('in another zone names that zone', () => {
    expect(showMoment(noon, 'UTC', 'en')).toBe('5 August 2026 at 05:07 UTC')
  })
})
