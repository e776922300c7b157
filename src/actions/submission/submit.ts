// What a person does when sending a form: read, keep, and leave the rest to the workflow.
import { draftIdOf, knownVersionOf } from '../../core/draft/draft.ts'
import { type Fields, firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { suspicionOf } from '../../core/form/trap.ts'
import { newId, readId } from '../../core/kernel/id.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { takesAnswers } from '../../core/round/times.ts'
import type { StepRow } from '../../core/step/step.ts'
import { newReference } from '../../core/submission/reference.ts'
import { stepsOf, waitsWhileHeld } from '../../db/submission/revision.write.ts'
import { type NewSubmission, storeSubmission } from '../../db/submission/write.ts'
import type { Deps } from '../../deps.ts'
import { draftState } from '../draft.ts'
import {
  begunAt,
  newRevision,
  outcomeOf,
  type RoundWithForm,
  readPostedAnswers,
  type SubmitOutcome,
} from './revision.ts'

const ATTEMPTS = 3

// Two submissions drew the same reference: about once in 10^9 pairs, and a new one is drawn.
const isReferenceTaken = (error: unknown): boolean =>
  /UNIQUE constraint failed: submissions\.network_id, submissions\.reference/.test(
    `${error} ${error instanceof Error ? error.cause : ''}`,
  )

async function store(deps: Deps, row: NewSubmission): ReturnType<typeof storeSubmission> {
  for (let attempt = 1; ; attempt++) {
    const reference = attempt === 1 ? row.reference : newReference(deps.random)
    try {
      return await storeSubmission(deps.db, { ...row, reference })
    } catch (error) {
      if (attempt === ATTEMPTS || !isReferenceTaken(error)) throw error
    }
  }
}

/**
 * Takes what was posted to a form. The same key with the same answers gives the same receipt again, with other answers
 * a conflict; nothing is stored unless every needed answer is there.
 */
export async function submit(
  deps: Deps,
  opened: RoundWithForm,
  fields: Fields,
  locale: Locale,
): Promise<SubmitOutcome> {
  const { round } = opened
  const { answers, issues } = readPostedAnswers(deps, opened, fields)
  // Without a key of ours a repetition cannot be recognised, but the answers are kept all the same.
  const posted = readId(firstOf(fields, KEY_FIELD))
  const key = posted ?? newId(deps.clock, deps.random)
  if (issues.length > 0) {
    const now = deps.clock.now()
    // Nobody mends answers that will not be taken.
    return takesAnswers(round, begunAt(key, now), now)
      ? { outcome: 'invalid', issues }
      : { outcome: 'closed' }
  }
  const row: NewSubmission = {
    ...(await newRevision(deps, opened, key, answers, locale, () => true)),
    id: newId(deps.clock, deps.random),
    roundId: round.id,
    reference: newReference(deps.random),
    knowing: knownVersionOf(fields),
    heldFor: suspicionOf(fields, posted, deps.clock.now()),
  }
  const stored = await store(deps, row)
  if (!stored) return { outcome: 'closed' }
  if (stored.submissionId === null) {
    const draft = { ...stored, linkGeneration: stored.draftGeneration }
    return { outcome: 'newer', ...(await draftState(deps, draftIdOf(row.key), draft)) }
  }
  const isNew = stored.submissionId === row.id
  const isOwed = (step: StepRow) =>
    isNew && stored.heldFor === null && (stored.heldAt === null || !waitsWhileHeld(step))
  const owed = stepsOf(row)
    .filter(isOwed)
    .map(({ id }) => id)
  const { answersMac } = row
  return outcomeOf(deps, stored, { roundId: round.id, answers, answersMac }, owed)
}
