// What signing in and looking after people costs: rows read and written, the same among ten people and ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import {
  ADMINISTRATOR,
  cookieIn,
  HOME,
  linkFor,
  membershipOf,
  newClient,
  PEOPLE,
} from '../../support/inside/staff.ts'
import { take } from '../../support/inside/step.ts'
import { MINUTE, newWorld, type World } from '../../support/inside/world.ts'

/** People of another network, each with two sessions, a used link and its mail. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, created_at)
       select 'n2', 'lain', '{}', 'Asia/Jakarta', '[]', '[]', 'x@bina.example', 0 ${each} limit 1`,
      `insert into people (id, email, name, locale, created_at)
       select 'p' || value, 'x' || value || '@bina.example', 'X', 'id', 0 ${each}`,
      `insert into memberships (id, network_id, person_id, role, created_at)
       select 'm' || value, 'n2', 'p' || value, 'administrator', 0 ${each}`,
      `insert into sign_ins (id, person_id, expires_at, used_at, created_at)
       select 'i' || value, 'p' || value, 9000000000000, 1, 0 ${each}`,
      `insert into sessions (hash, person_id, created_at, seen_at, expires_at)
       select 'h' || value, 'p' || value, 0, 0, 9000000000000 ${each}`,
      `insert into deliveries (id, network_id, kind, subject_id, recipient, locale, handed_at, created_at)
       select 'd' || value, 'n2', 'sign-in', 'i' || value, 'x@bina.example', 'id', 1, 0 ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

/** From asking for a link to removing somebody, and what each part costs. */
async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const client = newClient(world)
  const hint = () => world.hints.splice(0)[0] ?? ''
  const unknown = await cost(() => client.post('/c/sign-in', { email: 'nobody@bina.example' }))
  const asked = await cost(() => client.post('/c/sign-in', { email: ADMINISTRATOR }))
  const mailed = await cost(() => take(world.deps, hint()))
  const link = /\/c\/sign-in\/[\w.-]+/.exec(world.mails[0]?.text ?? '')?.[0] ?? ''
  const opened = await cost(() => client.get(link))
  const spent = await cost(async () => {
    client.cookie = cookieIn(await client.post(link))
  })
  const front = await cost(() => client.get(HOME))
  const people = await cost(() => client.get(PEOPLE))
  const fields = { name: 'Bagas Contoh', email: 'bagas@contoh.example', role: 'viewer', locale: 'id' }
  const invited = await cost(() => client.post(`${PEOPLE}/invite`, fields))
  const invitation = await cost(() => take(world.deps, hint()))
  const member = await membershipOf(world, 'bagas@contoh.example')
  const changed = await cost(() => client.post(`${PEOPLE}/${member}`, { role: 'facilitator' }))
  await newClient(world).post(await linkFor(world, 'bagas@contoh.example'))
  const removed = await cost(() => client.post(`${PEOPLE}/${member}/remove`))
  const sessions = await cost(() => client.get('/c/sessions'))
  const signedOut = await cost(() => client.post('/c/sign-out'))
  // The first look at a network only notes its day.
  world.clock.now += 25 * MINUTE
  await world.sweep()
  world.clock.now += 5 * MINUTE
  const forgetting = await cost(() => world.sweep())
  return {
    'a link for nobody': unknown,
    'a link that is asked for': asked,
    'mailing it': mailed,
    'the page of the link': opened,
    'signing in': spent,
    'the front page': front,
    'the list of people': people,
    'an invitation': invited,
    'mailing the invitation': invitation,
    'another role': changed,
    'a removal': removed,
    'one’s own sessions': sessions,
    'signing out': signedOut,
    'a sweep that forgets, with nothing to forget': forgetting,
  }
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'a link for nobody': [2, 0],
  'a link that is asked for': [15, 14],
  'mailing it': [17, 3],
  'the page of the link': [3, 0],
  'signing in': [9, 5],
  'the front page': [15, 0],
  'the list of people': [9, 0],
  'an invitation': [15, 20],
  'mailing the invitation': [23, 5],
  'another role': [11, 4],
  'a removal': [18, 5],
  'one’s own sessions': [8, 0],
  'signing out': [6, 1],
  'a sweep that forgets, with nothing to forget': [22, 1],
}

it.each([[10], [10_000]])('each action reads and writes so many rows among %i people', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await fill(count)
  expect(await costs(world, meter)).toEqual(EXPECTED)
})
