// Rounds of a network: opened, changed, copied, closed and opened again, and what is refused with everything typed kept.
import { beforeEach, describe, expect, it } from 'vitest'
import type { RoundProblem } from '../../../../src/core/round/settings.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import { setRoles } from '../../../support/inside/roles.ts'
import {
  IKO_ROUND,
  REGISTRATION_ROUND,
  ROUND_CHANGES,
  ROUND_FIELDS,
  ROUNDS,
} from '../../../support/inside/rounds.ts'
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
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  SECOND,
  sentIko,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

const words = wordsFor('id').coordinator.rounds

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  await addNetwork(world)
  admin = await signedIn(world, ADMINISTRATOR)
})

interface Row {
  readonly id: string
  readonly slug: string
  readonly opens_at: number
  readonly closes_at: number | null
  readonly closed_at: number | null
}

const rowOf = async (slug: string): Promise<Row | undefined> =>
  (await world.rows<Row>(`select * from rounds where slug = '${slug}'`))[0]

const opened = async (changes: Typed = {}): Promise<Row> => {
  const response = await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, ...changes })
  const row = await rowOf(String(changes.slug ?? ROUND_FIELDS.slug))
  if (response.status !== 303 || !row)
    throw new Error(`not opened: ${response.status} ${(await pageOf(response)).words}`)
  return row
}

/** What stands on the page that a change led to. */
async function said(response: Response): Promise<string> {
  expect(response.status).toBe(303)
  const page = await pageOf(await admin.get(response.headers.get('Location') ?? ''))
  return page.one('p', { role: 'status' }).text
}

const messages = (page: PageView): string[] => page.all('p', { class: 'e' }).map(({ text }) => text)
const paths = (page: PageView): string[] => page.all('a').map(({ attributes }) => attributes.href ?? '')

describe('the list', () => {
  it('is reached from the front page, newest first, with the state of each in words and its zone', async () => {
    expect(paths(await pageOf(await admin.get(HOME)))).toContain(ROUNDS)
    await opened()
    const page = await pageOf(await admin.get(ROUNDS))
    const titles = page.all('li').map(({ text }) => text)
    expect(titles[0]).toContain('IKO 2027, putaran pertama')
    expect(titles[0]).toContain('Belum dibuka. Dibuka 1 Desember 2026 pukul 00.00 WIB.')
    expect(page.words).toContain('Terbuka sampai')
    expect(page.words).toContain('Terbuka sampai koordinator menutupnya.')
  })

  it('says what to do next where there is none', async () => {
    await world.exec(`delete from round_tallies\ndelete from rounds`)
    const page = await pageOf(await admin.get(ROUNDS))
    expect(page.words).toContain(words.noneNext)
    expect(paths(page)).toContain(`${ROUNDS}/new`)
  })
})

