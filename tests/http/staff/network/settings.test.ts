// Administrators set what their network goes by: it holds at once, what is refused keeps what was typed.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { demoNetwork } from '../../../../scripts/demo.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import { addSettings, PNG, ROLE, SETTINGS, SETTINGS_FIELDS, YEAR } from '../../../support/inside/settings.ts'
import {
  ADMINISTRATOR,
  addStaff,
  type Client,
  HOME,
  membershipOf,
  signedIn,
} from '../../../support/inside/staff.ts'
import { dump } from '../../../support/inside/tables.ts'
import { IKO, newWorld, SECOND, type Typed, type World } from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator.settings
const PUBLIC = `/n/${demoNetwork.slug}`
const ORIGIN = 'https://simpul.test'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
})

const part = (name: string) => `${SETTINGS}/${name}`
const post = (name: string, changes: Typed = {}, client = admin) =>
  client.post(part(name), { ...SETTINGS_FIELDS, ...changes })
const network = async () =>
  (await world.rows(`select * from networks where slug = '${demoNetwork.slug}'`))[0] ?? {}
const messages = (page: PageView) => page.all('p', { class: 'e' }).map(({ text }) => text)
const said = async (response: Response) => {
  expect(response.status).toBe(303)
  const page = await pageOf(await admin.get(response.headers.get('Location') ?? ''))
  return page.one('p', { role: 'status' }).text
}

/** Sends the form of the picture as browsers do. */
function upload(
  file: Uint8Array<ArrayBuffer> | string | null,
  fields: Typed = {},
  name = 'logo.png',
): Promise<Response> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ alt_id: 'Rumah biru', alt_en: 'A blue house', ...fields }))
    body.append(field, String(value))
  body.append('file', new File(file === null ? [] : [file], file === null ? '' : name, { type: 'image/png' }))
  return world.request(part('logo'), {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: admin.cookie ?? '' },
  })
}

describe('the front page', () => {
  it('leads administrators to the settings, and nobody else', async () => {
    const linked = async (client: Client) =>
      (await pageOf(await client.get(HOME))).all('a', { href: SETTINGS }).length
    expect(await linked(admin)).toBe(1)
    await addStaff(world, { email: 'k@contoh.example', role: 'coordinator' })
    expect(await linked(await signedIn(world, 'k@contoh.example'))).toBe(0)
  })
})

describe('name and area', () => {
  it('hold at once on the pages of the network, and within ten seconds on forms that are open', async () => {
    await world.get(IKO)
    expect(await said(await post('general'))).toBe(words.done.general)
    expect((await pageOf(await world.get(PUBLIC))).one('h1').text).toBe('Jaringan Baru (contoh)')
    expect((await pageOf(await world.get(`${PUBLIC}?lang=en`))).one('h1').text).toBe('New Network (demo)')
    expect((await pageOf(await admin.get(HOME))).one('h1').text).toBe('Jaringan Baru (contoh)')
    world.clock.now += 10 * SECOND
    expect((await pageOf(await world.get(IKO))).words).toContain('Jaringan Baru (contoh)')
    expect((await pageOf(await world.get(IKO))).words).toContain('WITA')
    expect(await network()).toMatchObject({ min_group: 7, time_zone: 'Asia/Makassar', provinces: '["35"]' })
  })

  it('stand in the form as they are, and are the same when they are saved untouched', async () => {
    const before = await dump(world)
    const form = sendable(await pageOf(await admin.get(part('general'))))
    expect(form).toMatchObject({ name_id: demoNetwork.name.id, name_en: demoNetwork.name.en, min_group: '5' })
    await post('general', form)
    expect(await dump(world)).toBe(before)
  })
})

