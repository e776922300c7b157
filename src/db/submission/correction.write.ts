// Storing a correction: a new revision beside the earlier ones, and all that is owed anew because of it. One batch.
import { type SQL, sql } from 'drizzle-orm'
import { draftIdOf } from '../../core/draft/draft.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { StepRow } from '../../core/step/step.ts'
import { atomically, type Database } from '../database.ts'
import { endDraft } from '../draft/write.ts'
import { isLastOfKind } from '../facts/delivery.ts'
import { attributesAnswers } from '../facts/round.ts'
import { isAssessing, isOfMail } from '../facts/step.ts'
import {
  districtOfAnswer,
  firstAnswer,
  isHeld,
  respondentDistrict,
  standsInRound,
} from '../facts/submission.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { insertEvent } from '../write.ts'
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

/** Everything one correction writes. */
export interface NewCorrection extends NewRevision {
  readonly submissionId: string
  /** The revision that is corrected: where another one stands by now, what was read of it is no longer so. */
  readonly corrects: string
  /** The key that the answers of that revision tell of their respondent. */
  readonly respondentKeyBefore: string
  /** Whether mail went to another address before: the links in it open nothing any more. */
  readonly withdrawsLinks: boolean
  /** Whether only where mail goes is changed: the round may be closed then, and no answer is corrected. */
  readonly mendsAddress: boolean
  /** What a coordinator has to be allowed, and does along with it; null where whoever sent it corrects it. */
  readonly byCoordinator: ByCoordinator | null
}

/** A correction by a coordinator. */
export interface ByCoordinator {
  readonly scope: Scope<'coordination'>
  /** Statements that belong to it; `holds`: the correction is being stored. */
  readonly along: (holds: SQL) => readonly SQL[]
}

// Holds until the revision is there, so everything that asks for it is written before the revision. The submission names
// the revision already before that.
const mayCorrect = (row: NewCorrection) => sql`
  not exists (select 1 from revisions where key = ${row.key})
  and exists (
    select 1 from (
      select opens_at, ${closing} as closing
      from submissions s join rounds r on r.id = s.round_id
      where s.id = ${row.submissionId} and ${standsInRound('s')}
        and s.current_revision in (${row.corrects}, ${row.key})
        and ${row.byCoordinator ? stillCoordinates(row.byCoordinator.scope, respondentDistrict('s')) : sql`true`}
    )
    where ${row.mendsAddress} or (${isTaken(row)})
  )`

const ours = (row: NewCorrection) =>
  sql`from submissions where id = ${row.submissionId} and ${mayCorrect(row)}`

// Where the name and district are said as before, the key stays: it may be one's own beside another organisation of that
// name (held.write.ts), or that of the answer that one waits behind since two organisations were merged (src/db/organisation/merge.write.ts).
const keyAfter = ({ respondentKey, respondentKeyBefore }: NewCorrection): SQL =>
  respondentKey === respondentKeyBefore ? sql`submissions.respondent_key` : sql`${respondentKey}`

// Held is what is said twice of one organisation: a correction can bring that about, and can mend it.
const isSecond = (row: NewCorrection) =>
  sql`exists (select 1 ${firstAnswer(sql`submissions.round_id`, { key: keyAfter(row), person: sql`${row.respondent.person}` })} and o.id <> submissions.id)`

// What is suspect stays so, whatever it says now: only a person releases it.
const staysHeld = (row: NewCorrection) => sql`(submissions.held_for is not null or ${isSecond(row)})`

const owesSomething = ({ isAssessed, receipt }: NewCorrection) => isAssessed || receipt !== null

// A receipt that failed after it was relied on: no other one is mailed, so the failure stands.
const keepsFailure = (row: NewCorrection) => sql`
  case when failed_at is null or ${row.receipt !== null || row.withdrawsLinks} or ${staysHeld(row)} then 0
  else exists (
    select 1 from deliveries d
    where d.subject_id = submissions.id and d.kind = 'receipt'
      and (d.failed_at is not null or exists (select 1 from steps where id = 'deliver:' || d.id and dead_at is not null))
      and ${isLastOfKind}
  ) end`

const countChange = (row: NewCorrection) =>
  addToTallies(
    {
      done: sql`(not ${staysHeld(row)} and not ${owesSomething(row)}) - (done_at is not null)`,
      failed: sql`- (failed_at is not null and not (${keepsFailure(row)}))`,
      held: sql`${staysHeld(row)} - (${isHeld('submissions')})`,
    },
    ours(row),
    row.now,
  )

// Reports of earlier revisions, and receipts that a new one stands for.
const isGivenUp = (row: NewCorrection) => sql`
  submission_id = ${row.submissionId} and handed_at is null and failed_at is null
  and (kind = 'report' or ${row.receipt !== null || row.withdrawsLinks})`

const dropSteps = (row: NewCorrection) => sql`
  delete from steps
  where submission_id = ${row.submissionId} and ${mayCorrect(row)} and (
    ${isAssessing('steps')} or ${isOfMail('steps', isGivenUp(row))}
  )`

const dropMails = (row: NewCorrection) => sql`
  delete from deliveries where ${isGivenUp(row)} and ${mayCorrect(row)}`

