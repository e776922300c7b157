// What drafts may hold and how much of them one address may leave: nobody fills the database with what is never sent.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_AT_ONCE, ROW_BYTES } from '../../../../src/core/draft/allowance.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import { dump } from '../../../support/inside/tables.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  SECOND,
  START,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const words = wordsFor('id').drafts
const OFFICE = '203.0.113.7'
const from = (address: string, headers: Record<string, string> = {}) => ({
  ...headers,
  'CF-Connecting-IP': address,
})
const json = { Accept: 'application/json' }
const save = (fields: Typed, headers: Record<string, string> = from(OFFICE)) =>
  world.post(IKO, { submission: world.newKey(), organisation: 'Forum', ...fields, action: 'save' }, headers)

/** Invented fields of some bytes. */
const invented = (bytes: number): Typed =>
  Object.fromEntries(Array.from({ length: bytes / 1000 }, (_, i) => [`field_${i}`, 'x'.repeat(990)]))

const stored = () =>
  world.number(
    'select coalesce(sum(length(cast(answers as blob)) + length(cast(sealed as blob))), 0) from drafts',
  )
const counts = () => world.rows('select drafts, bytes, lately_bytes, lately_from from draft_counts')

describe('what a draft holds', () => {
  it('is what its form asks: 240 kB of invented fields leave nothing', async () => {
    expect((await save(invented(240_000))).status).toBe(303)
    expect(await stored()).toBeLessThan(500)
    expect(await dump(world)).not.toContain('xxxx')
  })

  it('nor do they where its page says that it knows an earlier one', async () => {
    const key = world.newKey()
    await save({ submission: key })
    world.clock.now += 5 * SECOND
    expect((await save({ submission: key, 'draft-version': '1', ...invented(100_000) })).status).toBe(303)
    expect(await stored()).toBeLessThan(500)
  })

  it('is a text as it was typed; one that is much too long is refused by its name, with everything still typed', async () => {
    const long = { 'results.evidence': 'a'.repeat(5501), results: '2' }
    const refused = await save(long)
    expect(refused.status).toBe(422)
    const page = await pageOf(refused)
    expect(page.one('h1').text).toBe(words.tooLong.title)
    expect(page.words).toContain(words.tooLong.text)
    expect(page.all('a', { href: '#results' })).not.toEqual([])
    expect(sendable(page)).toMatchObject({ ...long, organisation: 'Forum' })
    const told = await (await save(long, from(OFFICE, json))).json()
    expect(told).toMatchObject({ problem: 'tooLong', message: expect.stringContaining(words.tooLong.here) })
    expect(await world.number('select count(*) from drafts')).toBe(0)
    expect((await save({ ...long, 'results.evidence': 'a'.repeat(5500) })).status).toBe(303)
  })
})

describe('what comes from one address', () => {
  it('is counted to the byte, with what a row takes', async () => {
    const key = world.newKey()
    await save({ submission: key, results: '1' })
    const first = await stored()
    expect(await counts()).toEqual([
      { drafts: 1, bytes: first + ROW_BYTES, lately_bytes: first + ROW_BYTES, lately_from: START },
    ])
    world.clock.now += 5 * SECOND
    await save({ submission: key, results: '1', 'results.evidence': 'Laporan', 'draft-version': '1' })
    expect(await stored()).toBeGreaterThan(first)
    const drained = Math.max(0, first + ROW_BYTES - 5_000) + (await stored()) - first
    expect(await counts()).toEqual([
      { drafts: 1, bytes: (await stored()) + ROW_BYTES, lately_bytes: drained, lately_from: world.clock.now },
    ])
    // What grows shorter is not counted, nor what is not stored: too soon, or newer answers.
    const before = await counts()
    world.clock.now += 5 * SECOND
    await save({ submission: key, results: '1', 'draft-version': '2' })
    const more = { submission: key, results: '1', 'results.evidence': 'x'.repeat(900) }
    const statuses = [
      await save({ ...more, 'draft-version': '3' }),
      await save({ ...more, 'draft-version': '1' }),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([429, 409])
    const [after] = await world.rows<{ drafts: number; bytes: number }>(
      'select drafts, bytes from draft_counts',
    )
    expect([after]).toEqual(before.map(({ drafts, bytes }) => ({ drafts, bytes })))
  })

  it('has no more room after so much at once: the page says so, with all that was typed, and when to come again', async () => {
    await save({})
    await world.exec(`update draft_counts set lately_bytes = ${MOST_AT_ONCE}`)
    const typed = { results: '2', 'results.evidence': 'b'.repeat(2000), submission: world.newKey() }
    const refused = await save(typed)
    const wait = Number(refused.headers.get('Retry-After'))
    expect([refused.status, wait]).toEqual([429, 3])
    const page = await pageOf(refused)
    expect(page.one('h1').text).toBe(words.full.title)
    expect(page.words).toContain(words.full.text)
    expect(sendable(page)).toMatchObject(typed)
    expect(await (await save(typed, from(OFFICE, json))).json()).toEqual({
      problem: 'full',
      message: words.full.here,
    })
    expect(await world.number('select count(*) from drafts')).toBe(1)
    // It can be sent, and saved by others, and by this one later.
    expect((await save(typed, from('203.0.113.8'))).status).toBe(303)
    expect((await world.post(IKO, { ...ikoAnswers, submission: world.newKey() }, from(OFFICE))).status).toBe(
      303,
    )
    world.clock.now += wait * SECOND
    expect((await save({ ...typed, submission: world.newKey() })).status).toBe(303)
  })

  it('is a thousand drafts a day, however they are begun, and those that are there are gone on with', async () => {
    const key = world.newKey()
    await save({ submission: key })
    await world.exec('update draft_counts set drafts = 1000')
    const more = [await save({}), await save({ 'draft-version': '7' })]
    expect(more.map(({ status, headers }) => [status, headers.get('Retry-After')])).toEqual([
      [429, '3600'],
      [429, '3600'],
    ])
    world.clock.now += 5 * SECOND
    expect((await save({ submission: key, 'draft-version': '1', results: '4' })).status).toBe(303)
    world.clock.now += DAY
    expect((await save({})).status).toBe(303)
  })

  it('at midnight still counts as come at once', async () => {
    world.clock.now = Date.UTC(2026, 10, 23, 23, 59, 59)
    await save({})
    await world.exec(`update draft_counts set lately_bytes = ${MOST_AT_ONCE}`)
    world.clock.now += 2 * SECOND
    await save({})
    expect(
      await world.rows('select day, drafts, lately_bytes > 590000 as isFull from draft_counts order by day'),
    ).toEqual([
      { day: '2026-11-23', drafts: 1, isFull: 1 },
      { day: '2026-11-24', drafts: 1, isFull: 1 },
    ])
  })

  it('is counted by nothing that tells the address; whoever has none is not counted', async () => {
    await save({}, {})
    expect(await counts()).toEqual([])
    await save({})
    await save({}, from('2001:db8::7'))
    await save({}, from('2001:db8:0:0:ffff::8'))
    expect((await counts()).map(({ drafts }) => drafts).toSorted()).toEqual([1, 2])
    const all = await dump(world)
    for (const address of [OFFICE, '2001:db8']) expect(all).not.toContain(address)
  })
})

it('a draft that ran out is begun anew by the page that is still open, and counted as begun', async () => {
  const key = world.newKey()
  await save({ submission: key })
  await env.DB.exec(`update drafts set expires_at = ${START}`)
  world.clock.now += MINUTE
  expect((await save({ submission: key, 'draft-version': '1' })).status).toBe(303)
  expect(await world.number('select drafts from draft_counts')).toBe(2)
})
