// Mails to organisations, for coordinators within their districts. Mails to staff are nobody else's business.
import { and, desc, eq, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { ListPage } from '../../core/kernel/page.ts'
import { may, type Scope } from '../../core/kernel/scope.ts'
import type { MessageFilter } from '../../core/message/message.ts'
import { comparableName } from '../../core/organisation/organisation.ts'
import { among, type Database } from '../database.ts'
import { isInTrouble } from '../facts/delivery.ts'
import { isDelivering, stepOfMail, stepSubject } from '../facts/step.ts'
import { isErased, isPresent, respondentDistrict } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { type Organisation, PAGE_SIZE, type Seeing } from '../organisation/read.ts'
import { readListPage } from '../page.ts'
import { networkColumns, roundColumns } from '../round/read.ts'
import { deliveries, networks, revisions, rounds, steps, submissions } from '../schema/index.ts'
import { listed, type SentSubmission, submissionById, submissionColumns } from '../submission/read.ts'

type Coordinating = Scope<'coordination'>

/** What an organisation is mailed, in the order in which it happens. */
export const MESSAGE_KINDS = ['receipt', 'report', 'confirmed', 'declined'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** The submission that a mail is about: a decision names it as its subject only. */
const ABOUT = sql`coalesce(${deliveries.submissionId}, ${deliveries.subjectId})`

/** The step that owes a mail, or is dead of it. */
const ITS_STEP = stepOfMail(sql`${deliveries.id}`)

/** A later mail of the same kind about the same submission, which stands in its place; `d` is the mail. */
const followedBy = (column: 'id' | 'created_at'): SQL => sql`(
  select o.${sql.raw(column)} from deliveries o
  where (o.submission_id = deliveries.submission_id or deliveries.submission_id is null and o.subject_id = deliveries.subject_id)
    and o.kind = deliveries.kind and o.id <> deliveries.id
    and (o.created_at > deliveries.created_at or o.created_at = deliveries.created_at and o.generation > deliveries.generation)
  order by o.created_at desc, o.generation desc limit 1)`

/** When the report that a mail carries was handed over by hand. */
const BY_HAND = sql<number | null>`case when ${deliveries.kind} = 'report' then (
  select max(h.at) from handovers h
  where h.submission_id = deliveries.submission_id and h.at >= deliveries.created_at) end`

const messages = (db: Database) =>
  db
    .select({
      delivery: deliveries,
      step: {
        createdAt: steps.createdAt,
        dueAt: steps.dueAt,
        deadAt: steps.deadAt,
        reason: steps.reason,
        attempts: steps.attempts,
      },
      followedBy: sql<string | null>`${followedBy('id')}`,
      byHandAt: BY_HAND,
      submission: submissionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(deliveries)
    .innerJoin(submissions, eq(submissions.id, ABOUT))
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .leftJoin(steps, eq(steps.id, ITS_STEP))

type Row = Awaited<ReturnType<typeof messages>>[number]

const messageOf = ({ delivery, step, followedBy: next, byHandAt, ...row }: Row) => ({
  id: delivery.id,
  // Only these are asked for.
  kind: delivery.kind as MessageKind,
  recipient: delivery.recipient,
  createdAt: delivery.createdAt,
  /** Since when it is owed: since it was made, or asked for again; null where no step owes it. */
  owedAt: step?.createdAt ?? null,
  handedAt: delivery.handedAt,
  deliveredAt: delivery.deliveredAt,
  bouncedAt: delivery.bouncedAt,
  complainedAt: delivery.complainedAt,
  failedAt: delivery.failedAt,
  deadAt: step?.deadAt ?? null,
  dueAt: step?.dueAt ?? null,
  attempts: step?.attempts ?? 0,
  reason: delivery.reason ?? step?.reason ?? null,
  replaces: delivery.replaces,
  /** The mail that stands in its place by now, or null. */
  followedBy: next,
  byHandAt,
  sent: listed(row),
})

/** One mail to an organisation in a list, with its moments (ms UTC) and what it is about. */
export type ListedMessage = ReturnType<typeof messageOf>

/** One mail to an organisation, with the answers it is about. */
export type Message = Omit<ListedMessage, 'sent'> & { readonly sent: SentSubmission }

const areTheirs = (
  scope: Coordinating,
  inNetwork = eq(deliveries.networkId, scope.network.id),
): SQL | undefined =>
  and(
    inNetwork,
    among(deliveries.kind, MESSAGE_KINDS),
    isPresent('submissions'),
    withinDistricts(scope, respondentDistrict('submissions')),
  )

// Two indexes know what is in trouble, however many mails there are; the plus and the name of one keep SQLite from going
// through all of them.
const inTrouble = ({ network }: Coordinating): SQL => sql`
  ${deliveries.id} in (
    select id from deliveries indexed by deliveries_in_trouble
    where network_id = ${network.id} and ${isInTrouble('deliveries')}
    union all
    select ${stepSubject('steps')} from steps where network_id = ${network.id} and dead_at is not null and ${isDelivering('steps')})
  and ${followedBy('id')} is null and ${BY_HAND} is null`

const filters: Readonly<Record<MessageFilter, (scope: Coordinating) => SQL | undefined>> = {
  all: () => undefined,
  trouble: inTrouble,
  waiting: () => and(isNull(deliveries.handedAt), isNull(deliveries.failedAt), isNull(steps.deadAt)),
  handed: () =>
    and(
      isNotNull(deliveries.handedAt),
      isNull(deliveries.deliveredAt),
      isNull(deliveries.bouncedAt),
      isNull(deliveries.complainedAt),
    ),
  delivered: () =>
    and(isNotNull(deliveries.deliveredAt), isNull(deliveries.bouncedAt), isNull(deliveries.complainedAt)),
}

// As it called itself, or by any name it has in the registry.
const isNamed = (name: string): SQL => sql`(
  instr(${submissions.respondentKey}, ${name}) > 0
  or exists (
    select 1 from organisation_names n
    where n.organisation_id = ${submissions.organisationId} and instr(n.normalised, ${name}) > 0))`

/** Whether the organisation's name holds what was typed, or it is the reference. */
const speaksOf = (typed: string): SQL | undefined =>
  typed === ''
    ? undefined
    : or(isNamed(comparableName(typed)), eq(submissions.reference, typed.toUpperCase()))

const SORTING = { by: [sql`${deliveries.createdAt}`, sql`${deliveries.id}`], isDescending: true }

/** What the list of mails is sorted by. */
export const MESSAGE_KEY = ['number', 'string'] as const

/** One page of the mails, the newest first. */
export const messagesOf = (
  scope: Coordinating,
  db: Database,
  {
    filter,
    typed,
    page,
  }: { readonly filter: MessageFilter; readonly typed: string; readonly page: ListPage },
) => {
  const theirs =
    filter === 'trouble'
      ? areTheirs(scope, sql`+${deliveries.networkId} = ${scope.network.id}`)
      : areTheirs(scope)
  return readListPage<ListedMessage>(
    page,
    { sorting: SORTING, size: PAGE_SIZE },
    async ({ where, orderBy, limit, offset }) => {
      const rows = await messages(db)
        .where(and(theirs, filters[filter](scope), speaksOf(typed.trim()), where))
        .orderBy(...orderBy)
        .limit(limit)
        .offset(offset)
      return rows.map(messageOf)
    },
    ({ createdAt, id }) => [createdAt, id],
  )
}

/** One mail, or null. */
export async function messageById(scope: Coordinating, db: Database, id: string): Promise<Message | null> {
  const [row] = await messages(db).where(and(areTheirs(scope), eq(deliveries.id, id)))
  const sent = row ? await submissionById(db, row.submission.id) : null
  return row && sent ? { ...messageOf(row), sent } : null
}

/** The mail of a kind about a submission that no later one stands for, or null. */
export async function latestMail(
  { network }: Coordinating,
  db: Database,
  { submission, kind }: { readonly submission: string; readonly kind: MessageKind },
): Promise<string | null> {
  const { networkId, submissionId, subjectId, createdAt, generation } = deliveries
  const [found] = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        or(eq(submissionId, submission), eq(subjectId, submission)),
        eq(networkId, network.id),
        eq(deliveries.kind, kind),
      ),
    )
    .orderBy(desc(createdAt), desc(generation))
    .limit(1)
  return found?.id ?? null
}

/** The reference of the submission that a revision (its key's digest) belongs to, or null. */
export async function referenceOfRevision(
  scope: Coordinating,
  db: Database,
  digest: string,
): Promise<string | null> {
  const [found] = await db
    .select({ reference: submissions.reference })
    .from(revisions)
    .innerJoin(submissions, eq(submissions.id, revisions.submissionId))
    .where(
      and(
        eq(revisions.key, digest),
        eq(submissions.networkId, scope.network.id),
        withinDistricts(scope, respondentDistrict('submissions')),
      ),
    )
  return found?.reference ?? null
}

/** How many mails about what an organisation sent did not reach it; null for those who do not see mails. */
export async function countFailedMails(
  scope: Seeing,
  db: Database,
  { id }: Pick<Organisation, 'id'>,
): Promise<number | null> {
  if (!may(scope.role, 'coordination')) return null
  const [found] = await db
    .select({ count: sql<number>`count(*)` })
    .from(submissions)
    .innerJoin(deliveries, eq(deliveries.submissionId, submissions.id))
    .leftJoin(steps, eq(steps.id, ITS_STEP))
    .where(
      and(
        eq(submissions.organisationId, id),
        not(isErased('submissions')),
        or(
          isNotNull(deliveries.bouncedAt),
          isNotNull(deliveries.complainedAt),
          isNotNull(deliveries.failedAt),
          isNotNull(steps.deadAt),
        ),
        sql`${followedBy('id')} is null`,
        sql`${BY_HAND} is null`,
      ),
    )
  return found?.count ?? 0
}
