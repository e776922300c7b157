// Exact numbers: what is equal compares as equal, and a half is rounded up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  exact,
  fraction,
  mean,
  parseFraction,
  toDecimal,
  toNumber,
} from '../../../src/core/instrument/fraction.ts'

const anyFraction = fc
  .record({
    numerator: fc.bigInt({ min: 0n, max: 10_000n }),
    denominator: fc.bigInt({ min: 1n, max: 10_000n }),
  })
  .map(({ numerator, denominator }) => fraction(numerator, denominator))

describe('an exact number', () => {
  test('is read from a decimal, a fraction or a whole number', () => {
    expect(['1.5', '3/2', '6/4'].map((text) => exact(parseFraction(text)))).toEqual(['3/2', '3/2', '3/2'])
    expect(exact(parseFraction('2'))).toBe('2/1')
    expect(exact(parseFraction('0.10'))).toBe('1/10')
  })

  test('is not read from anything else', () => {
    for (const text of ['', '1,5', '-1', '1.', '.5', '1/0', '1/2/3', '1e3', ' 1', 'x'])
      expect(() => parseFraction(text), text).toThrow()
  })

  test('is stored in lowest terms and read back the same', () => {
    fc.assert(
      fc.property(anyFraction, (number) => {
        expect(parseFraction(exact(number))).toEqual(number)
      }),
    )
  })

  test('compares without drift where floating numbers differ', () => {
    const tenths = mean(['0.1', '0.1', '0.1'].map(parseFraction))
    expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1)
    expect(tenths && compare(tenths, parseFraction('0.1'))).toBe(0)
  })

  test('compares as numbers do', () => {
    expect(compare(fraction(1n, 3n), fraction(1n, 2n))).toBeLessThan(0)
    expect(compare(fraction(7n, 2n), fraction(10n, 3n))).toBeGreaterThan(0)
  })

  test('the mean of nothing is nothing', () => {
    expect(mean([])).toBeNull()
  })

  test('as a JavaScript number it is the nearest one', () => {
    expect(toNumber(fraction(13n, 7n))).toBe(13 / 7)
  })
})

describe('a rounded number', () => {
  test('is rounded half up from the exact number', () => {
    expect(toDecimal(fraction(1005n, 1000n), 2)).toBe('1.01')
    expect((1.005).toFixed(2)).toBe('1.00')
    expect(toDecimal(fraction(1499n, 1000n), 2)).toBe('1.50')
    expect(toDecimal(fraction(13n, 7n), 2)).toBe('1.86')
    expect(toDecimal(fraction(1n, 100n), 2)).toBe('0.01')
    expect(toDecimal(fraction(5n, 2n), 0)).toBe('3')
  })

  test('is never further away than half its last place', () => {
    fc.assert(
      fc.property(anyFraction, (number) => {
        const shown = parseFraction(toDecimal(number, 2))
        const apart =
          shown.numerator * number.denominator * 200n - number.numerator * shown.denominator * 200n
        const halfPlace = number.denominator * shown.denominator
        expect(apart <= halfPlace && apart > -halfPlace).toBe(true)
      }),
    )
  })
})
