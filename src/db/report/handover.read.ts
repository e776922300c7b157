// Reports that no mail has brought to their organisation, and how they were handed over by hand.
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { ListPage } from '../../core/kernel/page.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { countsInRound, respondentDistrict } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { PAGE_SIZE } from '../organisation/read.ts'
import { readListPage } from '../page.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { assessments, contacts, networks, revisions, rounds, submissions } from '../schema/index.ts'
import { listed, submissionColumns } from '../submission/read.ts'

type Coordinating = Scope<'coordination'>

const LAST = sql`
  from handovers h join people p on p.id = h.person_id
  where h.submission_id = submissions.id and h.at >= assessments.created_at order by h.at limit 1`

/**
 * Whether a mail with the report of an assessment is on its way, or its server took it and did not send it back; `table`
 * is the name or alias of `assessments`.
 */
export const isMailedReport = (table: 'assessments' | 'a'): SQL => sql`exists (
  select 1 from deliveries m left join steps n on n.id = 'deliver:' || m.id
  where m.subject_id = ${sql.raw(table)}.id and m.kind = 'report'
    and m.failed_at is null and m.bounced_at is null and m.complained_at is null and n.dead_at is null)`

const IS_MAILED = isMailedReport('assessments')

const reports = (scope: Coordinating, db: Database, which: SQL | undefined) =>
  db
    .select({
      assessment: { id: assessments.id, linkGeneration: assessments.linkGeneration },
      organisationId: submissions.organisationId,
      /** When and by whom it was handed over by hand, or null. */
      byHandAt: sql<number | null>`(select h.at ${LAST})`,
      by: sql<string | null>`(select p.name ${LAST})`,
      isMailed: sql<boolean>`${IS_MAILED}`.mapWith(Boolean),
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(rounds)
    .innerJoin(assessments, eq(assessments.roundId, rounds.id))
    .innerJoin(submissions, eq(submissions.id, assessments.submissionId))
    .innerJoin(
      revisions,
      and(eq(revisions.key, assessments.revisionKey), eq(revisions.key, submissions.currentRevision)),
    )
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .where(
      and(
        eq(rounds.networkId, scope.network.id),
        countsInRound('submissions'),
        withinDistricts(scope, respondentDistrict('submissions')),
        which,
      ),
    )

type Row = Awaited<ReturnType<typeof reports>>[number]

const reportOf = ({ assessment, organisationId, byHandAt, by, isMailed, ...row }: Row) => ({
  assessment,
  organisationId,
  byHandAt,
  by,
  isMailed,
  sent: listed(row),
})

/** A report as it is handed over; moments in ms UTC. */
export type ReportToHandOver = ReturnType<typeof reportOf>

// An answer can have the reports of several instruments.
const SORTING = { by: [sql`${submissions.createdAt}`, sql`${submissions.id}`, sql`${assessments.id}`] }

/** What the list of reports is sorted by. */
export const HANDOVER_KEY = ['number', 'string', 'string'] as const

const IS_OPEN = sql`not ${IS_MAILED} and not exists (select 1 ${LAST})`

/** One page of the reports that nobody has got yet, the oldest first. */
export const reportsToHandOver = (scope: Coordinating, db: Database, page: ListPage) =>
  readListPage<ReportToHandOver>(
    page,
    { sorting: SORTING, size: PAGE_SIZE },
    async ({ where, orderBy, limit, offset }) => {
      const rows = await reports(scope, db, and(IS_OPEN, countsInNetwork('rounds'), where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
      return rows.map(reportOf)
    },
    ({ sent, assessment }) => [sent.submission.createdAt, sent.submission.id, assessment.id],
  )

/** The report of what was sent, or null where there is none to hand over. */
export async function reportToHandOver(
  scope: Coordinating,
  db: Database,
  submission: string,
): Promise<ReportToHandOver | null> {
  const [row] = await reports(scope, db, eq(submissions.id, submission))
  return row ? reportOf(row) : null
}

/** The number (E.164) by which somebody at an organisation is reached, or null. */
export async function whatsappOf(
  scope: Coordinating,
  db: Database,
  organisation: string | null,
): Promise<string | null> {
  if (organisation === null) return null
  const [found] = await db
    .select({ whatsapp: contacts.whatsapp })
    .from(contacts)
    .where(
      and(
        eq(contacts.organisationId, organisation),
        eq(contacts.networkId, scope.network.id),
        isNotNull(contacts.whatsapp),
      ),
    )
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(1)
  return found?.whatsapp ?? null
}
