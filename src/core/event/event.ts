// Events: who did what, when, for which network. One line each; lines are added and never changed.

/** Who acts. Only staff write events so far; the others are for what a respondent, an operator or the machine does later. */
export const ACTOR_KINDS = ['staff', 'respondent', 'operator', 'machine'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** What was done, as a verb. An event keeps its verb for ever, so none is given another meaning. */
export const EVENT_VERBS = [
  'add',
  'change',
  'remove',
  'end',
  'invite',
  'import',
  'confirm',
  'decline',
  'accept',
  'setAside',
  'separate',
  'distinguish',
  'reconsider',
  'merge',
  'unmerge',
  'open',
  'close',
  'reopen',
  'send',
  'redirect',
  'retry',
  'handOver',
  'takeBack',
] as const
export type EventVerb = (typeof EVENT_VERBS)[number]

/** What it was done to. */
export const EVENT_SUBJECTS = [
  'network',
  'logo',
  'programmeYear',
  'networkRole',
  'membership',
  'organisation',
  'import',
  'submission',
  'delivery',
  'step',
  'round',
] as const
export type EventSubject = (typeof EVENT_SUBJECTS)[number]

/** What else an event names: ids and keys only, never what a person wrote and nothing that tells who somebody is. */
export type EventDetail = Readonly<Record<string, string | readonly string[]>>

/** The longest reason that a person can give, in characters. */
export const REASON_LENGTH = 200

/** For how long an event is kept at least, in months. */
export const EVENT_MONTHS = 24
