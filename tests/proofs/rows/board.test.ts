// What following a round costs: rows read with 500 organisations and four rounds, the same however much others have.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { newMeter } from '../../support/inside/meter.ts'
import { ADMINISTRATOR, addNetwork, HOME, OTHER, signedIn } from '../../support/inside/staff.ts'
import { DAY, newWorld, START } from '../../support/inside/world.ts'
import { type Many, manySql } from '../../support/many.ts'

const OWN: Many = {
  network: demoNetwork.id,
  prefix: 'm',
  organisations: 500,
  rounds: 4,
  opensAt: START - 28 * DAY,
}
const BOARD = `${HOME}/rounds/mr2/board`

/** Rows that each page reads; nothing is written. The round has 400 answers. */
const EXPECTED = {
  overview: 10_194,
  board: 8_259,
  'board, filtered by district': 316,
  'the list of those who have not sent': 7_854,
  'its last page': 7_854,
  'the list of those in trouble': 7_314,
  'the board again, with nothing new': 8,
}

it.each([[10], [10_000]])('with %i organisations in another network', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await addNetwork(world)
  const others: Many = { ...OWN, network: OTHER.id, prefix: 'x', organisations: count, rounds: 1 }
  await env.DB.batch([...manySql(OWN), ...manySql(others)].map((sql) => env.DB.prepare(sql)))
  const admin = await signedIn(world, ADMINISTRATOR)

  async function rowsOf(path: string, tag = ''): Promise<number> {
    meter.take()
    const response = await world.get(path, { Cookie: admin.cookie ?? '', 'If-None-Match': tag })
    expect(response.status).toBe(tag ? 304 : 200)
    const calls = meter.take()
    expect(calls.reduce((sum, { written }) => sum + written, 0)).toBe(0)
    return calls.reduce((sum, { read }) => sum + read, 0)
  }

  const tag = (await admin.get(BOARD)).headers.get('ETag') ?? ''
  expect({
    overview: await rowsOf(`${HOME}/board`),
    board: await rowsOf(BOARD),
    'board, filtered by district': await rowsOf(`${BOARD}?district=35.07`),
    'the list of those who have not sent': await rowsOf(`${BOARD}/missing`),
    'its last page': await rowsOf(`${BOARD}/missing?page=4`),
    'the list of those in trouble': await rowsOf(`${BOARD}/trouble`),
    'the board again, with nothing new': await rowsOf(BOARD, tag),
  }).toEqual(EXPECTED)
})