describe('what is refused', () => {
  it.each([
    ['general', { name_id: '', min_group: '1' }, ['nameId', 'minGroup']],
    ['general', { name_en: 'x'.repeat(121), time_zone: '' }, ['nameEn', 'timeZone']],
    ['mails', { reply_to: 'balasan', days: '25 Desember' }, ['replyTo', 'days']],
    ['privacy', { notice_en: '', contact: 'Kami' }, ['noticeEn']],
    ['years', { from: '2031-04-01', name_id: 'Tahun 9' }, ['order']],
    ['years', { from: '31/4/2030' }, ['from']],
    ['years', { from: '2027-03-31', to: '2027-12-31' }, ['overlap']],
    [`years/${YEAR}`, { to: '' }, ['to']],
    ['roles', { name_id: 'Anggota' }, ['sameName']],
    ['roles', { name_id: '', name_en: '' }, ['nameId', 'nameEn']],
    [`roles/${ROLE}`, { name_en: 'member' }, ['sameName']],
  ] as const)('keeps what was typed and stores nothing: %s %j', async (name, changes, problems) => {
    await addSettings()
    const before = await dump(world)
    const response = await post(name, changes)
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    const expected = problems.map((one) => words.issues[one])
    expect(messages(page).toSorted()).toEqual(expected.toSorted())
    const targets = page
      .all('a')
      .flatMap(({ attributes }) => /^#(?!main)(.+)/.exec(attributes.href ?? '')?.[1] ?? [])
    expect(targets).toHaveLength(problems.length)
    const controls = [...page.all('input'), ...page.all('textarea')]
    for (const id of targets)
      expect(controls.filter(({ attributes }) => attributes.id === id)).toHaveLength(1)
    expect(page.one('title').text).toMatch(/^Perlu diperbaiki: /)
    const typed: Readonly<Record<string, string>> = { ...SETTINGS_FIELDS, ...changes }
    for (const [field, value] of Object.entries(sendable(page)))
      if (field in typed) expect([field, value]).toEqual([field, typed[field]])
    expect(await dump(world)).toBe(before)
  })

  it('in English is said in English', async () => {
    await admin.post('/c/language', { locale: 'en' })
    const page = await pageOf(await post('general', { name_id: '' }))
    expect(messages(page)).toEqual([wordsFor('en').coordinator.settings.issues.nameId])
  })
})

describe('mails', () => {
  it('go to the new address, and know the days without mail', async () => {
    const changes = { weekdays: ['5', '7'], days: '25/12/2026\n1/1/2027' }
    expect(await said(await post('mails', changes))).toBe(words.done.mails)
    expect((await pageOf(await world.get(PUBLIC))).words).toContain('balasan@contoh.example')
    expect(JSON.parse(String((await network()).quiet_days))).toEqual({
      weekdays: [5, 7],
      days: ['2026-12-25', '2027-01-01'],
    })
    expect((await pageOf(await admin.get(SETTINGS))).words).toContain('Jumat, Minggu, 25 Desember 2026')
    expect(sendable(await pageOf(await admin.get(part('mails'))))).toMatchObject({
      weekdays: ['5', '7'],
      days: '25/12/2026\n01/01/2027',
    })
  })
})

describe('data protection', () => {
  it('stands on the page of the network, in its language, as text', async () => {
    expect((await pageOf(await world.get(PUBLIC))).words).not.toContain('Pelindungan data')
    const notice = { notice_id: 'Satu <b>&.\n\nDua.', notice_en: 'One.' }
    expect(await said(await post('privacy', notice))).toBe(words.done.privacy)
    const page = await pageOf(await world.get(PUBLIC))
    expect(page.all('p').map(({ text }) => text)).toEqual(expect.arrayContaining(['Satu <b>&.', 'Dua.']))
    expect(page.words).toContain('Sekretariat, data@contoh.example')
    expect((await pageOf(await world.get(`${PUBLIC}?lang=en`))).words).toContain('One.')
    await post('privacy', { notice_id: '', notice_en: '', contact: '' })
    expect(await network()).toMatchObject({ privacy_notice: null, privacy_contact: null })
  })
})

describe('the picture', () => {
  const shown = async (path: string) =>
    (await pageOf(await (path.startsWith('/c') ? admin : world).get(path))).all('img')

  it('is shown to everybody and to staff, at an address for ever, and not on the form', async () => {
    expect(await shown(PUBLIC)).toEqual([])
    expect(await said(await upload(PNG))).toBe(words.done.logo)
    const [image] = await shown(PUBLIC)
    expect(image?.attributes).toMatchObject({ alt: 'Rumah biru', width: '1', height: '1' })
    expect((await shown(`${PUBLIC}?lang=en`))[0]?.attributes.alt).toBe('A blue house')
    expect(await shown(HOME)).toMatchObject([{ attributes: { src: image?.attributes.src } }])
    world.clock.now += 10 * SECOND
    expect(await shown(IKO)).toEqual([])
    const response = await world.get(image?.attributes.src ?? '')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG)
  })

  it('may be asked for by the pages that show it, and by no other', async () => {
    const policy = async (path: string) =>
      /img-src ([^;]*)/.exec((await world.get(path)).headers.get('Content-Security-Policy') ?? '')?.[1]
    expect(await policy(PUBLIC)).toBe('data:')
    await upload(PNG)
    expect([await policy(PUBLIC), await policy('/'), await policy(IKO), await policy('/tidak-ada')]).toEqual([
      "'self' data:",
      "'self' data:",
      'data:',
      'data:',
    ])
  })

  it('is what its bytes say, whatever its name and type say', async () => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const page = await pageOf(await upload(script, {}, 'logo.png'))
    expect(messages(page)).toEqual([words.issues.fileKind])
    expect(sendable(page)).toMatchObject({ alt_id: 'Rumah biru', alt_en: 'A blue house' })
    expect(await world.number('select count(*) from network_logos')).toBe(0)
    expect((await upload(PNG, {}, 'logo.exe')).status).toBe(303)
  })

  it('is at most 100 kB and 2,000 pixels a side', async () => {
    const large = new Uint8Array(100_001)
    large.set(PNG)
    expect(messages(await pageOf(await upload(large)))).toEqual([words.issues.fileLarge])
    expect((await upload(large.subarray(0, 100_000))).status).toBe(303)
    expect(messages(await pageOf(await upload(new Uint8Array(3_000_000))))).toEqual([words.issues.fileLarge])
    const wide = PNG.slice()
    wide.set([0, 0, 7, 0xd1], 16)
    expect(messages(await pageOf(await upload(wide)))).toEqual([words.issues.filePixels])
  })

  it('needs words in both languages, and keeps those that were written', async () => {
    const page = await pageOf(await upload(PNG, { alt_en: ' ' }))
    expect(messages(page)).toEqual([words.issues.altEn])
    expect(sendable(page)).toMatchObject({ alt_id: 'Rumah biru' })
    expect(messages(await pageOf(await upload(null)))).toEqual([words.issues.fileMissing])
  })

  it('stays where only its words are changed, and another takes its place at another address', async () => {
    await upload(PNG)
    const [before] = await shown(PUBLIC)
    await upload(null, { alt_id: 'Rumah hijau' })
    expect(await shown(PUBLIC)).toMatchObject([
      { attributes: { src: before?.attributes.src, alt: 'Rumah hijau' } },
    ])
    const other = new Uint8Array(PNG.length + 1)
    other.set(PNG)
    await upload(other)
    const [after] = await shown(PUBLIC)
    expect(after?.attributes.src).not.toBe(before?.attributes.src)
    expect((await world.get(before?.attributes.src ?? '')).status).toBe(404)
    expect((await world.get(`/n/lain/logo/${after?.attributes.src?.split('/').at(-1)}`)).status).toBe(404)
  })

  it('is removed', async () => {
    await upload(PNG)
    expect(await said(await admin.post(part('logo/remove')))).toBe(words.done.logoRemoved)
    expect(await shown(PUBLIC)).toEqual([])
    expect(await world.number('select count(*) from network_logos')).toBe(0)
  })
})

