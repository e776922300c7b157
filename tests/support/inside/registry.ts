// Organisations of the tests' small world, and registrations that wait for a decision.
import { env } from 'cloudflare:workers'
import { demoNetwork } from '../../../scripts/demo.ts'
import { comparableName } from '../../../src/core/organisation/organisation.ts'
import { setRoles } from './roles.ts'
import { REGISTRATION, registrationAnswers, sent, type Typed, type World } from './world.ts'

/** A lead partner and a learning forum of one district, and whom to reach at the forum. */
export const LEAD = '01900000-0000-7000-8000-000000000401'
export const FORUM = '01900000-0000-7000-8000-000000000402'
export const CONTACT = '01900000-0000-7000-8000-000000000501'

/** An organisation put into the tables as a list would. */
export interface NewOrganisation {
  readonly id: string
  readonly name: string
  readonly district?: string
  readonly network?: string
  readonly confirmedAt?: number | null
  readonly mergedInto?: string | null
}

/** Adds an organisation with its official name. */
export async function addOrganisation(organisation: NewOrganisation): Promise<void> {
  const { id, name, district = '35.07', network = demoNetwork.id } = organisation
  const { confirmedAt = 0, mergedInto = null } = organisation
  await env.DB.batch([
    env.DB.prepare(
      `insert into organisations (id, network_id, district, status, confirmed_at, merged_into, created_at) values (?, ?, ?, 'active', ?, ?, 0)`,
    ).bind(id, network, district, confirmedAt, mergedInto),
    env.DB.prepare(
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) values (?, ?, ?, 'official', ?, ?, 0)`,
    ).bind(`n${id.slice(1)}`, network, id, name, comparableName(name)),
  ])
}

/** Adds lead partner, forum and contact, and says what organisations can be. */
export async function addOrganisations(world: World): Promise<void> {
  await addOrganisation({ id: LEAD, name: 'Mitra Utama Contoh' })
  await addOrganisation({ id: FORUM, name: 'Simpul Belajar Contoh' })
  const roles = [
    { key: 'member', name: { id: 'Anggota', en: 'Member' } },
    { key: 'viewer', name: { id: 'Pemantau', en: 'Monitor' } },
  ]
  await setRoles(roles, demoNetwork.id)
  await world.exec(
    [
      `insert into contacts (id, network_id, organisation_id, name, email, locale, created_at) values ('${CONTACT}', '${demoNetwork.id}', '${FORUM}', 'Wulan Contoh', 'wulan@simpul.example', 'id', 0)`,
    ].join('\n'),
  )
}

/** Sends a registration, complete but for the changes, and gives the id of what was sent. */
export async function registered(world: World, changes: Typed = {}): Promise<string> {
  const { reference } = await sent(world, REGISTRATION, { ...registrationAnswers, ...changes })
  const [row] = await world.rows<{ id: string }>(
    `select id from submissions where reference = '${reference}'`,
  )
  return row?.id ?? ''
}
