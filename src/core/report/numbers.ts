// Numbers and bars for people, from exact scores.
import { compare, type Fraction, fraction, parseFraction, toDecimal } from '../instrument/fraction.ts'
import type { Exact } from '../instrument/scores.ts'
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'
import type { Bar, ReportScore } from './shape.ts'

/** Two decimals, rounded half up from the exact number, as the language writes them: `2,45` or `2.45`. */
export function showScore(score: Exact, locale: Locale): string {
  const decimal = toDecimal(parseFraction(score), 2)
  return decimal.replace('.', wordsFor(locale).writing.decimal)
}

/** As `showScore`, but a whole number without decimals, the way a level is written. */
export const showPart = (score: Exact, locale: Locale): string =>
  score.endsWith('/1') ? score.slice(0, -2) : showScore(score, locale)

/** One cell for each level from 1 to `highest`; a cell is half full from the exact half on. */
export function barOf(value: Fraction | null, highest: number): Bar {
  return Array.from({ length: highest }, (_, below) => {
    if (value === null) return 'empty'
    if (compare(value, fraction(BigInt(below + 1))) >= 0) return 'full'
    return compare(value, fraction(BigInt(2 * below + 1), 2n)) >= 0 ? 'half' : 'empty'
  })
}

/** A score with its bar. */
export const reportScore = (score: Exact | null, highest: number, locale: Locale): ReportScore => ({
  display: score === null ? null : showScore(score, locale),
  bar: barOf(score === null ? null : parseFraction(score), highest),
})
