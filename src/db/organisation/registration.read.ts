// Registrations and what was decided of them, for coordinators within their districts, and for the mail that tells of it.
import { aliasedTable, and, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ListPage } from '../../core/kernel/page.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { isPresent, respondentDistrict } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { readListPage } from '../page.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { deliveries, networks, people, registrations, roles, rounds, submissions } from '../schema/index.ts'
import {
  type ListedSubmission,
  listed,
  type SentSubmission,
  submissionById,
  submissionColumns,
} from '../submission/read.ts'
import { officialNameOf, PAGE_SIZE } from './read.ts'

const deciders = aliasedTable(people, 'deciders')

const DISTRICT = respondentDistrict('submissions')

const decisionColumns = {
  outcome: registrations.outcome,
  reason: registrations.reason,
  organisationId: registrations.organisationId,
  organisation: officialNameOf(sql.raw('registrations.organisation_id')),
  decidedAt: registrations.decidedAt,
  by: deciders.name,
}

const areRegistrations = and(
  eq(rounds.kind, 'registration'),
  countsInNetwork('rounds'),
  isPresent('submissions'),
)

const selectRegistrations = (db: Database, which: SQL | undefined) =>
  db
    .select({
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
      decision: decisionColumns,
    })
    .from(submissions)
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .leftJoin(registrations, eq(registrations.submissionId, submissions.id))
    .leftJoin(deciders, eq(deciders.id, registrations.decidedBy))
    .where(and(areRegistrations, which))

type Row = Awaited<ReturnType<typeof selectRegistrations>>[number]

/** What was decided of a registration, by whom and when (ms UTC). */
export interface Decision {
  readonly outcome: 'confirmed' | 'declined'
  readonly reason: string | null
  readonly organisationId: string | null
  readonly organisation: string | null
  readonly decidedAt: number
  readonly by: string | null
}

/** What was sent to register, in a list, and what was decided of it; null: it waits. */
export interface ListedRegistration {
  readonly sent: ListedSubmission
  readonly decision: Decision | null
}

/** The same with its answers. */
export interface Registration extends ListedRegistration {
  readonly sent: SentSubmission
}

function registrationOf(row: Row): ListedRegistration {
  const { outcome, decidedAt, ...rest } = row.decision
  return {
    sent: listed(row),
    decision: outcome === null || decidedAt === null ? null : { ...rest, outcome, decidedAt },
  }
}

async function withAnswers(db: Database, row: Row): Promise<Registration | null> {
  const sent = await submissionById(db, row.submission.id)
  return sent && { ...registrationOf(row), sent }
}

const areTheirs = (scope: Scope<'coordination'>): SQL | undefined =>
  and(eq(rounds.networkId, scope.network.id), withinDistricts(scope, DISTRICT))

// Those that wait first, the longest waiting before, then those decided last.
const SORTING = {
  by: [
    sql`(${registrations.outcome} is not null)`,
    sql`(case when ${registrations.outcome} is null then ${submissions.createdAt} else -${registrations.decidedAt} end)`,
    sql`${submissions.id}`,
  ],
}

/** What the list of registrations is sorted by. */
export const REGISTRATION_KEY = ['number', 'number', 'string'] as const

const sortedBy = ({ decision, sent }: ListedRegistration) =>
  decision ? [1, -decision.decidedAt, sent.submission.id] : [0, sent.submission.createdAt, sent.submission.id]

/** One page of the registrations: those that wait first, the longest waiting before, then those decided last; and how many there are. */
export async function registrationsOf(scope: Scope<'coordination'>, db: Database, page: ListPage) {
  const [list, [counts]] = await Promise.all([
    readListPage(
      page,
      { sorting: SORTING, size: PAGE_SIZE },
      async ({ where, orderBy, limit, offset }) => {
        const rows = await selectRegistrations(db, and(areTheirs(scope), where))
          .orderBy(...orderBy)
          .limit(limit)
          .offset(offset)
        return rows.map(registrationOf)
      },
      sortedBy,
    ),
    db
      .select({
        count: sql<number>`count(*)`,
        waiting: sql<number>`coalesce(sum(${registrations.outcome} is null), 0)`,
      })
      .from(submissions)
      .innerJoin(rounds, eq(rounds.id, submissions.roundId))
      .leftJoin(registrations, eq(registrations.submissionId, submissions.id))
      .where(and(areRegistrations, areTheirs(scope))),
  ])
  return { ...list, count: counts?.count ?? 0, waiting: counts?.waiting ?? 0 }
}

/** One registration by the id of what was sent, or null. */
export async function registrationById(
  scope: Scope<'coordination'>,
  db: Database,
  id: string,
): Promise<Registration | null> {
  const [row] = await selectRegistrations(db, and(areTheirs(scope), eq(submissions.id, id)))
  return row ? withAnswers(db, row) : null
}

/** What became of the mail that told of a decision, or null where there was none. */
export async function decisionMailOf(
  _scope: Scope<'coordination'>,
  db: Database,
  { sent, decision }: Registration,
) {
  if (!decision) return null
  const [mail] = await db
    .select({ recipient: deliveries.recipient, handedAt: deliveries.handedAt, failedAt: deliveries.failedAt })
    .from(deliveries)
    .where(and(eq(deliveries.subjectId, sent.submission.id), eq(deliveries.kind, decision.outcome)))
    .orderBy(desc(deliveries.generation))
    .limit(1)
  return mail ?? null
}

export type DecisionMail = NonNullable<Awaited<ReturnType<typeof decisionMailOf>>>

/** What a mail tells of: the registration with what was decided of it, or null. */
export async function decidedRegistration(db: Database, submissionId: string): Promise<Registration | null> {
  const [row] = await selectRegistrations(db, eq(submissions.id, submissionId))
  return row ? withAnswers(db, row) : null
}

/** A round that an organisation can answer now. */
export interface OpenRound {
  readonly slug: string
  readonly title: Text
}

/** The rounds that an organisation can answer at a moment (ms UTC), in the order they opened; it has registered already. */
export const roundsFor = (
  db: Database,
  network: string,
  organisation: string,
  now: number,
): Promise<OpenRound[]> =>
  db
    .select({ slug: rounds.slug, title: rounds.title })
    .from(rounds)
    .where(
      and(
        eq(rounds.networkId, network),
        sql`${rounds.kind} <> 'registration'`,
        countsInNetwork('rounds'),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closesAt), gt(rounds.closesAt, now)),
        or(isNull(rounds.closedAt), gt(rounds.closedAt, now)),
        or(
          eq(rounds.audience, 'anyone'),
          sql`exists (
            select 1 from ${roles} where ${roles.organisationId} = ${organisation} and ${roles.toDay} is null
              and ${roles.role} in (select value from json_each(${rounds.audienceRoles})))`,
        ),
      ),
    )
    .orderBy(rounds.opensAt, rounds.slug)
    .limit(PAGE_SIZE)
