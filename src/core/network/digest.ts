// When a network's coordinators and administrators are told by mail of what waits.
import { dayOf } from '../kernel/date.ts'

const HOUR = 3_600_000
const MORNING = 8 * HOUR

/**
 * The local day (ISO 8601) whose digest is due at a moment (ms UTC), or null before 08:00: a digest that could not go out
 * in the morning goes out later that day, and never at night.
 */
export function digestDay(now: number, timeZone: string): string | null {
  const day = dayOf(now, timeZone)
  return dayOf(now - MORNING, timeZone) === day ? day : null
}

/** A day as a number, so that one digest a day and person is one delivery. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / (24 * HOUR)

/** What the machine may owe before somebody is told, in ms. */
export const OWED_TOO_LONG = HOUR / 2

const TOLD_AGAIN_AFTER = 24 * HOUR

/**
 * What is to be done about the trouble of a network: `tell` its administrators, forget that they were told (`clear`), or
 * nothing. They are told once, again after a day, and at once of what comes after all was well.
 */
export function alertOf(isTrouble: boolean, alertedAt: number | null, now: number): 'tell' | 'clear' | null {
  if (!isTrouble) return alertedAt === null ? null : 'clear'
  return alertedAt === null || now - alertedAt >= TOLD_AGAIN_AFTER ? 'tell' : null
}
