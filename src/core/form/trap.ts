// What tells a program that fills in forms from a person: it fills in what people do not see, and needs no time to read.
import { madeAt } from '../kernel/id.ts'
import { type Fields, firstOf } from './fields.ts'

/** A field that people do not see. Its name is none that browsers know how to fill in. */
export const TRAP_FIELD = 'topic'

/** The shortest time in milliseconds in which a person opens a form and sends it. */
export const SHORTEST = 2000

/** Why an answer waits for a person: a field that nobody sees was filled in, or it came too fast. */
export type Suspicion = 'trap' | 'haste'

/**
 * What is suspect about a form sent at `now` (ms UTC) under the key minted with its page, or null. Without a key, or with
 * one that tells no time, it cannot have come too fast; one that tells a time to come is none of ours.
 */
export function suspicionOf(fields: Fields, key: string | null, now: number): Suspicion | null {
  if (firstOf(fields, TRAP_FIELD).trim() !== '') return 'trap'
  const minted = key === null ? null : madeAt(key)
  return minted !== null && now - minted < SHORTEST ? 'haste' : null
}
