// Contrast as WCAG counts it, and enough of it between the colours of our own pages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Colour,
  type Colours,
  contrast,
  GROUNDS,
  isColour,
  LEAST_CONTRAST,
  palette,
  SCHEMES,
} from '../../../src/core/kernel/colours.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number): Colour => `#${number.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it('is 21 between black and white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  })

  it.each([
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#949494', '#ffffff', 3.03],
    ['#595959', '#ffffff', 7],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#00ff00', '#ffffff', 1.37],
    ['#ff0000', '#0000ff', 2.15],
  ] as const)('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  })

  it('is the same in both directions, from 1 to 21, and 1 for a colour and itself', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one))
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1)
        expect(contrast(one, other)).toBeLessThanOrEqual(21)
        expect(contrast(one, one)).toBe(1)
      }),
    )
  })
})

describe('a colour', () => {
  it('is six hexadecimal digits in lower case', () => {
    fc.assert(fc.property(colour, isColour))
    for (const text of ['#fff', '#0B4F8A', 'blue', '#0b4f8a;}', '#0b4f8', '', '#0b4f8a\n']) {
      expect([text, isColour(text)]).toEqual([text, false])
    }
  })
})

describe.each(SCHEMES)('in %s, the colours of our pages', (scheme) => {
  const colours: Colours = palette[scheme]

  it.each(['ink', 'line', 'accent', 'bad'] as const)('show %s well on every ground', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(colours[name], colours[ground])).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    }
  })

  it('are colours', () => {
    expect(Object.values(colours).filter((one) => !isColour(one))).toEqual([])
  })
})
