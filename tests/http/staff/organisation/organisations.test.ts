// Those who look after a network find organisations; coordinators add and change them, within their districts.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  addOrganisation,
  addOrganisations,
  CONTACT,
  FORUM,
  LEAD,
  registered,
} from '../../../support/inside/registry.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import { dump } from '../../../support/inside/tables.ts'
import { DAY, newWorld, sentIko, type Typed, type World } from '../../../support/inside/world.ts'

const LIST = `${HOME}/organisations`
const NEW = `${LIST}/new`
const words = wordsFor('id').coordinator.registry.organisations
const FACTS = {
  name: 'Yayasan Baru Contoh',
  district: '35.07',
  legal_form: 'Yayasan',
  decree_no: 'AHU-1',
  themes: 'Kesehatan\nAir bersih',
  status: 'active',
} as const

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  await addOrganisations(world)
  admin = await signedIn(world, ADMINISTRATOR)
})

const pathOf = (id: string, part = '') => `${LIST}/${id}${part && `/${part}`}`
const opened = async (path: string, client = admin) => pageOf(await client.get(path))
const messages = (page: PageView) => page.all('p', { class: 'e' }).map(({ text }) => text)
const listed = async (query = '', client = admin) =>
  (await opened(`${LIST}${query}`, client)).all('a', { class: 'go' }).map(({ text }) => text)
const names = (id: string) =>
  world.rows<{ kind: string; name: string }>(
    `select kind, name from organisation_names where organisation_id = '${id}' order by kind, name`,
  )
// The fields of the form that adds or changes, without those of the others on its page.
const fill = async (path: string, changes: Typed, client = admin) =>
  client.post(path, { ...sendable(await opened(path, client)), end: '', locale: 'id', ...changes })

