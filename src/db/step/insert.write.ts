// Owing: the statements that make steps of what was stored. The same owed twice is owed once.
import { type SQL, sql } from 'drizzle-orm'
import { classOfMail } from '../facts/step.ts'

/**
 * Owes mails that were not handed over yet; `which` says which of `deliveries d`. They are due when they were made, or at
 * `now` (ms UTC).
 */
export const insertMailSteps = (which: SQL, now: number | null = null): SQL => {
  const due = now === null ? sql`d.created_at` : sql`${now}`
  return sql`
    insert into steps (id, network_id, submission_id, kind, subject_id, class, due_at, created_at)
    select 'deliver:' || d.id, d.network_id, d.submission_id, 'deliver', d.id, ${classOfMail}, ${due}, ${due}
    from deliveries d where d.handed_at is null and ${which}
    on conflict do nothing`
}

/** Owes the measuring of what stands of some submissions, unless it was measured; `which` says which of `submissions`. */
export const insertAssessSteps = (which: SQL, now: number): SQL => sql`
  insert into steps (id, network_id, submission_id, kind, subject_id, class, due_at, created_at)
  select 'assess:' || current_revision, network_id, id, 'assess', current_revision, 'sent', ${now}, ${now}
  from submissions
  where ${which} and not exists (select 1 from assessments where revision_key = submissions.current_revision)
  on conflict do nothing`
