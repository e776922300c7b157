// When a round takes answers, from its moments alone (ms UTC).

/** The moments of a round; it closes at the earlier of the planned close and the close by hand. */
export interface RoundTimes {
  readonly opensAt: number
  readonly closesAt: number | null
  readonly closedAt: number | null
}

/** How long after the close answers that were begun before it are still taken. */
export const GRACE = 72 * 60 * 60 * 1000

export type RoundState = 'early' | 'open' | 'closed'

/** The moment a round closes, or null where it stays open. */
export const closingOf = ({ closesAt, closedAt }: RoundTimes): number | null =>
  closesAt === null || closedAt === null ? (closesAt ?? closedAt) : Math.min(closesAt, closedAt)

/** Whether answers begun and sent at these moments are taken; the batch that stores them asks the same of the database. */
export function takesAnswers(round: RoundTimes, begun: number, now: number): boolean {
  const closing = closingOf(round)
  return (
    now >= round.opensAt && (closing === null || now < closing || (begun < closing && now < closing + GRACE))
  )
}

/** Whether a form is shown at a moment: the opening belongs to the round, the close no longer does. */
export function stateOf(round: RoundTimes, now: number): RoundState {
  if (now < round.opensAt) return 'early'
  const closing = closingOf(round)
  return closing !== null && now >= closing ? 'closed' : 'open'
}
