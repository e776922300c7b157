// Moments for people, in the time zone of a district or of its network.

import { wordsFor } from '../words/index.ts'
import { dateFormat, dayOf, showDate } from './date.ts'
import type { Locale } from './text.ts'

/** The zones of Indonesia by the names people use (Keppres 41/1987); any other zone keeps the name Intl gives it. */
const zones: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const part = (moment: number, type: Intl.DateTimeFormatPartTypes, options: Intl.DateTimeFormatOptions) =>
  dateFormat('en-GB', options)
    .formatToParts(moment)
    .find((one) => one.type === type)?.value ?? ''

/** Date, time and zone of a moment in ms UTC: `24 November 2026 pukul 15.04 WIB`, `24 November 2026 at 15:04 WIB`. */
export function showMoment(moment: number, timeZone: string, locale: Locale): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const hour = part(moment, 'hour', clock)
  const minute = part(moment, 'minute', clock)
  const zone = zones[timeZone] ?? part(moment, 'timeZoneName', { timeZone, timeZoneName: 'short' })
  const { writing, report } = wordsFor(locale)
  return report.moment(showDate(dayOf(moment, timeZone), locale), writing.time(hour, minute), zone)
}

const clockOf = (moment: number, timeZone: string): string =>
  dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(moment).replace(' ', 'T')

/** A time of a day as clocks show it, `23:59`. */
export type Time = `${number}:${number}`

/** The moment (ms UTC) at which the clocks of a time zone show a time of a day (ISO 8601). */
export function momentOf(day: string, time: Time, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const offset = (moment: number) => Date.parse(`${clockOf(moment, timeZone)}Z`) - moment
  // The first look may fall on the other side of a change of the clocks; from there the second is right.
  return shown - offset(shown - offset(shown))
}

/** The time of day that the clocks of a time zone show at a moment (ms UTC), `23:59`. */
export const timeOf = (moment: number, timeZone: string): string => clockOf(moment, timeZone).slice(11, 16)

/** Reads a time as browsers send it or as Indonesians write it (`23:59`, `23.59`, `7.30`); null otherwise. */
export function readTime(typed: string): Time | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(typed) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  // Digits on both sides of the colon.
  return `${hour.padStart(2, '0')}:${minute}` as Time
}

/** What the clocks of a zone are called by those who live by them: `WIB`. */
export const zoneName = (timeZone: string): string => zones[timeZone] ?? timeZone

const DAY = 86_400_000

/** The next midnight UTC after a moment (ms UTC), when daily allowances start again. */
export const nextDay = (moment: number): number => (Math.floor(moment / DAY) + 1) * DAY
