// The one sentence that says it all, short enough to be read out.
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'

const LONGEST = 25

/** What the sentence is made from; names are in the reader's language. */
export interface SentenceFacts {
  /** Index and band as shown; null where there is no index, or no band. */
  readonly index: string | null
  readonly band: string | null
  readonly items: number
  readonly unanswered: number
  readonly highest: string
  /** The level all subdomains share, or null where they differ. */
  readonly shared: string | null
  readonly strengths: readonly string[]
  readonly priorities: readonly string[]
}

/** How many words a text has, as a person counts them. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Names in a row: `A`, `A dan B`, `A, B, dan C`; beyond `most` names the rest are counted: `A, B, dan 3 lainnya`. */
export function listNames(names: readonly string[], locale: Locale, most = names.length): string {
  const { two, many, more } = wordsFor(locale).report.list
  const cut = names.length > most ? Math.max(1, most - 1) : names.length
  const shown = names.slice(0, cut)
  if (cut < names.length) shown.push(more(String(names.length - cut)))
  const last = shown.pop() ?? ''
  if (shown.length === 0) return last
  return shown.length === 1 ? two(shown.join(), last) : many(shown.join(', '), last)
}

// How many strengths and priorities are named, the fullest first.
const fullness = [
  [3, 3],
  [2, 3],
  [1, 3],
  [1, 2],
  [1, 1],
] as const

/** Index, band, where the organisation is strong and what comes next, in at most 25 words. */
export function sentence(facts: SentenceFacts, locale: Locale): string {
  const words = wordsFor(locale).report.sentence
  const { index, band, items, unanswered, highest, shared, strengths, priorities } = facts
  if (index === null) return words.incomplete(String(unanswered), String(items))

  const opening = band === null ? words.bare(index, highest) : words.index(index, highest, band)
  const variants = fullness.map(([strong, next]) => {
    const after = listNames(priorities, locale, next)
    if (priorities.length === 0) return words.top(highest)
    if (shared !== null) return words.equal(shared, after)
    if (strengths.length === 0) return words.next(after)
    return words.strongAndNext(listNames(strengths, locale, strong), after)
  })
  const closing =
    variants.find((variant) => countWords(`${opening} ${variant}`) <= LONGEST) ?? variants.at(-1)
  return `${opening} ${closing}`
}
