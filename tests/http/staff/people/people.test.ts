// Administrators look after who may sign in; what they take away is gone at once, and somebody always remains.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { coordinatorsOf } from '../../../../src/db/submission/network-ledger.read.ts'
import { type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  coordinating,
  HOME,
  linkFor,
  membershipOf,
  newClient,
  OTHER,
  PEOPLE,
  signedIn,
} from '../../../support/inside/staff.ts'
import { broken } from '../../../support/inside/tables.ts'
import { DAY, newWorld, type Typed, type World } from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator
const INVITE = `${PEOPLE}/invite`
const NEW = {
  name: 'Bagas Contoh',
  email: 'Bagas@Contoh.example',
  role: 'coordinator',
  locale: 'id',
} as const
const BAGAS = 'bagas@contoh.example'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

const invite = (changes: Typed = {}, client = admin) => client.post(INVITE, { ...NEW, ...changes })
const list = async (client = admin) => (await pageOf(await client.get(PEOPLE))).words
const roleOf = async (email: string) =>
  (
    await world.rows<{ role: string; districts: string | null }>(
      `select role, districts from memberships m join people p on p.id = m.person_id where email = '${email}' and removed_at is null`,
    )
  ).map(({ role, districts }) => (districts === null ? role : `${role} ${districts}`))
const administrators = () =>
  world.number(`select count(*) from memberships where role = 'administrator' and removed_at is null`)
const messages = (page: PageView) => page.all('p', { class: 'e' }).map(({ text }) => text)

