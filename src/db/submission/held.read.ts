// Second answers of one organisation, which wait for a coordinator, and the answers that count meanwhile.
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { firstAnswer, respondentDistrict, waitsInRound } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { networks, revisions, rounds, submissions } from '../schema/index.ts'
import {
  joined,
  type ListedSubmission,
  listed,
  revisionColumns,
  type SentSubmission,
  submissionColumns,
} from './read.ts'

/** How many held answers one page lists, the longest held first. */
export const HELD_ON_A_PAGE = 50

type Coordinating = Scope<'coordination'>

const own = (scope: Coordinating): SQL | undefined =>
  and(eq(submissions.networkId, scope.network.id), withinDistricts(scope, respondentDistrict('submissions')))

const current = (scope: Coordinating, db: Database, which: SQL | undefined) =>
  db
    .select({
      submission: submissionColumns,
      respondentKey: submissions.respondentKey,
      respondentPerson: submissions.respondentPerson,
      revision: revisionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(submissions)
    .innerJoin(revisions, eq(revisions.key, submissions.currentRevision))
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, submissions.networkId))
    .where(and(own(scope), which))

const waitingRows = (scope: Coordinating, db: Database) =>
  db
    .select({
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
      /** How many there are, with those that a limit leaves out. */
      total: sql<number>`count(*) over ()`,
    })
    .from(submissions)
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, submissions.networkId))
    .where(and(own(scope), waitsInRound('submissions')))
    .orderBy(asc(submissions.heldAt), asc(submissions.id))

/** The answers that wait within one's districts, as many as a page lists, and how many there are in all. */
export async function heldAnswers(
  scope: Coordinating,
  db: Database,
): Promise<{ readonly held: readonly ListedSubmission[]; readonly total: number }> {
  const rows = await waitingRows(scope, db).limit(HELD_ON_A_PAGE)
  return { held: rows.map(listed), total: rows[0]?.total ?? 0 }
}

/** An answer that was held or is, and the one that counts in its place; null where none does. */
export interface HeldPair {
  readonly held: SentSubmission
  readonly counting: SentSubmission | null
}

/** A submission within one's districts with the answer of the same respondent that counts in its round, or null. */
export async function heldPair(scope: Coordinating, db: Database, id: string): Promise<HeldPair | null> {
  const [row] = await current(scope, db, eq(submissions.id, id))
  if (!row) return null
  const first = firstAnswer(sql`${row.round.id}`, {
    key: sql`${row.respondentKey}`,
    person: sql`${row.respondentPerson}`,
  })
  const [counting] = await current(
    scope,
    db,
    sql`${submissions.id} = (select o.id ${first} and o.id <> ${id})`,
  )
  return { held: joined(row), counting: counting ? joined(counting) : null }
}
