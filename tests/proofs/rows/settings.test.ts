// What settings cost: rows read and written, the same among ten networks and a thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import { addSettings, ROLE, SETTINGS, SETTINGS_FIELDS, YEAR } from '../../support/inside/settings.ts'
import { ADMINISTRATOR, HOME, signedIn } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'

/** Other networks, each with a picture, two years and an organisation that has a role. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, role_names, created_at)
       select 'n' || value, 'lain-' || value, '{}', 'Asia/Jakarta', '[]', '[]', 'x@contoh.example', '[{"key":"member"}]', 0 ${each}`,
      `insert into network_logos (network_id, media_type, bytes, width, height, alt, hash, created_at)
       select 'n' || value, 'image/png', x'00', 1, 1, '{}', 'titik', 0 ${each}`,
      `insert into programme_years (id, network_id, name, from_day, to_day, created_at)
       select 'y' || value, 'n' || value, '{}', '2026-04-01', '2027-03-31', 0 ${each}`,
      `insert into organisations (id, network_id, district, status, created_at)
       select 'o' || value, 'n' || value, '35.07', 'active', 0 ${each}`,
      `insert into roles (id, network_id, organisation_id, role, from_day)
       select 'r' || value, 'n' || value, 'o' || value, '${ROLE}', '2026-01-01' ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const admin = await signedIn(world, ADMINISTRATOR)
  const get = (path: string) => costOf(meter, () => admin.get(path))
  const post = (part: string, changes = {}) =>
    costOf(meter, () => admin.post(`${SETTINGS}/${part}`, { ...SETTINGS_FIELDS, ...changes }))
  return {
    'the front page': await get(HOME),
    settings: await get(SETTINGS),
    'name and area': await get(`${SETTINGS}/general`),
    roles: await get(`${SETTINGS}/roles`),
    'the picture': await costOf(meter, () => world.get(`/n/${demoNetwork.slug}/logo/titik`)),
    'storing the name': await post('general'),
    'adding a year': await post('years'),
    'changing a year': await post(`years/${YEAR}`, { from: '2026-05-01', to: '2027-03-31' }),
    'adding a role': await post('roles', { name_id: 'Tamu', name_en: 'Guest' }),
    'removing a role': await post(`roles/${ROLE}/remove`),
    'removing the picture': await post('logo/remove'),
  }
}

// The network has two rounds and no role that is held.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the front page': [15, 0],
  settings: [12, 0],
  'name and area': [10, 0],
  roles: [13, 0],
  'the picture': [2, 0],
  'storing the name': [8, 4],
  'adding a year': [13, 6],
  'changing a year': [14, 5],
  'adding a role': [26, 6],
  'removing a role': [15, 5],
  'removing the picture': [8, 4],
}

it.each([[10], [1000]])('each page reads and writes so many rows among %i networks', async (count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await addSettings()
  await fill(count)
  expect(await costs(world, meter)).toEqual(EXPECTED)
})
