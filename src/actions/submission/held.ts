// A coordinator decides about a held answer: which of two of one organisation counts, or whether it counts at all.
import type { Scope } from '../../core/kernel/scope.ts'
import { formOf } from '../../db/report/read.ts'
import type { HeldPair } from '../../db/submission/held.read.ts'
import {
  type HeldChoice,
  type HeldDecisionResult,
  type SeenAnswer,
  storeHeldDecision,
} from '../../db/submission/held.write.ts'
import type { SentSubmission } from '../../db/submission/read.ts'
import type { Deps } from '../../deps.ts'

/** What can be decided, in the order in which it is offered. */
export const HELD_CHOICES: readonly HeldChoice[] = ['held', 'counting', 'both']
export type { HeldChoice }

/** What a page shows of a pair, so that a decision about other answers than were seen is not taken. */
export const pairFingerprint = ({ held, counting }: HeldPair): string =>
  [held, counting].map((one) => (one ? `${one.submission.reference}.${one.revision.number}` : '')).join('+')

const seenAnswerOf = ({ submission, revision }: SentSubmission): SeenAnswer => ({
  submission: submission.id,
  revision: revision.key,
})

/** What can be decided where no other answer counts in the place of the held one: it counts, or it does not. */
export const ALONE_CHOICES: readonly HeldChoice[] = ['held', 'counting']

/** Decides about a held answer, whether or not another one counts in its place. */
export async function decideHeld(
  scope: Scope<'coordination'>,
  deps: Deps,
  { held, counting }: HeldPair,
  choice: HeldChoice,
): Promise<HeldDecisionResult> {
  const form = await formOf(deps.forms, held)
  if (!form) return { outcome: 'gone', owed: [] }
  return storeHeldDecision(scope, deps.db, {
    held: seenAnswerOf(held),
    counting: counting && seenAnswerOf(counting),
    choice,
    isAssessed: form.instrument !== undefined,
    now: deps.clock.now(),
  })
}
