// Who may open what: every address of the table, for every role, for strangers, and for staff of another network.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { coordinatorApp } from '../../../src/app.tsx'
import type { Role } from '../../../src/core/kernel/scope.ts'
import { wordsFor } from '../../../src/core/words/index.ts'
import { staffAccess as access } from '../../../src/http/access.ts'
import { pathAt } from '../../support/inside/addresses.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { carriedOne, list } from '../../support/inside/import.ts'
import { keepRows, together, type WayBack } from '../../support/inside/kept.ts'
import { addMerge, MERGE } from '../../support/inside/merges.ts'
import { pageOf } from '../../support/inside/page.ts'
import { addOrganisations, CONTACT, FORUM, LEAD, registered } from '../../support/inside/registry.ts'
import { answers, type Request, wrongEachAlone, wrongOrWriting } from '../../support/inside/requests.ts'
import { addPractice, PRACTICE, ROUND_CHANGES, ROUND_FIELDS } from '../../support/inside/rounds.ts'
import { addSettings, ROLE, SETTINGS_FIELDS, YEAR } from '../../support/inside/settings.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  linkFor,
  type NewStaff,
  newClient,
  OTHER,
  PEOPLE,
  signedIn,
} from '../../support/inside/staff.ts'
import { dump } from '../../support/inside/tables.ts'
import { DAY, encoded, IKO, newWorld, START, type Typed, type World } from '../../support/inside/world.ts'

type Address = keyof typeof access

const ALL: readonly Role[] = ['administrator', 'coordinator', 'facilitator', 'viewer']
const SEEING: readonly Role[] = ['administrator', 'coordinator', 'facilitator']
const ADMINISTRATORS: readonly Role[] = ['administrator']
const COORDINATORS: readonly Role[] = ['administrator', 'coordinator']