describe('a new round', () => {
  it('opens at its moment and at no other, and closes at 23:59 of the network’s clocks', async () => {
    const response = await admin.post(`${ROUNDS}/new`, ROUND_FIELDS)
    expect(await said(response)).toBe(words.done.opened)
    const row = await rowOf('iko-2027-1')
    expect(row).toMatchObject({
      form_id: 'iko',
      form_version: 1,
      kind: 'survey',
      title: JSON.stringify({ id: ROUND_FIELDS.title_id, en: ROUND_FIELDS.title_en }),
      opens_at: Date.UTC(2026, 10, 30, 17),
      closes_at: Date.UTC(2026, 11, 31, 16, 59),
      reference_from: '2026-07-01',
      audience: 'anyone',
      practice: 0,
      framing: 'nobody',
      review_policy: 'none',
    })
    world.clock.now = (row?.opens_at ?? 0) - 1
    expect((await pageOf(await world.get('/f/iko-2027-1'))).one('h1').text).toBe(
      wordsFor('id').page.early.title,
    )
    world.clock.now = row?.opens_at ?? 0
    expect((await pageOf(await world.get('/f/iko-2027-1'))).one('h1').text).toBe(ROUND_FIELDS.title_id)
    world.clock.now = row?.closes_at ?? 0
    expect((await pageOf(await world.get('/f/iko-2027-1'))).one('h1').text).toBe(
      wordsFor('id').page.closed.title,
    )
  })

  it('of a form that registers makes registrations, which may be put into any page', async () => {
    await opened({ form: 'registration', slug: 'daftar-2', framing: '' })
    expect(await rowOf('daftar-2')).toMatchObject({ kind: 'registration', framing: 'anyone' })
  })

  it('is asked for in a form with 00:00 and 23:59, and the zone by its name', async () => {
    const page = await pageOf(await admin.get(`${ROUNDS}/new`))
    expect(sendable(page)).toMatchObject({
      opens_time: '00:00',
      closes_time: '23:59',
      audience: 'anyone',
    })
    expect(page.words).toContain('WIB')
    await world.exec(`update networks set time_zone = 'Asia/Jayapura'`)
    expect((await pageOf(await admin.get(`${ROUNDS}/new`))).words).toContain('Waktu (WIT)')
  })

  it('is made once however often its page is sent', async () => {
    const fields = { ...ROUND_FIELDS, submission: world.newKey(), slug: '' }
    for (let i = 0; i < 3; i++) expect((await admin.post(`${ROUNDS}/new`, fields)).status).toBe(303)
    expect(await world.number(`select count(*) from rounds where title like '%2027%'`)).toBe(1)
    expect(
      await world.number(
        `select count(*) from round_tallies where round_id in (select id from rounds where title like '%2027%')`,
      ),
    ).toBe(1)
  })

  it('gets an address from its title, and a number where that is taken', async () => {
    await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, slug: '' })
    await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, slug: '' })
    expect(await rowOf('iko-2027-putaran-pertama')).toBeDefined()
    expect(await rowOf('iko-2027-putaran-pertama-2')).toBeDefined()
  })

  it('is told that its address is taken, even by another network, and which one is free', async () => {
    await world.exec(`update rounds set network_id = '${OTHER.id}' where slug = 'iko-2026-2'`)
    const response = await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, slug: 'iko-2026-2' })
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    expect(messages(page)).toEqual([words.issues.slugFree('iko-2026-3')])
    expect(sendable(page).slug).toBe('iko-2026-2')
    const both = await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, slug: 'iko-2026-2', title_id: '' })
    expect(messages(await pageOf(both))).toEqual([words.issues.titleId, words.issues.slugFree('iko-2026-3')])
  })

  const WRONG: readonly (readonly [Typed, readonly RoundProblem[]])[] = [
    [{ form: '', title_id: '', title_en: '' }, ['form', 'titleId', 'titleEn']],
    [{ slug: 'Dua Kata' }, ['slug']],
    [{ opens_day: '31/2/2027', opens_time: '25:00' }, ['opens', 'opensTime']],
    [{ opens_day: '1/12/2025' }, ['opensPast']],
    [{ closes_day: '30/11/2026' }, ['closesOrder']],
    [{ closes_day: 'x', closes_time: 'y' }, ['closes', 'closesTime']],
    [{ from: '', audience: 'roles' }, ['period', 'roles']],
    [{ framing: 'listed', origins: 'http://contoh.org' }, ['origins']],
    [{ closing_en: 'Thanks.' }, ['closingTextId']],
  ]
  it.each(WRONG)('keeps what was typed and stores nothing: %j', async (changes, problems) => {
    const before = await dump(world)
    const response = await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, ...changes })
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    const summary = page.all('a').filter(({ attributes }) => /^#(?!main)/.test(attributes.href ?? ''))
    expect(summary.map(({ text }) => text)).toEqual(problems.map((one) => words.issues[one]))
    const controls = ['input', 'textarea', 'select', 'p'].flatMap((tag) => page.all(tag))
    for (const { attributes } of summary)
      expect(controls.filter((one) => `#${one.attributes.id}` === attributes.href)).toHaveLength(1)
    const again = sendable(page)
    for (const [name, value] of Object.entries({ ...ROUND_FIELDS, ...changes }))
      expect([name, again[name] ?? '']).toEqual([name, value])
    expect(page.one('title').text).toMatch(/^Perlu diperbaiki: /)
    expect(await dump(world)).toBe(before)
  })

  it('is refused in English in English', async () => {
    await admin.post('/c/language', { locale: 'en' })
    const page = await pageOf(await admin.post(`${ROUNDS}/new`, { ...ROUND_FIELDS, title_id: '' }))
    expect(messages(page)).toEqual([wordsFor('en').coordinator.rounds.issues.titleId])
  })
})

