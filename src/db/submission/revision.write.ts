// What every sending and every correction write alike: a revision, its form, its consents.
import { type SQL, sql } from 'drizzle-orm'
import type { Form } from '../../core/form/form.ts'
import type { Answers } from '../../core/form/question.ts'
import type { RespondentAnswers } from '../../core/form/respondent.ts'
import type { Suspicion } from '../../core/form/trap.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { GRACE } from '../../core/round/times.ts'
import { assessStep, deliverStep, type StepRow } from '../../core/step/step.ts'
import { publishForm } from '../form/write.ts'

/** A revision and what follows from it; moments in ms UTC. */
export interface NewRevision {
  /** The digest of the key minted with the page; what was stored under it once is never stored again. */
  readonly key: string
  readonly respondentKey: string
  /** Who answers, as the answers say. */
  readonly respondent: RespondentAnswers
  readonly locale: Locale
  readonly formHash: string
  /** The form, where it does not stand in the database yet. */
  readonly unpublished: Form | null
  readonly answers: Answers
  readonly answersSealed: string | null
  readonly answersMac: string
  readonly consents: readonly string[]
  readonly noticeVersion: string
  readonly isAssessed: boolean
  readonly receipt: { readonly delivery: string; readonly recipient: string } | null
  readonly begunAt: number
  readonly now: number
}

/** What stands under a key after the batch. */
export interface StoredRevision {
  readonly submissionId: string
  readonly roundId: string
  readonly reference: string
  readonly linkGeneration: number
  /** The generation of the link that the key led to when it was new; null: of a first sending, which leads to every one. */
  readonly ledTo: number | null
  readonly answersMac: string
  readonly heldAt: number | null
  readonly heldFor: Suspicion | null
}

const NEVER = Number.MAX_SAFE_INTEGER

/** When a round closes, as a column of a query over `rounds`. */
export const closing = sql.raw(`min(coalesce(closes_at, ${NEVER}), coalesce(closed_at, ${NEVER}))`)

/** Whether answers begun and sent at these moments are taken; asks the columns `opens_at` and `closing`. */
export const isTaken = ({ begunAt, now }: Pick<NewRevision, 'begunAt' | 'now'>): SQL => sql`
  opens_at <= ${now} and (${now} < closing or (${begunAt} < closing and ${now} < closing + ${GRACE}))`

/**
 * The confirmed organisation of a round's network that bears the name in the district that a revision was sent from, or
 * null where there is none or several: a column of a query over `rounds`.
 */
export const organisationOf = ({ respondentKey }: NewRevision): SQL => {
  const cut = respondentKey.indexOf('/')
  return sql`(
    select case when count(distinct o.id) = 1 then min(o.id) end
    from organisation_names n join organisations o on o.id = n.organisation_id
    where n.network_id = rounds.network_id and n.normalised = ${respondentKey.slice(cut + 1)}
      and o.district = ${respondentKey.slice(0, cut)} and o.confirmed_at is not null and o.merged_into is null
  )`
}

/** The statements that keep the form whose answers are about to be stored, where it does not stand there yet. */
export const publishRevisionForm = ({
  unpublished: form,
  formHash: hash,
  now,
}: Pick<NewRevision, 'unpublished' | 'formHash' | 'now'>): readonly SQL[] =>
  form ? [publishForm({ form, hash }, now)] : []

/** The statement that tells what stands under a key. */
export const selectStoredRevision = ({ key }: NewRevision): SQL => sql`
  select s.id as submissionId, s.round_id as roundId, s.reference, s.link_generation as linkGeneration, r.link_generation as ledTo,
    r.answers_mac as answersMac, s.held_at as heldAt, s.held_for as heldFor
  from revisions r join submissions s on s.id = r.submission_id where r.key = ${key}`

/** The steps a revision owes. */
export const stepsOf = ({ key, isAssessed, receipt }: NewRevision): readonly StepRow[] => [
  ...(isAssessed ? [assessStep(key)] : []),
  ...(receipt ? [deliverStep(receipt.delivery, 'receipt')] : []),
]

/** Whether a step is owed only where the submission is not held; of what is held as suspect none is. */
export const waitsWhileHeld = ({ kind }: StepRow): boolean => kind === 'assess'