/** Whom each address lets in, said once more and in other words than the table: `all` needs no signing in at all. */
const LETS_IN: Readonly<Record<Address, 'all' | readonly Role[]>> = {
  'GET /c/sign-in': 'all',
  'POST /c/sign-in': 'all',
  'GET /c/sign-in/:link': 'all',
  'POST /c/sign-in/:link': 'all',
  'GET /c': ALL,
  'POST /c/sign-out': ALL,
  'POST /c/language': ALL,
  'GET /c/sessions': ALL,
  'POST /c/sessions': ALL,
  'GET /c/n/:slug': ALL,
  'GET /c/n/:slug/people': ADMINISTRATORS,
  'GET /c/n/:slug/people/invite': ADMINISTRATORS,
  'POST /c/n/:slug/people/invite': ADMINISTRATORS,
  'GET /c/n/:slug/people/:member': ADMINISTRATORS,
  'POST /c/n/:slug/people/:member': ADMINISTRATORS,
  'GET /c/n/:slug/people/:member/remove': ADMINISTRATORS,
  'POST /c/n/:slug/people/:member/remove': ADMINISTRATORS,
  'GET /c/n/:slug/settings': ADMINISTRATORS,
  'GET /c/n/:slug/settings/general': ADMINISTRATORS,
  'POST /c/n/:slug/settings/general': ADMINISTRATORS,
  'GET /c/n/:slug/settings/logo': ADMINISTRATORS,
  'POST /c/n/:slug/settings/logo': ADMINISTRATORS,
  'POST /c/n/:slug/settings/logo/remove': ADMINISTRATORS,
  'GET /c/n/:slug/settings/mails': ADMINISTRATORS,
  'POST /c/n/:slug/settings/mails': ADMINISTRATORS,
  'GET /c/n/:slug/settings/privacy': ADMINISTRATORS,
  'POST /c/n/:slug/settings/privacy': ADMINISTRATORS,
  'GET /c/n/:slug/settings/years': ADMINISTRATORS,
  'POST /c/n/:slug/settings/years': ADMINISTRATORS,
  'GET /c/n/:slug/settings/years/:year': ADMINISTRATORS,
  'POST /c/n/:slug/settings/years/:year': ADMINISTRATORS,
  'POST /c/n/:slug/settings/years/:year/remove': ADMINISTRATORS,
  'GET /c/n/:slug/settings/roles': ADMINISTRATORS,
  'POST /c/n/:slug/settings/roles': ADMINISTRATORS,
  'GET /c/n/:slug/settings/roles/:role': ADMINISTRATORS,
  'POST /c/n/:slug/settings/roles/:role': ADMINISTRATORS,
  'POST /c/n/:slug/settings/roles/:role/remove': ADMINISTRATORS,
  'GET /c/n/:slug/rounds': SEEING,
  'GET /c/n/:slug/rounds/new': COORDINATORS,
  'POST /c/n/:slug/rounds/new': COORDINATORS,
  'GET /c/n/:slug/rounds/:round': SEEING,
  'GET /c/n/:slug/rounds/:round/edit': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/edit': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/copy': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/copy': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/close': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/close': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/reopen': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/reopen': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/practice': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/practice': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/drafts': COORDINATORS,
  'POST /c/n/:slug/rounds/:round/drafts/:draft': COORDINATORS,
  'GET /c/n/:slug/rounds/:round/preview': SEEING,
  'GET /c/n/:slug/rounds/:round/share': SEEING,
  'POST /c/n/:slug/rounds/:round/share': SEEING,
  'GET /c/n/:slug/rounds/:round/poster': SEEING,
  'GET /c/n/:slug/rounds/:round/qr.svg': SEEING,
  'GET /c/n/:slug/rounds/:round/qr.png': SEEING,
  'GET /c/n/:slug/held': COORDINATORS,
  'GET /c/n/:slug/held/:submission': COORDINATORS,
  'POST /c/n/:slug/held/:submission': COORDINATORS,
  'GET /c/n/:slug/board': ALL,
  'GET /c/n/:slug/rounds/:round/board': ALL,
  'GET /c/n/:slug/rounds/:round/board/:list': SEEING,
  'GET /c/n/:slug/registrations': COORDINATORS,
  'GET /c/n/:slug/registrations/:registration': COORDINATORS,
  'POST /c/n/:slug/registrations/:registration/confirm': COORDINATORS,
  'POST /c/n/:slug/registrations/:registration/decline': COORDINATORS,
  'GET /c/n/:slug/messages': COORDINATORS,
  'GET /c/n/:slug/messages/:delivery': COORDINATORS,
  'POST /c/n/:slug/messages/:delivery/again': COORDINATORS,
  'POST /c/n/:slug/messages/:delivery/address': COORDINATORS,
  'GET /c/n/:slug/steps': COORDINATORS,
  'POST /c/n/:slug/steps': COORDINATORS,
  'GET /c/n/:slug/handovers': COORDINATORS,
  'GET /c/n/:slug/handovers/:submission': COORDINATORS,
  'POST /c/n/:slug/handovers/:submission': COORDINATORS,
  'GET /c/n/:slug/ledger': COORDINATORS,
  'GET /c/n/:slug/ledger/:state': COORDINATORS,
  'GET /c/n/:slug/organisations': SEEING,
  'GET /c/n/:slug/organisations/new': COORDINATORS,
  'POST /c/n/:slug/organisations/new': COORDINATORS,
  'GET /c/n/:slug/organisations/duplicates': COORDINATORS,
  'GET /c/n/:slug/organisations/duplicates/:one/:other': COORDINATORS,
  'POST /c/n/:slug/organisations/duplicates/:one/:other': COORDINATORS,
  'GET /c/n/:slug/organisations/merges': COORDINATORS,
  'GET /c/n/:slug/organisations/merges/:merge': COORDINATORS,
  'POST /c/n/:slug/organisations/merges/:merge': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/merge': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation': SEEING,
  'GET /c/n/:slug/organisations/:organisation/edit': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/edit': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/names': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/names': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/roles': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/roles': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/relations': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/relations': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/contacts': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/contacts': COORDINATORS,
  'GET /c/n/:slug/organisations/:organisation/contacts/:contact': COORDINATORS,
  'POST /c/n/:slug/organisations/:organisation/contacts/:contact': COORDINATORS,
  'GET /c/n/:slug/organisations/import': COORDINATORS,
  'POST /c/n/:slug/organisations/import': COORDINATORS,
  'POST /c/n/:slug/organisations/import/confirm': COORDINATORS,
  'GET /c/n/:slug/organisations/import/template.csv': COORDINATORS,
  'GET /c/n/:slug/organisations/import/template.xlsx': COORDINATORS,
}
// The keys of an object that was written down with these keys and no others.
const addresses = Object.keys(LETS_IN) as Address[]
const inNetwork = addresses.filter((address) => address.includes(':slug'))

