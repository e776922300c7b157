// Steps: what the machine owes, by kind and by how long it may wait. A step's id is its kind and its subject.
import type { DeliveryKind } from '../message/kind.ts'

/** What a step does: it measures a revision, or hands a mail to the mail service. */
export const STEP_KINDS = ['assess', 'deliver'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/**
 * How long a step may wait, the most urgent first: somebody waits to sign in; somebody has just sent something; nobody
 * waits; it goes to many at once. What is due is taken in this order, so that many mails delay no single one.
 */
export const STEP_CLASSES = ['signIn', 'sent', 'other', 'bulk'] as const
export type StepClass = (typeof STEP_CLASSES)[number]

/** The class of a mail of each kind. */
const CLASSES: Readonly<Record<DeliveryKind, StepClass>> = {
  'sign-in': 'signIn',
  receipt: 'sent',
  report: 'sent',
  resume: 'sent',
  confirmed: 'other',
  declined: 'other',
  invited: 'other',
  digest: 'other',
  alert: 'other',
  closing: 'bulk',
}

/** A step as it is stored: `id` is `kind:subject`, so that the same work cannot be owed twice. */
export interface StepRow {
  readonly id: string
  readonly kind: StepKind
  readonly subject: string
  readonly class: StepClass
}

/** The step that measures a revision, by its key. */
export const assessStep = (revision: string): StepRow => ({
  id: `assess:${revision}`,
  kind: 'assess',
  subject: revision,
  class: 'sent',
})

/** The step that hands over a mail of a kind. */
export const deliverStep = (delivery: string, kind: DeliveryKind): StepRow => ({
  id: `deliver:${delivery}`,
  kind: 'deliver',
  subject: delivery,
  class: CLASSES[kind],
})

/** The class of mails of each kind, as pairs. */
export const classesByKind: readonly (readonly [DeliveryKind, StepClass])[] = Object.entries(CLASSES).map(
  // Written down above with these keys and no others.
  ([kind, stepClass]) => [kind as DeliveryKind, stepClass],
)

/** What the machine does all the time: it sweeps, a mail service takes a mail, and it does not take one. */
export type PulseKind = 'swept' | 'handed' | 'unsent'
