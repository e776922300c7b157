// Finds the dictionary of a language.
import type { Locale } from '../kernel/text.ts'
import { en } from './en.ts'
import { id, type Words } from './id.ts'

const dictionaries: Readonly<Record<Locale, Words>> = { id, en }

/** The words of one language. */
export const wordsFor = (locale: Locale): Words => dictionaries[locale]

export type { Words }
