// What a person does behind a receipt's link: correct answers, or mend the address that mail goes to.
import { type Fields, firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { fieldsOfAnswers } from '../../core/form/fill.ts'
import type { Form } from '../../core/form/form.ts'
import type { Answers } from '../../core/form/question.ts'
import { type RespondentAnswers, respondentOf } from '../../core/form/respondent.ts'
import { newId, readId } from '../../core/kernel/id.ts'
import { makeLink } from '../../core/kernel/link.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { respondentKey } from '../../core/organisation/organisation.ts'
import { takesAnswers } from '../../core/round/times.ts'
import { readableAnswers, wholeAnswers } from '../../core/submission/answers.ts'
import { formOf } from '../../db/report/read.ts'
import {
  type ByCoordinator,
  type NewCorrection,
  storeCorrection,
} from '../../db/submission/correction.write.ts'
import { deliveriesOf, mailHasFailed, type SentSubmission, submissionById } from '../../db/submission/read.ts'
import { stepsOf } from '../../db/submission/revision.write.ts'
import type { Deps } from '../../deps.ts'
import {
  begunAt,
  newRevision,
  outcomeOf,
  type RoundWithForm,
  readPostedAnswers,
  type SubmitOutcome,
} from './revision.ts'

// Without a key of ours a repetition cannot be recognised, but what was typed is kept all the same.
const keyIn = ({ clock, random }: Deps, fields: Fields): string =>
  readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)

interface Change {
  readonly key: string
  readonly answers: Answers
  readonly locale: Locale
  /** Who answered, as it was said before. */
  readonly before: RespondentAnswers | null
  readonly mendsAddress: boolean
  readonly byCoordinator: ByCoordinator | null
}

async function store(
  deps: Deps,
  opened: RoundWithForm,
  { submission, revision }: SentSubmission,
  { key, answers, locale, before, mendsAddress, byCoordinator }: Change,
): Promise<SubmitOutcome> {
  const emailBefore = before?.email ?? null
  // The report that is made anew tells the same address of the correction. A receipt does where there is no report,
  // and where the one before did not arrive.
  const receipt = (await deliveriesOf(deps.db, submission.id)).findLast(({ kind }) => kind === 'receipt')
  const hasReceipt = receipt !== undefined && !mailHasFailed(receipt) && opened.form.instrument !== undefined
  const mailsReceipt = (email: string) => email !== emailBefore || !hasReceipt
  const { email } = respondentOf(opened.form, answers)
  const row: NewCorrection = {
    ...(await newRevision(deps, opened, key, answers, locale, mailsReceipt)),
    submissionId: submission.id,
    corrects: revision.key,
    respondentKeyBefore: before === null ? '' : respondentKey(before.organisation, before.district),
    withdrawsLinks: emailBefore !== null && email !== emailBefore,
    mendsAddress,
    byCoordinator,
  }
  const stored = await storeCorrection(deps.db, row)
  if (!stored) return { outcome: 'closed' }
  const sent = { roundId: opened.round.id, answers, answersMac: row.answersMac }
  return outcomeOf(
    deps,
    stored,
    sent,
    stepsOf(row).map(({ id }) => id),
  )
}

/** Tries a change again on what stands now, as long as another change came between its reading and its writing. */
async function onWhatStands(
  deps: Deps,
  sent: SentSubmission,
  change: (sent: SentSubmission) => Promise<SubmitOutcome>,
): Promise<SubmitOutcome> {
  const submitted = await change(sent)
  if (submitted.outcome !== 'closed') return submitted
  const now = await submissionById(deps.db, sent.submission.id)
  return now === null || now.revision.key === sent.revision.key ? submitted : onWhatStands(deps, now, change)
}

/**
 * Takes a correction of what was sent: a new revision, every earlier one is kept. It is taken as long as the round
 * takes answers. The same key with the same answers gives the same receipt again, with other answers a conflict.
 */
export async function correctSubmission(
  deps: Deps,
  opened: RoundWithForm,
  sent: SentSubmission,
  fields: Fields,
  locale: Locale,
): Promise<SubmitOutcome> {
  const { answers, issues } = readPostedAnswers(deps, opened, fields)
  const key = keyIn(deps, fields)
  if (issues.length > 0) {
    const now = deps.clock.now()
    return takesAnswers(opened.round, begunAt(key, now), now)
      ? { outcome: 'invalid', issues }
      : { outcome: 'closed' }
  }
  return onWhatStands(deps, sent, async (standing) => {
    const form = await formOf(deps.forms, standing)
    const { answers: earlier } = await readableAnswers(deps.secrets, standing.revision)
    const before = form && respondentOf(form, earlier)
    const change = { key, answers, locale, before, mendsAddress: false, byCoordinator: null }
    return store(deps, opened, standing, change)
  })
}

/** What a coordinator does along with mending an address: `before` and `after` are the addresses. */
export type AlongWithAddress = (before: string | null, after: string) => ByCoordinator

async function changeAddressOnce(
  deps: Deps,
  form: Form,
  sent: SentSubmission,
  fields: Fields,
  locale: Locale,
  along: AlongWithAddress | null,
): Promise<SubmitOutcome> {
  const { submission, revision, round } = sent
  const opened: RoundWithForm = { round, form, formHash: revision.formHash, unpublished: null }
  const question = form.respondent.email
  if (question === undefined) return { outcome: 'closed' }
  const before = await wholeAnswers(deps.secrets, revision)
  const typed = fieldsOfAnswers({ ...before, [question]: firstOf(fields, question) })
  const read = readPostedAnswers(deps, opened, typed)
  const address = read.answers[question]
  if (address === undefined) {
    const issues = read.issues.filter((issue) => issue.question === question)
    return {
      outcome: 'invalid',
      issues: issues.length > 0 ? issues : [{ question, problem: { kind: 'missing' } }],
    }
  }
  const respondent = respondentOf(form, before)
  if (address === respondent.email) {
    const receipt = await makeLink(deps.secrets, 'receipt', submission.id, submission.linkGeneration)
    return { outcome: 'stored', reference: submission.reference, receipt, owed: [] }
  }
  const answers = { ...before, [question]: address }
  const byCoordinator = along?.(respondent.email, String(address)) ?? null
  return store(deps, opened, sent, {
    key: keyIn(deps, fields),
    answers,
    locale,
    before: respondent,
    mendsAddress: true,
    byCoordinator,
  })
}

/**
 * Takes another address for the mails of what was sent, typed into the field of the form's own question; also after the
 * close. Links in mails to the earlier address then open nothing, and receipt and report are mailed to the new one.
 * `form` is the one that was answered, districts filled in; `along` is what a coordinator who mends it does as well.
 */
export const changeAddress = (
  deps: Deps,
  form: Form,
  sent: SentSubmission,
  fields: Fields,
  locale: Locale,
  along: AlongWithAddress | null = null,
): Promise<SubmitOutcome> =>
  onWhatStands(deps, sent, (standing) => changeAddressOnce(deps, form, standing, fields, locale, along))
