// How much may come to drafts from one address: nobody fills the database with what is never sent.
import { nextDay } from '../kernel/moment.ts'

/** At most so many drafts are begun from one address on a day (UTC), and by so many bytes they grow. */
export const MOST_BEGUN = 1000
export const MOST_BYTES = 10_000_000

/**
 * At once they grow by at most so many bytes, and by so many more in each millisecond: 0.9 MB in any five minutes. Rows of half
 * a page fill a page each (SQLite file format §1.6), so on disk that can be twice as much.
 */
export const MOST_AT_ONCE = 600_000
export const MORE_A_MS = 1

/** What a row takes beside what is typed, with its place in three indexes, in bytes. */
export const ROW_BYTES = 600

/** What has come from an address: on the day, and what of it still counts as come at once. */
export interface DraftCounts {
  readonly drafts: number
  readonly bytes: number
  readonly lately: number
}

/** What a save brings: the bytes by which its draft grows, and whether it begins one. */
export interface Growth {
  readonly grown: number
  readonly begun: number
}

const HOUR = 60 * 60

/**
 * In how many seconds there is room for a save after what has come from its address until now (ms UTC), an hour at most; null
 * where there is room.
 */
export function waitForRoom(counts: DraftCounts, { grown, begun }: Growth, now: number): number | null {
  if (grown <= 0) return null
  const isDayFull = counts.drafts + begun > MOST_BEGUN || counts.bytes + grown > MOST_BYTES
  if (isDayFull) return Math.min(Math.ceil((nextDay(now) - now) / 1000), HOUR)
  const over = counts.lately + grown - MOST_AT_ONCE
  return over > 0 ? Math.ceil(over / MORE_A_MS / 1000) : null
}
