// Boards of rounds: every stage of organisations, for those who see them and for those who see totals, and the lists behind.
import { it } from 'vitest'
import { type SetAnswer, type SetOrganisation, set } from '../../support/inside/following.ts'
import { staffOf } from '../../support/inside/gallery.ts'
import { LONG_NAME, LONG_TEXT } from '../../support/inside/long.ts'
import { setRoles } from '../../support/inside/roles.ts'
import { HOME } from '../../support/inside/staff.ts'
import { DAY, newWorld, START, sentIko } from '../../support/inside/world.ts'

const ROUND = 'p-1'
const BOARD = `${HOME}/rounds/${ROUND}/board`
const NAMES = [
  { key: 'member', name: { id: 'Anggota', en: 'Member' } },
  { key: 'lead', name: LONG_TEXT },
]
const districts = ['35.07', '35.78', '35.01'] as const

/** Organisations of three districts with roles, those that came later, and some that nobody expects. */
const organisations = Array.from(
  { length: 60 },
  (_, number): SetOrganisation => ({
    id: `p-o${number}`,
    name: number === 0 ? LONG_NAME : `Kelompok ${number} Contoh`,
    district: districts[number % 50 === 0 ? 2 : number % 2] ?? '35.07',
    roles: [
      { role: number % 5 === 0 ? 'lead' : 'member', from: number === 59 ? '2026-11-23' : '2026-01-01' },
      ...(number === 1 ? [{ role: 'few', from: '2026-01-01' }] : []),
    ],
    ...(number > 56 ? { createdAt: START } : {}),
  }),
)

const states: readonly Partial<SetAnswer>[] = [
  { isAssessed: true, receipts: ['handed'], reports: ['handed'] },
  { isLate: true, isAssessed: true, receipts: ['bounced'], reports: ['bounced'] },
  { isHeld: true },
  { isAssessed: true, reports: ['complained'] },
  { isAssessed: true, isByHand: true, receipts: ['failed'] },
  { isStuck: true, isFailed: true },
  {},
]
const answers = Array.from(
  { length: 28 },
  (_, number): SetAnswer => ({
    id: `p-s${number}`,
    round: ROUND,
    organisation: `p-o${number}`,
    ...states[number % states.length],
  }),
)

it('boards', async () => {
  const world = await newWorld()
  await setRoles(NAMES)
  await set({
    rounds: [
      { id: ROUND, roles: ['member', 'lead'], closesAt: START + DAY },
      { id: 'p-2', practice: true },
      { id: 'p-3', roles: ['nobody'], opensAt: START + DAY },
      { id: 'p-6', roles: ['few'] },
      { id: 'p-4', anonymous: true, closesAt: START - 1 },
      { id: 'p-5', kind: 'registration' },
    ],
    organisations,
    answers: [
      ...answers,
      { id: 'p-s-late', round: ROUND, organisation: 'p-o59', isAssessed: true },
      { id: 'p-s-none', round: ROUND, name: 'Tidak Dikenal' },
      { id: 'p-s-anon', round: 'p-4', organisation: 'p-o1' },
    ],
  })
  await world.exec(
    [
      `update rounds set title = '${JSON.stringify(LONG_TEXT)}' where id = '${ROUND}'`,
      `insert into refusals (round_id, network_id, day, kind, count) select '${ROUND}', id, '2026-11-23', 'sends', 3 from networks`,
    ].join('\n'),
  )
  await world.post(`/f/${ROUND}`, { action: 'save', results: '1', submission: world.newKey() })
  await sentIko(world)
  for (const keep of await staffOf(world, { role: 'viewer' })) {
    await keep.page('for a viewer', `${HOME}/board`)
    await keep.page('for a viewer, small groups hidden', BOARD)
    await keep.page('for a viewer, too small', `${HOME}/rounds/p-6/board`)
  }
  for (const keep of await staffOf(world, { role: 'coordinator', districts: ['35.78'] })) {
    await keep.page('for some districts', `${HOME}/board`)
    await keep.page('for some districts', BOARD)
    await keep.page('for some districts', `${BOARD}/expected`)
  }
  for (const keep of await staffOf(world)) {
    await keep.page('every kind of round, long names', `${HOME}/board`)
    await keep.page('every stage, long names', BOARD)
    await keep.page('filtered', `${BOARD}?district=35.07&role=member&name=kelompok`)
    await keep.page('for practice', `${HOME}/rounds/p-2/board`)
    await keep.page('nobody expected, not yet open', `${HOME}/rounds/p-3/board`)
    await keep.page('anonymous, closed', `${HOME}/rounds/p-4/board`)
    for (const list of ['expected', 'trouble', 'unknown']) await keep.page(list, `${BOARD}/${list}`)
    await keep.page('filtered, none', `${BOARD}/sent?name=tidak+ada`)
  }
})
