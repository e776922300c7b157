// What the registry costs: rows read and written, the same among ten organisations of others and ten thousand.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { type Cost, costOf, type Meter, newMeter } from '../../support/inside/meter.ts'
import { addOrganisations, FORUM, registered } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addNetwork, HOME, OTHER, signedIn } from '../../support/inside/staff.ts'
import { take } from '../../support/inside/step.ts'
import { newWorld, registrationAnswers, sentIko, type World } from '../../support/inside/world.ts'

/** Organisations of another network, each with its name, contact, role, and a registration that waits. */
async function fill(count: number): Promise<void> {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, i) => i))
  const each = 'from json_each(?)'
  await env.DB.batch(
    [
      `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, framing, review_policy, created_at)
       select 'r2', '${OTHER.id}', 'daftar-lain', 'registration', 1, 'registration', '{}', 0, 'anyone', 'nobody', 'none', 0 ${each} limit 1`,
      `insert into organisations (id, network_id, district, status, confirmed_at, created_at)
       select 'o' || value, '${OTHER.id}', '35.07', 'active', 0, 0 ${each}`,
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
       select 'n' || value, '${OTHER.id}', 'o' || value, 'official', 'Lain ' || value, 'lain ' || value, 0 ${each}`,
      `insert into contacts (id, network_id, organisation_id, email, locale, created_at)
       select 'c' || value, '${OTHER.id}', 'o' || value, 'x' || value || '@bina.example', 'id', 0 ${each}`,
      `insert into roles (id, network_id, organisation_id, role, from_day)
       select 'q' || value, '${OTHER.id}', 'o' || value, 'member', '2026-01-01' ${each}`,
      `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, begun_at, current_revision, created_at)
       select 's' || value, '${OTHER.id}', 'r2', '35.07/lain ' || value, 'r' || value, 'id', 0, 'k' || value, 0 ${each}`,
    ].map((sql) => env.DB.prepare(sql).bind(numbers)),
  )
}

/** From a registration that waits to the organisation that it made, and what each part costs. */
async function costs(world: World, meter: Meter): Promise<Readonly<Record<string, Cost>>> {
  const cost = (action: () => Promise<unknown>) => costOf(meter, action)
  const hinted = () => world.hints.splice(0).find((step) => step.startsWith('deliver:')) ?? ''
  const admin = await signedIn(world, ADMINISTRATOR)
  const one = await registered(world)
  const other = await registered(world, { organisation: 'Lain Contoh' })
  world.hints.length = 0
  const list = await cost(() => admin.get(`${HOME}/registrations`))
  const page = await cost(() => admin.get(`${HOME}/registrations/${one}`))
  const confirmed = await cost(() =>
    admin.post(`${HOME}/registrations/${one}/confirm`, { organisation: 'new', role: 'member' }),
  )
  const mailed = await cost(() => take(world.deps, hinted()))
  const declined = await cost(() =>
    admin.post(`${HOME}/registrations/${other}/decline`, { reason: 'Begitu.' }),
  )
  const answered = await cost(() =>
    sentIko(world, { organisation: registrationAnswers.organisation, district: '35.78' }),
  )
  const organisations = await cost(() => admin.get(`${HOME}/organisations`))
  const organisation = await cost(() => admin.get(`${HOME}/organisations/${FORUM}`))
  return {
    'the list of registrations': list,
    'a registration': page,
    'a confirmation': confirmed,
    'mailing it': mailed,
    'a refusal': declined,
    'an answer of a confirmed organisation': answered,
    'the list of organisations': organisations,
    'an organisation': organisation,
  }
}

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<string, Cost>> = {
  'the list of registrations': [21, 0],
  'a registration': [28, 0],
  'a confirmation': [143, 43],
  'mailing it': [42, 5],
  'a refusal': [38, 16],
  'an answer of a confirmed organisation': [19, 24],
  'the list of organisations': [46, 0],
  'an organisation': [24, 0],
}

it.each([[10], [10_000]])(
  'each action reads and writes so many rows among %i organisations',
  async (count) => {
    const meter = newMeter()
    const world = await newWorld({ db: meter.db })
    await addNetwork(world)
    await addOrganisations(world)
    await fill(count)
    expect(await costs(world, meter)).toEqual(EXPECTED)
  },
)
