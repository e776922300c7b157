// Steps: what the machine owes. A row while owed, gone when done, kept with its reason when dead.
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { among, atomically, type Database } from '../database.ts'
import { steps } from '../schema.ts'

/** A claim longer than any time-out of ours: nobody else takes the step meanwhile. */
export const LEASE = 2 * 60 * 1000

/** A step claimed for a while; `lease` tells our claim from a later one. */
export interface Claim {
  readonly id: string
  readonly networkId: string
  readonly submissionId: string | null
  readonly attempts: number
  readonly lease: number
}

/** Claims those of some steps that are due and that nobody holds, in one statement. */
export async function claimSteps(db: Database, ids: readonly string[], now: number): Promise<Claim[]> {
  const free = or(isNull(steps.leaseUntil), lte(steps.leaseUntil, now))
  const lease = now + LEASE
  const claimed = await db
    .update(steps)
    .set({ leaseUntil: lease, attempts: sql`${steps.attempts} + 1` })
    .where(and(among(steps.id, ids), isNull(steps.deadAt), lte(steps.dueAt, now), free))
    .returning()
  return claimed.map(({ id, networkId, submissionId, attempts }) => ({
    id,
    networkId,
    submissionId,
    attempts,
    lease,
  }))
}

/** Steps that are due and that nobody holds, the longest due first. */
export const dueSteps = async (db: Database, now: number, limit: number): Promise<string[]> => {
  const free = or(isNull(steps.leaseUntil), lte(steps.leaseUntil, now))
  const due = await db
    .select({ id: steps.id })
    .from(steps)
    .where(and(isNull(steps.deadAt), lte(steps.dueAt, now), free))
    .orderBy(asc(steps.dueAt))
    .limit(limit)
  return due.map(({ id }) => id)
}

/** Where the step is still ours, as the source of a conditional insert or inside `exists (select 1 …)`. */
export const whileOurs = ({ id, lease }: Claim) => sql`from steps where id = ${id} and lease_until = ${lease}`

/**
 * Lets go of a step that could not be done now; it is due again at `dueAt`. `isWaiting`: it was only put off to a known
 * moment, which is no failed attempt.
 */
export const postponeStep = (
  db: Database,
  { id, lease }: Claim,
  { dueAt, reason, isWaiting }: { dueAt: number; reason: string; isWaiting: boolean },
) =>
  db
    .update(steps)
    .set({ leaseUntil: null, dueAt, reason, ...(isWaiting ? { attempts: sql`${steps.attempts} - 1` } : {}) })
    .where(and(eq(steps.id, id), eq(steps.leaseUntil, lease)))

/** The statements that take a finished step away and count its submission as done if nothing else is owed for it. */
export const finishStep = (claim: Claim, now: number) => [
  sql`delete ${whileOurs(claim)}`,
  sql`
    update submissions set done_at = ${now}
    where id = ${claim.submissionId} and done_at is null and failed_at is null and held_at is null
      and not exists (select 1 from steps where submission_id = ${claim.submissionId})`,
  countIfChanged(claim, 'done'),
]

/** The statements that count a submission as failed, once; before them stands a write that made it so. */
export const countFailure = (claim: Claim, now: number) => [
  sql`
    update submissions set failed_at = ${now}
    where id = ${claim.submissionId} and changes() > 0 and done_at is null and failed_at is null and held_at is null`,
  countIfChanged(claim, 'failed'),
]

// changes() is the number of rows that the statement before, in the same batch, wrote.
const countIfChanged = ({ submissionId }: Claim, column: 'done' | 'failed') => sql`
  update round_tallies set ${sql.raw(column)} = ${sql.raw(column)} + 1
  where changes() > 0 and round_id = (select round_id from submissions where id = ${submissionId})`

/** Ends a step that cannot be done; it stays, with its reason, until a person looks at it. */
export const buryStep = (db: Database, claim: Claim, reason: string, now: number) =>
  atomically(db, [
    sql`
      update steps set lease_until = null, dead_at = ${now}, reason = ${reason}
      where id = ${claim.id} and lease_until = ${claim.lease}`,
    ...countFailure(claim, now),
  ])
