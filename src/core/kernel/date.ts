// Calendar days: read as browsers send them or as people type them, shown as the language writes them.

import { wordsFor } from '../words/index.ts'
import type { Locale } from './text.ts'

const pad = (part: string): string => part.padStart(2, '0')

// Browsers send year 0026 where somebody types 26.
const EARLIEST = '1900-01-01'

/** Reads `2026-11-23`, or day first as Indonesians write it (`23/11/2026`, `23-11-2026`, `23.11.2026`); null otherwise. */
export function readDate(typed: string): string | null {
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  const [, d2, m2, y2] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  const iso = `${y ?? y2}-${pad(m ?? m2 ?? '')}-${pad(d ?? d2 ?? '')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  // 31 February parses, as 3 March: only what reads back the same is a day.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso
  return isDay && iso >= EARLIEST ? iso : null
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format, kept once it is made: making one takes a hundred times as long as using it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

/** `23 November 2026`. */
export const showDate = (iso: string, locale: Locale): string =>
  dateFormat(wordsFor(locale).writing.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )

/** The calendar day of a moment (ms UTC) in a time zone, as ISO 8601. */
export const dayOf = (moment: number, timeZone: string): string =>
  dateFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(moment))

/** The day of a moment (ms UTC) in UTC, as ISO 8601: by it everything is counted that is counted by the day. */
export const utcDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
