// What sending and correcting have in common: answers become a revision, and the same answers are known again.

import type { Fields } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Issue } from '../../core/form/issue.ts'
import type { Answers } from '../../core/form/question.ts'
import { type ReadAnswers, readAnswers } from '../../core/form/read.ts'
import { consentsIn, respondentDay, respondentOf } from '../../core/form/respondent.ts'
import { toBase64url } from '../../core/kernel/base64url.ts'
import { canonicalJson } from '../../core/kernel/canonical.ts'
import { digestOfKey, madeAt, newId } from '../../core/kernel/id.ts'
import { leadsOn, makeLink } from '../../core/kernel/link.ts'
import { seal } from '../../core/kernel/seal.ts'
import { mac, type Secret } from '../../core/kernel/secrets.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { respondentKey } from '../../core/organisation/organisation.ts'
import { placeOfRevision } from '../../core/submission/answers.ts'
import type { Round } from '../../db/round/read.ts'
import type { NewRevision, StoredRevision } from '../../db/submission/revision.write.ts'
import type { Deps } from '../../deps.ts'

/** A round with its form, districts filled in. */
export interface RoundWithForm {
  readonly round: Round
  readonly form: Form
  readonly formHash: string
  /** The form as declared, where it does not stand in the database yet: its answers must be readable for ever. */
  readonly unpublished: Form | null
}

/** A draft as its holder is told of it: `link` is the one that resumes it, the moment in ms UTC. */
export interface DraftState {
  readonly link: string
  readonly version: number
  readonly savedAt: number
}

/** What became of a sending or a correction; `receipt` is the link of the receipt. */
export type SubmitOutcome =
  | {
      readonly outcome: 'stored'
      readonly reference: string
      readonly receipt: string
      /** The steps to hint to the queue. */
      readonly owed: readonly string[]
    }
  | { readonly outcome: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly outcome: 'conflict'; readonly reference: string; readonly receipt: string }
  | { readonly outcome: 'closed' }
  /** The draft under the key was saved since by somebody else. */
  | ({ readonly outcome: 'newer' } & DraftState)
  /** Stored under the key, by somebody whose link was withdrawn since. */
  | { readonly outcome: 'withdrawn' }

/** Signs answers, so that the same answers are known again without being told by a dump of the database. */
export async function answersMac(secret: Secret, roundId: string, answers: Answers): Promise<string> {
  return secret.name + toBase64url(await mac(secret, ['answers', roundId, canonicalJson(answers)]))
}

function partAnswers({ questions }: Form, answers: Answers): { open: Answers; sensitive: Answers } {
  const isSensitive = ([id]: readonly [string, unknown]) => questions[id]?.data === 'sensitive'
  const entries = Object.entries(answers)
  return {
    open: Object.fromEntries(entries.filter((entry) => !isSensitive(entry))),
    sensitive: Object.fromEntries(entries.filter(isSensitive)),
  }
}

/** Reads what was posted to a form, as of now. */
export const readPostedAnswers = (
  { clock }: Deps,
  { form, round }: RoundWithForm,
  fields: Fields,
): ReadAnswers => readAnswers(form, fields, respondentDay(form, fields, clock.now(), round.network.timeZone))

/** The moment answers were begun (ms UTC): a key that tells no time, or a time to come, has no claim to the days of grace. */
export function begunAt(key: string, now: number): number {
  const begun = madeAt(key)
  return begun !== null && begun <= now ? begun : now
}

/** A revision as it will be stored; `mailsReceipt` where its sender is to be mailed a receipt. */
export async function newRevision(
  deps: Deps,
  { round, form, formHash, unpublished }: RoundWithForm,
  key: string,
  answers: Answers,
  locale: Locale,
  mailsReceipt: (email: string) => boolean,
): Promise<NewRevision> {
  const { clock, random, secrets } = deps
  const now = clock.now()
  const respondent = respondentOf(form, answers)
  const { organisation, district, email } = respondent
  const { open, sensitive } = partAnswers(form, answers)
  const digest = await digestOfKey(key)
  return {
    key: digest,
    respondentKey: respondentKey(organisation, district),
    respondent,
    locale,
    formHash,
    unpublished,
    answers: open,
    answersSealed:
      Object.keys(sensitive).length > 0
        ? await seal(secrets, random, placeOfRevision(digest), JSON.stringify(sensitive))
        : null,
    answersMac: await answersMac(secrets.current, round.id, answers),
    consents: consentsIn(form, answers),
    noticeVersion: form.noticeVersion,
    isAssessed: form.instrument !== undefined,
    receipt: email && mailsReceipt(email) ? { delivery: newId(clock, random), recipient: email } : null,
    begunAt: begunAt(key, now),
    now,
  }
}

/** What was sent, to be compared with what stands: all its answers, and the row made of them. */
interface SentRevision {
  readonly roundId: string
  readonly answers: Answers
  readonly answersMac: string
}

async function isSameRevision(
  { secrets }: Deps,
  stored: StoredRevision,
  { roundId, answers, answersMac: signed }: SentRevision,
): Promise<boolean> {
  if (stored.roundId !== roundId) return false
  if (stored.answersMac === signed) return true
  // Signed with an earlier secret, the same answers have another MAC.
  const secret = secrets.find(stored.answersMac.slice(0, 1))
  return secret !== undefined && stored.answersMac === (await answersMac(secret, roundId, answers))
}

/** What to tell of what stands under a key: the receipt of these answers, or that others stand there. */
export async function outcomeOf(
  deps: Deps,
  stored: StoredRevision,
  sent: SentRevision,
  owed: readonly string[],
): Promise<SubmitOutcome> {
  const { reference, linkGeneration, ledTo } = stored
  if (!leadsOn(ledTo, linkGeneration)) return { outcome: 'withdrawn' }
  const receipt = await makeLink(deps.secrets, 'receipt', stored.submissionId, linkGeneration)
  return (await isSameRevision(deps, stored, sent))
    ? { outcome: 'stored', reference, receipt, owed }
    : { outcome: 'conflict', reference, receipt }
}
