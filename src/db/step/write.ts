// Steps: what the machine owes. A row while owed, gone when done, kept with its reason when dead.
import { and, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { STEP_CLASSES } from '../../core/step/step.ts'
import { among, atomically, type Database } from '../database.ts'
import { isUnfinished } from '../facts/submission.ts'
import { steps } from '../schema/index.ts'
import { addToTallies } from '../submission/tally.write.ts'

/** A claim longer than any time-out of ours: nobody else takes the step meanwhile. */
export const LEASE = 2 * 60 * 1000

/** A step claimed for a while; `lease` tells our claim from a later one. */
export interface Claim {
  readonly id: string
  readonly networkId: string
  readonly submissionId: string | null
  readonly attempts: number
  readonly lease: number
  /** Since when it is owed (ms UTC). */
  readonly createdAt: number
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
  return claimed.map(({ id, networkId, submissionId, attempts, createdAt }) => ({
    id,
    networkId,
    submissionId,
    attempts,
    lease,
    createdAt,
  }))
}

/** Lets go of steps that were claimed and not tried: they are as they were. */
export async function releaseSteps(db: Database, claims: readonly Claim[]): Promise<void> {
  const ours = JSON.stringify(claims.map(({ id, lease }) => ({ id, lease })))
  await db.run(sql`
    update steps set lease_until = null, attempts = attempts - 1
    where (id, lease_until) in (select value ->> 'id', value ->> 'lease' from json_each(${ours}))`)
}

// What an older release owed has no class until it is filled in, within the hour; it is as urgent as what somebody has just sent.
const CLASSES: readonly SQL[] = STEP_CLASSES.flatMap((name) =>
  name === 'sent' ? [sql`= 'sent'`, sql`is null`] : [sql`= ${name}`],
)

/** Steps that are due and that nobody holds: the most urgent class first, and of a class the longest due. */
export async function dueSteps(db: Database, now: number, limit: number): Promise<string[]> {
  const due = await db.all<{ id: string }>(
    sql.join(
      CLASSES.map(
        (isOfClass) => sql`
          select * from (
            select id from steps
            where class ${isOfClass} and dead_at is null and due_at <= ${now}
              and (lease_until is null or lease_until <= ${now})
            order by due_at limit ${limit})`,
      ),
      sql` union all `,
    ),
  )
  return due.slice(0, limit).map(({ id }) => id)
}

/** Where the step is still ours, as the source of a conditional insert or inside `exists (select 1 …)`. */
export const whileOurs = ({ id, lease }: Claim) => sql`from steps where id = ${id} and lease_until = ${lease}`

/** How a step is put off. */
export interface Postponement {
  /** When it is due again (ms UTC). */
  readonly dueAt: number
  readonly reason: string
  /** Whether it was only put off to a known moment, which is no failed attempt. */
  readonly isWaiting: boolean
  /** Whether a rule of ours put it off: from then on it goes after everything that did not have its turn yet. */
  readonly isByRule: boolean
}

/** Lets go of a step that could not be done now. */
export const postponeStep = (
  db: Database,
  { id, lease }: Claim,
  { dueAt, reason, isWaiting, isByRule }: Postponement,
) =>
  db
    .update(steps)
    .set({
      leaseUntil: null,
      dueAt,
      reason,
      ...(isWaiting ? { attempts: sql`${steps.attempts} - 1` } : {}),
      ...(isByRule ? { class: 'bulk' as const } : {}),
    })
    .where(and(eq(steps.id, id), eq(steps.leaseUntil, lease)))

/** The statements that take a finished step away and count its submission as done if nothing else is owed for it. */
export const finishStep = (claim: Claim, now: number) => [
  sql`delete ${whileOurs(claim)}`,
  sql`
    update submissions set done_at = ${now}
    where id = ${claim.submissionId} and ${isUnfinished('submissions')}
      and not exists (select 1 from steps where submission_id = ${claim.submissionId})`,
  countIfChanged(claim, 'done', now),
]

/** The statements that count a submission as failed, once; before them stands a write that made it so. */
export const countFailure = (claim: Claim, now: number) => [
  sql`
    update submissions set failed_at = ${now}
    where id = ${claim.submissionId} and changes() > 0 and ${isUnfinished('submissions')}`,
  countIfChanged(claim, 'failed', now),
]

// changes() is the number of rows that the statement before, in the same batch, wrote.
const countIfChanged = ({ submissionId }: Claim, counter: 'done' | 'failed', now: number) =>
  addToTallies({ [counter]: sql`1` }, sql`from submissions where id = ${submissionId} and changes() > 0`, now)

/** Ends a step that cannot be done; it stays, with its reason, until a person looks at it. */
export const buryStep = (db: Database, claim: Claim, reason: string, now: number) =>
  atomically(db, [
    sql`
      update steps set lease_until = null, dead_at = ${now}, reason = ${reason}
      where id = ${claim.id} and lease_until = ${claim.lease}`,
    ...countFailure(claim, now),
  ])
