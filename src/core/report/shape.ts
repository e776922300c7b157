// What an organisation is told, as data, before any page or mail. Every string is in the report's language.
import type { Locale } from '../kernel/text.ts'

/** The cells of a bar, lowest level first, one for each level above zero: a whole, half or empty cell. */
export type Bar = readonly ('full' | 'half' | 'empty')[]

/** `given`: there is a note. `missing`: the level needs evidence and has none; the lowest level needs none. */
export type EvidenceState = 'given' | 'missing'

/** One item as the organisation placed itself. */
export interface ReportItem {
  readonly id: string
  readonly name: string
  /** The level chosen, or null where the item was not answered. */
  readonly level: number | null
  /** The level in words, e.g. `level 2 dari 4`. */
  readonly placed: string
  /** What the chosen level says; empty where there is none. */
  readonly description: string
  readonly bar: Bar
  /** Null where there is nothing to say: the item was not answered, or its level needs none and none was given. */
  readonly evidence: EvidenceState | null
  /** Typed by the sender: for the page behind the report's link only, never for a mail. */
  readonly note: string
}

/** A score for people: two decimals, half up from the exact number, as the language writes them. */
export interface ReportScore {
  /** E.g. `1,50`, or null where there is no score. */
  readonly display: string | null
  readonly bar: Bar
}

export interface ReportSubdomain {
  readonly id: string
  readonly name: string
  readonly score: ReportScore
  /** Usually one, named like the subdomain. */
  readonly items: readonly ReportItem[]
}

export interface ReportDomain {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly score: ReportScore
  readonly subdomains: readonly ReportSubdomain[]
}

/** What to work on, and how. */
export interface Priority {
  readonly subdomain: string
  readonly name: string
  readonly level: number
  readonly nextSteps: readonly string[]
}

/** The report on one assessment. */
export interface Report {
  readonly locale: Locale
  readonly title: string
  /** At most 25 words: index, band, where it is strong, what comes next. */
  readonly sentence: string
  /** As the sender typed it; a mail shows it only through `nameForMail`. */
  readonly organisation: string
  /** For the eye, e.g. `KX4-RT7-WN5`. */
  readonly reference: string
  readonly district: string
  readonly network: string
  readonly round: string
  /** Whether the round is for practice, so that the report stands for nothing. */
  readonly practice: boolean
  /** The period assessed in words, where the round names one. */
  readonly period: string | null
  /** Date, time and zone, e.g. `24 November 2026 pukul 15.04 WIB`. */
  readonly sentAt: string
  /** That this report replaces an earlier one; null where it is the first. */
  readonly correction: string | null
  /** Whose view the scores are, e.g. the organisation's own. */
  readonly basis: string
  readonly formTitle: string
  readonly instrument: string
  readonly attribution: string
  /** The highest level of the scale, as text. */
  readonly highest: string
  readonly index: ReportScore
  /** Null where there is no index. */
  readonly band: {
    readonly id: string
    readonly name: string
    readonly summary: string
    readonly focus: string
  } | null
  readonly domains: readonly ReportDomain[]
  readonly strengths: { readonly text: string; readonly names: readonly string[] }
  readonly priorities: {
    readonly text: string
    readonly proposed: readonly Priority[]
    /** Names those as low as the last proposed one that are not proposed; null where there are none. */
    readonly tied: string | null
  }
  readonly evidence: {
    readonly text: string
    /** The names of the items whose level needs evidence and has none. */
    readonly missing: readonly string[]
  }
  readonly computation: readonly Computed[]
}

/** A step of the computation: the rule in words, and where it was applied the numbers. */
export interface Computed {
  readonly rule: string
  readonly numbers: readonly string[]
}
