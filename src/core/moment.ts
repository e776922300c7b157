// Moments for people, in the time zone of a district or of its network.
import { dateFormat, dayOf, showDate } from './form/date.ts'
import type { Locale } from './text.ts'
import { wordsFor } from './words/words.ts'

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

const DAY = 86_400_000

/** The next midnight UTC after a moment (ms UTC), when daily allowances start again. */
export const nextDay = (moment: number): number => (Math.floor(moment / DAY) + 1) * DAY