describe('programme years', () => {
  const years = () =>
    world.rows<{ id: string; from_day: string }>(
      'select id, name, from_day, to_day from programme_years order by from_day',
    )

  it('are added, changed and removed', async () => {
    expect(await said(await post('years'))).toBe(words.done.yearAdded)
    expect((await pageOf(await admin.get(part('years')))).words).toContain(
      '1 April 2030 sampai 31 Maret 2031',
    )
    const [year] = await years()
    const path = `years/${year?.id}`
    expect(sendable(await pageOf(await admin.get(part(path))))).toMatchObject({ from: '2030-04-01' })
    expect(await said(await post(path, { from: '2030-01-01' }))).toBe(words.done.yearChanged)
    expect(await years()).toMatchObject([{ from_day: '2030-01-01' }])
    expect(await said(await admin.post(part(`${path}/remove`)))).toBe(words.done.yearRemoved)
    expect(await years()).toEqual([])
    expect((await admin.get(part(path))).status).toBe(404)
    expect((await post(path)).status).toBe(404)
  })

  it('never overlap, even where two are added at once', async () => {
    const answers = await Promise.all([post('years'), post('years', { name_id: 'Lain', from: '2030-06-01' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await years()).toHaveLength(1)
  })
})

describe('roles of organisations', () => {
  const roles = async () => {
    const rows = await world.rows<{ key: string; name: string }>(
      `select key, name from network_roles where network_id = '${demoNetwork.id}' order by position`,
    )
    const list = rows.map(({ key, name }) => ({ key, name: JSON.parse(name) as unknown }))
    // What an older release goes by is the same.
    expect(JSON.parse(String((await network()).role_names))).toEqual(list)
    return list
  }

  it('are added with a key that stays when they are renamed, and are removed', async () => {
    expect(await said(await post('roles', { name_id: 'Mitra utama', name_en: 'Lead partner' }))).toBe(
      words.done.roleAdded,
    )
    await post('roles', { name_id: 'Anggota', name_en: 'Member' })
    expect(await said(await post('roles/lead-partner', { name_id: 'Mitra', name_en: 'Partner' }))).toBe(
      words.done.roleChanged,
    )
    expect(await roles()).toEqual([
      { key: 'lead-partner', name: { id: 'Mitra', en: 'Partner' } },
      { key: 'member', name: { id: 'Anggota', en: 'Member' } },
    ])
    expect(await said(await admin.post(part('roles/lead-partner/remove')))).toBe(words.done.roleRemoved)
    expect(await roles()).toEqual([{ key: 'member', name: { id: 'Anggota', en: 'Member' } }])
    expect((await admin.get(part('roles/lead-partner'))).status).toBe(404)
  })

  it.each([
    [
      'an organisation has or had it',
      `insert into roles (id, network_id, organisation_id, role, from_day, to_day) values ('r', '${demoNetwork.id}', 'o', '${ROLE}', '2020-01-01', '2021-01-01')`,
    ],
    [
      'a round counts by it',
      `update rounds set audience_roles = '["member","${ROLE}"]' where slug = 'iko-2026-2'`,
    ],
  ])('are not removed while %s', async (_what, statement) => {
    await addSettings()
    await world.exec(
      `insert into organisations (id, network_id, district, status, created_at) values ('o', '${demoNetwork.id}', '35.07', 'active', 0)`,
    )
    await world.exec(statement)
    const page = await pageOf(await admin.get(part('roles')))
    expect(page.all('form', { action: part(`roles/${ROLE}/remove`) })).toEqual([])
    expect(page.words).toContain(words.roles.used)
    const response = await admin.post(part(`roles/${ROLE}/remove`))
    expect(response.status).toBe(422)
    expect((await pageOf(response)).words).toContain(words.issues.used)
    expect(JSON.stringify(await roles())).toContain(ROLE)
  })

  it('are both there where two are added at once', async () => {
    await Promise.all([post('roles'), post('roles', { name_id: 'Dua', name_en: 'Two' })])
    expect(await roles()).toHaveLength(2)
  })
})

describe('whoever is no administrator any more', () => {
  const WRITES = [
    'general',
    'mails',
    'privacy',
    'logo',
    'logo/remove',
    'years',
    `years/${YEAR}`,
    `years/${YEAR}/remove`,
    'roles',
    `roles/${ROLE}`,
    `roles/${ROLE}/remove`,
  ]

  it.each(WRITES)('writes nothing, even with a page that was open: %s', async (name) => {
    await addSettings()
    await addStaff(world, { email: 'a@contoh.example', role: 'administrator' })
    const client = await signedIn(world, 'a@contoh.example')
    // Between the reading of the session and the write, the role is taken.
    const taken = `update memberships set role = 'viewer' where id = '${await membershipOf(world, 'a@contoh.example')}'`
    const { $client } = world.deps.db
    const batch = $client.batch.bind($client)
    let after = ''
    vi.spyOn($client, 'batch').mockImplementationOnce(async (statements) => {
      await world.exec(taken)
      after = await dump(world)
      return batch(statements)
    })
    const response = await post(name, {}, client)
    expect(response.status).toBe(403)
    expect(await dump(world)).toBe(after)
  })
})
