// Crowds: hundreds behind one address, and hundreds of requests at one moment; nobody is put off, and nothing is doubled.
import { beforeEach, describe, expect, it } from 'vitest'
import { broken, counted, tallies } from '../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  SECOND,
  START,
  sentIko,
  type World,
} from '../../support/inside/world.ts'
import { runs } from '../../support/runs.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const OFFICE = { 'CF-Connecting-IP': '203.0.113.7' }
const iko = (organisation: string) => ({ ...ikoAnswers, organisation, submission: world.newKey() })
const count = (table: string) => world.number(`select count(*) from ${table}`)

describe('people behind one address', () => {
  it('all pass where three hundred send within ten minutes', async () => {
    for (let person = 0; person < 300; person++) {
      world.clock.now = START + person * 2 * SECOND
      expect((await world.get(IKO, OFFICE)).status).toBe(200)
      expect((await world.post(IKO, iko(`Forum ${person} Contoh`), OFFICE)).status).toBe(303)
    }
    expect(await count('submissions where held_at is null')).toBe(300)
  })

  it('all pass where three hundred open, check and send within one minute', async () => {
    for (let person = 0; person < 300; person++) {
      world.clock.now = START + person * 0.2 * SECOND
      const fields = { ...iko(`Forum ${person} Contoh`), organisation: '' }
      expect((await world.get(IKO, OFFICE)).status).toBe(200)
      expect((await world.post(IKO, { ...fields, action: 'check' }, OFFICE)).status).toBe(422)
      expect((await world.post(IKO, fields, OFFICE)).status).toBe(422)
    }
  })
})

it('three hundred drafts that are saved at one address and at one moment are all taken', async () => {
  const keys = Array.from({ length: 300 }, (_, i) => keyAt(START, String(i).padStart(12, '0')))
  const half = { organisation: 'Yayasan Bina Karya Contoh', district: '35.07', action: 'save' }
  const saves = keys.map((submission) => world.post(IKO, { ...half, submission }, OFFICE))
  const statuses = (await Promise.all(saves)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([303]))
  expect(await count('drafts')).toBe(300)
})

it('a hundred sendings of one key at once are one submission with one receipt and one report', async () => {
  const complete = { submission: keyAt(OPENED), ...ikoAnswers }
  const responses = await Promise.all(Array.from({ length: 100 }, () => world.post(IKO, complete)))
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([303]))
  expect(new Set(responses.map(({ headers }) => headers.get('Location'))).size).toBe(1)
  for (const table of ['submissions', 'revisions']) expect(await count(table)).toBe(1)
  expect(world.hints).toHaveLength(2)
  await world.work()
  expect(await world.rows('select kind from deliveries order by kind')).toEqual([
    { kind: 'receipt' },
    { kind: 'report' },
  ])
  expect(world.mails).toHaveLength(2)
  expect(await world.number('select sum(accepted) from round_tallies')).toBe(1)
})

it('corrections at one moment, each repeated as often, are each one revision', async () => {
  const corrections = runs(6, 10)
  const { receipt } = await sentIko(world)
  const keys = Array.from({ length: corrections }, () => world.newKey())
  const posts = keys.flatMap((submission, i) =>
    Array.from({ length: corrections }, () =>
      world.post(`${receipt}/correction`, { ...ikoAnswers, submission, reach: String((i % 4) + 1) }),
    ),
  )
  for (const { status } of await Promise.all(posts)) expect(status).toBe(303)
  expect(await count('revisions')).toBe(corrections + 1)
  expect(await world.number('select max(number) from revisions')).toBe(corrections + 1)
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
})
