// Storing an assessment together with everything that follows from it.
import { sql } from 'drizzle-orm'
import type { Scores } from '../../core/instrument/scores.ts'
import { atomically, type Database } from '../database.ts'
import { insertMailSteps } from '../step/insert.write.ts'
import { type Claim, finishStep, whileOurs } from '../step/write.ts'
import { addToTallies } from '../submission/tally.write.ts'

export interface NewAssessment {
  readonly id: string
  readonly submissionId: string
  readonly revisionKey: string
  readonly rulesHash: string
  readonly scores: Scores
  readonly indexReal: number | null
  /** The mail that carries the report, or null where there is no address. */
  readonly report: { readonly delivery: string; readonly recipient: string } | null
  readonly now: number
}

/**
 * Stores an assessment, its report's delivery and the step for it, and finishes the step that owed it; one batch.
 * Earlier assessments of the same submission, of revisions since corrected, point to this one.
 */
export async function storeAssessment(db: Database, claim: Claim, row: NewAssessment): Promise<void> {
  const { instrument } = row.scores
  // Written only if this very assessment was inserted: not if the claim is lost or the revision is assessed already.
  const mine = sql`from assessments where id = ${row.id}`
  const statements = [
    sql`
      insert into assessments (id, network_id, submission_id, revision_key, organisation_id, round_id, instrument_id, instrument_version, rules_hash, created_at)
      select ${row.id}, network_id, id, ${row.revisionKey}, organisation_id, round_id, ${instrument.id}, ${instrument.version}, ${row.rulesHash}, ${row.now}
      from submissions where id = ${row.submissionId} and exists (select 1 ${whileOurs(claim)})
      on conflict do nothing`,
    sql`
      insert into scores (assessment_id, network_id, basis, index_exact, index_real, band, result, at)
      select id, network_id, 'self', ${row.scores.index}, ${row.indexReal}, ${row.scores.band}, ${JSON.stringify(row.scores)}, ${row.now} ${mine}
      on conflict do nothing`,
    // Counted with its scores, so once.
    addToTallies(
      { assessed: sql`1` },
      sql`${mine} and changes() > 0 and not exists (select 1 from assessments where submission_id = ${row.submissionId} and id <> ${row.id})`,
      row.now,
    ),
    ...(row.report
      ? [
          sql`
            insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, created_at)
            select ${row.report.delivery}, a.network_id, a.submission_id, 'report', a.id, ${row.report.recipient}, s.locale, ${row.now}
            from assessments a join submissions s on s.id = a.submission_id where a.id = ${row.id}
            on conflict do nothing`,
          insertMailSteps(sql`d.id = ${row.report.delivery}`),
        ]
      : []),
    sql`
      update assessments set replaced_by = ${row.id}
      where submission_id = ${row.submissionId} and id <> ${row.id} and replaced_by is null
        and exists (select 1 from assessments where id = ${row.id})`,
    ...finishStep(claim, row.now),
  ]
  await atomically(db, statements)
}
