// What was sent, for those it belongs to and for the workflow that serves them.
import { and, desc, eq, sql } from 'drizzle-orm'
import { among, type Database } from '../database.ts'
import { respondentDistrict, respondentName } from '../facts/submission.ts'
import { networkColumns, type Round, roundColumns } from '../round/read.ts'
import {
  assessments,
  deliveries,
  networks,
  revisions,
  rounds,
  scores,
  steps,
  submissions,
} from '../schema/index.ts'

/** The columns of a submission that pages, mails and measuring need. */
export const submissionColumns = {
  id: submissions.id,
  networkId: submissions.networkId,
  organisationId: submissions.organisationId,
  /** What the current answers call their sender; empty where they do not say. */
  respondentName: respondentName('submissions'),
  /** Where they say they come from, as a Kemendagri code. */
  respondentDistrict: respondentDistrict('submissions'),
  reference: submissions.reference,
  locale: submissions.locale,
  linkGeneration: submissions.linkGeneration,
  late: submissions.late,
  heldAt: submissions.heldAt,
  heldFor: submissions.heldFor,
  failedAt: submissions.failedAt,
  withdrawnAt: submissions.withdrawnAt,
  setAsideAt: submissions.setAsideAt,
  erasedAt: submissions.erasedAt,
  createdAt: submissions.createdAt,
}

/** The columns of a revision that the same need. */
export const revisionColumns = {
  key: revisions.key,
  number: revisions.number,
  formHash: revisions.formHash,
  answers: revisions.answers,
  answersSealed: revisions.answersSealed,
  linkGeneration: revisions.linkGeneration,
  correctedAt: revisions.correctedAt,
  createdAt: revisions.createdAt,
}

const sent = (db: Database) =>
  db
    .select({
      submission: submissionColumns,
      revision: revisionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(revisions)
    .innerJoin(submissions, eq(submissions.id, revisions.submissionId))
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))

type SentRow = Awaited<ReturnType<typeof sent>>[number]

/** A submission, one of its revisions, and the round with its network. */
export interface SentSubmission extends Pick<SentRow, 'submission' | 'revision'> {
  readonly round: Round
}

/** A submission as lists show it: without its answers. */
export interface ListedSubmission extends Pick<SentRow, 'submission'> {
  readonly round: Round
}

/** A row without its revision as a submission in a list. */
export const listed = ({
  submission,
  round,
  network,
}: Pick<SentRow, 'submission' | 'round' | 'network'>): ListedSubmission => ({
  submission,
  round: { ...round, network },
})

/** A row of these columns as a submission. */
export const joined = ({ submission, revision, round, network }: SentRow): SentSubmission => ({
  submission,
  revision,
  round: { ...round, network },
})

const withNetwork = (row: SentRow | undefined): SentSubmission | null => (row ? joined(row) : null)

/** A submission with its current revision, or null. */
export async function submissionById(db: Database, id: string): Promise<SentSubmission | null> {
  const isCurrent = and(eq(revisions.submissionId, id), eq(revisions.key, submissions.currentRevision))
  return withNetwork((await sent(db).where(isCurrent))[0])
}

/** The submission that a revision belongs to, with that revision, or null. */
export async function submissionByRevision(db: Database, key: string): Promise<SentSubmission | null> {
  return withNetwork((await sent(db).where(eq(revisions.key, key)))[0])
}

/** The submissions that some revisions belong to, each with its revision, by its key. */
export async function submissionsByRevisions(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, SentSubmission>> {
  const rows = await sent(db).where(among(revisions.key, keys))
  return new Map(rows.map((row) => [row.revision.key, joined(row)]))
}

/** The columns of an assessment, its scores among them, that a report needs. */
export const assessmentColumns = {
  id: assessments.id,
  revisionKey: assessments.revisionKey,
  linkGeneration: assessments.linkGeneration,
  replacedBy: assessments.replacedBy,
  result: scores.result,
}

/** The assessment with its scores on the basis of the organisation's own levels, or null. */
export async function assessmentById(db: Database, id: string) {
  const [found] = await db
    .select(assessmentColumns)
    .from(assessments)
    .innerJoin(scores, and(eq(scores.assessmentId, assessments.id), eq(scores.basis, 'self')))
    .where(eq(assessments.id, id))
  return found ?? null
}

/** An assessment as a report needs it. */
export type Assessment = NonNullable<Awaited<ReturnType<typeof assessmentById>>>

/** The id and link generation of the newest assessment of a revision, or null. */
export async function assessmentOf(db: Database, revisionKey: string) {
  const [found] = await db
    .select({ id: assessments.id, linkGeneration: assessments.linkGeneration })
    .from(assessments)
    .where(eq(assessments.revisionKey, revisionKey))
    .orderBy(desc(assessments.createdAt))
    .limit(1)
  return found ?? null
}

/** The deliveries of a submission, oldest first, and when each one still owed is tried next (ms UTC). */
export const deliveriesOf = (db: Database, submissionId: string) =>
  db
    .select({
      kind: deliveries.kind,
      recipient: deliveries.recipient,
      handedAt: deliveries.handedAt,
      bouncedAt: deliveries.bouncedAt,
      failedAt: deliveries.failedAt,
      dueAt: steps.dueAt,
      deadAt: steps.deadAt,
    })
    .from(deliveries)
    .leftJoin(steps, eq(steps.id, sql`'deliver:' || ${deliveries.id}`))
    .where(eq(deliveries.submissionId, submissionId))
    .orderBy(deliveries.createdAt)

type SentMail = Awaited<ReturnType<typeof deliveriesOf>>[number]

/** Whether no further try will bring a mail to its recipient. */
export const mailHasFailed = ({ failedAt, bouncedAt, deadAt }: SentMail): boolean =>
  failedAt !== null || bouncedAt !== null || deadAt !== null
