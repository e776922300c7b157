// What each action costs: rows read and written, the same with ten submissions and with ten thousand.

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { TRAP_FIELD } from '../../../src/core/form/trap.ts'
import { countRefusals } from '../../../src/db/round/refusal.write.ts'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import { take } from '../../support/inside/step.ts'
import {
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  OPENED,
  START,
  type World,
} from '../../support/inside/world.ts'

/** Submissions of other organisations, each with its revision, its mail and a step that is not due. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = `from rounds r, json_each(?) n where r.slug = 'iko-2026-2'`
  await env.DB.batch(
    [
      `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, begun_at, current_revision, created_at)
       select 's' || value, network_id, r.id, '35.01/' || value, 'r' || value, 'id', 0, 'k' || value, 0 ${each}`,
      `insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
       select 'k' || value, network_id, 's' || value, 1, 'x', '{}', 'a', 'id', 0 ${each}`,
      `insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, created_at)
       select 'd' || value, network_id, 's' || value, 'receipt', 's' || value, 'x@bina.example', 'id', 0 ${each}`,
      `insert into assessments (id, network_id, submission_id, revision_key, round_id, instrument_id, instrument_version, rules_hash, created_at)
       select 'a' || value, network_id, 's' || value, 'k' || value, r.id, 'iko-simpul', 1, 'x', 0 ${each}`,
      `insert into contacts (id, network_id, email, locale, created_at)
       select 'c' || value, network_id, 'x' || value || '@bina.example', 'id', 0 ${each}`,
      `insert into steps (id, network_id, submission_id, due_at, created_at)
       select 'deliver:d' || value, network_id, 's' || value, 9000000000000, ${START} ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

const complete = { submission: keyAt(OPENED), ...ikoAnswers }

/** One submission from its page to its report, and what each part of it costs. */
async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const hint = (kind: string) => world.hints.find((step) => step.startsWith(kind)) ?? ''
  const page = await cost(() => world.get(IKO))
  let receipt = ''
  const sending = await cost(async () => {
    receipt = (await world.post(IKO, complete)).headers.get('Location') ?? ''
  })
  const repeated = await cost(() => world.post(IKO, complete))
  const conflicting = await cost(() => world.post(IKO, { ...complete, reach: '3' }))
  const held = await cost(() =>
    world.post(IKO, { ...complete, submission: keyAt(OPENED, '000000000002'), email: 'agus@bina.example' }),
  )
  let report: readonly string[] = []
  const assess = await cost(async () => {
    report = await take(world.deps, hint('assess:'))
  })
  const receiptMail = await cost(() => take(world.deps, hint('deliver:')))
  const reportMail = await cost(() => take(world.deps, report[0] ?? ''))
  const receiptPage = await cost(() => world.get(receipt))
  const link = /\/r\/[\w.-]+/.exec(world.mails.map(({ text }) => text).join())?.[0] ?? ''
  const reportPage = await cost(() => world.get(link))
  const again = await cost(() => take(world.deps, hint('assess:')))
  world.clock.now += MINUTE
  const sweep = await cost(() => world.sweep())
  const idle = await cost(() => world.sweep())
  const health = await cost(() => world.get('/healthz'))
  world.hints.length = 0
  // The isolate is warm again after that minute.
  await world.get(IKO)
  const correctionForm = await cost(() => world.get(`${receipt}/correction`))
  const correction = await cost(() =>
    world.post(`${receipt}/correction`, { ...ikoAnswers, submission: world.newKey(), reach: '2' }),
  )
  const remeasured = await cost(() => take(world.deps, hint('assess:')))
  const address = await cost(() =>
    world.post(`${receipt}/address`, { submission: world.newKey(), email: 'siti@baru.example' }),
  )
  const suspect = await cost(() =>
    world.post(IKO, { ...ikoAnswers, submission: world.newKey(), district: '35.73', [TRAP_FIELD]: 'x' }),
  )
  const refusals = [{ slug: 'iko-2026-2', day: '2026-11-23', kind: 'sends', count: 7 }] as const
  const refused = await cost(() => countRefusals(world.deps.db, refusals))
  // The first look at a network only notes its day.
  world.clock.now += 4 * MINUTE
  await world.sweep()
  world.clock.now += 5 * MINUTE
  const watching = await cost(() => world.sweep())
  return {
    'the first page': page,
    'a new sending': sending,
    'a repeated sending': repeated,
    'a conflicting sending': conflicting,
    'a held sending': held,
    'measuring it': assess,
    'mailing its receipt': receiptMail,
    'mailing its report': reportMail,
    'the page of its receipt': receiptPage,
    'the page of its report': reportPage,
    'a step that is gone': again,
    'the page of a correction': correctionForm,
    'a correction': correction,
    'measuring it anew': remeasured,
    'another address': address,
    'a sweep with one mail to send': sweep,
    'a sweep with nothing to do': idle,
    'a sweep that looks after networks': watching,
    'the health': health,
    'a suspect sending': suspect,
    'writing refusals': refused,
  }
}

async function costsAmong(count: number) {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await fill(count)
  return costs(world, meter)
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the first page': [3, 0],
  'a new sending': [13, 24],
  'a repeated sending': [7, 0],
  'a conflicting sending': [7, 0],
  'a held sending': [15, 20],
  'measuring it': [30, 20],
  'mailing its receipt': [24, 5],
  'mailing its report': [27, 7],
  'the page of its receipt': [12, 0],
  'the page of its report': [6, 0],
  'a step that is gone': [4, 0],
  'the page of a correction': [4, 0],
  'a correction': [37, 12],
  'measuring it anew': [30, 20],
  'another address': [67, 26],
  'a sweep with one mail to send': [28, 9],
  'a sweep with nothing to do': [6, 1],
  'a sweep that looks after networks': [12, 1],
  'the health': [8, 0],
  'a suspect sending': [11, 15],
  'writing refusals': [2, 2],
}

it.each([[10], [10_000]])('each action reads and writes so many rows among %i submissions', async (count) => {
  expect(await costsAmong(count)).toEqual(EXPECTED)
})
