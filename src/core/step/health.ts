// How the machine is: what needs somebody who runs the deployment, told from a few numbers.

const MINUTE = 60_000

/** What is known of the machine; moments in ms UTC, null where it never happened or nothing is owed. */
export interface MachineFacts {
  readonly sweptAt: number | null
  /** Since when the oldest mail is owed that no rule of ours keeps. */
  readonly oldestMailAt: number | null
  /** Steps that nothing tries any more. */
  readonly stopped: number
}

/** What needs somebody: the sweep does not run, mail does not go out, or something has stopped. */
export const NEEDS = ['sweep', 'mail', 'stopped'] as const
export type Need = (typeof NEEDS)[number]

/** The sweep runs every minute; a few may fail. */
const SWEPT_WITHIN = 5 * MINUTE

/** A mail that has to be tried again goes within this time, unless its service is away: so half an hour of that is told in time. */
const MAILED_WITHIN = 20 * MINUTE

/** What needs somebody at a moment (ms UTC). */
export function needsOf({ sweptAt, oldestMailAt, stopped }: MachineFacts, now: number): readonly Need[] {
  const is: Readonly<Record<Need, boolean>> = {
    sweep: sweptAt === null || now - sweptAt > SWEPT_WITHIN,
    mail: oldestMailAt !== null && now - oldestMailAt > MAILED_WITHIN,
    stopped: stopped > 0,
  }
  return NEEDS.filter((need) => is[need])
}