describe('an invitation', () => {
  it('lets somebody sign in, and tells them so with who invited whom to what, and nothing else', async () => {
    const response = await invite()
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${PEOPLE}?done=invited`])
    expect((await pageOf(await admin.get(`${PEOPLE}?done=invited`))).words).toContain(
      words.people.done.invited,
    )
    await world.work()
    expect(await broken()).toEqual([])
    expect(world.mails).toMatchObject([
      { to: BAGAS, subject: 'Undangan untuk ikut mengurus Rumah Inklusi Jawa Timur (contoh)', locale: 'id' },
    ])
    const text = world.mails[0]?.text.replace(/\s+/g, ' ') ?? ''
    expect(text).toContain(
      'Ratna Contoh mengundang Anda untuk ikut mengurus Rumah Inklusi Jawa Timur (contoh)',
    )
    expect(text).toContain('https://simpul.test/c/sign-in')
    expect(text).not.toMatch(/Bagas|Koordinator|\/c\/sign-in\//)
    expect(await list()).toMatch(
      /Bagas Contohbagas@contoh\.exampleKoordinator, seluruh jaringanSejak 23 November 2026/,
    )
    const bagas = await signedIn(world, BAGAS)
    expect((await pageOf(await bagas.get(HOME))).words).toContain('Bagas Contoh (bagas@contoh.example)')
  })

  it('gives the role and the districts that were chosen', async () => {
    await invite({ role: 'districts', districts: ['35.78', '35.07'] })
    expect(await roleOf(BAGAS)).toEqual(['coordinator ["35.07","35.78"]'])
    await invite({ email: 'b@contoh.example', role: 'viewer', districts: ['35.78'] })
    expect(await roleOf('b@contoh.example')).toEqual(['viewer'])
  })

  it.each([
    ['no name', { name: ' ' }, [words.form.issues.name]],
    ['a name too long', { name: 'x'.repeat(121) }, [words.form.issues.name]],
    ['no address', { email: 'bagas' }, [words.form.issues.email]],
    ['no role', { role: '' }, [words.form.issues.role]],
    ['a role that is none', { role: 'owner' }, [words.form.issues.role]],
    ['no district ticked', { role: 'districts' }, [words.form.issues.districts]],
    [
      'a district of another province',
      { role: 'districts', districts: ['35.07', '33.01'] },
      [words.form.issues.districts],
    ],
    ['no language', { locale: 'fr' }, [words.form.issues.locale]],
    ['somebody who is there', { email: 'RATNA@rumah-inklusi.example' }, [words.form.issues.there]],
    [
      'nothing',
      { name: '', email: '', role: '', locale: '' },
      [words.form.issues.name, words.form.issues.email, words.form.issues.role, words.form.issues.locale],
    ],
  ] as const)(
    'is not sent with %s: everything typed is kept, with a message at each field',
    async (_what, changes, expected) => {
      const before = await world.number('select count(*) from people')
      const response = await invite(changes)
      const page = await pageOf(response)
      expect(response.status).toBe(422)
      expect(messages(page)).toEqual(expected)
      const links = page.all('a').filter(({ attributes }) => attributes.href?.startsWith('#'))
      for (const { attributes } of links.slice(1)) page.one('input', { id: attributes.href?.slice(1) ?? '' })
      expect(page.all('input', { type: 'hidden' }).length).toBeGreaterThan(0)
      const sent = sendable(page)
      const typed = { ...NEW, ...changes }
      expect([sent.name, sent.email]).toEqual([typed.name, typed.email])
      expect(await world.number('select count(*) from people')).toBe(before)
      expect(world.hints).toEqual([])
    },
  )

  it('keeps the name and language of somebody whom another network knows, and adds one network to them', async () => {
    await addNetwork(world)
    await addStaff(world, { email: BAGAS, role: 'viewer', network: OTHER.id, locale: 'en' })
    await invite({ name: 'Nama Lain' })
    expect(await world.rows(`select name, locale from people where email = '${BAGAS}'`)).toEqual([
      { name: 'bagas Contoh', locale: 'en' },
    ])
    await world.work()
    expect(world.mails[0]?.subject).toBe('An invitation to look after Rumah Inklusi East Java (demo)')
    expect((await signedIn(world, BAGAS)).get(`/c/n/${OTHER.slug}`)).resolves.toMatchObject({ status: 200 })
  })

  it('tells no network what another one calls somebody: anybody’s address can be typed', async () => {
    await addNetwork(world)
    await addStaff(world, { email: BAGAS, role: 'viewer', network: OTHER.id })
    await addStaff(world, { email: 'citra@contoh.example', role: 'administrator', network: OTHER.id })
    await invite({ email: BAGAS, role: 'administrator', name: 'Nama Lain' })
    const id = await membershipOf(world, BAGAS)
    for (const path of ['', `/${id}`, `/${id}/remove`]) {
      const page = await (await admin.get(PEOPLE + path)).text()
      expect(page).not.toContain('bagas Contoh')
      expect(page).toContain('Nama Lain')
    }
    const coordinators = await coordinatorsOf(await coordinating(world, ADMINISTRATOR), world.deps.db)
    expect(coordinators.map(({ name }) => name)).toEqual(['Nama Lain', 'Ratna Contoh'])
    const other = await signedIn(world, 'citra@contoh.example')
    expect(await list()).toContain('Ratna Contoh')
    expect((await pageOf(await other.get(`/c/n/${OTHER.slug}/people`))).words).toContain('bagas Contoh')
  })

  it('calls somebody by the name given here, whoever invites them elsewhere afterwards', async () => {
    await invite()
    world.clock.now += DAY
    await addNetwork(world)
    await addStaff(world, { email: BAGAS, role: 'viewer', network: OTHER.id })
    expect(await list()).toContain(`Bagas Contoh${BAGAS}`)
  })

  it('brings back somebody who was removed, with a new mail', async () => {
    await invite()
    await world.work()
    const id = await membershipOf(world, BAGAS)
    await admin.post(`${PEOPLE}/${id}/remove`)
    world.clock.now += DAY
    await invite({ role: 'viewer' })
    await world.work()
    expect(await roleOf(BAGAS)).toEqual(['viewer'])
    expect(await membershipOf(world, BAGAS)).toBe(id)
    expect(await list()).toContain('Sejak 24 November 2026')
    expect(world.mails.filter(({ to }) => to === BAGAS)).toHaveLength(2)
    expect(
      await world.rows(
        "select generation, failed_at is null as open from deliveries where kind = 'invited' order by 1",
      ),
    ).toEqual([
      { generation: 0, open: 1 },
      { generation: 1, open: 1 },
    ])
  })

  it('is not sent any more to somebody who was removed meanwhile', async () => {
    await invite()
    await admin.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`)
    await world.work()
    expect(world.mails).toEqual([])
    expect(await broken()).toEqual([])
  })

  it('stands under the allowance of three mails a day, since anybody’s address can be typed', async () => {
    for (let time = 0; time < 4; time++) {
      await invite()
      await world.work()
      await admin.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`)
    }
    expect(world.mails).toHaveLength(3)
  })

  it('does not let a name of an inviter stand in a mail that is none', async () => {
    await world.exec(
      `update people set name = 'Menang hadiah di jahat.example' where email = '${ADMINISTRATOR}'`,
    )
    await invite()
    await world.work()
    expect(world.mails[0]?.text).not.toContain('jahat')
    expect(world.mails[0]?.text).toContain('Seorang pengelola mengundang Anda')
  })

  it('invites somebody once where the button was pressed twice', async () => {
    const both = await Promise.all([invite(), invite()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    await world.work()
    expect(world.mails).toHaveLength(1)
  })
})

describe('a role', () => {
  it('is shown as it is, and holds from the next page on', async () => {
    await invite({ role: 'districts', districts: ['35.07'] })
    const bagas = await signedIn(world, BAGAS)
    const path = `${PEOPLE}/${await membershipOf(world, BAGAS)}`
    const shown = sendable(await pageOf(await admin.get(path)))
    expect([shown.role, shown.districts]).toEqual(['districts', '35.07'])
    expect((await bagas.get(PEOPLE)).status).toBe(403)
    await admin.post(path, { role: 'administrator' })
    expect((await bagas.get(PEOPLE)).status).toBe(200)
    await admin.post(path, { role: 'viewer' })
    const refused = await bagas.get(PEOPLE)
    expect(refused.status).toBe(403)
    expect((await pageOf(refused)).one('h1').text).toBe('Peran Anda tidak mencakup halaman ini')
    expect((await pageOf(await bagas.get(HOME))).words).toContain('Peran Anda di jaringan ini: Pengamat')
    expect(await roleOf(BAGAS)).toEqual(['viewer'])
  })

  it('is not changed by what is no role', async () => {
    await invite()
    const response = await admin.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}`, { role: 'districts' })
    expect([response.status, messages(await pageOf(response))]).toEqual([422, [words.form.issues.districts]])
    expect(await roleOf(BAGAS)).toEqual(['coordinator'])
  })
})

