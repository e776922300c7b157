// Coordinators decide of registrations: one organisation each, once, within their districts, and a mail that says so.
import { beforeEach, describe, expect, it } from 'vitest'
import { demoNetwork } from '../../../../scripts/demo.ts'
import type { Registration } from '../../../../src/db/organisation/registration.read.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import { addOrganisation, registered as sendRegistration } from '../../../support/inside/registry.ts'
import { setRoles } from '../../../support/inside/roles.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import { broken, dump } from '../../../support/inside/tables.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

const REGISTRATIONS = `${HOME}/registrations`
const NAME = registrationAnswers.organisation
const CONFIRM = { organisation: 'new' }
const REASON = 'Nama organisasi ini sudah terdaftar.\nSilakan periksa lagi.'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

const registered = (changes: Typed = {}) => sendRegistration(world, changes)
const pathOf = (id: string) => `${REGISTRATIONS}/${id}`
const confirm = (id: string, fields: Typed = CONFIRM, client = admin) =>
  client.post(`${pathOf(id)}/confirm`, fields)
const decline = (id: string, reason = REASON, client = admin) =>
  client.post(`${pathOf(id)}/decline`, { reason })
const organisations = () => world.number('select count(*) from organisations')
const opened = async (id: string, client = admin) => pageOf(await client.get(pathOf(id)))
const mailsAbout = (subject: RegExp) => world.mails.filter((mail) => subject.test(mail.subject))
const messages = (page: PageView) => page.all('p', { class: 'e' }).map(({ text }) => text)
const oneLine = (text: string | undefined) => text?.replace(/\s+/g, ' ') ?? ''

describe('a registration', () => {
  it('waits in the list, the longest waiting first, and is read with everything that was answered', async () => {
    const first = await registered()
    world.clock.now += DAY
    await registered({ organisation: 'Yayasan Kedua Contoh', district: '35.07', email: 'dua@contoh.example' })
    const list = await pageOf(await admin.get(REGISTRATIONS))
    expect(list.words).toContain('2 pendaftaran menunggu keputusan')
    expect(list.words).toMatch(
      /Komunitas Sahabat Difabel Contoh ?Kota Surabaya ?Menunggu sejak 23 November 2026.*Yayasan Kedua Contoh ?Kabupaten Malang ?Menunggu sejak 24 November 2026/,
    )
    const { words } = await opened(first)
    for (const said of [NAME, 'Bagas Contoh', '0812 3456 7890', 'bagas@sahabat.example', 'Kota Surabaya'])
      expect(words).toContain(said)
  })

  it('is none where something else was sent', async () => {
    await sentIko(world)
    const [row] = await world.rows<{ id: string }>('select id from submissions')
    expect((await admin.get(pathOf(row?.id ?? ''))).status).toBe(404)
    expect((await confirm(row?.id ?? '')).status).toBe(404)
    expect((await pageOf(await admin.get(REGISTRATIONS))).words).toContain('Belum ada pendaftaran')
  })
})

describe('the form that confirms a registration', () => {
  const roleNames = (...keys: string[]) =>
    setRoles(
      keys.map((key) => ({ key, name: { id: `Peran ${key}`, en: `Role ${key}` } })),
      demoNetwork.id,
    )
  const chosen = (page: PageView) =>
    page
      .all('option')
      .filter(({ attributes }) => 'selected' in attributes)
      .map(({ text }) => text)

  it('has the role chosen that is asked for, and says which that is', async () => {
    await roleNames('member', 'learning-forum')
    const page = await opened(await registered())
    expect(chosen(page)).toEqual(['Peran learning-forum'])
    expect(page.words).toContain('Yang diminta dalam pendaftaran: Simpul belajar')
  })

  it('has none chosen where the network has no such role', async () => {
    await roleNames('member')
    expect(chosen(await opened(await registered()))).toEqual(['Belum ditentukan'])
  })

  it('keeps the role that was chosen instead, when something was wrong', async () => {
    await roleNames('member', 'learning-forum')
    const response = await confirm(await registered(), { organisation: 'nobody', role: 'member' })
    expect(response.status).toBe(422)
    expect(chosen(await pageOf(response))).toEqual(['Peran member'])
  })

  it('keeps that no role was chosen', async () => {
    await roleNames('member', 'learning-forum')
    const response = await confirm(await registered(), { organisation: 'nobody', role: '' })
    expect(chosen(await pageOf(response))).toEqual(['Belum ditentukan'])
  })
})

