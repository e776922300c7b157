// Events: one line of who did or read what, when. They name people and things by their ids, and are never changed.

/** Who did it: somebody of staff, whoever holds a link, or the machine. */
export type ActorKind = 'person' | 'holder' | 'machine'

/** What an event is about. */
export type SubjectKind =
  | 'network'
  | 'membership'
  | 'round'
  | 'organisation'
  | 'merge'
  | 'import'
  | 'submission'
  | 'delivery'
  | 'step'

/** What was done, as `<subject>.<verb>`; what a verb says is told on pages by its words. */
export const VERBS = [
  'network.change',
  'network.setLogo',
  'network.removeLogo',
  'network.addYear',
  'network.changeYear',
  'network.removeYear',
  'network.addRole',
  'network.renameRole',
  'network.removeRole',
  'membership.add',
  'membership.change',
  'membership.remove',
  'round.add',
  'round.change',
  'round.close',
  'round.reopen',
  'round.remove',
  'organisation.add',
  'organisation.change',
  'organisation.addName',
  'organisation.removeName',
  'organisation.addRole',
  'organisation.endRole',
  'organisation.addRelation',
  'organisation.endRelation',
  'organisation.saveContact',
  'organisation.removeContact',
  'organisation.distinguish',
  'organisation.liken',
  'organisation.merge',
  'organisation.unmerge',
  'import.add',
  'submission.confirm',
  'submission.decline',
  'submission.decide',
  'submission.correctAddress',
  'submission.handOver',
  'submission.takeHandoverBack',
  'delivery.sendAgain',
  'delivery.sendElsewhere',
  'step.runAgain',
] as const
export type Verb = (typeof VERBS)[number]

/** Ids and words of ours that belong to an event, by what they are: no name, no address, nothing anybody typed. */
export type EventDetail = Readonly<Record<string, string | number | boolean | null>>

/** The longest reason that is kept with an event, in characters. */
export const REASON_MAX = 200
