// What became of a delivery: moments only, its status is derived.
import { type SQL, sql } from 'drizzle-orm'
import { atomically, type Database } from '../database.ts'
import { type Claim, countFailure, finishStep, whileOurs } from '../step/write.ts'

/** A mail that the mail service took: the name it gave it, the statement that counts it, if any, and when (ms UTC). */
export interface HandedMail {
  readonly providerId: string | null
  readonly counted: SQL | null
  readonly now: number
}

/** The mail service took the message: the delivery is marked and its step finished, in one batch. */
export async function markHanded(
  db: Database,
  claim: Claim,
  delivery: string,
  { providerId, counted, now }: HandedMail,
): Promise<void> {
  const mark = sql`
    update deliveries set handed_at = ${now}, provider_id = ${providerId}
    where id = ${delivery} and handed_at is null and exists (select 1 ${whileOurs(claim)})`
  await atomically(db, [mark, ...(counted ? [counted] : []), ...finishStep(claim, now)])
}

/** The mail service will never take the message: the delivery has failed, with the reason, and nothing is owed for it. */
export async function markRefused(
  db: Database,
  claim: Claim,
  delivery: string,
  reason: string,
  now: number,
): Promise<void> {
  const mark = sql`
    update deliveries set failed_at = ${now}, reason = ${reason}
    where id = ${delivery} and handed_at is null and failed_at is null and exists (select 1 ${whileOurs(claim)})`
  await atomically(db, [mark, ...countFailure(claim, now), ...finishStep(claim, now)])
}