// One world for all of these: whoever asks is signed in before its rows are kept, and what writes goes back to them.
let world: World
let rows: WayBack
let member: string
let link: string
let submission: string
let seen: string
let registration: string
let delivery: string
let counting: string
let draft: string
const clients = new Map<string, Client>()
beforeAll(async () => {
  world = await newWorld()
  await addNetwork(world)
  await addOrganisations(world)
  await addMerge(world)
  registration = await registered(world, { organisation: 'Belum Diterima Contoh' })
  member = await addStaff(world, { email: 'anggota@contoh.example', role: 'viewer' })
  await addSettings()
  await addPractice(START - DAY)
  ;({ submission, seen, counting } = await heldAnswer(world))
  const begun = { organisation: 'Belum Selesai Contoh', district: '35.07', email: 'wulan@simpul.example' }
  await world.post(IKO, { ...begun, submission: world.newKey(), action: 'save' })
  ;[{ id: draft } = { id: '' }] = await world.rows<{ id: string }>('select id from drafts')
  for (const { email, ...staff } of CAST) {
    await addStaff(world, { email, ...staff })
    clients.set(email, await signedIn(world, email))
  }
  await world.exec(
    `update memberships set removed_at = 1 where person_id in (select id from people where email like 'bekas-%')`,
  )
  link = (await linkFor(world, ADMINISTRATOR)).split('/').at(-1) ?? ''
  await world.work()
  ;[{ id: delivery } = { id: '' }] = await world.rows<{ id: string }>(
    `select id from deliveries where kind = 'receipt' and submission_id = '${counting}'`,
  )
  rows = await keepRows('access')
})

beforeEach(async () => {
  await together(rows)
  world.hints.length = 0
})

/** Who asks: each role here, in another network, and where it was removed; and those who look after other districts. */
const CAST: readonly NewStaff[] = [
  ...ALL.flatMap((role) => [
    { email: `${role}@contoh.example`, role },
    { email: `asing-${role}@contoh.example`, role, network: OTHER.id },
    { email: `bekas-${role}@contoh.example`, role },
  ]),
  { email: 'jauh-coordinator@contoh.example', role: 'coordinator', districts: ['35.01'] },
  { email: 'jauh-facilitator@contoh.example', role: 'facilitator', districts: ['35.01'] },
]

function clientOf(email: string): Client {
  const client = clients.get(email)
  if (!client) throw new Error(`${email} does not ask here`)
  return client
}

// What every address that something is sent to takes, each its own of it.
const FIELDS = {
  choice: 'held',
  organisation: 'new',
  reason: 'Belum lengkap.',
  district: '35.07',
  status: 'active',
  kind: 'alias',
  email: 'baru@contoh.example',
  name: 'Baru Contoh',
  role: 'viewer',
  locale: 'en',
  end: 'x',
  step: '',
  given: 'yes',
  how: 'mail',
  return: '/c',
  ...SETTINGS_FIELDS,
}

