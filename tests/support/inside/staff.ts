// Staff of networks in the tests' small world: who there is, and how each of them asks for pages.
import { env } from 'cloudflare:workers'
import { demoAdministrator, demoNetwork } from '../../../scripts/demo.ts'
import {
  coordinatesAll,
  type Person,
  type Role,
  type Scope,
  type ScopeFacts,
  type ScopeNetwork,
  type WholeScope,
} from '../../../src/core/kernel/scope.ts'
import { hashOfToken, newToken, SESSION_LASTS } from '../../../src/core/people/session.ts'
import { keepCookie } from '../../../src/http/staff/cookie.ts'
import { encoded, type Typed, type World } from './world.ts'

export const ADMINISTRATOR = demoAdministrator.email
export const HOME = `/c/n/${demoNetwork.slug}`
export const PEOPLE = `${HOME}/people`

/** Another network, with staff of its own. */
export const OTHER = { id: '01900000-0000-7000-8000-000000000002', slug: 'jaringan-kedua' } as const

/** Makes the other network. */
export const addNetwork = (world: World) =>
  world.exec(
    `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, created_at) select '${OTHER.id}', '${OTHER.slug}', '{"id":"Jaringan Kedua (contoh)","en":"Second Network (demo)"}', 'Asia/Makassar', languages, provinces, 'dua@jaringan.example', created_at + 1 from networks where slug = '${demoNetwork.slug}'`,
  )

/** Somebody who may sign in, put into the tables as an invitation would. */
export interface NewStaff {
  readonly email: string
  readonly role: Role
  readonly network?: string
  readonly districts?: readonly string[] | null
  readonly locale?: 'id' | 'en'
}

/** Adds staff, and gives the id of the membership. */
export async function addStaff(world: World, staff: NewStaff): Promise<string> {
  const { email, role, network = demoNetwork.id, districts = null, locale = 'id' } = staff
  const membership = world.newKey()
  await env.DB.batch([
    env.DB.prepare(
      `insert into people (id, email, name, locale, created_at) values (?, ?, ?, ?, 0) on conflict do nothing`,
    ).bind(world.newKey(), email, `${email.split('@')[0]} Contoh`, locale),
    env.DB.prepare(
      `insert into memberships (id, network_id, person_id, role, districts, created_at)
       select ?, ?, id, ?, ?, 0 from people where email = ?`,
    ).bind(membership, network, role, districts && JSON.stringify(districts), email),
  ])
  return membership
}

/** One browser: it keeps its cookie, and says where it comes from, as browsers do. */
export interface Client {
  cookie: string | null
  get(path: string): Promise<Response>
  /** Fields, or a form with files. */
  post(path: string, fields?: Typed | FormData): Promise<Response>
}

const ORIGIN = 'https://simpul.test'

/** The `name=value` of a cookie that a response sets, or null. */
export const cookieIn = (response: Response): string | null =>
  response.headers.get('Set-Cookie')?.split(';')[0] ?? null

/** A browser that is not signed in. */
export function newClient(world: World): Client {
  const client: Client = {
    cookie: null,
    get: (path) => world.get(path, client.cookie === null ? {} : { Cookie: client.cookie }),
    post: (path, fields = {}) =>
      world.request(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : encoded(fields),
        headers: { Origin: ORIGIN, ...(client.cookie === null ? {} : { Cookie: client.cookie }) },
      }),
  }
  return client
}

/** Asks for a link, takes the mail, and gives the path it leads to. */
export async function linkFor(world: World, email: string): Promise<string> {
  await newClient(world).post('/c/sign-in', { email })
  await world.work()
  const links = world.mails
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => text.match(/\/c\/sign-in\/[\w.-]+/) ?? [])
  return links.at(-1) ?? 'no link'
}

/** A browser in which somebody has signed in by a mailed link. */
export async function signedInByMail(world: World, email: string): Promise<Client> {
  const client = newClient(world)
  const response = await client.post(await linkFor(world, email))
  client.cookie = cookieIn(response)
  if (response.status !== 303 || client.cookie === null) throw new Error(`not signed in: ${response.status}`)
  return client
}

/** A browser in which somebody is signed in, as a mailed link leaves it. */
export async function signedIn(world: World, email: string): Promise<Client> {
  const { deps, clock } = world
  const token = newToken(deps.random)
  const { meta } = await env.DB.prepare(
    `insert into sessions (hash, person_id, created_at, seen_at, expires_at) select ?1, p.id, ?2, ?2, ?3
     from people p where p.email = ?4 and exists (select 1 from memberships where person_id = p.id and removed_at is null)`,
  )
    .bind(await hashOfToken(token), clock.now, clock.now + SESSION_LASTS, email)
    .run()
  if (meta.changes !== 1) throw new Error(`${email} may not sign in`)
  const client = newClient(world)
  client.cookie = keepCookie(deps, token).split(';')[0] ?? null
  return client
}

/** The membership of a person in the demo network. */
export const membershipOf = async (world: World, email: string): Promise<string> =>
  (
    await world.rows<{ id: string }>(
      `select m.id from memberships m join people p on p.id = m.person_id where p.email = '${email}' and m.network_id = '${demoNetwork.id}'`,
    )
  )[0]?.id ?? ''

/** The scope of whoever coordinates, as the table of routes mints it; for writes that a test asks for without a page. */
export async function coordinating(world: World, email: string): Promise<Scope<'coordination'>> {
  const [person] = await world.rows<Person>(
    `select id, name, email, locale from people where email = '${email}'`,
  )
  const [network] = await world.rows<ScopeNetwork>(
    `select id, slug, time_zone as timeZone from networks where slug = '${demoNetwork.slug}'`,
  )
  const [membership] = await world.rows<{ role: Role; districts: string | null }>(
    `select role, districts from memberships where id = '${await membershipOf(world, email)}'`,
  )
  if (!person || !network || !membership) throw new Error(`${email} is nobody here`)
  const facts: ScopeFacts = {
    person,
    network: { ...network, name: demoNetwork.name, provinces: demoNetwork.provinces },
    role: membership.role,
    districts: membership.districts === null ? null : JSON.parse(membership.districts),
  }
  return facts as Scope<'coordination'>
}

/** The same of whoever coordinates all of the network. */
export async function coordinatingAll(world: World, email: string): Promise<WholeScope> {
  const scope = await coordinating(world, email)
  if (!coordinatesAll(scope)) throw new Error(`${email} coordinates some districts only`)
  return scope as WholeScope
}