describe('somebody who is removed', () => {
  it('is asked about once, on a page that changes nothing', async () => {
    await invite()
    const path = `${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`
    const page = await pageOf(await admin.get(path))
    expect(page.one('h1').text).toBe('Keluarkan Bagas Contoh?')
    expect(await roleOf(BAGAS)).toEqual(['coordinator'])
    expect((await admin.post(path)).headers.get('Location')).toBe(`${PEOPLE}?done=removed`)
    expect(await roleOf(BAGAS)).toEqual([])
    expect(await list()).not.toContain('Bagas')
  })

  it('is out at once, everywhere, and no link lets them in', async () => {
    await invite()
    const bagas = await signedIn(world, BAGAS)
    const phone = await signedIn(world, BAGAS)
    const link = await linkFor(world, BAGAS)
    await admin.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`)
    expect([(await bagas.get(HOME)).status, (await phone.get('/c')).status]).toEqual([303, 303])
    expect(await world.number(`select count(*) from sessions where revoked_at is null`)).toBe(1)
    expect((await newClient(world).post(link)).status).toBe(410)
    const mails = world.mails.length
    await newClient(world).post('/c/sign-in', { email: BAGAS })
    await world.work()
    expect(world.mails).toHaveLength(mails)
  })

  it('keeps the other network, and loses this one at once', async () => {
    await addNetwork(world)
    await invite()
    await addStaff(world, { email: BAGAS, role: 'viewer', network: OTHER.id })
    const bagas = await signedIn(world, BAGAS)
    expect((await bagas.get(HOME)).status).toBe(200)
    await admin.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`)
    expect((await bagas.get(HOME)).status).toBe(404)
    expect((await bagas.get(`/c/n/${OTHER.slug}`)).status).toBe(200)
  })
})

