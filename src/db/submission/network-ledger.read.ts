// The ledger of a network: what became of every answer, in numbers and one by one, within one's districts.
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { ListPage, PageWays } from '../../core/kernel/page.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Coordinator, LedgerState } from '../../core/message/message.ts'
import { among, type Database } from '../database.ts'
import { nameHere } from '../facts/people.ts'
import { isByRule } from '../facts/step.ts'
import {
  failedMails,
  isDone,
  isHeld,
  isSetAside,
  isUnfinished,
  respondentDistrict,
} from '../facts/submission.ts'
import { COORDINATING, withinDistricts } from '../facts/theirs.ts'
import { PAGE_SIZE } from '../organisation/read.ts'
import { readListPage } from '../page.ts'
import { isMailedReport } from '../report/handover.read.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { memberships, networks, people, rounds, roundTallies, submissions } from '../schema/index.ts'
import { type ListedSubmission, listed, submissionColumns } from './read.ts'

type Coordinating = Scope<'coordination'>

/** Counts of answers; `done + waiting + owed + failed = accepted`. */
export type LedgerCounts = Readonly<Record<LedgerState | 'accepted', number>>

const sum = (what: SQL) => sql<number>`coalesce(sum(${what}), 0)`

const ofPractice = (isPractice: boolean): SQL => eq(rounds.practice, isPractice)

// The counters say it of the whole network; of districts it is counted.
async function countsOf(scope: Coordinating, db: Database, isPractice: boolean) {
  const inNetwork = and(eq(rounds.networkId, scope.network.id), ofPractice(isPractice))
  if (scope.districts === null) {
    const [found] = await db
      .select({
        accepted: sum(sql`${roundTallies.accepted}`),
        done: sum(sql`${roundTallies.done}`),
        waiting: sum(sql`${roundTallies.held}`),
        failed: sum(sql`${roundTallies.failed}`),
      })
      .from(rounds)
      .innerJoin(roundTallies, eq(roundTallies.roundId, rounds.id))
      .where(inNetwork)
    return found
  }
  const [found] = await db
    .select({
      accepted: sql<number>`count(*)`,
      done: sum(isDone('submissions')),
      waiting: sum(isHeld('submissions')),
      failed: sum(sql`${submissions.failedAt} is not null`),
    })
    .from(rounds)
    .innerJoin(submissions, eq(submissions.roundId, rounds.id))
    .where(and(inNetwork, withinDistricts(scope, respondentDistrict('submissions'))))
  return found
}

/** What became of the answers of a network's rounds, or of its rounds for practice. */
export async function ledgerCounts(
  scope: Coordinating,
  db: Database,
  isPractice: boolean,
): Promise<LedgerCounts> {
  const counts = (await countsOf(scope, db, isPractice)) ?? { accepted: 0, done: 0, waiting: 0, failed: 0 }
  const { accepted, done, waiting, failed } = counts
  return { ...counts, owed: accepted - done - waiting - failed }
}

const states: Readonly<Record<LedgerState, SQL | undefined>> = {
  done: isDone('submissions'),
  waiting: isHeld('submissions'),
  failed: isNotNull(submissions.failedAt),
  owed: isUnfinished('submissions'),
}

const OF_STEPS = sql`from steps where steps.submission_id = submissions.id`

/** One answer of the ledger, with what is told of it where it is listed (moments in ms UTC). */
export interface LedgerEntry {
  readonly sent: ListedSubmission
  readonly doneAt: number | null
  readonly failedAt: number | null
  /** Since when something has been owed for it, and when it is tried next. */
  readonly owedSince: number | null
  readonly dueAt: number | null
  /** Whether everything that is owed for it waits for tomorrow by rule. */
  readonly isPutOff: boolean
  /** Whether its report has reached nobody, and is none on its way. */
  readonly isToHandOver: boolean
  /** Why something of it failed. */
  readonly reason: string | null
}

const BY = [sql`${submissions.createdAt}`, sql`${submissions.id}`]

/** What the lists of the ledger are sorted by. */
export const LEDGER_KEY = ['number', 'string'] as const

const entries = (db: Database) =>
  db
    .select({
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
      doneAt: submissions.doneAt,
      failedAt: submissions.failedAt,
      owedSince: sql<number | null>`(select min(created_at) ${OF_STEPS} and dead_at is null)`,
      dueAt: sql<number | null>`(select min(due_at) ${OF_STEPS} and dead_at is null)`,
      isPutOff:
        sql<boolean>`not exists (select 1 ${OF_STEPS} and dead_at is null and not ${isByRule('steps')})`.mapWith(
          Boolean,
        ),
      isToHandOver: sql<boolean>`not (${isSetAside('submissions')}) and exists (
        select 1 from assessments a
        where a.submission_id = submissions.id and a.revision_key = submissions.current_revision
          and not ${isMailedReport('a')}
          and not exists (select 1 from handovers h where h.submission_id = submissions.id and h.at >= a.created_at))`.mapWith(
        Boolean,
      ),
      reason: sql<string | null>`coalesce(
        (select reason ${OF_STEPS} and dead_at is not null limit 1),
        (select d.reason ${failedMails('submissions')} order by d.created_at desc limit 1))`,
    })
    .from(submissions)
    .innerJoin(rounds, eq(submissions.roundId, rounds.id))
    .innerJoin(networks, eq(networks.id, rounds.networkId))

/** One page of the answers in a state, those in it longest first, done ones newest first. */
export async function ledgerEntries(
  scope: Coordinating,
  db: Database,
  {
    state,
    page,
    isPractice,
  }: { readonly state: LedgerState; readonly page: ListPage; readonly isPractice: boolean },
): Promise<{ readonly found: readonly LedgerEntry[] } & PageWays> {
  const inState = and(
    eq(submissions.networkId, scope.network.id),
    sql`${submissions.roundId} in (
      select ${rounds.id} from ${rounds} where ${rounds.networkId} = ${scope.network.id} and ${ofPractice(isPractice)})`,
    withinDistricts(scope, respondentDistrict('submissions')),
    states[state],
  )
  return readListPage<LedgerEntry>(
    page,
    { sorting: { by: BY, isDescending: state === 'done' }, size: PAGE_SIZE },
    async ({ where, orderBy, limit, offset }) => {
      // Only those of the page are asked for more than where they stand.
      const rows = await entries(db)
        .where(sql`${submissions.id} in (
          select submissions.id from submissions
          where ${inState} and ${where} order by ${sql.join(orderBy, sql`, `)} limit ${limit} offset ${offset})`)
        .orderBy(...orderBy)
      return rows.map(({ submission, round, network, ...row }) => ({
        sent: listed({ submission, round, network }),
        ...row,
      }))
    },
    ({ sent }) => [sent.submission.createdAt, sent.submission.id],
  )
}

/** Those who coordinate the network, by name. */
export const coordinatorsOf = (scope: Coordinating, db: Database): Promise<Coordinator[]> =>
  db
    .select({ name: nameHere.as('name_here'), role: memberships.role, districts: memberships.districts })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.networkId, scope.network.id),
        isNull(memberships.removedAt),
        among(memberships.role, COORDINATING),
      ),
    )
    .orderBy(asc(nameHere), asc(people.id))