describe('a change', () => {
  it('before it opens may be of anything but the address', async () => {
    const { id } = await opened()
    const form = sendable(await pageOf(await admin.get(`${ROUNDS}/${id}/edit`)))
    const before = await dump(world)
    expect(await said(await admin.post(`${ROUNDS}/${id}/edit`, form))).toBe(words.done.changed)
    expect(await dump(world)).toBe(before)
    await admin.post(`${ROUNDS}/${id}/edit`, {
      ...form,
      form: 'registration',
      opens_day: '2/12/2026',
      practice: 'yes',
      slug: 'lain',
    })
    expect(await rowOf('iko-2027-1')).toMatchObject({
      form_id: 'registration',
      kind: 'registration',
      opens_at: Date.UTC(2026, 11, 1, 17),
      practice: 1,
    })
  })

  it('after it has opened leaves form, opening and practice, and says so to an older page', async () => {
    const { id } = await opened()
    const older = sendable(await pageOf(await admin.get(`${ROUNDS}/${id}/edit`)))
    world.clock.now = Date.UTC(2026, 11, 2)
    admin = await signedIn(world, ADMINISTRATOR)
    const before = await dump(world)
    const response = await admin.post(`${ROUNDS}/${id}/edit`, {
      ...older,
      opens_day: '5/12/2026',
      form: 'registration',
      practice: 'yes',
    })
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    const summary = page.all('a').filter(({ attributes }) => /^#(?!main)/.test(attributes.href ?? ''))
    expect(summary.map(({ text }) => text)).toEqual(
      (['formFixed', 'opensFixed', 'practiceFixed'] as const).map((one) => words.issues[one]),
    )
    expect(page.words).toContain(words.form.fixed('1 Desember 2026 pukul 00.00 WIB'))
    expect(await dump(world)).toBe(before)
    expect(await said(await admin.post(`${ROUNDS}/${id}/edit`, { ...ROUND_CHANGES, title_id: 'Baru' }))).toBe(
      words.done.changed,
    )
    expect(await rowOf('iko-2027-1')).toMatchObject({ form_id: 'iko', opens_at: Date.UTC(2026, 10, 30, 17) })
  })

  it('of the audience counts roles of the network by their keys', async () => {
    await setRoles([{ key: 'forum', name: { id: 'Simpul Belajar', en: 'Forum' } }])
    const { id } = await opened({ audience: 'roles', roles: 'forum' })
    expect(await rowOf('iko-2027-1')).toMatchObject({ audience: 'roles', audience_roles: '["forum"]' })
    expect((await pageOf(await admin.get(`${ROUNDS}/${id}`))).words).toContain('Simpul Belajar')
  })
})

describe('closing by hand', () => {
  it('is seen within ten seconds where the form is warm, and what is sent decides at once', async () => {
    const key = world.newKey()
    await world.get(IKO)
    world.clock.now += SECOND
    expect((await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/close`))).words).toContain(
      words.closing.text,
    )
    expect(await said(await admin.post(`${ROUNDS}/${IKO_ROUND}/close`))).toBe(words.done.closed)
    world.clock.now += SECOND
    const isOpen = async () =>
      (await pageOf(await world.get(IKO))).one('h1').text === 'IKO 2026, putaran kedua'
    expect(await isOpen()).toBe(true)
    expect((await world.post(IKO, { ...ikoAnswers, submission: keyAt(world.clock.now) })).status).toBe(403)
    expect((await world.post(IKO, { ...ikoAnswers, submission: key })).status).toBe(303)
    world.clock.now += 10 * SECOND
    expect(await isOpen()).toBe(false)
  })

  it('twice is once, and the first moment stands', async () => {
    await admin.post(`${ROUNDS}/${IKO_ROUND}/close`)
    const { closed_at: first } = (await rowOf('iko-2026-2')) ?? {}
    world.clock.now += HOUR
    await admin.post(`${ROUNDS}/${IKO_ROUND}/close`)
    expect((await rowOf('iko-2026-2'))?.closed_at).toBe(first)
  })

  it('is undone by opening again, until another moment where the planned one is past', async () => {
    await admin.post(`${ROUNDS}/${IKO_ROUND}/close`)
    const planned = sendable(await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/reopen`)))
    const before = await rowOf('iko-2026-2')
    expect(await said(await admin.post(`${ROUNDS}/${IKO_ROUND}/reopen`, planned))).toBe(words.done.reopened)
    expect(await rowOf('iko-2026-2')).toEqual({ ...before, closed_at: null })

    world.clock.now = (before?.closes_at ?? 0) + DAY
    admin = await signedIn(world, ADMINISTRATOR)
    const blank = sendable(await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/reopen`)))
    expect(blank).toMatchObject({ closes_day: '', closes_time: '23:59' })
    const past = await admin.post(`${ROUNDS}/${IKO_ROUND}/reopen`, {
      closes_day: '1/12/2026',
      closes_time: '',
    })
    expect(past.status).toBe(422)
    expect(messages(await pageOf(past))).toEqual([words.issues.closesPast])
    await admin.post(`${ROUNDS}/${IKO_ROUND}/reopen`, { closes_day: '1/6/2027', closes_time: '12.00' })
    expect(await rowOf('iko-2026-2')).toMatchObject({ closed_at: null, closes_at: Date.UTC(2027, 5, 1, 5) })
    await sentIko(world)
  })

  it('of a round that has not opened closes nothing', async () => {
    const { id } = await opened()
    const before = await dump(world)
    const response = await admin.post(`${ROUNDS}/${id}/close`)
    expect(response.headers.get('Location')).toBe(`${ROUNDS}/${id}`)
    expect(await dump(world)).toBe(before)
  })
})

describe('a copy', () => {
  it('is filled in like the earlier round, without its moments, at a free address, and knows where it is from', async () => {
    await world.exec(
      `update rounds set closing_text = '{"id":"Terima kasih.","en":"Thank you."}', framing = 'listed', frame_origins = '["https://contoh.org"]' where slug = 'iko-2026-2'`,
    )
    const page = await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/copy`))
    const form = sendable(page)
    expect(form).toMatchObject({
      form: 'iko',
      title_id: 'IKO 2026, putaran kedua',
      slug: 'iko-2026-3',
      opens_day: '',
      closes_day: '',
      from: '',
      framing: 'listed',
      origins: 'https://contoh.org',
      closing_id: 'Terima kasih.',
    })
    const path = `${ROUNDS}/${IKO_ROUND}/copy`
    expect((await admin.post(path, form)).status).toBe(422)
    await admin.post(path, { ...form, opens_day: '1/1/2027' })
    const copy = await rowOf('iko-2026-3')
    expect(copy).toMatchObject({ copied_from: IKO_ROUND, closes_at: null, framing: 'listed' })
    expect(paths(await pageOf(await admin.get(`${ROUNDS}/${copy?.id}`)))).toContain(`${ROUNDS}/${IKO_ROUND}`)
  })
})

