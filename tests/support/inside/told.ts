// What pages tell of places: every page behind an address, with whatever its own place has to stand in it.

import { LEDGER_STATES, MESSAGE_FILTERS } from '../../../src/core/message/message.ts'
import { BOARD_LISTS } from '../../../src/core/round/board.ts'
import { pathAt } from './addresses.ts'
import { REGISTERED } from './every-story.ts'
import { idAt } from './every-table.ts'
import { markOf, marksOf, type Place } from './places.ts'
import type { Client } from './staff.ts'

/** The place of whoever asks, and its network. */
export const HERE: Place = { network: 1, side: 'a' }
export const WHOLE: Place = { network: 1, side: 'all' }
const slug = markOf(WHOLE)

const ids = (table: string, ...indexes: readonly number[]) => indexes.map((index) => idAt(HERE, table, index))

/** What can stand in addresses; where there are several kinds of one, each of them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  slug: [slug],
  member: ids('memberships', 0),
  year: ids('programme_years', 0),
  role: ['member'],
  round: ids('rounds', 0, 1),
  submission: ids('submissions', 0, 1, 2),
  list: BOARD_LISTS,
  state: LEDGER_STATES,
  registration: ids('submissions', 3, ...REGISTERED.map(({ submission }) => submission)),
  delivery: ids('deliveries', 1, 10),
  organisation: ids('organisations', 0),
  one: ids('organisations', 0),
  other: ids('organisations', 1),
  merge: ids('merges', 0),
  contact: ids('contacts', 0),
  hash: [slug],
}
const ROUNDS = [0, 1].map((index) => `${slug}-${index}`)

/** What is asked for, by how an address ends: what every place has. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/organisations': ['?name=tempat', '?role=member', '?status=active'],
  '/merge': ['?q=tempat'],
  '/relations': ['?q=tempat'],
  '/messages': ['?q=tempat', ...MESSAGE_FILTERS.map((filter) => `?state=${filter}`)],
  '/board': ['?name=tempat'],
  '/:list': ['?name=tempat'],
  '/oembed': ROUNDS.map((round) => `?url=https://simpul.test/f/${round}`),
}

function pathsOf(address: string): readonly string[] {
  const known = address.startsWith('GET /f/') ? { ...VALUES, slug: ROUNDS } : VALUES
  const filled = [...address.matchAll(/:(\w+)/g)].reduce<readonly Readonly<Record<string, string>>[]>(
    (all, [, name = '']) =>
      all.flatMap((one) => (known[name] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
  const asked = Object.entries(ASKED).flatMap(([end, queries]) => (address.endsWith(end) ? queries : []))
  return filled.flatMap((one) => ['', ...asked].map((query) => `${pathAt(address, one)}${query}`))
}

/** What is told behind each address, all its pages in one; nothing where none is found. */
export type Told = ReadonlyMap<string, string>

/** Asks for every page behind some addresses. */
export async function toldTo(client: Client, addresses: readonly string[]): Promise<Told> {
  const all = new Map<string, string>()
  for (const address of addresses)
    for (const path of pathsOf(address)) {
      const response = await client.get(path)
      const body = new TextDecoder().decode(await response.arrayBuffer())
      if (response.status === 200) all.set(address, `${all.get(address) ?? ''}${body}`)
    }
  return all
}

/** The addresses behind which something is told of a place. */
export const telling = (told: Told, place: Place): readonly string[] =>
  [...told].filter(([, body]) => marksOf(place).test(body)).map(([address]) => address)