const AT = '/c/n/:slug/rounds'
const ONE = '/c/n/:slug/organisations/:organisation'
const OTHERS: Partial<Readonly<Record<Address, Typed>>> = {
  [`POST ${AT}/new`]: ROUND_FIELDS,
  [`POST ${AT}/:round/copy`]: ROUND_FIELDS,
  [`POST ${AT}/:round/edit`]: ROUND_CHANGES,
  [`POST ${AT}/:round/reopen`]: ROUND_FIELDS,
  'POST /c/n/:slug/registrations/:registration/confirm': { role: ROLE },
  [`POST ${ONE}/names`]: { end: '' },
  [`POST ${ONE}/roles`]: { end: '', role: ROLE, from: '2026-11-01' },
  [`POST ${ONE}/contacts`]: { end: '' },
  [`POST ${ONE}/contacts/:contact`]: { end: '' },
  'POST /c/n/:slug/organisations/duplicates/:one/:other': { choice: 'one' },
  'POST /c/n/:slug/organisations/import/confirm': { rows: carriedOne },
  [`POST ${ONE}/relations`]: { end: '', kind: 'lead', q: 'mitra', other: LEAD, from: '2026-11-01' },
}

/** The round of the demo that is open. */
const ROUND = '01900000-0000-7000-8000-000000000102'

const pathOf = (address: Address, slug = 'rumah-inklusi') =>
  pathAt(address, {
    slug,
    member,
    link,
    year: YEAR,
    role: ROLE,
    submission: address.includes('/handovers/') ? counting : submission,
    delivery,
    state: 'done',
    round: /\/board|\/drafts/.test(address) ? ROUND : PRACTICE,
    draft,
    list: 'missing',
    registration,
    organisation: FORUM,
    one: FORUM,
    other: LEAD,
    merge: MERGE,
    contact: CONTACT,
  })

function open(client: Client, address: Address, slug?: string): Promise<Response> {
  const path = pathOf(address, slug)
  if (address === 'POST /c/n/:slug/organisations/import')
    return client.post(path, list('Nama;Kota\nBaru;Kota Malang'))
  return isRead(address) ? client.get(path) : client.post(path, { ...FIELDS, seen, ...OTHERS[address] })
}

type Asking = Request<Address>
const wrongOrChanging = (requests: readonly Asking[]) => wrongOrWriting(world, rows, requests)
const wrongAlone = (requests: readonly Asking[]) => wrongEachAlone(rows, requests)

const isRead = (address: Address) => address.startsWith('GET')

describe('the table', () => {
  it('names every address that is served under /c, and no other', () => {
    const others = world.app.routes.filter(({ path }) => /^\/c(\/|$)/.test(path))
    expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual(['ALL /c/*'])
    const served = coordinatorApp(world.deps).routes
    const named = served.filter(({ method }) => method !== 'ALL')
    expect([...new Set(named.map(({ method, path }) => `${method} ${path}`))].toSorted()).toEqual(
      Object.keys(access).toSorted(),
    )
    const every = served.filter(({ method }) => method === 'ALL').map(({ path }) => path)
    const known = ['/c/*', ...Object.keys(access).map((address) => address.split(' ')[1])]
    expect(every.filter((path) => !known.includes(path))).toEqual([])
    expect(addresses.toSorted()).toEqual(Object.keys(access).toSorted())
  })
})

