// What a person does when sending a form: read, keep, and leave the rest to the workflow.

import { toBase64url } from '../core/base64url.ts'
import { canonicalJson } from '../core/canonical.ts'
import { dayOf } from '../core/form/date.ts'
import { type Fields, firstOf, KEY_FIELD } from '../core/form/fields.ts'
import type { Form } from '../core/form/form.ts'
import type { Issue } from '../core/form/issue.ts'
import type { Answers } from '../core/form/question.ts'
import { readAnswers } from '../core/form/read.ts'
import { consentsIn, respondentOf } from '../core/form/respondent.ts'
import { digestOfKey, madeAt, newId, readId } from '../core/id.ts'
import { makeLink } from '../core/link.ts'
import { respondentKey } from '../core/organisation.ts'
import { newReference } from '../core/reference.ts'
import { takesAnswers } from '../core/round.ts'
import { seal } from '../core/seal.ts'
import { mac, type Secret } from '../core/secrets.ts'
import type { Locale } from '../core/text.ts'
import type { Round } from '../db/read/round.ts'
import { type NewSubmission, type StoredRevision, stepsOf, storeSubmission } from '../db/write/submission.ts'
import type { Deps } from '../deps.ts'

/** A round with its form, districts filled in. */
export interface OpenedRound {
  readonly round: Round
  readonly form: Form
  readonly formHash: string
  /** The form as declared, where it does not stand in the database yet: its answers must be readable for ever. */
  readonly unpublished: Form | null
}

/** What became of a sending; `receipt` is the link of the receipt. */
export type Submitted =
  | {
      readonly outcome: 'stored'
      readonly reference: string
      readonly receipt: string
      readonly owed: readonly string[]
    }
  | { readonly outcome: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly outcome: 'conflict'; readonly reference: string; readonly receipt: string }
  | { readonly outcome: 'closed' }

const ATTEMPTS = 3

/** Signs answers, so that the same answers are known again without being told by a dump of the database. */
async function answersMac(secret: Secret, roundId: string, answers: Answers): Promise<string> {
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

// Answers begun after the close, or with a key that tells no time, have no claim to the days of grace.
function begunAt(key: string, now: number): number {
  const begun = madeAt(key)
  return begun !== null && begun <= now ? begun : now
}

async function rowFor(
  deps: Deps,
  { round, form, formHash, unpublished }: OpenedRound,
  key: string,
  answers: Answers,
  locale: Locale,
): Promise<NewSubmission> {
  const { clock, random, secrets } = deps
  const now = clock.now()
  const { organisation, district, email } = respondentOf(form, answers)
  const { open, sensitive } = partAnswers(form, answers)
  return {
    id: newId(clock, random),
    roundId: round.id,
    key: await digestOfKey(key),
    respondentKey: respondentKey(organisation, district),
    reference: newReference(random),
    locale,
    formHash,
    unpublished,
    answers: open,
    answersSealed:
      Object.keys(sensitive).length > 0 ? await seal(secrets, random, JSON.stringify(sensitive)) : null,
    answersMac: await answersMac(secrets.current, round.id, answers),
    consents: consentsIn(form, answers),
    noticeVersion: form.noticeVersion,
    isAssessed: form.instrument !== undefined,
    receipt: email ? { delivery: newId(clock, random), recipient: email } : null,
    begunAt: begunAt(key, now),
    now,
  }
}

// Two submissions drew the same reference: about once in 10^9 pairs, and a new one is drawn.
const isReferenceTaken = (error: unknown): boolean =>
  /UNIQUE constraint failed: submissions\.network_id, submissions\.reference/.test(
    `${error} ${error instanceof Error ? error.cause : ''}`,
  )

async function store(deps: Deps, row: NewSubmission): Promise<StoredRevision | null> {
  for (let attempt = 1; ; attempt++) {
    const reference = attempt === 1 ? row.reference : newReference(deps.random)
    try {
      return await storeSubmission(deps.db, { ...row, reference })
    } catch (error) {
      if (attempt === ATTEMPTS || !isReferenceTaken(error)) throw error
    }
  }
}

async function isSame(
  { secrets }: Deps,
  stored: StoredRevision,
  roundId: string,
  answers: Answers,
): Promise<boolean> {
  const secret = secrets.find(stored.answersMac.slice(0, 1))
  return (
    stored.roundId === roundId &&
    secret !== undefined &&
    stored.answersMac === (await answersMac(secret, roundId, answers))
  )
}

/**
 * Takes what was posted to a form. The same key with the same answers gives the same receipt again, with other answers
 * a conflict; nothing is stored unless every needed answer is there. `owed` names the steps to hint to the queue.
 */
export async function submit(
  deps: Deps,
  opened: OpenedRound,
  fields: Fields,
  locale: Locale,
): Promise<Submitted> {
  const { round, form } = opened
  const { answers, issues } = readAnswers(form, fields, dayOf(deps.clock.now(), round.network.timeZone))
  // Without a key of ours a repetition cannot be recognised, but the answers are kept all the same.
  const key = readId(firstOf(fields, KEY_FIELD)) ?? newId(deps.clock, deps.random)
  if (issues.length > 0) {
    const now = deps.clock.now()
    // Nobody mends answers that will not be taken.
    return takesAnswers(round, begunAt(key, now), now)
      ? { outcome: 'invalid', issues }
      : { outcome: 'closed' }
  }
  const row = await rowFor(deps, opened, key, answers, locale)
  const stored = await store(deps, row)
  if (!stored) return { outcome: 'closed' }
  const receipt = await makeLink(deps.secrets, 'receipt', stored.submissionId, stored.linkGeneration)
  const { reference } = stored
  if (stored.submissionId === row.id) {
    const owed = stepsOf(row).filter((step) => stored.heldAt === null || !step.startsWith('assess:'))
    return { outcome: 'stored', reference, receipt, owed }
  }
  return (await isSame(deps, stored, round.id, answers))
    ? { outcome: 'stored', reference, receipt, owed: [] }
    : { outcome: 'conflict', reference, receipt }
}
