// When things happen in the demo, counted from the day it begins on: three rounds are over, one takes answers.
import { dayOf } from '../../src/core/kernel/date.ts'
import { momentOf } from '../../src/core/kernel/moment.ts'
import type { Text } from '../../src/core/kernel/text.ts'

const DAY = 86_400_000
const HALF_A_YEAR = 183

/** The days of the demo; `ago` in days, times by the clocks of its network. */
export interface Calendar {
  /** The midnight before the demo begins (ms UTC): everything in it has happened by then. */
  readonly today: number
  /** A moment so many days ago, at an hour and minute. */
  at(ago: number, time?: `${number}:${number}`): number
  /** That day, ISO 8601. */
  day(ago: number): string
}

/** The calendar of a demo that begins on the day of a moment. */
export function calendarOf(now: Date, timeZone: string): Calendar {
  const today = momentOf(dayOf(now.getTime(), timeZone), '00:00', timeZone)
  const day = (ago: number): string => dayOf(today - ago * DAY, timeZone)
  return { today, day, at: (ago, time = '00:00') => momentOf(day(ago), time, timeZone) }
}

/** A round of the demo: from which day on, until which, and how many of those who are expected answer. */
export interface DemoSurvey {
  readonly id: string
  readonly slug: string
  readonly title: Text
  readonly reference: { readonly from: string; readonly to: string }
  /** Days ago. */
  readonly opened: number
  readonly closes: number
  readonly share: number
}

const OPEN_FOR = 25
const OPENED = 20

/** A round so many halves of a year before the one that is open. */
const finished = (halves: number, share: number, year: number, half: 1 | 2): DemoSurvey => ({
  id: `01900000-0000-7000-8000-00000000011${halves}`,
  slug: `iko-${year}-${half}`,
  title: {
    id: `IKO ${year}, putaran ${half === 1 ? 'pertama' : 'kedua'}`,
    en: `IKO ${year}, ${half === 1 ? 'first' : 'second'} round`,
  },
  reference:
    half === 1
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` },
  opened: halves * HALF_A_YEAR + OPENED,
  closes: halves * HALF_A_YEAR + OPENED - OPEN_FOR,
  share,
})

/** The rounds that are over, the oldest first. */
export const finishedSurveys: readonly DemoSurvey[] = [
  finished(3, 0.7, 2025, 1),
  finished(2, 0.8, 2025, 2),
  finished(1, 0.9, 2026, 1),
]

/** The part of the round that is open: since when, and how many have answered. */
export const openSurvey = { opened: OPENED, share: 0.5 } as const
