// One key, one submission: however many times and however closely together it arrives.
import { beforeEach, expect, it } from 'vitest'
import { digestOfKey } from '../../../src/core/kernel/id.ts'
import { IKO, ikoAnswers, keyAt, newWorld, OPENED, START, type World } from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const complete = { submission: keyAt(OPENED), ...ikoAnswers }
const count = (table: string) => world.number(`select count(*) from ${table}`)

it('with other answers among them, one of the two is stored and the other conflicts', async () => {
  const other = { ...complete, sender_role: 'Ketua.' }
  const responses = await Promise.all(
    Array.from({ length: 20 }, (_, i) => world.post(IKO, i % 2 === 0 ? complete : other)),
  )
  const statuses = responses.map(({ status }) => status)
  expect(statuses.filter((status) => status === 303)).toHaveLength(10)
  expect(statuses.filter((status) => status === 409)).toHaveLength(10)
  expect(await count('revisions')).toBe(1)
})

it('all of a submission is stored, or nothing', async () => {
  // The last statement of the batch fails, so the ones before it must leave nothing behind.
  await world.exec('drop table round_tallies')
  expect((await world.post(IKO, complete)).status).toBe(500)
  for (const table of ['submissions', 'revisions', 'deliveries', 'steps', 'consents'])
    expect([table, await count(table)]).toEqual([table, 0])
  expect(world.hints).toEqual([])
})

it('a submission holds the answers as they were read, and the moments of its making', async () => {
  await world.post(`${IKO}?lang=en`, { ...complete, organisation: '  Yayasan\tBina  Karya Contoh ' })
  const [revision] = await world.rows<{ answers: string }>('select * from revisions')
  expect(revision).toMatchObject({
    key: await digestOfKey(keyAt(OPENED)),
    number: 1,
    locale: 'en',
    created_at: START,
  })
  expect(JSON.parse(revision?.answers ?? '')).toMatchObject({
    organisation: 'Yayasan Bina Karya Contoh',
    results: { level: 1, evidence: '' },
    delivery: { level: 2, evidence: 'Laporan kegiatan 2025' },
  })
  expect(await world.rows('select * from submissions')).toMatchObject([
    { respondent_key: '35.07/yayasan bina karya contoh', begun_at: OPENED, late: 0, created_at: START },
  ])
})