const withdrawReports = (row: NewCorrection) => sql`
  update assessments set link_generation = link_generation + 1
  where submission_id = ${row.submissionId} and ${mayCorrect(row)}`

const insertReceipt = (row: NewCorrection, delivery: string, recipient: string) => sql`
  insert into deliveries (id, network_id, submission_id, kind, subject_id, generation, recipient, locale, replaces, created_at)
  select ${delivery}, network_id, id, 'receipt', id,
    (select coalesce(max(generation) + 1, 0) from deliveries where subject_id = submissions.id and kind = 'receipt'),
    ${recipient}, ${row.locale},
    (select id from deliveries where subject_id = submissions.id and kind = 'receipt' order by generation desc limit 1),
    ${row.now}
  ${ours(row)}`

const insertStep = (row: NewCorrection, step: StepRow) => sql`
  insert into steps (id, network_id, submission_id, kind, subject_id, class, due_at, created_at)
  select ${step.id}, network_id, id, ${step.kind}, ${step.subject}, ${step.class}, ${row.now}, ${row.now}
  ${ours(row)} and submissions.held_for is null and not (${waitsWhileHeld(step)} and ${isSecond(row)})`

// What a coordinator does along with it, and the event that says so.
const alongWith = (row: NewCorrection, { scope, along }: ByCoordinator): readonly SQL[] => [
  ...along(mayCorrect(row)),
  insertEvent(
    scope,
    {
      verb: 'redirect',
      subject: 'submission',
      id: row.submissionId,
      district: districtOfAnswer(row.submissionId),
      when: mayCorrect(row),
    },
    row.now,
  ),
]

// Known by its name, it is another organisation's under another name; what a person said of it stays.
const isRenamed = (row: NewCorrection) => sql`
  respondent_key <> ${keyAfter(row)} and coalesce(matched_by, 'name') = 'name'`

const renamed = (row: NewCorrection) => sql`(
  select case when ${attributesAnswers('rounds')} then ${organisationOf(row)} end from rounds where rounds.id = submissions.round_id)`

const changeSubmission = (row: NewCorrection) => sql`
  update submissions set
    organisation_id = case when ${isRenamed(row)} then ${renamed(row)} else organisation_id end,
    matched_by = case when ${isRenamed(row)} then case when ${renamed(row)} is not null then 'name' end else matched_by end,
    current_revision = ${row.key}, respondent_key = ${keyAfter(row)}, respondent_name = ${row.respondent.organisation},
    respondent_district = ${row.respondent.district}, respondent_email = ${row.respondent.email},
    respondent_person = ${row.respondent.person}, locale = ${row.locale},
    link_generation = link_generation + ${row.withdrawsLinks},
    failed_at = case when ${keepsFailure(row)} then failed_at end,
    held_at = case when ${staysHeld(row)} then coalesce(held_at, ${row.now}) end,
    done_at = case when not ${staysHeld(row)} and not ${owesSomething(row)} then ${row.now} end
  where id = ${row.submissionId} and ${mayCorrect(row)}`

const insertRevision = (row: NewCorrection) => sql`
  insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_sealed, answers_mac, link_generation, corrected_at, locale, created_at)
  select ${row.key}, network_id, id, (select max(number) + 1 from revisions where submission_id = submissions.id),
    ${row.formHash}, ${JSON.stringify(row.answers)}, ${row.answersSealed}, ${row.answersMac}, link_generation,
    ${row.mendsAddress ? sql`(select corrected_at from revisions where key = ${row.corrects})` : row.now}, ${row.locale}, ${row.now}
  ${ours(row)}`

// changes() is the number of rows that the statement before, in the same batch, wrote.
const insertConsents = (row: NewCorrection) => sql`
  insert into consents (revision_key, network_id, purpose, notice_version, given_at)
  select ${row.key}, network_id, purpose.value, ${row.noticeVersion}, ${row.now}
  from submissions, json_each(${JSON.stringify(row.consents)}) as purpose
  where changes() > 0 and submissions.id = ${row.submissionId}`

/**
 * Stores a correction if its round takes answers now and its key is new, and tells what stands under the key.
 * What was owed for earlier revisions and is not yet done is given up; what was handed over or refused stays told.
 * Null: nothing stands under the key, so the submission cannot be corrected now, or another revision stands meanwhile.
 */
export async function storeCorrection(db: Database, row: NewCorrection): Promise<StoredRevision | null> {
  const statements: readonly SQL[] = [
    ...publishRevisionForm(row),
    countChange(row),
    dropSteps(row),
    dropMails(row),
    ...(row.withdrawsLinks ? [withdrawReports(row)] : []),
    ...(row.receipt ? [insertReceipt(row, row.receipt.delivery, row.receipt.recipient)] : []),
    ...stepsOf(row).map((step) => insertStep(row, step)),
    ...(row.byCoordinator ? alongWith(row, row.byCoordinator) : []),
    changeSubmission(row),
    insertRevision(row),
    ...(row.consents.length > 0 ? [insertConsents(row)] : []),
    // Begun as answers of its own, and sent as a correction of others.
    endDraft(draftIdOf(row.key), row.now, sql`from revisions where key = ${row.key}`),
    selectStoredRevision(row),
  ]
  const [standing] = await atomically(db, statements)
  // The columns are named in the statement itself.
  return (standing as StoredRevision | undefined) ?? null
}
