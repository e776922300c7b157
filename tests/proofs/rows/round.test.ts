// What rounds cost those who look after them: rows read and written, the same with ten answers and rounds and with ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import {
  addPractice,
  IKO_ROUND,
  PRACTICE,
  ROUND_CHANGES,
  ROUND_FIELDS,
  ROUNDS,
} from '../../support/inside/rounds.ts'
import { ADMINISTRATOR, addNetwork, OTHER, signedIn } from '../../support/inside/staff.ts'
import { DAY, ikoAnswers, MINUTE, newWorld, START, sent, type World } from '../../support/inside/world.ts'

/** Rounds of another network, and answers of the round that is closed and shared here. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, framing, review_policy, created_at)
       select 'r' || value, '${OTHER.id}', 'lain-' || value, 'iko', 1, 'survey', '{}', 0, 'anyone', 'nobody', 'none', 0 ${each}`,
      `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, begun_at, current_revision, created_at)
       select 's' || value, '${demoNetwork.id}', '${IKO_ROUND}', '35.07/lain ' || value, 'r' || value, 'id', 0, 'k' || value, 0 ${each}`,
      `insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
       select 'k' || value, '${demoNetwork.id}', 's' || value, 1, 'h', '{}', 'm', 'id', 0 ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const admin = await signedIn(world, ADMINISTRATOR)
  const path = await addPractice(START - DAY)
  // Ids are in the order of their moments, and an index tells where it ends by the row that comes next.
  world.clock.now += MINUTE
  await sent(world, path, ikoAnswers)
  world.clock.now += MINUTE
  await world.work()
  await world.sweep()
  world.clock.now += MINUTE
  const at = `${ROUNDS}/${IKO_ROUND}`
  return {
    'the list of rounds': await cost(() => admin.get(ROUNDS)),
    'one round': await cost(() => admin.get(at)),
    'its preview': await cost(() => admin.get(`${at}/preview`)),
    'the page that shares it': await cost(() => admin.get(`${at}/share`)),
    'a new round': await cost(() => admin.post(`${ROUNDS}/new`, ROUND_FIELDS)),
    'a change': await cost(() => admin.post(`${at}/edit`, ROUND_CHANGES)),
    'a close': await cost(() => admin.post(`${at}/close`)),
    'opening again': await cost(() => admin.post(`${at}/reopen`, ROUND_FIELDS)),
    'deleting practice': await cost(() => admin.post(`${ROUNDS}/${PRACTICE}/practice`)),
  }
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the list of rounds': [10, 0],
  'one round': [8, 0],
  'its preview': [7, 0],
  'the page that shares it': [5, 0],
  'a new round': [19, 9],
  'a change': [18, 4],
  'a close': [13, 4],
  'opening again': [12, 4],
  'deleting practice': [117, 11],
}

it.each([[10], [10_000]])('each action reads and writes so many rows among %i', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await addNetwork(world)
  await fill(count)
  expect(await costs(world, meter)).toEqual(EXPECTED)
})
