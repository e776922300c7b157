// Numbers of a board equal what is there: random organisations, roles and answers, counted again one by one.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BoardList, boardOf, COUNTS, type Counts, daysOf } from '../../../src/core/round/board.ts'
import { followedOrganisations, followedRound, roundNumbers } from '../../../src/db/round/board.read.ts'
import { NO_FILTER } from '../../../src/db/round/expectation.read.ts'
import { roundsProgress } from '../../../src/db/round/progress.read.ts'
import {
  ENDS,
  type MailState,
  type SetAnswer,
  type SetOrganisation,
  type SetRole,
  type SetRound,
  set,
  unset,
} from '../../support/inside/following.ts'
import { ADMINISTRATOR, addNetwork, coordinating, OTHER } from '../../support/inside/staff.ts'
import { DAY, HOUR, newWorld, START, type World } from '../../support/inside/world.ts'
import { runs } from '../../support/runs.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await addNetwork(world)
})

const ROLES: readonly string[] = ['lead', 'member', 'forum']
const DISTRICTS: readonly string[] = ['35.07', '35.09', '35.78']
const DAYS = ['2026-11-10', '2026-11-20', '2026-11-22', '2026-11-23', '2026-11-30'] as const
const MOMENTS = [START - 14 * DAY, ...[-4, -1, 0, 1, 6].map((days) => START + days * DAY)] as const
const MAILS: readonly MailState[] = ['owed', 'handed', 'bounced', 'complained', 'failed']

/** Mostly the first, now and then one of the others: where everything is chance, hardly anybody is expected. */
const mostly = <const T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 3 * others.length, arbitrary: fc.constant(usual) },
    ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })),
  )
const role = fc.record({
  role: fc.constantFrom(...ROLES),
  from: mostly<string>(...DAYS),
  to: mostly<string | null>(null, ...DAYS),
})
const organisation = fc.record({
  network: mostly(undefined, OTHER.id),
  district: fc.constantFrom(...DISTRICTS),
  status: mostly<'active' | 'inactive'>('active', 'inactive'),
  isConfirmed: mostly(true, false),
  isMerged: mostly(false, true),
  createdAt: mostly(...MOMENTS),
  roles: fc.array(role, { maxLength: 3 }),
})
const mails = fc.array(fc.constantFrom(...MAILS), { maxLength: 2 })
const answer = fc.record({
  round: fc.constantFrom('p-1', 'p-1', 'p-2'),
  whose: fc.integer({ min: -1, max: 9 }),
  district: fc.constantFrom(...DISTRICTS),
  isHeld: fc.boolean(),
  end: mostly(null, ...ENDS),
  isLate: fc.boolean(),
  isFailed: fc.boolean(),
  isAssessed: fc.boolean(),
  isByHand: fc.boolean(),
  isStuck: fc.boolean(),
  receipts: mails,
  reports: mails,
})
const random = fc.record({
  organisations: fc.array(organisation, { minLength: 3, maxLength: 10 }),
  answers: fc.array(answer, { maxLength: 14 }),
  asks: mostly<readonly string[] | null>(null, ['lead'], ['member', 'forum'], ROLES),
  opensAt: fc.constantFrom(START - 4 * DAY, START - HOUR, START + 3 * DAY),
  closesAt: fc.option(fc.constantFrom(START - DAY, START + 5 * DAY)),
  districts: mostly<readonly string[] | null>(null, ['35.07'], ['35.09', '35.78']),
  filter: fc.record({
    district: mostly('', ...DISTRICTS),
    role: mostly('', ...ROLES),
    name: mostly('', 'organisasi p-o1', 'TIDAK'),
  }),
  /** How many organisations are counted at once. */
  most: fc.constantFrom(1, 2, 3, 250),
})
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never

const isOn = ({ from, to = null }: SetRole, day: string) => from <= day && (to === null || to >= day)

/** The day by the clocks of Jakarta, seven hours ahead of UTC, and when it is over: said anew, and simply. */
const dayIn = (moment: number) => new Date(moment + 7 * HOUR).toISOString().slice(0, 10)
const isBefore = (moment: number, day: string) => dayIn(moment) <= day

function troubled({ isHeld, isFailed, isStuck, isAssessed, isByHand, ...mails }: SetAnswer): boolean {
  const [receipt, report] = [mails.receipts?.at(-1), isByHand ? undefined : mails.reports?.at(-1)]
  const isBack = [receipt, report].some((mail) => mail === 'bounced' || mail === 'complained')
  const failed = isHeld ? isStuck || receipt === 'failed' || (isAssessed && report === 'failed') : isFailed
  return Boolean(failed || isBack)
}