describe('the preview', () => {
  it.each(['id', 'en'] as const)(
    'shows the form before it opens, marked and with nothing to send: %s',
    async (locale) => {
      const { id } = await opened()
      const before = await dump(world)
      const response = await admin.get(`${ROUNDS}/${id}/preview?lang=${locale}`)
      const page = await pageOf(response)
      const own = wordsFor(locale).coordinator.rounds.preview
      expect(page.one('h1').text).toBe(locale === 'id' ? ROUND_FIELDS.title_id : ROUND_FIELDS.title_en)
      expect(page.words).toContain(`${own.mark} ${own.text}`)
      expect(page.words).toContain(locale === 'id' ? 'Nama organisasi' : 'organisation')
      expect(page.all('button').map(({ attributes }) => 'disabled' in attributes)).toEqual([true])
      expect(page.all('input', { name: 'submission' })).toEqual([])
      expect(response.headers.get('Content-Security-Policy')).toContain("form-action 'none'")
      expect(response.headers.get('Cache-Control')).toBe('private, no-store')
      expect(await dump(world)).toBe(before)
    },
  )
})

describe('whoever coordinates some districts', () => {
  it('sees and shares rounds, and is told that others change them', async () => {
    await addStaff(world, { email: 'wilayah@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const client = await signedIn(world, 'wilayah@contoh.example')
    const list = await pageOf(await client.get(ROUNDS))
    expect(list.words).toContain(words.onlyAll)
    expect(paths(list)).not.toContain(`${ROUNDS}/new`)
    const page = await pageOf(await client.get(`${ROUNDS}/${IKO_ROUND}`))
    const ways = paths(page).filter((path) => path.startsWith(`${ROUNDS}/${IKO_ROUND}/`))
    expect(ways).toEqual(['share', 'board', 'preview'].map((part) => `${ROUNDS}/${IKO_ROUND}/${part}`))
    expect((await client.get(`${ROUNDS}/${IKO_ROUND}/share`)).status).toBe(200)
    const before = await dump(world)
    for (const path of [
      'new',
      ...['edit', 'copy', 'close', 'reopen', 'practice'].map((part) => `${IKO_ROUND}/${part}`),
    ]) {
      expect([path, (await client.get(`${ROUNDS}/${path}`)).status]).toEqual([path, 403])
      expect([path, (await client.post(`${ROUNDS}/${path}`, ROUND_FIELDS)).status]).toEqual([path, 403])
    }
    expect(await dump(world)).toBe(before)
  })
})

describe('a round of another network', () => {
  it('is not found here by anybody, whatever is asked', async () => {
    await addStaff(world, { email: ADMINISTRATOR, role: 'administrator', network: OTHER.id })
    const elsewhere = `/c/n/${OTHER.slug}/rounds/${REGISTRATION_ROUND}`
    const before = await dump(world)
    for (const part of [
      '',
      '/edit',
      '/copy',
      '/close',
      '/reopen',
      '/practice',
      '/board',
      '/preview',
      '/share',
      '/poster',
      '/qr.svg',
      '/qr.png',
    ])
      expect([part, (await admin.get(elsewhere + part)).status]).toEqual([part, 404])
    for (const part of ['/edit', '/copy', '/close', '/reopen', '/practice', '/share'])
      expect([part, (await admin.post(elsewhere + part, ROUND_FIELDS)).status]).toEqual([part, 404])
    expect(await dump(world)).toBe(before)
  })
})
