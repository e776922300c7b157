// Coordinators mend what went wrong: a mail goes out once more, or elsewhere, a dead step is tried again, a report is
// handed over by hand.
import { type Fields, firstOf } from '../core/form/fields.ts'
import type { Form } from '../core/form/form.ts'
import { likelyMeant } from '../core/form/mistyped.ts'
import { respondentOf } from '../core/form/respondent.ts'
import { newId } from '../core/kernel/id.ts'
import type { Scope } from '../core/kernel/scope.ts'
import { mayResend, messageState } from '../core/message/message.ts'
import type { Message } from '../db/message/read.ts'
import {
  replaceMail,
  retrySteps,
  storeResend,
  storeResendElsewhere,
  updateContactAddress,
} from '../db/message/write.ts'
import { storeHandover, takeHandoverBack } from '../db/report/handover.write.ts'
import { formOf } from '../db/report/read.ts'
import { allDeadSteps } from '../db/step/read.ts'
import type { Deps } from '../deps.ts'
import { changeAddress } from './submission/correct.ts'
import type { SubmitOutcome } from './submission/revision.ts'

type Coordinating = Scope<'coordination'>

/** The fields of the form for another address: the address, and that it is right although it looks mistyped. */
export const ADDRESS_FIELD = 'email'
export const SURE_FIELD = 'sure'

/** What became of a mail that was to go out once more; `owed` are steps to hint at. */
export interface ResendOutcome {
  readonly outcome: 'done' | 'not'
  readonly owed: readonly string[]
}

/** Whether a mail may go once more to the address it went to: it is the last of its kind, and nobody complained of it. */
export const canResend = (message: Message): boolean =>
  message.followedBy === null && mayResend(messageState(message))

/** Sends a mail once more to the same address. Pressed twice it goes out once. */
export async function resendMessage(
  scope: Coordinating,
  deps: Deps,
  message: Message,
): Promise<ResendOutcome> {
  if (!canResend(message)) return { outcome: 'not', owed: [] }
  const now = deps.clock.now()
  if (message.handedAt === null) {
    const step = `deliver:${message.id}`
    const isOwed = await retrySteps(scope, deps.db, [step], now)
    return isOwed ? { outcome: 'done', owed: [step] } : { outcome: 'not', owed: [] }
  }
  const anew = newId(deps.clock, deps.random)
  const isSent = await storeResend(scope, deps.db, { delivery: message.id, anew, now })
  return isSent ? { outcome: 'done', owed: [`deliver:${anew}`] } : { outcome: 'not', owed: [] }
}

/** What became of another address: `asks` where it looks mistyped, with the one probably meant; `same` is no other one. */
export type AddressChangeOutcome =
  | { readonly outcome: 'done'; readonly owed: readonly string[] }
  | { readonly outcome: 'asks'; readonly meant: string }
  | { readonly outcome: 'same' | 'stopped' }
  | { readonly outcome: 'invalid'; readonly form: Form; readonly issue: Invalid['issues'][number] | null }

type Invalid = Extract<SubmitOutcome, { outcome: 'invalid' }>

const isDecision = ({ kind }: Message): boolean => kind === 'confirmed' || kind === 'declined'

/** The address that the answers have by now, where a mail went to another one and nothing stands in its place; or null. */
export function currentAddressOf({ sent, recipient, followedBy }: Message, form: Form | null): string | null {
  const email = form && followedBy === null ? respondentOf(form, sent.revision.answers).email : null
  return email?.toLowerCase() === recipient.toLowerCase() ? null : email
}

/** Whether a mail to an address that has moved follows by itself: that of a decision is sent there by hand. */
export const followsByItself = (message: Message): boolean => !isDecision(message)

/** The form that a mail's address was typed into, where it asks for one and its answers can still be changed. */
export async function formWithAddress(deps: Deps, { sent }: Message): Promise<Form | null> {
  const form = sent.submission.setAsideAt === null ? await formOf(deps.forms, sent) : null
  return form?.respondent.email === undefined ? null : form
}

// The answers have that address by now: what was mailed elsewhere follows by itself, but for a decision.
async function alreadyAt(
  scope: Coordinating,
  deps: Deps,
  message: Message,
  address: string,
): Promise<AddressChangeOutcome> {
  if (message.recipient.toLowerCase() === address.toLowerCase()) return { outcome: 'same' }
  if (!isDecision(message)) return { outcome: 'done', owed: [] }
  const anew = newId(deps.clock, deps.random)
  await storeResendElsewhere(scope, deps.db, {
    delivery: message.id,
    anew,
    to: address,
    now: deps.clock.now(),
  })
  return { outcome: 'done', owed: [`deliver:${anew}`] }
}

/**
 * Takes another address for what a mail is about, as whoever sent it could: links in earlier mails then open nothing, and
 * receipt and report are mailed to the new one. The organisation's contact with the old address gets the new one.
 */
export async function changeMessageAddress(
  scope: Coordinating,
  deps: Deps,
  message: Message,
  fields: Fields,
): Promise<AddressChangeOutcome> {
  const { sent } = message
  const form = await formWithAddress(deps, message)
  const question = form?.respondent.email
  if (!form || question === undefined) return { outcome: 'stopped' }
  const typed = firstOf(fields, ADDRESS_FIELD).trim()
  const meant = likelyMeant(typed)
  if (meant !== null && firstOf(fields, SURE_FIELD) !== typed) return { outcome: 'asks', meant }
  const decision = isDecision(message) ? newId(deps.clock, deps.random) : null
  const now = deps.clock.now()
  let isStored = false
  const submitted = await changeAddress(
    deps,
    form,
    sent,
    new Map([...fields, [question, [typed]]]),
    sent.submission.locale,
    (before, after) => {
      isStored = true
      return {
        scope,
        along: (holds) => [
          ...updateContactAddress(sent.submission.id, before, after, holds),
          ...(decision === null
            ? []
            : replaceMail(scope, { delivery: message.id, anew: decision, to: after, now }, holds)),
        ],
      }
    },
  )
  switch (submitted.outcome) {
    case 'stored':
      if (!isStored) return alreadyAt(scope, deps, message, typed)
      return {
        outcome: 'done',
        owed: [...submitted.owed, ...(decision === null ? [] : [`deliver:${decision}`])],
      }
    case 'invalid':
      return { outcome: 'invalid', form, issue: submitted.issues[0] ?? null }
    default:
      return { outcome: 'stopped' }
  }
}

/** Tries one dead step again, or all of them; gives those to hint at. */
export async function retryDeadSteps(
  scope: Coordinating,
  deps: Deps,
  step: string | null,
): Promise<readonly string[]> {
  const steps = step === null ? await allDeadSteps(scope, deps.db) : [step]
  if (steps.length > 0) await retrySteps(scope, deps.db, steps, deps.clock.now())
  return steps
}

/** Keeps that the report of a submission was handed over by hand, or takes that back. */
export async function handOverByHand(
  scope: Coordinating,
  deps: Deps,
  submission: string,
  isGiven: boolean,
): Promise<void> {
  const now = deps.clock.now()
  if (isGiven) await storeHandover(scope, deps.db, { id: newId(deps.clock, deps.random), submission, now })
  else await takeHandoverBack(scope, deps.db, submission, now)
}
