// Steps that nothing tries again, and what they belong to, for coordinators within their districts.
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { ListPage } from '../../core/kernel/page.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { stepSubject } from '../facts/step.ts'
import { respondentDistrict } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { PAGE_SIZE } from '../organisation/read.ts'
import { readListPage } from '../page.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { deliveries, networks, rounds, steps, submissions } from '../schema/index.ts'
import { listed, submissionColumns } from '../submission/read.ts'

type Coordinating = Scope<'coordination'>

/** As many as are tried again at once. */
const MOST_AT_ONCE = 500

// What belongs to no answer is a mail to staff: it is the administrators' business.
const areTheirs = (scope: Coordinating): SQL | undefined =>
  and(
    eq(steps.networkId, scope.network.id),
    isNotNull(steps.deadAt),
    sql`case when ${submissions.id} is null then ${scope.role === 'administrator' ? 1 : 0}
      else ${withinDistricts(scope, respondentDistrict('submissions'))} end`,
  )

const ABOUT = sql`coalesce(${steps.submissionId}, ${deliveries.submissionId}, ${deliveries.subjectId})`

const dead = (db: Database) =>
  db
    .select({
      step: steps,
      kind: deliveries.kind,
      delivery: deliveries.id,
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(steps)
    .leftJoin(deliveries, eq(deliveries.id, stepSubject('steps')))
    .leftJoin(submissions, eq(submissions.id, ABOUT))
    .leftJoin(rounds, eq(rounds.id, submissions.roundId))
    .leftJoin(networks, eq(networks.id, rounds.networkId))

type Row = Awaited<ReturnType<typeof dead>>[number]

function deadStepOf({ step, kind, delivery, submission, round, network }: Row) {
  return {
    id: step.id,
    /** The kind of its mail, or null where it measures answers. */
    kind,
    delivery,
    deadAt: step.deadAt ?? 0,
    attempts: step.attempts,
    reason: step.reason,
    /** What it belongs to; null: a mail to staff. */
    sent: submission && round && network ? listed({ submission, round, network }) : null,
  }
}

/** A dead step; `deadAt` in ms UTC. */
export type DeadStep = ReturnType<typeof deadStepOf>

const SORTING = { by: [sql`${steps.deadAt}`, sql`${steps.id}`] }

/** What the list of dead steps is sorted by. */
export const STEP_KEY = ['number', 'string'] as const

/** One page of the dead steps, the longest dead first. */
export const deadSteps = (scope: Coordinating, db: Database, page: ListPage) =>
  readListPage(
    page,
    { sorting: SORTING, size: PAGE_SIZE },
    async ({ where, orderBy, limit, offset }) => {
      const rows = await dead(db)
        .where(and(areTheirs(scope), where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
      return rows.map(deadStepOf)
    },
    ({ deadAt, id }) => [deadAt, id],
  )

/** The ids of all dead steps that are the coordinator's, as many as are tried again at once. */
export async function allDeadSteps(scope: Coordinating, db: Database): Promise<readonly string[]> {
  const rows = await db
    .select({ id: steps.id })
    .from(steps)
    .leftJoin(deliveries, eq(deliveries.id, stepSubject('steps')))
    .leftJoin(submissions, eq(submissions.id, ABOUT))
    .where(areTheirs(scope))
    .limit(MOST_AT_ONCE)
  return rows.map(({ id }) => id)
}
