// An organisation of the tests' small world of which everything is known, as long as it gets.
import { env } from 'cloudflare:workers'
import { demoNetwork } from '../../../scripts/demo.ts'
import { comparableName } from '../../../src/core/organisation/organisation.ts'
import { LONG_EMAIL, LONG_NAME, LONG_PERSON } from './long.ts'
import { addOrganisation, addOrganisations, CONTACT, FORUM, LEAD } from './registry.ts'
import type { World } from './world.ts'

export const KNOWN = '01900000-0000-7000-8000-000000000411'
/** The same organisation under another name, and one of which nothing is known but that. */
export const TWIN = '01900000-0000-7000-8000-000000000412'
export const BARE = '01900000-0000-7000-8000-000000000413'
/** What the twin is called: one slip of the hand away. */
export const TWIN_NAME = `${LONG_NAME.slice(0, -1)}n`
/** Whom to reach at the one that is known. */
export const REACHED = '01900000-0000-7000-8000-000000000511'

const insert = (
  table: string,
  row: Readonly<Record<string, string | number | null>>,
): D1PreparedStatement => {
  const whole = { network_id: demoNetwork.id, ...row }
  const places = Object.keys(whole).map(() => '?')
  return env.DB.prepare(
    `insert into ${table} (${Object.keys(whole).join(', ')}) values (${places.join(', ')})`,
  ).bind(...Object.values(whole))
}

const idOf = (number: number) => `01900000-0000-7000-8000-0000000006${String(number).padStart(2, '0')}`

/** Adds it with names, roles, relations and people, its twin, and one that is not confirmed. */
export async function addKnown(world: World): Promise<void> {
  await addOrganisations(world)
  await addOrganisation({ id: KNOWN, name: LONG_NAME })
  await addOrganisation({ id: TWIN, name: TWIN_NAME })
  await addOrganisation({ id: BARE, name: 'Forum Baru Contoh', district: '35.78', confirmedAt: null })
  const of = { organisation_id: KNOWN, created_at: 0 }
  const name = (number: number, kind: string, text: string) =>
    insert('organisation_names', {
      ...of,
      id: idOf(number),
      kind,
      name: text,
      normalised: comparableName(text),
    })
  const role = (number: number, key: string, toDay: string | null) =>
    insert('roles', {
      id: idOf(number),
      organisation_id: KNOWN,
      role: key,
      district: number % 2 === 0 ? null : '35.78',
      from_day: '2025-01-01',
      to_day: toDay,
    })
  const relation = (number: number, kind: string, first: string, second: string, toDay: string | null) =>
    insert('relations', {
      id: idOf(number),
      kind,
      organisation_id: first,
      other_id: second,
      from_day: '2025-01-01',
      to_day: toDay,
      created_at: 0,
    })
  await env.DB.batch([
    env.DB.prepare(
      `update organisations set legal_form = ?1, decree_no = 'AHU-0001', themes = ?2, status = 'inactive' where id in ('${KNOWN}', '${TWIN}')`,
    ).bind(LONG_NAME, JSON.stringify(['Disabilitas', LONG_NAME])),
    name(1, 'short', LONG_PERSON.slice(0, 40)),
    name(2, 'alias', `${LONG_NAME.slice(0, 190)} lama`),
    name(3, 'former', 'Nama Terdahulu Contoh'),
    role(4, 'member', null),
    role(5, 'viewer', '2026-01-31'),
    role(6, 'tidak-dikenal', null),
    relation(7, 'pair', KNOWN, FORUM, null),
    relation(8, 'member', FORUM, KNOWN, '2026-01-31'),
    relation(9, 'member', KNOWN, LEAD, null),
    insert('contacts', {
      ...of,
      id: REACHED,
      name: LONG_PERSON,
      position: LONG_NAME,
      email: LONG_EMAIL,
      whatsapp: '+6281234567890',
      locale: 'en',
    }),
    insert('addresses', { network_id: demoNetwork.id, address: LONG_EMAIL.toLowerCase(), bounced_at: 1 }),
    insert('opt_outs', {
      id: idOf(11),
      network_id: demoNetwork.id,
      address: LONG_EMAIL.toLowerCase(),
      kind: 'invitation',
      at: 1,
    }),
    insert('contacts', { ...of, id: idOf(10), whatsapp: '+6281234567891', locale: 'id' }),
    env.DB.prepare(`update contacts set whatsapp = '+6281234567892' where id = '${CONTACT}'`),
  ])
}