describe('the last administrator', () => {
  it('can neither go nor be anything else, and is told why', async () => {
    const own = `${PEOPLE}/${await membershipOf(world, ADMINISTRATOR)}`
    await invite()
    for (const response of [await admin.post(own, { role: 'viewer' }), await admin.post(`${own}/remove`)]) {
      expect(response.status).toBe(409)
      expect((await pageOf(response)).one('p', { role: 'alert' }).text).toBe(words.changed.last)
    }
    expect((await admin.post(own, { role: 'administrator' })).status).toBe(303)
    expect(await roleOf(ADMINISTRATOR)).toEqual(['administrator'])
    expect((await admin.get(PEOPLE)).status).toBe(200)
  })

  it('of this network is not saved by one of another, nor by one who was removed', async () => {
    await addNetwork(world)
    await addStaff(world, { email: BAGAS, role: 'administrator', network: OTHER.id })
    const gone = await addStaff(world, { email: 'c@contoh.example', role: 'administrator' })
    await admin.post(`${PEOPLE}/${gone}/remove`)
    expect((await admin.post(`${PEOPLE}/${await membershipOf(world, ADMINISTRATOR)}/remove`)).status).toBe(
      409,
    )
  })

  it('may go once there is another, and is then out', async () => {
    await invite({ role: 'administrator' })
    const response = await admin.post(`${PEOPLE}/${await membershipOf(world, ADMINISTRATOR)}/remove`)
    expect(response.headers.get('Location')).toBe('/c')
    expect((await admin.get('/c')).headers.get('Location')).toBe('/c/sign-in?said=first')
  })
})

describe('two administrators at the same moment', () => {
  it.each([
    ['make each other viewers', '', { role: 'viewer' }],
    ['remove each other', '/remove', {}],
  ])('who %s: one remains', async (_what, rest, fields: Typed) => {
    await invite({ role: 'administrator' })
    const bagas = await signedIn(world, BAGAS)
    const [ratnas, bagases] = [await membershipOf(world, ADMINISTRATOR), await membershipOf(world, BAGAS)]
    const both = await Promise.all([
      admin.post(`${PEOPLE}/${bagases}${rest}`, fields),
      bagas.post(`${PEOPLE}/${ratnas}${rest}`, fields),
    ])
    expect(await administrators()).toBe(1)
    expect(both.filter(({ status }) => status === 303).length).toBeGreaterThan(0)
  })

  it('who both leave: one remains', async () => {
    await invite({ role: 'administrator' })
    const bagas = await signedIn(world, BAGAS)
    const both = await Promise.all([
      admin.post(`${PEOPLE}/${await membershipOf(world, ADMINISTRATOR)}/remove`),
      bagas.post(`${PEOPLE}/${await membershipOf(world, BAGAS)}/remove`),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await administrators()).toBe(1)
  })

  it('who was removed between asking and answering changes nothing any more', async () => {
    await invite({ role: 'administrator' })
    const bagas = await signedIn(world, BAGAS)
    const viewer = await addStaff(world, { email: 'v@contoh.example', role: 'viewer' })
    // The scope is minted, and then the role is taken, before the statements run.
    const {
      inviteMember: inviting,
      changeMember,
      removeMember,
    } = await import('../../../../src/actions/people/members.ts')
    const { coordinatorPages } = await import('../../../../src/http/staff/access.ts')
    const pages = coordinatorPages(world.deps)
    const outcomes: unknown[] = []
    pages.inNetwork('GET /c/n/:slug/people', async (c, { scope }) => {
      await world.exec(
        `update memberships set role = 'viewer' where id = '${await membershipOf(world, BAGAS)}'`,
      )
      outcomes.push(
        await inviting(
          scope,
          world.deps,
          new Map(Object.entries({ ...NEW, email: 'x@contoh.example' }).map(([k, v]) => [k, [v]])),
        ),
        await changeMember(scope, world.deps, viewer, new Map([['role', ['administrator']]])),
        await removeMember(scope, world.deps, viewer),
      )
      return c.text('')
    })
    await pages.app.request(`https://simpul.test${PEOPLE}`, { headers: { Cookie: bagas.cookie ?? '' } })
    expect(outcomes).toEqual([{ outcome: 'refused' }, 'refused', 'refused'])
    expect(await world.number(`select count(*) from people where email = 'x@contoh.example'`)).toBe(0)
    expect(await roleOf('v@contoh.example')).toEqual(['viewer'])
  })
})
