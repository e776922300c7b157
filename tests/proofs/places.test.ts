// Every table holds rows in two networks and two districts: nobody is told of another place, and a merge brings all of it back.
import { getTableName } from 'drizzle-orm'
import { getTableConfig, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/kernel/scope.ts'
import { onMerge, organisations } from '../../src/db/schema/index.ts'
import { tablesInOrder } from '../../src/db/schema/order.ts'
import { publicAccess, staffAccess } from '../../src/http/access.ts'
import { addAcross } from '../support/inside/across.ts'
import { idAt, rowsOf, seedEveryTable } from '../support/inside/every-table.ts'
import { EVERYBODYS, OF_NETWORKS } from '../support/inside/every-values.ts'
import { DISTRICTS, markOf, marksOf, PLACES, type Place } from '../support/inside/places.ts'
import { addStaff, type Client, newClient, signedIn } from '../support/inside/staff.ts'
import { broken, counted, dump, tallies } from '../support/inside/tables.ts'
import { HERE, type Told, telling, toldTo, WHOLE } from '../support/inside/told.ts'
import { newWorld, type World } from '../support/inside/world.ts'

const BESIDE: Place = { network: 1, side: 'b' }
const ELSEWHERE: Place = { network: 2, side: 'all' }
const slug = markOf(WHOLE)

let world: World
let coordinator: Client
let administrator: Client
beforeAll(async () => {
  world = await newWorld()
  await seedEveryTable()
  // They have no marks, so that a page is not taken to tell of a place because it names who reads it.
  const staff = async (role: Role, districts: readonly string[] | null) => {
    const email = `${role}@contoh.example`
    await addStaff(world, { email, role, districts, network: idAt(HERE, 'networks') })
    return signedIn(world, email)
  }
  coordinator = await staff('coordinator', [DISTRICTS[HERE.side]])
  administrator = await staff('administrator', null)
})

type Rows = readonly Readonly<Record<string, unknown>>[]
const tables = async (): Promise<Readonly<Record<string, Rows>>> =>
  Object.fromEntries(JSON.parse(await dump(world)))

describe('every table', () => {
  const names = tablesInOrder.map((table) => getTableName(table))

  it('has rows in both districts of both networks, or belongs to all of them', async () => {
    const rows = await tables()
    const inPlaces = names.filter((name) => !(name in OF_NETWORKS) && !(name in EVERYBODYS))
    const lacking = (name: string, places: readonly Place[]) =>
      places
        .filter((place) => !(rows[name] ?? []).some((row) => marksOf(place).test(JSON.stringify(row))))
        .map((place) => `${name} ${markOf(place)}`)
    expect(inPlaces.flatMap((name) => lacking(name, PLACES))).toEqual([])
    expect(Object.keys(OF_NETWORKS).flatMap((name) => lacking(name, [WHOLE, ELSEWHERE]))).toEqual([])
    expect(inPlaces.length).toBeGreaterThan(20)
  })

  it('has no row that names two places', async () => {
    const rows = Object.entries(await tables()).flatMap(([name, all]) =>
      all.map((row) => [name, row] as const),
    )
    const torn = rows.filter(
      ([, row]) => PLACES.filter((place) => marksOf(place).test(JSON.stringify(row))).length > 1,
    )
    expect(torn).toEqual([])
  })

  it('says of which network its rows are, save where people are of several', () => {
    const silent = tablesInOrder.filter((table) =>
      getTableConfig(table).columns.every(({ name }) => name !== 'network_id'),
    )
    expect(silent.map((table) => getTableName(table)).toSorted()).toEqual([
      // Published for every network.
      'form_versions',
      // One mail service and one machine for all.
      'mail_days',
      'networks',
      // Who may be staff of several networks, and how they are signed in.
      'people',
      'pulses',
      'sessions',
      'sign_ins',
    ])
  })

  it('is true: what is owed has its step, and the counters count what is there', async () => {
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('is filled by itself where it is new, or says which column cannot be', () => {
    const of = (column: string) =>
      sqliteTable('notes', {
        id: text('id').primaryKey(),
        organisationId: text('organisation_id')
          .notNull()
          .references(() => organisations.id),
        added: text(column).notNull(),
      })
    expect(rowsOf(of('note'), HERE)[0]).toMatchObject({
      organisation_id: idAt(HERE, 'organisations'),
      note: expect.stringContaining(markOf(HERE)),
    })
    expect(() => rowsOf(of('kind'), HERE)).toThrow('notes.kind needs a value')
  })
})

// Addresses that tell of the network alone, or in numbers.
const OF_ALL = [
  '',
  '/people/invite',
  ...['', '/general', '/logo', '/mails', '/privacy', '/years', '/years/:year', '/roles', '/roles/:role'].map(
    (page) => `/settings${page}`,
  ),
  '/rounds',
  '/rounds/new',
  ...[
    '',
    '/edit',
    '/copy',
    '/close',
    '/reopen',
    '/practice',
    '/preview',
    '/share',
    '/poster',
    '/qr.svg',
    '/qr.png',
  ].map((page) => `/rounds/:round${page}`),
  '/board',
  '/rounds/:round/board',
  '/ledger',
  '/organisations/new',
  ...['', '/template.csv', '/template.xlsx'].map((page) => `/organisations/import${page}`),
].map((page) => `GET /c/n/:slug${page}`)

describe('a page', () => {
  const pages = Object.keys(staffAccess).filter((address) => address.startsWith('GET /c/n/'))
  const isOfOne = (address: string) =>
    /:(?:organisation|submission|registration|delivery|one|merge|member)\b/.test(address)
  let theirs: Told
  let all: Told
  beforeAll(async () => {
    await addAcross(world, HERE, BESIDE)
    theirs = await toldTo(coordinator, pages)
    all = await toldTo(administrator, pages)
  })

  it('tells a coordinator of some districts of no other district, and of no other network', () => {
    expect(telling(theirs, BESIDE)).toEqual([])
    expect(telling(theirs, ELSEWHERE)).toEqual([])
  })

  it('tells an administrator of no other network', () => {
    expect(telling(all, ELSEWHERE)).toEqual([])
  })

  it('is there to be read, and names somebody of both districts wherever it names anybody', () => {
    expect(pages.filter((address) => !all.has(address))).toEqual([])
    const naming = telling(all, HERE)
    expect(pages.filter((address) => !naming.includes(address))).toEqual(OF_ALL)
    const both = telling(all, BESIDE)
    expect(naming.filter((address) => !isOfOne(address) && !both.includes(address))).toEqual([])
    const forPeople = naming.filter((address) => address.includes('/people'))
    expect(telling(theirs, HERE)).toEqual(naming.filter((address) => !forPeople.includes(address)))
  })

  it('that is public names no organisation and nobody', async () => {
    const open = Object.entries(publicAccess).flatMap(([address, { needs }]) =>
      address.startsWith('GET') && needs === 'anyone' ? [address] : [],
    )
    const told = await toldTo(newClient(world), open)
    expect(PLACES.flatMap((place) => telling(told, place))).toEqual([])
    for (const address of ['GET /', 'GET /n/:slug', 'GET /f/:slug', 'GET /f/:slug/print', 'GET /oembed'])
      expect(telling(told, WHOLE)).toContain(address)
  })
})

describe('a merge', () => {
  const [KEPT, MERGED] = [idAt(HERE, 'organisations', 0), idAt(HERE, 'organisations', 1)]
  // What happened stays, and counters say when they were last counted.
  const comparable = async () => {
    const { events: _events, merges: _merges, round_tallies, sessions: _sessions, ...rest } = await tables()
    return { ...rest, round_tallies: round_tallies?.map((row) => ({ ...row, changed_at: null })) }
  }
  const staying = [
    'events',
    ...onMerge.flatMap(({ table, how }) => (how === 'stays' ? [getTableName(table)] : [])),
  ]
  const moving = onMerge.flatMap(({ table, how }) => (how === 'stays' ? [] : [getTableName(table)]))
  // Whatever the list says: each table is looked through.
  const naming = async (id: string) =>
    Object.entries(await tables()).flatMap(([name, rows]) =>
      !staying.includes(name) && rows.some((row) => Object.values(row).includes(id)) ? [name] : [],
    )

  it('moves every table that moves, and comes back to what was before', async () => {
    const before = await comparable()
    expect(await naming(MERGED)).toEqual(moving.toSorted())
    const pair = `/c/n/${slug}/organisations/duplicates/${KEPT}/${MERGED}`
    expect((await administrator.post(pair, { choice: 'one' })).status).toBe(303)
    expect(await naming(MERGED)).toEqual([])
    expect(await comparable()).not.toEqual(before)

    const [merge] = await world.rows<{ id: string }>(`select id from merges where merged_id = '${MERGED}'`)
    expect((await administrator.post(`/c/n/${slug}/organisations/merges/${merge?.id}`)).status).toBe(303)
    expect(await comparable()).toEqual(before)
  })
})
