// What would not hold in a form, and the small checks that all parts of the contract share.
import { LOCALES, type Text, type Texts } from '../kernel/text.ts'

/** Something in a form that would not hold, and where, e.g. `questions.email.required`. */
export interface Fault {
  readonly place: string
  readonly reason: string
}

export type Faults = Iterable<Fault>

const ID = /^[a-z][a-z0-9_]*$/
/** Forms and instruments are named in addresses and files, where a hyphen reads better. */
export const HYPHENATED_ID = /^[a-z][a-z0-9_-]*$/

export const isWhole = (value: number, least: number): boolean =>
  Number.isSafeInteger(value) && value >= least

export function* checkId(place: string, id: string, pattern = ID): Faults {
  if (!pattern.test(id)) yield { place, reason: `the id "${id}" does not match ${pattern.source}` }
}

export function* checkWhole(place: string, value: number): Faults {
  if (!isWhole(value, 1)) yield { place, reason: `${value} is not a whole number from 1` }
}

export function* checkFilled(place: string, text: string): Faults {
  if (!text.trim()) yield { place, reason: 'is empty' }
}

export function* checkUnique(place: string, values: readonly string[]): Faults {
  for (const [index, value] of values.entries())
    if (values.indexOf(value) < index) yield { place, reason: `"${value}" is used twice` }
}

export function* checkText(place: string, text: Text | undefined): Faults {
  if (text) for (const locale of LOCALES) yield* checkFilled(`${place}.${locale}`, text[locale])
}

export function* checkTexts(place: string, texts: Texts): Faults {
  for (const locale of LOCALES) {
    if (texts[locale].length === 0) yield { place: `${place}.${locale}`, reason: 'is empty' }
    for (const [index, line] of texts[locale].entries())
      yield* checkFilled(`${place}.${locale}.${index}`, line)
  }
  if (new Set(LOCALES.map((locale) => texts[locale].length)).size > 1)
    yield { place, reason: 'does not have the same number of entries in every language' }
}
