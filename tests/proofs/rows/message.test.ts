// What mails and the ledger cost: rows read and written, the same among ten mails of others and ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import { ADMINISTRATOR, addNetwork, HOME, OTHER, signedInByMail } from '../../support/inside/staff.ts'
import { handed, newWorld, sentIko, type World } from '../../support/inside/world.ts'

/** Answers of another network, each with a mail that came back, a dead step and an assessment. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, framing, review_policy, created_at)
       select 'r2', '${OTHER.id}', 'lain', 'iko', 1, 'survey', '{}', 0, 'anyone', 'nobody', 'none', 0 ${each} limit 1`,
      `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, begun_at, done_at, current_revision, created_at)
       select 's' || value, '${OTHER.id}', 'r2', '35.07/lain ' || value, 'r' || value, 'id', 0, 0, 'k' || value, 0 ${each}`,
      `insert into revisions (key, network_id, submission_id, number, form_hash, answers, answers_mac, locale, created_at)
       select 'k' || value, '${OTHER.id}', 's' || value, 1, 'x', '{}', 'a', 'id', 0 ${each}`,
      `insert into assessments (id, network_id, submission_id, revision_key, round_id, instrument_id, instrument_version, rules_hash, created_at)
       select 'a' || value, '${OTHER.id}', 's' || value, 'k' || value, 'r2', 'iko-simpul', 1, 'x', 0 ${each}`,
      `insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, handed_at, bounced_at, provider_id, created_at)
       select 'd' || value, '${OTHER.id}', 's' || value, 'report', 'a' || value, 'x@lain.example', 'id', 0, 0, 'p' || value, 0 ${each}`,
      `insert into steps (id, network_id, submission_id, due_at, dead_at, created_at)
       select 'deliver:x' || value, '${OTHER.id}', 's' || value, 0, 0, 0 ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

/** A mail that comes back is sent again and mended; a refused one is handed over; and what each part costs. */
async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const admin = await signedInByMail(world, ADMINISTRATOR)
  await sentIko(world)
  await world.work()
  await world.exec(
    `update deliveries set bounced_at = 1 where kind = 'report' and network_id <> '${OTHER.id}'`,
  )
  const own = `select id from deliveries where kind = 'report' and network_id <> '${OTHER.id}' order by generation desc`
  const id = async () => (await world.rows<{ id: string }>(own))[0]?.id ?? ''
  const theirs = `select id from submissions where network_id <> '${OTHER.id}'`
  const submission = (await world.rows<{ id: string }>(theirs))[0]?.id ?? ''
  const first = await id()
  const list = await cost(() => admin.get(`${HOME}/messages`))
  const trouble = await cost(() => admin.get(`${HOME}/messages?state=trouble`))
  const page = await cost(() => admin.get(`${HOME}/messages/${first}`))
  const again = await cost(() => admin.post(`${HOME}/messages/${first}/again`))
  await world.work()
  const front = await cost(() => admin.get(HOME))
  const ledger = await cost(() => admin.get(`${HOME}/ledger`))
  const answers = await cost(() => admin.get(`${HOME}/ledger/done`))
  const reports = await cost(() => admin.get(`${HOME}/handovers`))
  const report = await cost(() => admin.get(`${HOME}/handovers/${submission}`))
  const given = await cost(() => admin.post(`${HOME}/handovers/${submission}`, { given: 'yes' }))
  const back = await cost(() => admin.post(`${HOME}/handovers/${submission}`, { given: 'no' }))
  const second = await id()
  await world.exec(`update deliveries set handed_at = null, failed_at = 1 where id = '${second}'`)
  const due = await cost(() => admin.post(`${HOME}/messages/${second}/again`))
  const steps = await cost(() => admin.get(`${HOME}/steps`))
  const mended = await cost(() =>
    admin.post(`${HOME}/messages/${second}/address`, {
      submission: world.newKey(),
      email: 'siti@baru.example',
    }),
  )
  return {
    'the list of mails': list,
    'those in trouble': trouble,
    'one mail': page,
    'sending it again': again,
    'the front page': front,
    'the ledger': ledger,
    'the answers behind a number': answers,
    'the reports to hand over': reports,
    'one report': report,
    'handing it over': given,
    'taking that back': back,
    'making a refused mail due': due,
    'what has stopped': steps,
    'another address': mended,
  }
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the list of mails': [25, 0],
  'those in trouble': [23, 0],
  'one mail': [19, 0],
  'sending it again': [54, 16],
  'the front page': [25, 0],
  'the ledger': [12, 0],
  'the answers behind a number': [24, 0],
  'the reports to hand over': [13, 0],
  'one report': [18, 0],
  'handing it over': [42, 9],
  'taking that back': [42, 7],
  'making a refused mail due': [113, 12],
  'what has stopped': [6, 0],
  'another address': [121, 28],
}

it.each([[10], [10_000]])('each action reads and writes so many rows among %i mails', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  world.mailService.answer = async () => handed
  await addNetwork(world)
  await fill(count)
  expect(await costs(world, meter)).toEqual(EXPECTED)
})
