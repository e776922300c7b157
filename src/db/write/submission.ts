// Storing what was sent: one batch, the same for new, repeated, conflicting and closed alike.
import { sql } from 'drizzle-orm'
import type { Suspicion } from '../../core/form/trap.ts'
import { atomically, type Database } from '../database.ts'
import {
  closing,
  isTaken,
  type NewRevision,
  organisationOf,
  publishForm,
  type StoredRevision,
  selectStanding,
  stepsOf,
  waitsWhileHeld,
} from './revision.ts'

/** Everything one sending writes. */
export interface NewSubmission extends NewRevision {
  readonly id: string
  readonly roundId: string
  readonly reference: string
  /** What is suspect about it: a person decides, and nothing is owed before. */
  readonly heldFor: Suspicion | null
}

// Every write after the first asks for the submission of this very request, so that all of them happen or none.
const mine = (row: NewSubmission) => sql`from submissions where id = ${row.id}`

const insertSubmission = (row: NewSubmission) => sql`
  insert into submissions (id, network_id, round_id, respondent_key, organisation_id, matched_by, reference, locale, begun_at, late, held_at, held_for, done_at, current_revision, created_at)
  select ${row.id}, network_id, id, ${row.respondentKey}, organisation, case when organisation is not null then 'name' end,
    ${row.reference}, ${row.locale}, ${row.begunAt}, ${row.now} >= closing,
    case when is_second or ${row.heldFor !== null} then ${row.now} end, ${row.heldFor},
    case when not is_second and ${row.heldFor === null} and not ${row.isAssessed || row.receipt !== null} then ${row.now} end,
    ${row.key}, ${row.now}
  from (
    select id, network_id, opens_at, ${closing} as closing,
      exists (
        select 1 from submissions
        where round_id = rounds.id and respondent_key = ${row.respondentKey} and held_at is null and withdrawn_at is null
          and set_aside_at is null
      ) as is_second,
      case when anonymous = 0 then ${organisationOf(row)} end as organisation
    from rounds where id = ${row.roundId}
  )
  where ${isTaken(row)} and not exists (select 1 from revisions where key = ${row.key})`

const insertRevision = (row: NewSubmission) => sql`
  insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_sealed, answers_mac, locale, created_at)
  select ${row.key}, network_id, id, 1, ${row.formHash}, ${JSON.stringify(row.answers)}, ${row.answersSealed}, ${row.answersMac}, locale, created_at
  ${mine(row)}`

const insertConsents = (row: NewSubmission) => sql`
  insert into consents (revision_key, network_id, purpose, notice_version, given_at)
  select ${row.key}, network_id, purpose.value, ${row.noticeVersion}, created_at
  from submissions, json_each(${JSON.stringify(row.consents)}) as purpose where submissions.id = ${row.id}`

const insertReceipt = (row: NewSubmission, delivery: string, recipient: string) => sql`
  insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, created_at)
  select ${delivery}, network_id, id, 'receipt', id, ${recipient}, locale, created_at
  ${mine(row)}`

const insertStep = (row: NewSubmission, step: string) => sql`
  insert into steps (id, network_id, submission_id, due_at, created_at)
  select ${step}, network_id, id, created_at, created_at
  ${mine(row)} and held_for is null and (held_at is null or not ${waitsWhileHeld(step)})`

const countIn = (row: NewSubmission) => sql`
  insert into round_tallies (round_id, network_id, accepted, done, held)
  select round_id, network_id, 1, done_at is not null, held_at is not null
  ${mine(row)}
  on conflict (round_id) do update set accepted = accepted + 1, done = done + excluded.done, held = held + excluded.held`

/**
 * Stores a submission if its round takes answers now and its key is new, and tells what stands under the key.
 * Null: nothing does, so the round is closed or not yet open. One batch, so all is stored or nothing.
 */
export async function storeSubmission(db: Database, row: NewSubmission): Promise<StoredRevision | null> {
  const writes = [
    ...(row.unpublished ? [publishForm(row, row.unpublished)] : []),
    insertRevision(row),
    ...(row.consents.length > 0 ? [insertConsents(row)] : []),
    ...(row.receipt ? [insertReceipt(row, row.receipt.delivery, row.receipt.recipient)] : []),
    ...stepsOf(row).map((step) => insertStep(row, step)),
    countIn(row),
  ]
  const [standing] = await atomically(db, [insertSubmission(row), ...writes, selectStanding(row)])
  // The columns are named in the statement itself.
  return (standing as StoredRevision | undefined) ?? null
}