describe('the list', () => {
  it('finds organisations by any of their names, whatever the case and marks, by district, role and state', async () => {
    await addOrganisation({ id: 'o3', name: 'Sanggar Hijau Contoh', district: '35.17' })
    await world.exec(
      [
        `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) select 'x', network_id, id, 'former', 'Kelompok "Bina-Karya"', 'kelompok bina karya', 0 from organisations where id = 'o3'`,
        `insert into roles (id, network_id, organisation_id, role, from_day, to_day) select 'r1', network_id, id, 'member', '2026-01-01', null from organisations where id = 'o3'`,
        `insert into roles (id, network_id, organisation_id, role, from_day, to_day) select 'r2', network_id, id, 'member', '2025-01-01', '2025-12-31' from organisations where id = '${FORUM}'`,
        `update organisations set status = 'inactive' where id = '${FORUM}'`,
      ].join('\n'),
    )
    const three = ['Mitra Utama Contoh', 'Sanggar Hijau Contoh', 'Simpul Belajar Contoh']
    expect(await listed()).toEqual(expect.arrayContaining(three))
    const found = async (query: string) => (await listed(query)).filter((name) => three.includes(name))
    expect(await found('')).toEqual(three)
    expect(await found('?name=BINA%20karya')).toEqual(['Sanggar Hijau Contoh'])
    expect(await found('?district=35.17')).toEqual(['Sanggar Hijau Contoh'])
    expect(await found('?role=member')).toEqual(['Sanggar Hijau Contoh'])
    expect(await found('?status=inactive')).toEqual(['Simpul Belajar Contoh'])
    expect(await found('?name=contoh&district=35.07&status=active')).toEqual(['Mitra Utama Contoh'])
    const none = await opened(`${LIST}?name=tidak%20ada`)
    expect(none.words).toContain(words.none)
    expect(none.one('input', { name: 'name' }).attributes.value).toBe('tidak ada')
  })

  it('is read page by page, each reachable from the one before', async () => {
    for (let i = 10; i < 37; i++) await addOrganisation({ id: `o${i}`, name: `Kelompok ${i} Contoh` })
    const page = await opened(`${LIST}?name=kelompok`)
    expect(page.words).toContain('27 organisasi')
    expect(page.words).toContain('Halaman 1 dari 2')
    const [next] = page.all('a').filter(({ text }) => text === 'Halaman berikutnya')
    const last = await opened(next?.attributes.href ?? '')
    expect(last.words).toMatch(/Kelompok 35 Contoh.*Kelompok 36 Contoh/)
    expect(last.words).not.toContain('Kelompok 34')
    for (const odd of ['0', '-1', 'x', '1.5', '99999999'])
      expect((await admin.get(`${LIST}?page=${odd}`)).status).toBe(200)
  })

  it('leaves out those of other networks, of other districts, and those merged into others', async () => {
    await addNetwork(world)
    await addOrganisation({ id: 'o3', name: 'Jauh Contoh', network: OTHER.id })
    await addOrganisation({ id: 'o4', name: 'Lebur Contoh', mergedInto: LEAD })
    await addOrganisation({ id: 'o5', name: 'Surabaya Contoh', district: '35.78' })
    await addStaff(world, { email: 'malang@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const malang = await signedIn(world, 'malang@contoh.example')
    const all = await listed()
    expect(all).toContain('Surabaya Contoh')
    expect(all.join()).not.toMatch(/Jauh|Lebur/)
    expect((await listed('', malang)).join()).not.toContain('Surabaya')
    for (const id of ['o3', 'o6']) expect((await admin.get(pathOf(id))).status).toBe(404)
    expect((await admin.get(pathOf('o4'))).headers.get('Location')).toBe(pathOf(LEAD))
    const before = await dump(world)
    for (const part of ['', 'edit', 'names', 'roles', 'relations', 'contacts'])
      expect([part, (await malang.get(pathOf('o5', part))).status]).toEqual([part, 404])
    for (const part of ['edit', 'names', 'roles', 'relations', 'contacts'])
      expect([part, (await malang.post(pathOf('o5', part), FACTS)).status]).toEqual([part, 404])
    expect(await dump(world)).toBe(before)
  })
})

describe('an organisation', () => {
  it('is shown to facilitators without the people who are reached there, and without a way to change it', async () => {
    await addStaff(world, { email: 'f@contoh.example', role: 'facilitator' })
    const facilitator = await signedIn(world, 'f@contoh.example')
    const page = await opened(pathOf(FORUM), facilitator)
    expect(page.one('h1').text).toBe('Simpul Belajar Contoh')
    expect(page.html).not.toMatch(/wulan|\/edit"|\/names"|\/contacts"/i)
    expect((await opened(pathOf(FORUM))).words).toContain('wulan@simpul.example')
  })

  it('is added by hand, once however often the button is pressed, with what was sent under its name', async () => {
    await sentIko(world, { organisation: 'YAYASAN baru contoh', district: '35.07' })
    const form = { ...sendable(await opened(NEW)), ...FACTS }
    const both = await Promise.all([admin.post(NEW, form), admin.post(NEW, form)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    await admin.post(NEW, form)
    expect(await listed('?name=baru')).toContain(FACTS.name)
    expect(await world.number('select count(*) from organisations')).toBe(3)
    const page = await opened(both[0]?.headers.get('Location') ?? '')
    expect(page.one('p', { role: 'status' }).text).toBe(words.done.added)
    expect(page.words).toContain('Kesehatan; Air bersih')
    expect(page.words).toMatch(/IKO 2026, putaran kedua, 23 November 2026 ?Kode: \w/)
  })

  it('of a name that is there is asked about first', async () => {
    const same = { ...FACTS, name: 'simpul  BELAJAR contoh' }
    const response = await fill(NEW, same)
    const page = await pageOf(response)
    expect(response.status).toBe(422)
    expect(page.words).toContain(words.form.there)
    expect(page.one('a', { href: '#sure' }).text).toBe(words.issues.there)
    expect(sendable(page).name).toBe(same.name)
    expect((await fill(NEW, { ...same, sure: 'yes' })).status).toBe(303)
  })

  it.each([
    ['no name', { name: ' ' }, [words.issues.name]],
    ['a district that is none', { district: '33.01' }, [words.issues.district]],
    ['a state that is none', { status: 'x' }, [words.issues.status]],
    [
      'too much of everything',
      {
        name: 'x'.repeat(201),
        legal_form: 'x'.repeat(201),
        decree_no: 'x'.repeat(101),
        themes: 'x'.repeat(201),
      },
      [words.issues.name, words.issues.legal_form, words.issues.decree_no, words.issues.themes],
    ],
  ])('is not kept with %s: everything typed stays', async (_what, changes: Typed, expected) => {
    const before = await dump(world)
    for (const path of [NEW, pathOf(FORUM, 'edit')]) {
      const response = await fill(path, { ...FACTS, ...changes })
      const page = await pageOf(response)
      expect([response.status, messages(page)]).toEqual([422, expected])
      expect(sendable(page)).toMatchObject({
        legal_form: changes.legal_form ?? FACTS.legal_form,
        themes: changes.themes ?? FACTS.themes,
      })
    }
    expect(await dump(world)).toBe(before)
  })

  it('shows whether its report was handed over, by mail or by hand', async () => {
    await sentIko(world, { organisation: 'Simpul Belajar Contoh', district: '35.07' })
    const state = async () => (await opened(pathOf(FORUM))).words
    expect(await state()).not.toContain('Laporan')
    await world.exec(`update submissions set organisation_id = '${FORUM}'`)
    world.mailService.answer = async ({ subject }) =>
      subject.includes('laporan')
        ? { outcome: 'refused', reason: 'x' }
        : { outcome: 'handed', providerId: null }
    await world.work()
    await world.sweep()
    expect(await state()).toContain(words.sent.unreported)
    await world.exec(
      `insert into handovers (id, network_id, submission_id, person_id, at) select 'h', network_id, id, 'p', ${world.clock.now + DAY} from submissions`,
    )
    expect(await state()).toContain('Laporan sudah diserahkan pada 24 November 2026')
  })
})

describe('names', () => {
  it('leave the official one before as a former one, and there is always one official name', async () => {
    const rename = (name: string) => fill(pathOf(FORUM, 'edit'), { name })
    const path = ['Forum Baru Contoh', 'forum baru contoh', 'Simpul Belajar Contoh', 'Forum Baru Contoh']
    for (const name of path) {
      expect((await rename(name)).status).toBe(303)
      const all = await names(FORUM)
      expect(all.filter(({ kind }) => kind === 'official')).toEqual([{ kind: 'official', name }])
      expect(new Set(all.map((one) => one.name)).size).toBe(all.length)
    }
    expect(await names(FORUM)).toEqual([
      { kind: 'former', name: 'Simpul Belajar Contoh' },
      { kind: 'former', name: 'forum baru contoh' },
      { kind: 'official', name: 'Forum Baru Contoh' },
    ])
    expect(await listed('?name=simpul%20belajar')).toContain('Forum Baru Contoh')
  })

  it('are added and taken away, the official one never, and bring what was sent under them', async () => {
    await sentIko(world, { organisation: 'SBC', district: '35.07' })
    const path = pathOf(FORUM, 'names')
    expect((await fill(path, { name: 'SBC', kind: 'short' })).status).toBe(303)
    await fill(path, { name: 'SBC', kind: 'alias' })
    expect(await names(FORUM)).toEqual([
      { kind: 'official', name: 'Simpul Belajar Contoh' },
      { kind: 'short', name: 'SBC' },
    ])
    expect(await world.number(`select count(*) from submissions where organisation_id = '${FORUM}'`)).toBe(1)
    for (const { id } of await world.rows<{ id: string }>('select id from organisation_names'))
      await admin.post(path, { end: id })
    expect(await names(FORUM)).toEqual([{ kind: 'official', name: 'Simpul Belajar Contoh' }])
    expect(await names(LEAD)).toHaveLength(1)
    expect((await fill(path, { name: 'Lain', kind: 'official' })).status).toBe(422)
  })
})

describe('roles', () => {
  const path = pathOf(FORUM, 'roles')
  const held = () => world.rows('select role, district, from_day, to_day from roles order by from_day')

  it('hold from a day on, and end with a day', async () => {
    expect((await fill(path, { role: 'member', from: '1/2/2026', district: '35.07' })).status).toBe(303)
    expect((await opened(pathOf(FORUM))).words).toContain('Anggota, Kabupaten Malang, sejak 1 Februari 2026')
    const [role] = await world.rows<{ id: string }>('select id from roles')
    await admin.post(path, { end: role?.id ?? '' })
    expect(await held()).toEqual([
      { role: 'member', district: '35.07', from_day: '2026-02-01', to_day: '2026-11-23' },
    ])
    world.clock.now += DAY
    await admin.post(path, { end: role?.id ?? '' })
    expect((await opened(pathOf(FORUM))).words).toContain('1 Februari 2026 sampai 23 November 2026')
  })

  it.each([
    ['no role', { role: '' }, [words.issues.role]],
    ['a role that the network does not know', { role: 'lead' }, [words.issues.role]],
    ['no day', { from: 'kemarin' }, [words.issues.from]],
    ['an end before the beginning', { from: '2026-02-01', to: '2026-01-31' }, [words.issues.to]],
  ])('are not given with %s', async (_what, changes, expected) => {
    const response = await fill(path, { role: 'member', from: '2026-02-01', ...changes })
    expect([response.status, messages(await pageOf(response))]).toEqual([422, expected])
    expect(await held()).toEqual([])
  })
})

describe('relations', () => {
  const path = pathOf(FORUM, 'relations')
  const relate = (kind: string, other = LEAD, client = admin) =>
    client.post(`${path}?q=contoh`, { other, kind, from: '2026-01-01' })

  it('pair a lead partner with a forum, seen from both', async () => {
    const page = await opened(`${path}?q=MITRA`)
    expect(page.words).toContain('Mitra Utama Contoh, Kabupaten Malang')
    expect((await relate('lead')).status).toBe(303)
    await relate('lead')
    expect(await world.rows('select kind, organisation_id, other_id from relations')).toEqual([
      { kind: 'pair', organisation_id: LEAD, other_id: FORUM },
    ])
    expect((await opened(pathOf(FORUM))).words).toContain(
      'Berpasangan dengan mitra utama: Mitra Utama Contoh',
    )
    expect((await opened(pathOf(LEAD))).words).toContain(
      'Berpasangan dengan simpul belajar: Simpul Belajar Contoh',
    )
    const [one] = await world.rows<{ id: string }>('select id from relations')
    await admin.post(pathOf(LEAD, 'relations'), { end: one?.id ?? '' })
    expect((await opened(pathOf(FORUM))).words).toContain('1 Januari 2026 sampai 23 November 2026')
  })

  it('list the members of a forum', async () => {
    await relate('member')
    expect((await opened(pathOf(FORUM))).words).toContain('Anggotanya: Mitra Utama Contoh')
    expect((await opened(pathOf(LEAD))).words).toContain('Anggota dari simpul belajar: Simpul Belajar Contoh')
  })

  it('are not made with oneself, with nobody, nor with one of another district or network', async () => {
    await addNetwork(world)
    await addOrganisation({ id: 'o3', name: 'Jauh Contoh', network: OTHER.id })
    await addOrganisation({ id: 'o4', name: 'Surabaya Contoh', district: '35.78' })
    await addStaff(world, { email: 'malang@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const malang = await signedIn(world, 'malang@contoh.example')
    const wrong = [await relate('lead', FORUM), await relate('lead', ''), await relate('lead', 'o3')]
    wrong.push(await relate('lead', 'o4', malang), await relate('x'))
    expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    expect(await world.number('select count(*) from relations')).toBe(0)
    await relate('member', 'o4')
    expect((await opened(pathOf(FORUM), malang)).words).not.toContain('Surabaya')
  })
})

describe('contacts', () => {
  const people = () =>
    world.rows('select name, position, email, whatsapp, locale from contacts order by created_at')

  it('are added, changed and removed', async () => {
    const path = pathOf(LEAD, 'contacts')
    await fill(path, { contact_name: 'Tri Contoh', email: 'Tri@Mitra.example', whatsapp: '0812 3456 7890' })
    const [, tri] = await world.rows<{ id: string }>('select id from contacts order by created_at')
    expect((await people())[1]).toEqual({
      name: 'Tri Contoh',
      position: null,
      email: 'tri@mitra.example',
      whatsapp: '+6281234567890',
      locale: 'id',
    })
    const own = `${path}/${tri?.id}`
    await world.exec(
      `insert into addresses (network_id, address, bounced_at) select network_id, 'tri@mitra.example', 1 from contacts limit 1`,
    )
    await fill(own, { position: 'Ketua' })
    const { bounced } = words.contacts
    expect((await pageOf(await admin.get(pathOf(LEAD)))).words).toContain(bounced)
    await fill(own, { email: '', locale: 'en' })
    expect((await pageOf(await admin.get(pathOf(LEAD)))).words).not.toContain(bounced)
    expect((await people())[1]).toMatchObject({
      name: 'Tri Contoh',
      position: 'Ketua',
      email: null,
      locale: 'en',
    })
    expect((await admin.post(own, { end: tri?.id ?? '' })).headers.get('Location')).toBe(
      `${pathOf(LEAD)}?done=removed`,
    )
    expect(await people()).toHaveLength(1)
    expect((await admin.get(own)).status).toBe(404)
  })

  it('are those of the organisation only', async () => {
    const before = await dump(world)
    expect((await admin.get(pathOf(LEAD, `contacts/${CONTACT}`))).status).toBe(404)
    expect((await admin.post(pathOf(LEAD, `contacts/${CONTACT}`), { end: CONTACT })).status).toBe(404)
    await admin.post(pathOf(LEAD, 'contacts'), { end: CONTACT })
    await fill(pathOf(LEAD, 'contacts'), { submission: CONTACT, email: 'x@contoh.example' })
    expect(await dump(world)).toBe(before)
  })

  it.each([
    ['nothing to reach them by', { email: '', whatsapp: '' }, [words.issues.reach]],
    ['no address', { email: 'tri' }, [words.issues.email]],
    ['no number', { whatsapp: '123' }, [words.issues.whatsapp]],
    ['no language', { locale: 'fr' }, [words.issues.locale]],
  ])('are not kept with %s', async (_what, changes, expected) => {
    const response = await fill(pathOf(FORUM, `contacts/${CONTACT}`), changes)
    expect([response.status, messages(await pageOf(response))]).toEqual([422, expected])
    expect((await people())[0]).toMatchObject({ email: 'wulan@simpul.example' })
  })
})

describe('whoever may not any more', () => {
  it.each([
    ['was removed', 'removed_at = 1'],
    ['is a facilitator now', `role = 'facilitator'`],
    ['has other districts now', `districts = '["35.78"]'`],
  ])('%s between asking and answering, writes nothing', async (_what, change) => {
    const membership = await addStaff(world, { email: 'k@contoh.example', role: 'coordinator' })
    const client = await signedIn(world, 'k@contoh.example')
    const act = await import('../../../../src/actions/organisation/edit.ts')
    const { coordinatorPages } = await import('../../../../src/http/staff/access.ts')
    const { organisationById } = await import('../../../../src/db/organisation/read.ts')
    await world.exec(
      [
        `insert into roles (id, network_id, organisation_id, role, from_day) select 'r', network_id, id, 'member', '2026-01-01' from organisations where id = '${FORUM}'`,
        `insert into relations (id, network_id, kind, organisation_id, other_id, from_day, created_at) select 'b', network_id, 'pair', '${LEAD}', id, '2026-01-01', 0 from organisations where id = '${FORUM}'`,
        `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) select 'a', network_id, id, 'alias', 'A', 'a', 0 from organisations where id = '${FORUM}'`,
      ].join('\n'),
    )
    const pages = coordinatorPages(world.deps)
    const outcomes: unknown[] = []
    let before = ''
    pages.inNetwork('GET /c/n/:slug/organisations/:organisation/edit', async (c, { scope }) => {
      const forum = await organisationById(scope, world.deps.db, FORUM)
      if (!forum) return c.text('')
      // The relation is made with one that was found while the right was there.
      const fields = (typed: Typed) =>
        new Map(Object.entries(typed).map(([name, value]) => [name, [value].flat()]))
      await world.exec(`update memberships set ${change} where id = '${membership}'`)
      before = await dump(world)
      const { deps } = world
      outcomes.push(
        await act.addOrganisationByHand(scope, deps, fields(FACTS)),
        await act.editOrganisation(scope, deps, forum, fields(FACTS)),
        await act.addOrganisationName(scope, deps, forum, fields({ name: 'B', kind: 'alias' })),
        await act.giveOrganisationRole(scope, deps, forum, fields({ role: 'viewer', from: '2026-01-01' })),
        await act.relateOrganisations(
          scope,
          deps,
          forum,
          fields({ q: 'mitra', other: LEAD, kind: 'member', from: '2026-01-01' }),
        ),
        await act.keepContact(
          scope,
          deps,
          forum,
          CONTACT,
          fields({ email: 'x@contoh.example', locale: 'id' }),
        ),
        await act.dropName(scope, deps, forum, 'a'),
        await act.dropRole(scope, deps, forum, 'r'),
        await act.dropRelation(scope, deps, forum, 'b'),
        await act.dropContact(scope, deps, forum, CONTACT),
      )
      return c.text('')
    })
    const path = `https://simpul.test${pathOf(FORUM, 'edit')}`
    await pages.app.request(path, { headers: { Cookie: client.cookie ?? '' } })
    expect(
      outcomes.map((one) => (typeof one === 'object' ? (one as { outcome: string }).outcome : one)),
    ).toEqual(Array(10).fill('refused'))
    expect(await dump(world)).toBe(before)
  })
})

it('a confirmed organisation leads to its registration, and from there to the organisation', async () => {
  const id = await registered(world)
  await admin.post(`${HOME}/registrations/${id}/confirm`, { organisation: 'new' })
  const [row] = await world.rows<{ id: string }>(
    'select id from organisations where registration_id is not null',
  )
  const path = pathOf(row?.id ?? '')
  expect((await opened(`${HOME}/registrations/${id}`)).all('a', { href: path })).toHaveLength(1)
  expect((await opened(path)).all('a', { href: `${HOME}/registrations/${id}` })).toHaveLength(1)
})
