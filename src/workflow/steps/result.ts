// What a handler says of a step it has tried.
import type { Claim } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'

/**
 * `done`: its outcome is stored and the step finished; `owed` names the steps it left, `isHanded`: the mail service took a mail.
 * `later`: it could not be done now; `retryAt` (ms UTC) where it is known when it can, `mail` where a mail waits, and why.
 * `never`: no further try will do it, a person must look at it.
 */
export type StepResult =
  | { readonly result: 'done'; readonly owed: readonly string[]; readonly isHanded?: boolean }
  | {
      readonly result: 'later'
      readonly reason: string
      readonly retryAt: number | null
      readonly mail?: MailWaits
    }
  | { readonly result: 'never'; readonly reason: string }

/** Why a mail waits: by a `rule` of ours, because its mail `box` takes it later, or because of an `outage` of the mail service. */
export type MailWaits = 'rule' | 'box' | 'outage'

// Often enough that nobody waits long once the release is back, seldom enough to disturb nothing.
const ASKED_AGAIN = 60 * 60 * 1000

/** What is said of work of a kind that this release does not know: after going back to an older one it waits for the newer. */
export const ofLaterRelease = ({ clock }: Deps): StepResult => ({
  result: 'later',
  reason: 'kind of a later release',
  retryAt: clock.now() + ASKED_AGAIN,
})

/** Takes one step; `subject` is what stands after the colon in its id. */
export type StepAction = (claim: Claim, subject: string) => Promise<StepResult>

/** Loads what some steps of one kind need, all at once, and gives what takes one of them. */
export type StepHandler = (deps: Deps, subjects: readonly string[]) => Promise<StepAction>
