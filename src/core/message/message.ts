// What became of one mail, told from its moments.

/** The moments of a mail, in ms UTC; `deadAt`: nothing tries any more to hand it over. */
export interface Moments {
  readonly handedAt: number | null
  readonly deliveredAt: number | null
  readonly bouncedAt: number | null
  readonly complainedAt: number | null
  readonly failedAt: number | null
  readonly deadAt: number | null
}

/**
 * `failed`: the mail service refused it; `dead`: it could not be handed over, and nothing tries again; `handed`: the mail
 * service has it, and more is not known.
 */
export type MessageState = 'waiting' | 'dead' | 'failed' | 'handed' | 'delivered' | 'bounced' | 'complained'

/** The state of a mail. A complaint may follow a delivery, and a mail may come back that a server first took: the worst counts. */
export function messageState(moments: Moments): MessageState {
  const { handedAt, deliveredAt, bouncedAt, complainedAt, failedAt, deadAt } = moments
  if (complainedAt !== null) return 'complained'
  if (bouncedAt !== null) return 'bounced'
  if (deliveredAt !== null) return 'delivered'
  if (handedAt !== null) return 'handed'
  if (failedAt !== null) return 'failed'
  return deadAt === null ? 'waiting' : 'dead'
}

const TROUBLE: readonly MessageState[] = ['dead', 'failed', 'bounced', 'complained']

/** Whether a mail did not reach whom it was for, so that a person must look at it. */
export const isTrouble = (state: MessageState): boolean => TROUBLE.includes(state)

/** Whether the same mail may go to the same address once more: not to somebody who complained of it. */
export const mayResend = (state: MessageState): boolean =>
  state === 'failed' || state === 'dead' || state === 'bounced' || state === 'handed'

/** The reason of a step that waits for tomorrow by rule, because its mailbox had its mails of the day. */
export const PUT_OFF = 'three mails a day to an unknown address'

/** The reason of a step that waits for tomorrow by rule, because the mail service takes no more of them on a day. */
export const DAY_FULL = 'the mails of the day are used up'

/** Reasons of steps that wait by a rule of ours: the mail service has nothing to do with it. */
export const RULES = [PUT_OFF, DAY_FULL] as const

/** Why a mail was given up that was put off from day to day: for too long, or behind too many others. */
export const RAN_OUT = 'put off for seven days'
export const TOO_MANY_WAIT = 'too many mails wait for this address'

/** What is listed of mails. */
export const MESSAGE_FILTERS = ['all', 'trouble', 'waiting', 'handed', 'delivered'] as const
export type MessageFilter = (typeof MESSAGE_FILTERS)[number]

/** What became of an answer. */
export const LEDGER_STATES = ['done', 'waiting', 'owed', 'failed'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** Somebody who coordinates; `districts` are Kemendagri codes, or null for all of the network. */
export interface Coordinator {
  readonly name: string
  readonly role: string
  readonly districts: readonly string[] | null
}

/**
 * Who looks after a district: its own coordinators, else those of the whole network, else the administrators.
 */
export function coordinatorsFor(staff: readonly Coordinator[], district: string): readonly Coordinator[] {
  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const own = coordinators.filter(({ districts }) => districts?.includes(district))
  if (own.length > 0) return own
  const general = coordinators.filter(({ districts }) => districts === null)
  return general.length > 0 ? general : staff.filter(({ role }) => role === 'administrator')
}