/** Everything counted once more, one organisation after the other. */
function countedAgain(
  organisations: readonly SetOrganisation[],
  answers: readonly SetAnswer[],
  { asks, opensAt, closesAt, districts, filter }: Random,
) {
  const standing = answers.filter((one) => one.round === 'p-1' && one.end === null)
  const opening = dayIn(opensAt)
  const until = Math.min(START, closesAt ?? START)
  const last = until <= opensAt ? opening : dayIn(until)
  const isOurs = (district: string) =>
    (districts === null || districts.includes(district)) && (!filter.district || filter.district === district)
  const isNamed = (name: string) =>
    name.toLowerCase().replaceAll('-', ' ').includes(filter.name.toLowerCase().replaceAll('-', ' '))
  const known = organisations.filter((one) => one.network === undefined && one.mergedInto === null)
  const lists = new Map<BoardList, string[]>()
  const add = (list: BoardList, id: string) => lists.set(list, [...(lists.get(list) ?? []), id])
  for (const one of known) {
    const { id, district = '', status, isConfirmed, createdAt = 0, roles = [] } = one
    if (!isOurs(district) || !isNamed(`Organisasi ${id}`)) continue
    const own = standing.filter(({ organisation }) => organisation === id)
    const counting = own.filter(({ isHeld }) => !isHeld)
    const rolesOn = (day: string) =>
      roles.filter((each) => isOn(each, day) && (asks === null || asks.includes(each.role)))
    const isEligible = (day: string) =>
      status === 'active' &&
      isConfirmed &&
      isBefore(createdAt, day) &&
      (asks === null || rolesOn(day).length > 0)
    const belongs = isEligible(opening) ? 'expected' : isEligible(last) ? 'later' : 'other'
    const shown = rolesOn(belongs === 'expected' ? opening : last).map((each) => each.role)
    if (filter.role && !shown.includes(filter.role)) continue
    if (belongs !== 'other' || own.length > 0) add(belongs, id)
    if (belongs !== 'expected') continue
    if (counting.length > 0) add('sent', id)
    if (own.length === 0) add('missing', id)
    if (own.some(({ isHeld }) => isHeld)) add('held', id)
    if (counting.some(({ isLate }) => isLate)) add('late', id)
    if (counting.some(({ isAssessed }) => isAssessed)) add('assessed', id)
    if (
      counting.some(
        ({ isByHand, reports = [] }) =>
          isByHand || reports.some((mail) => mail === 'handed' || mail === 'complained'),
      )
    )
      add('reported', id)
    if (own.some(troubled)) add('trouble', id)
  }
  const unknown = filter.role
    ? []
    : standing.filter(
        ({ organisation, district = '', name = '' }) =>
          !known.some(({ id }) => id === organisation) && isOurs(district) && isNamed(name),
      )
  return { lists, unknown: unknown.length }
}

describe('a board', () => {
  it('tells the numbers of what is there, and its lists name those who are counted', async () => {
    const scope = await coordinating(world, ADMINISTRATOR)
    await fc.assert(
      fc.asyncProperty(random, async (made) => {
        await unset()
        const organisations = made.organisations.map(({ isMerged, ...one }, index) => ({
          ...one,
          id: `p-o${index}`,
          mergedInto: isMerged ? 'p-o0' : null,
        }))
        const answers = made.answers.map(({ whose, ...one }, index): SetAnswer => {
          const of = organisations[whose]
          const organisation = of && of.network === undefined ? of.id : null
          return { ...one, id: `p-s${index}`, organisation, name: `Organisasi p-s${index}` }
        })
        const { asks, opensAt, closesAt, districts, filter } = made
        const rounds: SetRound[] = ['p-1', 'p-2'].map((id) => ({ id, roles: asks, opensAt, closesAt }))
        await set({ rounds, organisations, answers })

        const { db } = world.deps
        const within = { ...scope, districts } as typeof scope
        const followed = await followedRound(within, db, 'p-1')
        if (!followed) throw new Error('no round')
        const { round } = followed
        const days = daysOf(round, 'Asia/Jakarta', START)
        const asked = { round, days, filter }
        const { cells, unknown } = await roundNumbers(within, db, asked, made.most)
        const { lists, unknown: inTruth } = countedAgain(organisations, answers, made)
        const board = boardOf(cells)
        const count = (list: BoardList) => lists.get(list)?.length ?? 0
        expect(board.total).toEqual(Object.fromEntries(COUNTS.map((one) => [one, count(one)])))
        expect([board.later?.expected, board.other?.expected, unknown]).toEqual([
          count('later'),
          count('other'),
          inTruth,
        ])
        const added = board.districts.groups.reduce(
          (sum, { counts }: { counts: Counts }) => sum + counts.expected,
          0,
        )
        expect(added).toBe(count('expected'))

        for (const list of [...COUNTS, 'later', 'other'] as const) {
          const { found, count: total } = await followedOrganisations(within, db, asked, { list, page: 1 })
          expect([list, found.map(({ id }) => id).sort(), total]).toEqual([
            list,
            lists.get(list)?.sort() ?? [],
            count(list),
          ])
        }
        expect((await followedOrganisations(within, db, asked, { list: 'unknown', page: 1 })).count).toBe(
          inTruth,
        )

        // The overview counts the same, without a filter.
        const whole = boardOf((await roundNumbers(within, db, { ...asked, filter: NO_FILTER })).cells)
        const { progress } = await roundsProgress(within, db, {
          page: 1,
          days: (one) => daysOf(one, 'Asia/Jakarta', START),
          most: made.most,
        })
        const one = progress.find((each) => each.round.id === 'p-1')
        expect([one?.expected, one?.sent]).toEqual([whole.total?.expected, whole.total?.sent])
      }),
      { numRuns: runs(15, 300) },
    )
  })
})
