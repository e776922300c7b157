// What comparing, merging and undoing cost: rows read and written, the same among ten organisations of others and ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import { addOrganisation, addOrganisations } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addNetwork, HOME, OTHER, signedIn } from '../../support/inside/staff.ts'
import { newWorld, sentIko, type World } from '../../support/inside/world.ts'

const A = '01900000-0000-7000-8000-00000000040a'
const B = '01900000-0000-7000-8000-00000000040b'
const LIST = `${HOME}/organisations/duplicates`

/** Organisations of another network, each with its name, contact, role, an answer, and a merge of its own. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, framing, review_policy, created_at)
       select 'r2', '${OTHER.id}', 'lain', 'iko', 1, 'survey', '{}', 0, 'anyone', 'nobody', 'none', 0 ${each} limit 1`,
      `insert into organisations (id, network_id, district, status, confirmed_at, created_at)
       select 'o' || value, '${OTHER.id}', '35.29', 'active', 0, 0 ${each}`,
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
       select 'n' || value, '${OTHER.id}', 'o' || value, 'official', 'Lain ' || value, 'lain ' || value, 0 ${each}`,
      `insert into contacts (id, network_id, organisation_id, email, locale, created_at)
       select 'c' || value, '${OTHER.id}', 'o' || value, 'x' || value || '@bina.example', 'id', 0 ${each}`,
      `insert into roles (id, network_id, organisation_id, role, from_day)
       select 'q' || value, '${OTHER.id}', 'o' || value, 'member', '2026-01-01' ${each}`,
      `insert into relations (id, network_id, kind, organisation_id, other_id, from_day, created_at)
       select 'l' || value, '${OTHER.id}', 'member', 'o' || value, 'o0', '2026-01-01', 0 ${each}`,
      `insert into merges (id, network_id, kept_id, merged_id, moved, merged_by, merged_at)
       select 'm' || value, '${OTHER.id}', 'o0', 'o' || value, '{}', 'x', ${Number.MAX_SAFE_INTEGER} ${each}`,
      `insert into distinctions (network_id, one_id, other_id, decided_by, decided_at)
       select '${OTHER.id}', 'o' || value, 'x', 'x', 0 ${each}`,
      `insert into submissions (id, network_id, round_id, respondent_key, organisation_id, reference, locale, begun_at, current_revision, created_at)
       select 's' || value, '${OTHER.id}', 'r2', '35.29/lain ' || value, 'o' || value, 'r' || value, 'id', 0, 'k' || value, 0 ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

/** From two that look alike to one, and back, and what each part costs. */
async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const admin = await signedIn(world, ADMINISTRATOR)
  for (const organisation of ['Bina Karya', 'Yayasan Bina Karya']) {
    await sentIko(world, { organisation, district: '35.29' })
    // Ids made at different moments stand in their order.
    world.clock.now++
  }
  const pair = `${LIST}/${A}/${B}`
  const list = await cost(() => admin.get(LIST))
  const beside = await cost(() => admin.get(pair))
  const two = await cost(() => admin.post(pair, { choice: 'two' }))
  const merged = await cost(() => admin.post(pair, { choice: 'one' }))
  const merges = await cost(() => admin.get(`${HOME}/organisations/merges`))
  const [row] = await world.rows<{ id: string }>(`select id from merges where kept_id = '${A}'`)
  const undone = await cost(() => admin.post(`${HOME}/organisations/merges/${row?.id}`))
  return {
    'the list of pairs': list,
    'two side by side': beside,
    'two said to be two': two,
    'a merge': merged,
    'the list of merges': merges,
    'undoing it': undone,
  }
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the list of pairs': [45, 0],
  'two side by side': [41, 0],
  'two said to be two': [29, 5],
  'a merge': [161, 20],
  'the list of merges': [13, 0],
  'undoing it': [240, 23],
}

it.each([[10], [10_000]])(
  'each action reads and writes so many rows among %i organisations',
  async (count) => {
    const meter = newMeter()
    const world = await newWorld({ db: meter.db })
    await addNetwork(world)
    await addOrganisations(world)
    await addOrganisation({ id: A, name: 'Bina Karya', district: '35.29' })
    await addOrganisation({ id: B, name: 'Yayasan Bina Karya', district: '35.29' })
    await fill(count)
    expect(await costs(world, meter)).toEqual(EXPECTED)
  },
)
