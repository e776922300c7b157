// What drafts cost: rows read and written, the same with ten of them and with ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Cost, type Meter, newMeter, total } from '../../support/inside/meter.ts'
import { IKO_ROUND, ROUNDS } from '../../support/inside/rounds.ts'
import { ADMINISTRATOR, signedIn } from '../../support/inside/staff.ts'
import {
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  START,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const OFFICE = { 'CF-Connecting-IP': '203.0.113.7' }

/** Drafts of others in a round, half of them sent. */
async function fill(count: number, round = 'iko-2026-2'): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  await env.DB.prepare(
    `insert into drafts (id, network_id, round_id, form_hash, answers, locale, created_at, saved_at, expires_at, sent_at)
     select printf('00000000-0000-4000-8000-%012d', value), network_id, r.id, 'x', '{}', 'id', 0, 0, 9000000000000, iif(value % 2, 1, null)
     from rounds r, json_each(?1) n where r.slug = ?2`,
  )
    .bind(numbers, round)
    .run()
}

async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = async (action: () => Promise<unknown>): Promise<Cost> => {
    meter.take()
    await action()
    return total(meter.take())
  }
  const typed = { ...ikoAnswers, submission: keyAt(START), action: 'save' }
  let link = ''
  const save = (version: string, more: Typed = {}) =>
    world.post(IKO, { ...typed, ...more, 'draft-version': version }, OFFICE).then(({ headers }) => {
      link = headers.get('Location')?.replace(/\?.*/, '') ?? link
    })
  await world.get(IKO)
  const first = await cost(() => save('0'))
  world.clock.now += 2000
  const longer = await cost(() => save('1', { 'results.evidence': 'Laporan kegiatan 2025' }))
  world.clock.now += 2000
  const again = await cost(() => save('2'))
  const mine = await cost(() => save('2', { 'results.evidence': 'Foto' }))
  await env.DB.exec('update draft_counts set drafts = 1000')
  const full = await cost(() => world.post(IKO, { ...typed, submission: keyAt(START + 1) }, OFFICE))
  const page = await cost(() => world.get(link))
  const form = await cost(() => world.get(`${link}/form`))
  const mail = await cost(() => world.post(`${link}/mail`, { email: 'siti@bina.example' }))
  const sent = await cost(() =>
    world.post(IKO, { ...ikoAnswers, submission: keyAt(START), 'draft-version': '3' }),
  )
  world.clock.now = START + HOUR + 7 * MINUTE
  await env.DB.exec('delete from steps')
  const sweep = await cost(() => world.sweep())
  return {
    'a first save': first,
    'a save that makes it longer': longer,
    'a save that does not': again,
    'a save too soon': mine,
    'a save that there is no room for': full,
    'the page of a draft': page,
    'its form': form,
    'its link is asked for by mail': mail,
    'it is sent': sent,
    'a sweep that looks after drafts': sweep,
  }
}

const EXPECTED: Readonly<Record<string, Cost>> = {
  'a first save': [12, 7],
  'a save that makes it longer': [17, 2],
  'a save that does not': [16, 1],
  'a save too soon': [21, 2],
  'a save that there is no room for': [11, 2],
  'the page of a draft': [3, 0],
  'its form': [3, 0],
  'its link is asked for by mail': [7, 10],
  'it is sent': [16, 25],
  'a sweep that looks after drafts': [12, 2],
}

it.each([[10], [10_000]])('each action reads and writes so many rows among %i drafts', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await fill(count)
  expect(await costs(world, meter)).toEqual(EXPECTED)
})

/** Answers of others in the round that drafts are listed of. */
async function answer(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  await env.DB.prepare(
    `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, begun_at, current_revision, created_at)
     select 's' || value, network_id, r.id, '35.07/lain ' || value, 'r' || value, 'id', 0, 'k' || value, 0
     from rounds r, json_each(?) n where r.slug = 'iko-2026-2'`,
  )
    .bind(numbers)
    .run()
}

/** The list of what was begun in a round, for a coordinator. */
async function costOfList(world: World, meter: Meter): Promise<Cost> {
  const admin = await signedIn(world, ADMINISTRATOR)
  const list = `${ROUNDS}/${IKO_ROUND}/drafts`
  meter.take()
  expect((await admin.get(list)).status).toBe(200)
  return total(meter.take())
}

it.each([[10], [10_000]])(
  'the list of what was begun reads as much among %i drafts of other rounds and answers of its own',
  async (count) => {
    const meter = newMeter()
    const world = await newWorld({ db: meter.db })
    await fill(count, 'daftar')
    await answer(count)
    await world.post(IKO, { ...ikoAnswers, submission: keyAt(START), action: 'save' })
    expect(await costOfList(world, meter)).toEqual([12, 0])
  },
)

it.each([[10], [10_000]])(
  'a link that staff have mailed or shown costs as much among %i drafts of the same round',
  async (count) => {
    const meter = newMeter()
    const world = await newWorld({ db: meter.db })
    await world.post(IKO, { ...ikoAnswers, submission: keyAt(START), action: 'save' })
    const [draft] = await world.rows<{ id: string }>('select id from drafts')
    await fill(count)
    const admin = await signedIn(world, ADMINISTRATOR)
    const cost = async (how: string) => {
      meter.take()
      await admin.post(`${ROUNDS}/${IKO_ROUND}/drafts/${draft?.id}`, { how })
      return total(meter.take())
    }
    expect({ mail: await cost('mail'), show: await cost('show') }).toEqual({
      mail: [23, 13],
      show: [23, 3],
    })
  },
)

it('the list reads one row more for each draft of its own round, three for each not sent, and one for each listed', async () => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await fill(500)
  expect(await costOfList(world, meter)).toEqual([6 + 500 + 3 * 250 + 50 + 1, 0])
})
