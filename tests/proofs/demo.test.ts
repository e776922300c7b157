// The demo on a real database keeps every rule of the ledger: what is owed has one step, and counts are those of the rows.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { playDemo } from '../../scripts/demo/world.ts'
import { demoNetwork } from '../../scripts/demo.ts'
import { pageOf } from '../support/inside/page.ts'
import { broken, counted, tallies } from '../support/inside/tables.ts'
import { newWorld, START } from '../support/inside/world.ts'

it('owes nothing without a step, counts what is there, and is shown', async () => {
  const world = await newWorld()
  // What every other test begins with has other days.
  for (const table of ['memberships', 'people', 'round_tallies', 'rounds', 'form_versions', 'networks'])
    await world.exec(`delete from ${table}`)
  const exec = async (sql: string) => void (await env.DB.prepare(sql).run())
  await playDemo(world.deps.db, exec, new Date(START), env.LINK_SECRETS)
  expect(await broken()).toEqual([])
  const counts = await tallies(world)
  expect(counts).toEqual(await counted(world))
  expect(counts).toHaveLength(7)
  const page = await pageOf(await world.get(`/n/${demoNetwork.slug}`))
  expect(page.all('a', { class: 'go' }).map(({ text }) => text)).toEqual([
    'Pendaftaran organisasi',
    'IKO 2026, putaran kedua',
  ])
  expect(page.one('img').attributes).toMatchObject({ width: '96', height: '64' })
}, 120_000)