describe('what staff change in a network', () => {
  it('is an event: nothing is changed without one, and nothing is told that did not happen', async () => {
    const writing = addresses.filter((address) => /^POST \/c\/n\//.test(address))
    const tables = (rows: string) =>
      Object.fromEntries(JSON.parse(rows) as readonly (readonly [string, readonly unknown[]])[])
    const client = clientOf('administrator@contoh.example')
    const begin = async () => {
      await together(rows)
      await client.get('/c')
    }
    await begin()
    const { events: before = [], ...rest } = tables(await dump(world))
    const stands = JSON.stringify(rest)
    const unlike: string[] = []
    let told = 0
    for (const address of writing) {
      await begin()
      await open(client, address)
      const { events: after = [], ...changed } = tables(await dump(world))
      if ((JSON.stringify(changed) !== stands) !== after.length > before.length) unlike.push(address)
      told += after.length - before.length
    }
    expect(unlike).toEqual([])
    expect(told).toBeGreaterThan(25)
  })
})

describe.each(ALL)('%s', (role) => {
  const isOpen = (address: Address) => {
    const allowed = LETS_IN[address]
    return allowed === 'all' || allowed.includes(role)
  }
  const sending = (address: Address, judge: Asking['judge'], email = `${role}@contoh.example`): Asking => ({
    address,
    send: () => open(clientOf(email), address),
    judge,
  })

  it('reads what is theirs, which changes nothing', async () => {
    const theirs = addresses.filter((address) => isRead(address) && isOpen(address))
    expect(await wrongOrChanging(theirs.map((address) => sending(address, answers(200, 303))))).toEqual([])
  })

  it('does what is theirs', async () => {
    const theirs = addresses.filter((address) => !isRead(address) && isOpen(address))
    expect(await wrongAlone(theirs.map((address) => sending(address, answers(200, 303))))).toEqual([])
  })

  it('is refused the rest, on a page that says so, and changes nothing', async () => {
    const { title } = wordsFor('id').coordinator.problems.role
    const judge = async (response: Response) => {
      if (response.status !== 403) return `answers ${response.status}`
      const page = await pageOf(response)
      const titles = ['h1', 'title'].flatMap((tag) => page.all(tag).map(({ text }) => text))
      const right = [title, `${title} – Rumah Inklusi Jawa Timur (contoh)`]
      return titles.join() === right.join() ? null : `is called ${titles.join(' and ')}`
    }
    const others = addresses.filter((address) => !isOpen(address))
    expect(await wrongOrChanging(others.map((address) => sending(address, judge)))).toEqual([])
  })

  it('of another network finds nothing of this one, nor of one that is not there', async () => {
    const client = clientOf(`asing-${role}@contoh.example`)
    expect((await client.get(`/c/n/${OTHER.slug}`)).status).toBe(200)
    const asked = inNetwork.flatMap((address) =>
      [undefined, 'tidak-ada'].map((slug) => ({
        address,
        send: () => open(client, address, slug),
        judge: answers(404),
      })),
    )
    expect(await wrongOrChanging(asked)).toEqual([])
  })

  it('who was removed finds everything closed at once', async () => {
    const closed = addresses.filter((address) => LETS_IN[address] !== 'all')
    const asked = closed.map((address) =>
      sending(address, answers(isRead(address) ? 303 : 403), `bekas-${role}@contoh.example`),
    )
    expect(await wrongOrChanging(asked)).toEqual([])
  })
})

/** Parts of addresses that name something that lies in a district. */
const LIES_IN_A_DISTRICT = /:(?:organisation|submission|registration|delivery|draft|one|merge)\b/

/** Whom and what those of other districts may not be told of. */
const ELSEWHERE = [
  'Mitra Utama Contoh',
  'Simpul Belajar Contoh',
  'Yayasan Bina Karya Contoh',
  'Belum Diterima Contoh',
  'Belum Selesai Contoh',
  'wulan@simpul.example',
  'agus@bina.example',
]

describe.each(['coordinator', 'facilitator'] as const)('a %s of another district', (role) => {
  const theirs = addresses.filter((address) => {
    const allowed = LETS_IN[address]
    return allowed !== 'all' && allowed !== ALL && allowed.includes(role)
  })
  const sending = (address: Address, judge: Asking['judge']): Asking => ({
    address,
    send: () => open(clientOf(`jauh-${role}@contoh.example`), address),
    judge,
  })

  it('finds nothing that lies elsewhere, and changes nothing there', async () => {
    const lying = theirs.filter((address) => LIES_IN_A_DISTRICT.test(address))
    expect(await wrongOrChanging(lying.map((address) => sending(address, answers(404))))).toEqual([])
  })

  it('is told of nobody elsewhere', async () => {
    const others = theirs.filter((address) => isRead(address) && !LIES_IN_A_DISTRICT.test(address))
    const judge = async (response: Response) => {
      // What is the whole network's, as opening rounds, is for those who look after all of it.
      if (![200, 403].includes(response.status)) return `answers ${response.status}`
      const text = new TextDecoder().decode(await response.arrayBuffer())
      const told = ELSEWHERE.filter((name) => text.includes(name))
      return told.length > 0 ? `names ${told.join()}` : null
    }
    expect(await wrongOrChanging(others.map((address) => sending(address, judge)))).toEqual([])
  })
})

describe('somebody who is not signed in', () => {
  it('is led to sign in wherever that is needed, and changes nothing', async () => {
    const judge = (address: Address) => (response: Response) => {
      const told = [response.status, response.headers.get('Location')]
      const right = isRead(address) ? [303, '/c/sign-in?said=first'] : [403, null]
      return told.join() === right.join() ? null : `answers ${told.join(' ')}`
    }
    const asked = addresses
      .filter((address) => LETS_IN[address] !== 'all' || isRead(address))
      .map((address) => ({
        address,
        send: () => open(newClient(world), address),
        judge: LETS_IN[address] === 'all' ? answers(200, 303) : judge(address),
      }))
    expect(await wrongOrChanging(asked)).toEqual([])
  })

  it('may ask for a link, and sign in with it', async () => {
    const theirs = addresses.filter((address) => LETS_IN[address] === 'all' && !isRead(address))
    const asked = theirs.map((address) => ({
      address,
      send: () => open(newClient(world), address),
      judge: answers(200, 303),
    }))
    expect(await wrongAlone(asked)).toEqual([])
  })

  it('is not let in by a cookie of another name, of nobody, or without a value', async () => {
    const { cookie } = await signedIn(world, ADMINISTRATOR)
    const token = cookie?.split('=')[1] ?? ''
    for (const wrong of [`simpul=${token}`, '__Secure-simpul=', `__Secure-simpul=${token.slice(1)}`]) {
      const client = newClient(world)
      client.cookie = wrong
      expect([wrong, (await client.get(HOME)).status]).toEqual([wrong, 303])
    }
  })
})

describe('a member of another network', () => {
  it.each(['', '/remove'])('is not found in this one, by an administrator of both: %s', async (rest) => {
    const foreign = await addStaff(world, { email: 'jauh@contoh.example', role: 'viewer', network: OTHER.id })
    await addStaff(world, { email: ADMINISTRATOR, role: 'administrator', network: OTHER.id })
    const client = await signedIn(world, ADMINISTRATOR)
    const before = await dump(world)
    expect((await client.get(`${PEOPLE}/${foreign}${rest}`)).status).toBe(404)
    expect((await client.post(`${PEOPLE}/${foreign}${rest}`, FIELDS)).status).toBe(404)
    expect(await dump(world)).toBe(before)
  })
})

describe('districts', () => {
  it('of a coordinator are their own, on the page and wherever the scope goes', async () => {
    await addStaff(world, {
      email: 'wilayah@contoh.example',
      role: 'coordinator',
      districts: ['35.07', '35.78'],
    })
    const { words } = await pageOf(await (await signedIn(world, 'wilayah@contoh.example')).get(HOME))
    expect(words).toContain('Kabupaten Malang, Kota Surabaya.')
    expect(words).not.toContain('Kota Malang')
  })
})

describe('what changes something', () => {
  const files = new FormData()
  for (const [name, value] of Object.entries(FIELDS)) files.append(name, value)
  const ways: readonly (readonly [string, Record<string, string>, BodyInit])[] = [
    ['a form', {}, encoded(FIELDS)],
    ['a form with files', {}, files],
    ['plain text', { 'Content-Type': 'text/plain' }, 'role=viewer'],
    ['JSON', { 'Content-Type': 'application/json' }, JSON.stringify(FIELDS)],
    ['nothing', {}, ''],
  ]
  const origins: readonly (string | null)[] = [
    null,
    'null',
    '',
    'https://jahat.example',
    'http://simpul.test',
    'https://simpul.test:8443',
    'https://simpul.test.jahat.example',
    'https://simpul.test/',
  ]

  it.each(ways)('is refused from elsewhere, sent as %s', async (_what, type, body) => {
    const { cookie } = await signedIn(world, ADMINISTRATOR)
    const before = await dump(world)
    for (const address of addresses.filter((one) => one.startsWith('POST')))
      for (const origin of origins) {
        const headers = { ...type, Cookie: cookie ?? '', ...(origin === null ? {} : { Origin: origin }) }
        const response = await world.request(pathOf(address), { method: 'POST', headers, body })
        expect([address, origin, response.status]).toEqual([address, origin, 403])
        expect(response.headers.get('Set-Cookie')).toBeNull()
      }
    await world.work()
    expect(await dump(world)).toBe(before)
  })

  it.each(['PUT', 'PATCH', 'DELETE'])('is refused from elsewhere whatever the method: %s', async (method) => {
    for (const path of ['/c', HOME, PEOPLE, '/c/lain'])
      expect((await world.request(path, { method })).status).toBe(403)
  })

  it('is read from our own pages, as a form and nothing else', async () => {
    const { cookie } = await signedIn(world, ADMINISTRATOR)
    for (const [what, type, body] of ways) {
      const headers = { ...type, Cookie: cookie ?? '', Origin: 'https://simpul.test' }
      const response = await world.request('/c/language', { method: 'POST', headers, body })
      expect([what, response.status]).toEqual([what, what.startsWith('a form') ? 303 : 415])
    }
  })

  it('asks nothing of the kind from respondents, whose browsers hide where they come from', async () => {
    expect((await world.post(IKO, {})).status).toBe(422)
  })
})

describe('every page', () => {
  it('is kept by nobody, is found by no search, and tells nobody else where one comes from', async () => {
    const client = await signedIn(world, ADMINISTRATOR)
    for (const path of ['/c/sign-in', HOME, PEOPLE, `${PEOPLE}/invite`, '/c/sessions', '/c/n/lain']) {
      const { headers } = await client.get(path)
      expect([path, headers.get('Cache-Control')]).toEqual([path, 'private, no-store'])
      expect([headers.get('X-Robots-Tag'), headers.get('Referrer-Policy')]).toEqual([
        'noindex',
        'same-origin',
      ])
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('names its network, and says truly that there is a cookie', async () => {
    const client = await signedIn(world, ADMINISTRATOR)
    for (const path of [
      HOME,
      PEOPLE,
      `${PEOPLE}/invite`,
      `${PEOPLE}/${member}`,
      `${PEOPLE}/${member}/remove`,
    ]) {
      const page = await pageOf(await client.get(path))
      expect(page.one('title').text).toContain('Rumah Inklusi Jawa Timur (contoh)')
      expect(page.words).toContain(wordsFor('id').coordinator.footer)
      expect(page.words).not.toContain(wordsFor('id').page.footer)
    }
  })

  it('answers a method that it does not know by naming its own', async () => {
    const allow = async (path: string) => {
      const response = await world.request(path, {
        method: 'DELETE',
        headers: { Origin: 'https://simpul.test' },
      })
      return [response.status, response.headers.get('Allow')]
    }
    expect(await allow('/c')).toEqual([405, 'GET, HEAD'])
    expect(await allow('/c/sign-out')).toEqual([405, 'POST'])
    expect(await allow(`${PEOPLE}/invite`)).toEqual([405, 'GET, HEAD, POST'])
  })
})
