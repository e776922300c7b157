// Deliveries with all that their messages tell, many in one query.
import { and, eq, sql } from 'drizzle-orm'
import { among, type Database } from '../database.ts'
import {
  assessments,
  contacts,
  deliveries,
  networks,
  revisions,
  rounds,
  scores,
  submissions,
} from '../schema.ts'
import { networkColumns, roundColumns } from './round.ts'
import {
  type Assessment,
  assessmentColumns,
  joined,
  revisionColumns,
  type SentSubmission,
  submissionColumns,
} from './submission.ts'

/** A delivery with what its message tells: a receipt its submission, a report the assessment as well. */
export interface Outgoing {
  readonly delivery: typeof deliveries.$inferSelect
  /** Whether the recipient is one of the network's contacts. */
  readonly isKnown: boolean
  readonly assessment: Assessment | null
  readonly sent: SentSubmission
}

const isKnown = sql<number>`exists (
  select 1 from ${contacts}
  where ${contacts.networkId} = ${deliveries.networkId} and ${contacts.email} = lower(${deliveries.recipient}))`

/** Deliveries by id. */
export async function deliveriesToSend(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outgoing>> {
  const { result, ...assessment } = assessmentColumns
  const rows = await db
    .select({
      delivery: deliveries,
      isKnown,
      assessment,
      result,
      submission: submissionColumns,
      revision: revisionColumns,
      round: roundColumns,
      network: networkColumns,
    })
    .from(deliveries)
    .innerJoin(submissions, eq(submissions.id, deliveries.submissionId))
    .leftJoin(assessments, and(eq(deliveries.kind, 'report'), eq(assessments.id, deliveries.subjectId)))
    .leftJoin(scores, and(eq(scores.assessmentId, assessments.id), eq(scores.basis, 'self')))
    // A report tells the revision that was measured, a receipt the one that stands.
    .innerJoin(
      revisions,
      eq(revisions.key, sql`coalesce(${assessments.revisionKey}, ${submissions.currentRevision})`),
    )
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .where(among(deliveries.id, ids))
  return new Map(
    rows.map((row) => [
      row.delivery.id,
      {
        delivery: row.delivery,
        isKnown: row.isKnown === 1,
        assessment: row.assessment && row.result ? { ...row.assessment, result: row.result } : null,
        sent: joined(row),
      },
    ]),
  )
}