describe('a registration that is confirmed', () => {
  it('makes an organisation of what was answered', async () => {
    await setRoles([{ key: 'member', name: { id: 'Anggota', en: 'Member' } }], demoNetwork.id)
    const id = await registered()
    const response = await confirm(id, { ...CONFIRM, role: 'member' })
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${pathOf(id)}?done`])
    expect(
      await world.rows(
        'select legal_form, district, status, decree_no, themes, registration_id from organisations',
      ),
    ).toEqual([
      {
        legal_form: 'Cabang dari organisasi lain',
        district: '35.78',
        status: 'active',
        decree_no: 'AHU-0001.AH.01.07 (contoh)',
        themes: '["Hak penyandang disabilitas","Tema lain"]',
        registration_id: id,
      },
    ])
    expect(
      await world.rows('select kind, name, normalised from organisation_names order by kind, name'),
    ).toEqual([
      { kind: 'official', name: NAME, normalised: 'komunitas sahabat difabel contoh' },
      { kind: 'short', name: 'KSDC', normalised: 'ksdc' },
      { kind: 'short', name: 'Sahabat', normalised: 'sahabat' },
    ])
    expect(await world.rows('select name, position, email, whatsapp, locale from contacts')).toEqual([
      {
        name: 'Bagas Contoh',
        position: 'Relawan',
        email: 'bagas@sahabat.example',
        whatsapp: '+6281234567890',
        locale: 'id',
      },
    ])
    expect(await world.rows('select role, district, from_day, to_day from roles')).toEqual([
      { role: 'member', district: '35.78', from_day: '2026-11-23', to_day: null },
    ])
    const { words } = await pageOf(await admin.get(`${pathOf(id)}?done`))
    expect(words).toContain('Pendaftaran sudah diterima.')
    expect(words).toMatch(/Diterima 23 November 2026 pukul \d\d\.\d\d WIB oleh Ratna Contoh/)
    expect((await pageOf(await admin.get(REGISTRATIONS))).words).toContain('Diterima pada 23 November 2026')
    expect(await broken()).toEqual([])
  })

  it('makes one organisation and owes one mail, however often and by however many it is pressed', async () => {
    await addStaff(world, { email: 'kedua@contoh.example', role: 'coordinator' })
    const second = await signedIn(world, 'kedua@contoh.example')
    const id = await registered()
    await world.work()
    world.mails.length = 0
    const all = await Promise.all([confirm(id), confirm(id, CONFIRM, second), confirm(id)])
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303])
    await confirm(id)
    await world.work()
    await world.sweep()
    expect([await organisations(), world.mails.length]).toEqual([1, 1])
    for (const table of ['contacts', 'registrations'])
      expect(await world.number(`select count(*) from ${table}`)).toBe(1)
  })

  it('is one organisation where it registered twice and both are confirmed at once', async () => {
    const [one, other] = [await registered(), await registered({ email: 'lain@sahabat.example' })]
    const both = await Promise.all([confirm(one), confirm(other)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await organisations()).toBe(1)
    // Whoever came second is shown the organisation that is there now, and joins it.
    const late = both[0]?.status === 409 ? one : other
    const page = await opened(late)
    expect(page.words).toContain(`Sama dengan ${NAME} yang sudah ada`)
    const [there] = page.all('input', { name: 'organisation' })
    expect((await confirm(late, { organisation: there?.attributes.value ?? '' })).status).toBe(303)
    expect(await organisations()).toBe(1)
    expect(
      await world.rows('select distinct organisation_id is not null as tied, matched_by from submissions'),
    ).toEqual([{ tied: 1, matched_by: 'registration' }])
    expect(await world.number('select count(*) from contacts')).toBe(2)
    expect(await broken()).toEqual([])
  })

  it('makes another one of the same name only where that is said', async () => {
    await confirm(await registered())
    const id = await registered({ email: 'lain@sahabat.example', organisation: 'KSDC' })
    expect((await opened(id)).words).toContain(`Sama dengan ${NAME} yang sudah ada`)
    const response = await confirm(id, { organisation: '' })
    expect([response.status, messages(await pageOf(response))]).toEqual([
      422,
      ['Organisasi: pilih salah satu.'],
    ])
    expect(await organisations()).toBe(1)
    await confirm(id, { organisation: 'another' })
    expect(await organisations()).toBe(2)
  })

  it('joins one that a list brought, tells it what it did not know, and keeps what it did', async () => {
    await world.exec(
      [
        `insert into organisations (id, network_id, legal_form, district, status, created_at) values ('o1', '${demoNetwork.id}', 'Komunitas', '35.78', 'active', 0)`,
        `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) values ('n1', '${demoNetwork.id}', 'o1', 'official', 'KSDC', 'ksdc', 0)`,
      ].join('\n'),
    )
    await confirm(await registered(), { organisation: 'o1' })
    expect(
      await world.rows(
        'select legal_form, decree_no, confirmed_at is not null as confirmed from organisations',
      ),
    ).toEqual([{ legal_form: 'Komunitas', decree_no: 'AHU-0001.AH.01.07 (contoh)', confirmed: 1 }])
    expect(await world.rows('select kind, name from organisation_names order by 1, 2')).toEqual([
      { kind: 'alias', name: NAME },
      { kind: 'official', name: 'KSDC' },
      { kind: 'short', name: 'Sahabat' },
    ])
  })

  it('does not join one of another network, of another district, merged away, or of no such id', async () => {
    await addNetwork(world)
    await world.exec(
      [
        ['o1', OTHER.id, '35.78', 'null'],
        ['o2', demoNetwork.id, '35.07', 'null'],
        ['o3', demoNetwork.id, '35.78', `'o2'`],
      ]
        .flatMap(([id, network, district, merged]) => [
          `insert into organisations (id, network_id, district, status, merged_into, created_at) values ('${id}', '${network}', '${district}', 'active', ${merged}, 0)`,
          `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) values ('n-${id}', '${network}', '${id}', 'official', '${NAME}', 'komunitas sahabat difabel contoh', 0)`,
        ])
        .join('\n'),
    )
    const id = await registered()
    for (const wrong of ['o1', 'o2', 'o3', 'o4'])
      expect((await confirm(id, { organisation: wrong })).status).toBe(422)
    expect(await world.number('select count(*) from registrations')).toBe(0)
  })

  it('takes along what was sent under its name before and after, and the scores of it', async () => {
    const same = { organisation: ` ${NAME.toUpperCase()} `, district: '35.78' }
    await sentIko(world, same)
    await sentIko(world, { district: '35.78' })
    await world.work()
    await confirm(await registered())
    const later = await openRound(world, { slug: 'iko-lagi' })
    await sent(world, later, { ...ikoAnswers, ...same })
    await world.work()
    expect(
      await world.rows(
        `select s.matched_by, count(*) as count, sum(a.id is null) as unscored from submissions s
         left join assessments a on a.submission_id = s.id and a.organisation_id = s.organisation_id
         where s.organisation_id is not null group by 1 order by 1`,
      ),
    ).toEqual([
      { matched_by: 'name', count: 2, unscored: 0 },
      { matched_by: 'registration', count: 1, unscored: 1 },
    ])
    expect(await broken()).toEqual([])
  })

  it('takes nothing along from rounds without names', async () => {
    await world.exec(`update rounds set anonymous = 1 where slug = 'iko-2026-2'`)
    await sentIko(world, { organisation: NAME, district: '35.78' })
    await confirm(await registered())
    await sentIko(world, { organisation: NAME, district: '35.78' })
    expect(await world.number('select count(*) from submissions where organisation_id is not null')).toBe(1)
  })

  it.each([
    { what: 'is not confirmed', all: [{ confirmedAt: null }], tied: 0 },
    { what: 'was merged into another', all: [{ mergedInto: 'elsewhere' }], tied: 0 },
    { what: 'is of another district', all: [{ district: '35.07' }], tied: 0 },
    { what: 'is of another network', all: [{ network: OTHER.id }], tied: 0 },
    { what: 'is not alone in bearing the name', all: [{}, {}], tied: 0 },
    { what: 'is confirmed and alone', all: [{}, { confirmedAt: null }], tied: 1 },
  ] as const)('that $what gets $tied of what is sent under its name', async ({ all, tied }) => {
    await addNetwork(world)
    for (const [index, changes] of all.entries())
      await addOrganisation({ id: `o${index}`, name: NAME, district: '35.78', ...changes })
    await sentIko(world, { organisation: NAME, district: '35.78' })
    expect(await world.number(`select count(*) from submissions where organisation_id = 'o0'`)).toBe(tied)
    expect(await world.number('select count(*) from submissions where organisation_id is not null')).toBe(
      tied,
    )
  })

  it('gets an answer back that is corrected to its name, and loses one that is corrected away from it', async () => {
    await confirm(await registered())
    const tied = () =>
      world.number(
        `select count(*) from submissions where organisation_id is not null and matched_by = 'name'`,
      )
    const { receipt } = await sentIko(world, { organisation: 'Komunitas Sahabat', district: '35.78' })
    expect(await tied()).toBe(0)
    const correct = (organisation: string) =>
      world.post(`${receipt}/correction`, {
        ...ikoAnswers,
        organisation,
        district: '35.78',
        submission: world.newKey(),
      })
    await correct(NAME)
    expect(await tied()).toBe(1)
    await correct('Komunitas Sahabat')
    expect(await tied()).toBe(0)
  })

  it('is not confirmed as it was read where it was corrected meanwhile', async () => {
    const id = await registered()
    const { confirmRegistration: confirming } = await import(
      '../../../../src/actions/organisation/registration.ts'
    )
    const outcomes = await inScope(admin, id, async (scope, registration) => {
      await world.exec(
        `update submissions set current_revision = 'another' where id = '${registration.sent.submission.id}'`,
      )
      return confirming(scope, world.deps, registration, new Map([['organisation', ['new']]]))
    })
    expect(outcomes).toMatchObject({ outcome: 'changed' })
    expect(await organisations()).toBe(0)
  })
})

describe('the mail', () => {
  const CONFIRMED = /bagian dari/
  it('says that the organisation is part of the network, and names what is open for it', async () => {
    await openRound(world, { slug: 'sudah-tutup', closesAt: world.clock.now - 1 })
    await openRound(world, { slug: 'belum-buka', opensAt: world.clock.now + DAY })
    await openRound(world, { slug: 'bukan-untuk-mereka' })
    await world.exec(
      `update rounds set audience = 'roles', audience_roles = '["lead"]' where slug = 'bukan-untuk-mereka'`,
    )
    await confirm(await registered())
    await world.work()
    const [mail, ...more] = mailsAbout(CONFIRMED)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      to: 'bagas@sahabat.example',
      locale: 'id',
      subject: `${NAME}: bagian dari Rumah Inklusi Jawa Timur (contoh)`,
    })
    expect(oneLine(mail?.text)).toContain(
      `${NAME} sekarang menjadi bagian dari Rumah Inklusi Jawa Timur (contoh).`,
    )
    expect(mail?.text.match(/https?:\/\/\S+/g)).toEqual(['https://simpul.test/f/iko-2026-2'])
    expect(mail?.text).toContain('IKO 2026, putaran kedua')
    expect(mail?.text).not.toContain('Bagas')
    expect(await broken()).toEqual([])
  })

  it('is in the language of whoever registered', async () => {
    const key = world.newKey()
    await world.post(`${REGISTRATION}?lang=en`, { ...registrationAnswers, submission: key })
    const [row] = await world.rows<{ id: string }>('select id from submissions')
    await confirm(row?.id ?? '')
    await world.work()
    expect(mailsAbout(/part of Rumah Inklusi East Java \(demo\)/)).toHaveLength(1)
  })

  it('never says a name that is none', async () => {
    await confirm(await registered({ organisation: 'Menang hadiah di jahat.example' }))
    await world.work()
    const [mail] = mailsAbout(CONFIRMED)
    expect(mail?.subject).toBe('Organisasi Anda: bagian dari Rumah Inklusi Jawa Timur (contoh)')
    expect(mail?.text + (mail?.html ?? '')).not.toContain('jahat')
  })

  it('gives the reason of a refusal, line by line', async () => {
    const id = await registered()
    expect((await decline(id)).status).toBe(303)
    await decline(id, 'Alasan lain')
    await world.work()
    const mails = mailsAbout(/belum dapat diterima/)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('Nama organisasi ini sudah terdaftar.\n\nSilakan periksa lagi.')
    expect((await opened(id)).words).toMatch(/Ditolak .* oleh Ratna Contoh\..*Silakan periksa lagi\./)
    expect(await organisations()).toBe(0)
    expect(await broken()).toEqual([])
  })

  it('cannot be sent where there is no address: the page says so, and has the text for WhatsApp', async () => {
    const id = await registered({ email: '' })
    await confirm(id)
    await world.work()
    expect(world.mails).toEqual([])
    const page = await opened(id)
    expect(page.words).toContain('tidak memuat alamat surel')
    const [link] = page.all('a').filter(({ attributes }) => attributes.href?.startsWith('https://wa.me/'))
    const address = new URL(link?.attributes.href ?? '')
    expect(address.pathname).toBe('/6281234567890')
    expect(address.searchParams.get('text')).toContain(`${NAME} sekarang menjadi bagian dari`)
    expect(address.searchParams.get('text')).toContain('https://simpul.test/f/iko-2026-2')
  })

  it('does not hold up the registration: what was sent is done before it', async () => {
    const id = await registered()
    await world.work()
    await confirm(id)
    expect(await broken()).toEqual([])
    expect(await world.number(`select done_at is not null from submissions where id = '${id}'`)).toBe(1)
  })
})

describe('a refusal', () => {
  it.each([
    ['no reason', ' ', /isi bagian ini/],
    ['a reason too long', 'x '.repeat(501), /paling banyak 1\.000/],
    ['an address', 'Daftar di jahat.example', /hapus alamat web/],
    ['a number', 'Telepon 0812 3456 7890', /hapus alamat web/],
  ])('needs a reason that can stand in a mail: %s', async (_what, reason, message) => {
    const id = await registered()
    const response = await decline(id, reason)
    const page = await pageOf(response)
    expect(response.status).toBe(422)
    expect(messages(page)[0]).toMatch(message)
    expect(page.one('textarea').text.trim()).toBe(reason.trim())
    expect(page.all('details', { open: '' })).toHaveLength(1)
    expect(await world.number('select count(*) from registrations')).toBe(0)
  })

  it('and a confirmation exclude one another', async () => {
    const [declined, confirmed] = [await registered(), await registered({ organisation: 'Lain', email: '' })]
    await decline(declined)
    await confirm(confirmed)
    const late = [await confirm(declined), await decline(confirmed)]
    expect(late.map(({ status }) => status)).toEqual([409, 409])
    expect((await pageOf(late[0] as Response)).words).toContain(
      'sudah lebih dulu diputuskan dengan cara lain',
    )
    expect(await organisations()).toBe(1)
  })
})

/** Does something with a scope that was minted for somebody, as if it happened while their request runs. */
async function inScope(
  client: Client,
  id: string,
  act: (
    scope: Parameters<
      typeof import('../../../../src/actions/organisation/registration.ts').confirmRegistration
    >[0],
    registration: Registration,
  ) => Promise<unknown>,
): Promise<unknown> {
  const { coordinatorPages } = await import('../../../../src/http/staff/access.ts')
  const { registrationById } = await import('../../../../src/db/organisation/registration.read.ts')
  const pages = coordinatorPages(world.deps)
  let outcome: unknown
  pages.inNetwork('GET /c/n/:slug/registrations', async (c, { scope }) => {
    const registration = await registrationById(scope, world.deps.db, id)
    if (registration) outcome = await act(scope, registration)
    return c.text('')
  })
  await pages.app.request(`https://simpul.test${REGISTRATIONS}`, { headers: { Cookie: client.cookie ?? '' } })
  return outcome
}

describe('districts and networks', () => {
  it('of a coordinator bound what is listed, opened and decided', async () => {
    await addStaff(world, { email: 'malang@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const malang = await signedIn(world, 'malang@contoh.example')
    const foreign = await registered()
    const own = await registered({ organisation: 'Yayasan Kedua Contoh', district: '35.07', email: '' })
    const list = (await pageOf(await malang.get(REGISTRATIONS))).words
    expect(list).toContain('Yayasan Kedua Contoh')
    expect(list).not.toContain(NAME)
    const before = await dump(world)
    expect((await malang.get(pathOf(foreign))).status).toBe(404)
    expect((await confirm(foreign, CONFIRM, malang)).status).toBe(404)
    expect((await decline(foreign, REASON, malang)).status).toBe(404)
    expect(await dump(world)).toBe(before)
    expect((await confirm(own, CONFIRM, malang)).status).toBe(303)
  })

  it('of another network are not found', async () => {
    await addNetwork(world)
    await addStaff(world, { email: 'jauh@contoh.example', role: 'administrator', network: OTHER.id })
    const far = await signedIn(world, 'jauh@contoh.example')
    const id = await registered()
    const path = `/c/n/${OTHER.slug}/registrations/${id}`
    expect((await far.get(path)).status).toBe(404)
    expect((await far.post(`${path}/confirm`, CONFIRM)).status).toBe(404)
    expect(await organisations()).toBe(0)
  })

  it.each([
    ['was removed', 'removed_at = 1'],
    ['is a facilitator now', `role = 'facilitator'`],
    ['has other districts now', `districts = '["35.07"]'`],
  ])('who %s between asking and answering decides nothing any more', async (_what, change) => {
    const membership = await addStaff(world, { email: 'k@contoh.example', role: 'coordinator' })
    const client = await signedIn(world, 'k@contoh.example')
    const id = await registered()
    const { confirmRegistration: confirming, declineRegistration: declining } = await import(
      '../../../../src/actions/organisation/registration.ts'
    )
    let before = ''
    const outcomes = await inScope(client, id, async (scope, registration) => {
      await world.exec(`update memberships set ${change} where id = '${membership}'`)
      before = await dump(world)
      return [
        await confirming(scope, world.deps, registration, new Map([['organisation', ['new']]])),
        await declining(scope, world.deps, registration, new Map([['reason', ['Begitulah']]])),
      ]
    })
    expect(outcomes).toEqual([
      { outcome: 'refused', owed: [] },
      { outcome: 'refused', owed: [] },
    ])
    expect(await dump(world)).toBe(before)
  })
})

it('an answer of an organisation that is not confirmed gets its report all the same', async () => {
  await sent(world, IKO, { ...ikoAnswers, organisation: NAME, district: '35.78' })
  await world.work()
  expect(mailsAbout(/laporan/)).toHaveLength(1)
})
