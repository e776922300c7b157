// Storing what was sent: one batch, the same for new, repeated, conflicting and closed alike.
import { sql } from 'drizzle-orm'
import { draftIdOf, type KnownVersion } from '../../core/draft/draft.ts'
import type { Suspicion } from '../../core/form/trap.ts'
import type { StepRow } from '../../core/step/step.ts'
import { atomically, type Database } from '../database.ts'
import { endDraft, hasUnseenDraft } from '../draft/write.ts'
import { attributesAnswers } from '../facts/round.ts'
import { countsInRound, firstAnswer, isHeld } from '../facts/submission.ts'
import {
  closing,
  isTaken,
  type NewRevision,
  organisationOf,
  publishRevisionForm,
  type StoredRevision,
  selectStoredRevision,
  stepsOf,
  waitsWhileHeld,
} from './revision.write.ts'
import { addToTallies } from './tally.write.ts'

/** Everything one sending writes. */
export interface NewSubmission extends NewRevision {
  readonly id: string
  readonly roundId: string
  readonly reference: string
  /** What its sender knows of the draft under the same key, if there is one. */
  readonly knowing: KnownVersion
  /** What is suspect about it: a person decides, and nothing is owed before. */
  readonly heldFor: Suspicion | null
}

// Every write after the first asks for the submission of this very request, so that all of them happen or none; those that
// count or make rows ask that its revision is not there yet, which is written last of them, so that they happen once.
const mine = (row: NewSubmission) => sql`from submissions where id = ${row.id}`
const isNew = ({ key }: NewSubmission) => sql`not exists (select 1 from revisions where key = ${key})`

// One organisation counts once, under whichever of its names it answers: a second answer gets the key of the one that counts.
// What is asked for several times is materialized: SQLite would write it out, look it up and compile it each time.
const insertSubmission = (row: NewSubmission) => sql`
  insert into submissions (id, network_id, round_id, respondent_key, respondent_name, respondent_district, respondent_email, respondent_person, organisation_id, matched_by, reference, locale, begun_at, late, held_at, held_for, done_at, current_revision, created_at)
  with known as materialized (
    select id, network_id, opens_at, ${closing} as closing,
      case when ${attributesAnswers('rounds')} then ${organisationOf(row)} end as organisation
    from rounds where id = ${row.roundId}
  ),
  named as (
    select *, coalesce(
      (select o.respondent_key from submissions o where o.organisation_id = organisation and o.round_id = known.id and ${countsInRound('o')}),
      ${row.respondentKey}
    ) as respondent
    from known
    where ${isTaken(row)} and not exists (select 1 from revisions where key = ${row.key})
      and not ${hasUnseenDraft(draftIdOf(row.key), row.knowing, row.now)}
  ),
  met as materialized (
    select *, exists (select 1 ${firstAnswer(sql`named.id`, { key: sql`named.respondent`, person: sql`${row.respondent.person}` })}) as is_second
    from named
  )
  select ${row.id}, network_id, id, respondent, ${row.respondent.organisation}, ${row.respondent.district}, ${row.respondent.email}, ${row.respondent.person}, organisation, case when organisation is not null then 'name' end,
    ${row.reference}, ${row.locale}, ${row.begunAt}, ${row.now} >= closing,
    case when is_second or ${row.heldFor !== null} then ${row.now} end, ${row.heldFor},
    case when not is_second and ${row.heldFor === null} and not ${row.isAssessed || row.receipt !== null} then ${row.now} end,
    ${row.key}, ${row.now}
  from met`

const insertRevision = (row: NewSubmission) => sql`
  insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_sealed, answers_mac, locale, created_at)
  select ${row.key}, network_id, id, 1, ${row.formHash}, ${JSON.stringify(row.answers)}, ${row.answersSealed}, ${row.answersMac}, locale, created_at
  ${mine(row)}
  on conflict (key) do nothing`

// changes() is the number of rows that the statement before, in the same batch, wrote.
const insertConsents = (row: NewSubmission) => sql`
  insert into consents (revision_key, network_id, purpose, notice_version, given_at)
  select ${row.key}, network_id, purpose.value, ${row.noticeVersion}, created_at
  from submissions cross join json_each(${JSON.stringify(row.consents)}) as purpose
  where changes() > 0 and submissions.id = ${row.id}`

const insertReceipt = (row: NewSubmission, delivery: string, recipient: string) => sql`
  insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, created_at)
  select ${delivery}, network_id, id, 'receipt', id, ${recipient}, locale, created_at
  ${mine(row)} and ${isNew(row)}`

const insertSteps = (row: NewSubmission, steps: readonly StepRow[]) => sql`
  insert into steps (id, network_id, submission_id, kind, subject_id, class, due_at, created_at)
  select step.value ->> 'id', network_id, submissions.id, step.value ->> 'kind', step.value ->> 'subject', step.value ->> 'class',
    created_at, created_at
  from submissions cross join json_each(${JSON.stringify(steps.map((step) => ({ ...step, waits: waitsWhileHeld(step) })))}) as step
  where submissions.id = ${row.id} and ${isNew(row)} and held_for is null and (not (${isHeld('submissions')}) or not step.value ->> 'waits')`

const countIn = (row: NewSubmission) =>
  addToTallies(
    { accepted: sql`1`, done: sql`done_at is not null`, held: isHeld('submissions') },
    sql`${mine(row)} and ${isNew(row)}`,
    row.now,
  )

/** A draft under the key that its sender has not seen as it stands: nothing was stored. */
export interface UnseenDraft {
  readonly submissionId: null
  readonly version: number
  readonly savedAt: number
  readonly draftGeneration: number
}

/**
 * What stands under the key, or else the draft that kept the answers from being stored, or no row. Never both: what was
 * sent ends its draft. The limit keeps SQLite from looking for the draft too.
 */
const selectStandingOrDraft = (row: NewSubmission) => sql`
  select *, null as version, null as savedAt, null as draftGeneration from (${selectStoredRevision(row)})
  union all
  select null, null, null, null, null, null, null, null, version, saved_at, link_generation
  from drafts where id = ${draftIdOf(row.key)} and ${hasUnseenDraft(draftIdOf(row.key), row.knowing, row.now)}
    and exists (select 1 from (select opens_at, ${closing} as closing from rounds where id = ${row.roundId}) where ${isTaken(row)})
  limit 1`

/**
 * Stores a submission if its round takes answers now, its key is new and its sender knows the draft under it; tells what
 * stands under the key then. Null: nothing does, so the round is closed or not yet open. One batch, so all is stored or
 * nothing.
 */
export async function storeSubmission(
  db: Database,
  row: NewSubmission,
): Promise<StoredRevision | UnseenDraft | null> {
  const steps = stepsOf(row)
  const writes = [
    ...publishRevisionForm(row),
    ...(row.receipt ? [insertReceipt(row, row.receipt.delivery, row.receipt.recipient)] : []),
    ...(steps.length > 0 ? [insertSteps(row, steps)] : []),
    countIn(row),
    endDraft(draftIdOf(row.key), row.now, mine(row)),
    insertRevision(row),
    ...(row.consents.length > 0 ? [insertConsents(row)] : []),
  ]
  const [standing] = await atomically(db, [insertSubmission(row), ...writes, selectStandingOrDraft(row)])
  // The columns are named in the statement itself.
  return (standing as StoredRevision | UnseenDraft | undefined) ?? null
}
