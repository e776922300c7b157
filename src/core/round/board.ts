// A round as those who follow it count it: who is expected, how far each of them is, and what small groups may show.
import { dayOf } from '../kernel/date.ts'
import { closingOf, type RoundTimes } from './times.ts'

/** What organisations are counted by; each is the number of organisations, not of answers. */
export const COUNTS = [
  'expected',
  'sent',
  'missing',
  'held',
  'assessed',
  'reported',
  'trouble',
  'late',
] as const
export type CountKind = (typeof COUNTS)[number]
export type Counts = Readonly<Record<CountKind, number>>

/** How an organisation belongs to a round: expected on its opening day, come later, or neither and has answered. */
export const EXPECTATIONS = ['expected', 'later', 'other'] as const
export type Expectation = (typeof EXPECTATIONS)[number]

/** The lists that organisations stand in: those who are expected by how far they are, and the others. */
export const BOARD_LISTS = [...COUNTS, 'later', 'other', 'unknown'] as const
export type BoardList = (typeof BOARD_LISTS)[number]

export const isBoardList = (name: string): name is BoardList => BOARD_LISTS.some((list) => list === name)

/** What can be wrong with an answer or its mails. */
export const TROUBLES = ['failed', 'bounced', 'complained'] as const
export type Trouble = (typeof TROUBLES)[number]

/** Organisations that are alike in where they are, what they are, and how they belong to the round. */
export interface BoardCell extends Counts {
  readonly standing: Expectation
  /** A Kemendagri code. */
  readonly district: string
  /** Keys of the roles that the round asks for; none where an organisation has none. */
  readonly roles: readonly string[]
}

/** A row of a table: a district or a role, by its code or key; the key of those without a role is empty. */
export interface BoardGroup {
  readonly key: string
  readonly counts: Counts
}

const NOTHING: Counts = {
  expected: 0,
  sent: 0,
  missing: 0,
  held: 0,
  assessed: 0,
  reported: 0,
  trouble: 0,
  late: 0,
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<CountKind, number> = { ...NOTHING }
  for (const counts of all) for (const one of COUNTS) total[one] += counts[one]
  return total
}

type KeysOf = (cell: BoardCell) => readonly string[]
const districtOf: KeysOf = ({ district }) => [district]
const rolesOf: KeysOf = ({ roles }) => (roles.length === 0 ? [''] : roles)

const groupsOf = (cells: readonly BoardCell[], keysOf: KeysOf): readonly BoardGroup[] =>
  [...new Set(cells.flatMap(keysOf))]
    .toSorted()
    .map((key) => ({ key, counts: sum(cells.filter((cell) => keysOf(cell).includes(key))) }))

/** Groups of which some are left out, because they are too small to be shown. */
export interface ShownGroups {
  readonly groups: readonly BoardGroup[]
  readonly hidden: number
}

/**
 * Leaves out the smallest groups, until every group shown has as many organisations as it must, and so have those
 * together that are in no group shown: what is left out could otherwise be told from the total.
 */
function withoutSmall(cells: readonly BoardCell[], keysOf: KeysOf, least: number): ShownGroups {
  const groups = groupsOf(cells, keysOf)
  const bySize = groups.toSorted((a, b) => a.counts.expected - b.counts.expected)
  const isSafe = (shown: readonly BoardGroup[]): boolean => {
    const keys = new Set(shown.map(({ key }) => key))
    const rest = sum(cells.filter((cell) => !keysOf(cell).some((key) => keys.has(key))))
    return [rest, ...shown.map(({ counts }) => counts)].every((counts) => isEnough(counts, least))
  }
  let hidden = 0
  while (hidden < bySize.length && !isSafe(bySize.slice(hidden))) hidden += 1
  const shown = new Set(bySize.slice(hidden))
  return { groups: groups.filter((group) => shown.has(group)), hidden }
}

/** Whether a group may be shown to those who see totals alone: nobody is in it, or enough are. */
export const isEnough = ({ expected }: Counts, least: number): boolean => expected === 0 || expected >= least

/** A round in numbers; null where a group is too small for whoever looks. */
export interface Board {
  readonly total: Counts | null
  readonly later: Counts | null
  readonly other: Counts | null
  readonly districts: ShownGroups
  readonly roles: ShownGroups
}

/**
 * Adds cells up: in all, by district and by role. An organisation with two roles is counted with each of them. No group
 * of fewer than `least` organisations is told.
 */
export function boardOf(cells: readonly BoardCell[], least = 0): Board {
  const standing = (which: Expectation) => cells.filter((cell) => cell.standing === which)
  const only = (some: readonly BoardCell[]): Counts | null => {
    const counts = sum(some)
    return isEnough(counts, least) ? counts : null
  }
  const expected = standing('expected')
  const total = only(expected)
  const told = total === null ? [] : expected
  return {
    total,
    later: only(standing('later')),
    other: only(standing('other')),
    districts: withoutSmall(told, districtOf, least),
    roles: withoutSmall(told, rolesOf, least),
  }
}

/** So many of so many in whole percent; never 100 before it is all of them, nor 0 once it is one. */
export function percent(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0
  if (part >= whole) return 100
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)))
}

// Longer than the longest day there is, of 25 hours, where clocks are put back.
const MORE_THAN_A_DAY = 26 * 60 * 60 * 1000

/** The moment (ms UTC) at which the calendar day of another one is over in a time zone. */
export function endOfDay(moment: number, timeZone: string): number {
  const day = dayOf(moment, timeZone)
  let [within, after] = [moment, moment + MORE_THAN_A_DAY]
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2)
    if (dayOf(middle, timeZone) === day) within = middle
    else after = middle
  }
  return after
}

/** A day by its name (ISO 8601), with the moment at which it is over (ms UTC). */
export interface Day {
  readonly day: string
  readonly ends: number
}

export interface Days {
  /** The day on which a round opens, by the clocks of its network: who is expected is decided by it. */
  readonly opening: Day
  /** The last day on which somebody can come later: the day it closes, or today. */
  readonly last: Day
}

const dayAt = (moment: number, timeZone: string): Day => ({
  day: dayOf(moment, timeZone),
  ends: endOfDay(moment, timeZone),
})

/** The days by which organisations belong to a round. */
export function daysOf(round: RoundTimes, timeZone: string, now: number): Days {
  const opening = dayAt(round.opensAt, timeZone)
  const until = Math.min(now, closingOf(round) ?? now)
  return { opening, last: until <= round.opensAt ? opening : dayAt(until, timeZone) }
}

/** Registrations are made by those who are not there yet, and of anonymous answers nobody knows whose they are. */
export const expectsAnybody = ({
  kind,
  anonymous,
}: {
  readonly kind: string
  readonly anonymous: boolean
}): boolean => kind !== 'registration' && !anonymous
