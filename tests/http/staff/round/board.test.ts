// Following a round: the numbers of its board, who sees how much of them, the lists behind them, and fetching them anew.
import { beforeEach, describe, expect, it } from 'vitest'
import { demoNetwork } from '../../../../scripts/demo.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import {
  type SetAnswer,
  type SetOrganisation,
  type SetRound,
  set,
} from '../../../support/inside/following.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import { addOrganisation } from '../../../support/inside/registry.ts'
import { setRoles } from '../../../support/inside/roles.ts'
import { IKO_ROUND } from '../../../support/inside/rounds.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  HOME,
  OTHER,
  signedIn,
} from '../../../support/inside/staff.ts'
import {
  DAY,
  HOUR,
  ikoAnswers,
  MINUTE,
  newWorld,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const MEMBER = { role: 'member', from: '2026-01-01' }
const LEAD = { role: 'lead', from: '2026-01-01' }
const BOARD = `${HOME}/rounds/p-1/board`

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
  const roles = [
    { key: 'member', name: { id: 'Anggota', en: 'Member' } },
    { key: 'lead', name: { id: 'Mitra utama', en: 'Lead partner' } },
  ]
  await setRoles(roles)
})

const opened = async (path: string, client = admin): Promise<PageView> => {
  const response = await client.get(path)
  expect(response.status).toBe(200)
  return pageOf(response)
}

/** A number of the board by the name of its link, or of those that are no link. */
const numbered = (page: PageView, name: string): string | undefined =>
  page
    .all('a')
    .map(({ attributes }) => attributes['aria-label'] ?? '')
    .find((label) => label.endsWith(`, ${name}`))
    ?.split(',')[0]

const namesIn = (page: PageView): readonly string[] =>
  page
    .all('a', { class: 'go' })
    .filter(({ attributes }) => /organisations\/p/.test(attributes.href ?? ''))
    .map(({ text }) => text)

const one = (id: string, changes: Partial<SetOrganisation> = {}): SetOrganisation => ({
  id: `p-o${id}`,
  name: `Nama ${id}`,
  roles: [MEMBER],
  ...changes,
})
const answer = (id: string, changes: Partial<SetAnswer> = {}): SetAnswer => ({
  id: `p-s${id}`,
  round: 'p-1',
  organisation: `p-o${id}`,
  ...changes,
})
const round = (changes: Partial<SetRound> = {}): SetRound => ({ id: 'p-1', roles: ['member'], ...changes })

describe('who is expected', () => {
  it('is active, confirmed, not merged, and had one of the roles on the opening day', async () => {
    await addNetwork(world)
    await set({
      rounds: [round({ opensAt: START })],
      organisations: [
        one('a'),
        one('b', { roles: [{ ...MEMBER, to: '2026-11-23' }] }),
        one('c', { status: 'inactive' }),
        one('d', { isConfirmed: false }),
        one('e', { mergedInto: 'p-oa' }),
        one('f', { roles: [LEAD] }),
        one('g', { roles: [{ ...MEMBER, to: '2026-11-22' }] }),
        one('h', { roles: [MEMBER, { role: 'member', from: '2026-02-01' }, LEAD] }),
        one('i', { network: OTHER.id }),
      ],
    })
    expect(namesIn(await opened(`${BOARD}/expected`))).toEqual(['Nama a', 'Nama b', 'Nama h'])
    const page = await opened(BOARD)
    expect(page.words).toContain('0 dari 3 organisasi sudah mengirim (0%)')
    expect(page.words).toContain(
      'Yang diharapkan mengirim ialah organisasi yang pada 23 November 2026, hari putaran dibuka, sudah terdaftar dan berperan sebagai Anggota, aktif, dan sudah diterima.',
    )
  })

  it('is everybody active and confirmed where the round asks anyone, with a role or without', async () => {
    await set({
      rounds: [round({ roles: null })],
      organisations: [one('a', { roles: [] }), one('b', { roles: [LEAD] }), one('c', { status: 'inactive' })],
    })
    const page = await opened(BOARD)
    expect(page.words).toContain('0 dari 2 organisasi')
    expect(page.words).toContain('Tanpa peran')
  })

  it.each([
    ['Asia/Jakarta', 17],
    ['Asia/Makassar', 16],
    ['Asia/Jayapura', 15],
  ])('is who came before the opening day was over by the clocks of %s', async (timeZone, hour) => {
    await world.exec(`update networks set time_zone = '${timeZone}'`)
    // The midnight that ends 22 November there, in UTC.
    const midnight = Date.UTC(2026, 10, 22, hour)
    await set({
      rounds: [round({ opensAt: midnight - HOUR })],
      organisations: [
        one('a', { createdAt: midnight - 1 }),
        one('b', { createdAt: midnight }),
        one('c', { roles: [{ role: 'member', from: '2026-11-22' }] }),
        one('d', { roles: [{ role: 'member', from: '2026-11-23' }] }),
      ],
      answers: [answer('b'), answer('d')],
    })
    expect(namesIn(await opened(`${BOARD}/expected`))).toEqual(['Nama a', 'Nama c'])
    expect(namesIn(await opened(`${BOARD}/later`))).toEqual(['Nama b', 'Nama d'])
    const page = await opened(BOARD)
    expect(page.words).toContain('0 dari 2 organisasi sudah mengirim')
    expect(page.words).toContain('2 organisasi datang sesudah hari pembukaan, 2 di antaranya sudah mengirim')
  })

  it('is who is there today as long as the round is not open, and nobody is late for it', async () => {
    await set({
      rounds: [round({ opensAt: START + 10 * DAY })],
      organisations: [
        one('a', { createdAt: START }),
        one('b', { roles: [{ role: 'member', from: '2026-12-01' }] }),
      ],
    })
    const page = await opened(BOARD)
    expect(page.words).toContain('0 dari 2 organisasi')
    expect(page.words).toContain('Akan dibuka 3 Desember 2026')
  })

  it('does not grow by those who come after the round is closed', async () => {
    await set({
      rounds: [round({ opensAt: START - 20 * DAY, closesAt: START - 10 * DAY })],
      organisations: [
        one('a'),
        one('b', { createdAt: START - 15 * DAY }),
        one('c', { createdAt: START - 2 * DAY }),
      ],
      answers: [answer('c', { isLate: true })],
    })
    expect(namesIn(await opened(`${BOARD}/later`))).toEqual(['Nama b'])
    expect(namesIn(await opened(`${BOARD}/other`))).toEqual(['Nama c'])
  })

  it('is nobody of a registration, nor of a round without names', async () => {
    await set({
      rounds: [
        round({ kind: 'registration', roles: null }),
        round({ id: 'p-2', anonymous: true, roles: null }),
      ],
      organisations: [one('a')],
      answers: [answer('a', { organisation: null }), answer('b', { round: 'p-2', organisation: null })],
    })
    for (const path of [BOARD, `${HOME}/rounds/p-2/board`]) {
      const page = await opened(path)
      expect(page.words).toContain('tidak menunggu organisasi tertentu')
      expect(page.words).toContain('1 jawaban dari nama yang belum ada di daftar organisasi')
    }
    expect((await opened(BOARD)).all('a', { href: `${BOARD}/unknown` })).toHaveLength(1)
    expect(
      (await opened(`${HOME}/rounds/p-2/board`)).all('a', { href: `${HOME}/rounds/p-2/board/unknown` }),
    ).toEqual([])
    expect((await admin.get(`${HOME}/rounds/p-2/board/unknown`)).status).toBe(404)
  })
})

describe('the stages', () => {
  beforeEach(() =>
    set({
      rounds: [round()],
      organisations: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => one(id)),
      answers: [
        answer('a', { isAssessed: true, reports: ['handed'], receipts: ['handed'], isLate: true }),
        answer('b', { isAssessed: true, reports: ['bounced'], receipts: ['handed'] }),
        answer('c', { isHeld: true }),
        answer('d', { end: 'withdrawn' }),
        answer('d2', { organisation: 'p-od', end: 'erased' }),
        answer('d3', { organisation: 'p-od', isHeld: true, end: 'setAside' }),
        answer('e', { isFailed: true, isStuck: true }),
        answer('f', {
          isAssessed: true,
          reports: ['failed'],
          isByHand: true,
          receipts: ['complained', 'handed'],
        }),
        answer('f2', { organisation: 'p-of', isHeld: true }),
        answer('u', { organisation: null, name: 'Siapa Contoh', district: '35.78', isHeld: true }),
      ],
    }),
  )

  it.each([
    ['sent', ['a', 'b', 'e', 'f']],
    ['missing', ['d', 'g']],
    ['held', ['c', 'f']],
    ['late', ['a']],
    ['assessed', ['a', 'b', 'f']],
    ['reported', ['a', 'f']],
    ['trouble', ['b', 'e']],
  ])('%s are those of %j', async (list, expected) => {
    expect(namesIn(await opened(`${BOARD}/${list}`))).toEqual(expected.map((id) => `Nama ${id}`))
  })

  it('stand on the board as numbers that lead to their lists', async () => {
    const page = await opened(BOARD)
    expect(page.words).toContain('4 dari 7 organisasi sudah mengirim (57%)')
    expect(numbered(page, 'Belum mengirim')).toBe('2')
    expect(numbered(page, 'Ada jawaban yang ditahan')).toBe('2')
    expect(numbered(page, 'Surel kembali atau gagal')).toBe('2')
    expect(numbered(page, 'Sudah mengirim, Kabupaten Malang')).toBe('4')
    expect(numbered(page, 'Sudah mengirim, Anggota')).toBe('4')
    const [link] = page
      .all('a')
      .filter(({ attributes }) => attributes['aria-label'] === '4, Sudah mengirim, Anggota')
    expect(link?.attributes.href).toBe(`${BOARD}/sent?role=member`)
    expect(page.words).toContain('1 jawaban dari nama yang belum ada')
  })

  it('say of each organisation what is wrong, and lead to an answer that waits', async () => {
    const page = await opened(`${BOARD}/trouble`)
    expect(page.words).toContain('Surelnya kembali')
    expect(page.words).toContain('Gagal diproses atau dikirim')
    const held = await opened(`${BOARD}/held`)
    expect(held.all('a', { href: `${HOME}/held/p-sc` })).toHaveLength(1)
    const unknown = await opened(`${BOARD}/unknown`)
    expect(unknown.all('a', { href: `${HOME}/organisations?name=siapa+contoh` })).toHaveLength(1)
    expect(unknown.words).toContain('Kota Surabaya')
  })

  it('call those who are not in the registry as they call themselves, also one of two that were told apart', async () => {
    await sentIko(world, { organisation: 'Perkumpulan  SIAPA-Ya (Contoh)' })
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
      `select id from rounds where form_id = 'iko'`,
    )
    const list = `${HOME}/rounds/${id}/board/unknown`
    const href = `${HOME}/organisations?${new URLSearchParams({ name: 'Perkumpulan SIAPA-Ya (Contoh)' })}`
    expect((await opened(list)).one('a', { href }).text).toContain('Perkumpulan SIAPA-Ya (Contoh)')
    await world.exec(`update submissions set respondent_key = respondent_key || '#' || id`)
    expect((await opened(list)).all('a', { href })).toHaveLength(1)
    expect((await opened(`${list}?name=siapa+ya`)).all('a', { href })).toHaveLength(1)
  })

  it('show a number that is nothing as 0, without a way to an empty list', async () => {
    await world.exec('update submissions set late = 0')
    const page = await opened(BOARD)
    expect(page.all('a', { href: `${BOARD}/late` })).toEqual([])
    expect(page.words).toMatch(/Terlambat mengirim\s*0\s*0%/)
  })
})

describe('what has failed', () => {
  const TROUBLE = `${HOME}/rounds/${IKO_ROUND}/board/trouble`
  const NAME = ikoAnswers.organisation
  beforeEach(async () => {
    await addOrganisation({ id: 'p-oz', name: NAME })
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
  })

  it('is what the ledger says: a receipt that was refused, as long as mail goes there', async () => {
    const { receipt } = await sentIko(world)
    await world.work()
    expect(namesIn(await opened(TROUBLE))).toEqual([NAME])
    const fields = { ...ikoAnswers, email: '', whatsapp: '081234567890', submission: world.newKey() }
    await world.post(`${receipt}/correction`, fields)
    await world.work()
    expect((await opened(`${HOME}/ledger`)).words).toContain('Gagal: 0')
    expect(namesIn(await opened(TROUBLE))).toEqual([])
  })

  it('is told of an answer that waits as well, of which the ledger says only that', async () => {
    await sentIko(world, { email: '', whatsapp: '081234567890' })
    await world.work()
    expect(namesIn(await opened(TROUBLE))).toEqual([])
    await sentIko(world, { email: 'agus@bina.example' })
    await world.work()
    expect((await opened(`${HOME}/ledger`)).words).toContain('Gagal: 0')
    expect(namesIn(await opened(TROUBLE))).toEqual([NAME])
  })
})

describe('what was never sent', () => {
  it('is counted where there is any: what was begun, and what was put off', async () => {
    await set({ rounds: [round()], organisations: [one('a')] })
    expect((await opened(BOARD)).words).not.toContain('mulai diisi')
    await world.exec(
      [
        ...['x', 'y'].map(
          (id) =>
            `insert into drafts (id, network_id, round_id, form_hash, answers, locale, created_at, saved_at, expires_at, sent_at) values ('${id}', '${demoNetwork.id}', 'p-1', '', '{}', 'id', 0, 0, 0, ${id === 'x' ? 'null' : '1'})`,
        ),
        ...['sends', 'pages'].map(
          (kind) =>
            `insert into refusals (round_id, network_id, day, kind, count) values ('p-1', '${demoNetwork.id}', '2026-11-23', '${kind}', 3)`,
        ),
      ].join('\n'),
    )
    const { words } = await opened(BOARD)
    expect(words).toContain('1 jawaban sudah mulai diisi dan disimpan, tetapi belum dikirim')
    expect(words).toContain('6 permintaan ditunda')
    // Neither has a district, so they are no part of what is said of some.
    await addStaff(world, { email: 'k@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const some = await opened(BOARD, await signedIn(world, 'k@contoh.example'))
    expect(some.words).not.toMatch(/mulai diisi|ditunda/)
  })
})

describe('the filter', () => {
  beforeEach(() =>
    set({
      rounds: [round({ roles: ['member', 'lead'] })],
      organisations: [
        one('a'),
        one('b', { district: '35.78' }),
        one('c', { roles: [LEAD] }),
        one('d', { roles: [MEMBER, LEAD] }),
      ],
      answers: [answer('a'), answer('d'), answer('u', { organisation: null, name: 'Nama u' })],
    }),
  )

  it.each([
    ['?district=35.07', '2 dari 3', '1 jawaban dari nama'],
    ['?role=lead', '1 dari 2', 'Tidak ada.'],
    ['?role=lead&district=35.78', 'Belum ada organisasi yang diharapkan mengirim', 'Tidak ada.'],
    ['?name=NAMA%20D', '1 dari 1', 'Tidak ada.'],
    ['?name=%27%25_', 'Belum ada organisasi', 'Tidak ada.'],
    ['?district=&role=&name=', '2 dari 4', '1 jawaban dari nama'],
  ])('%s leaves %s', async (query, expected, beside) => {
    const page = await opened(BOARD + query)
    expect(page.words).toContain(expected)
    expect(page.words).toContain(beside)
  })

  it('goes along to the lists and back, and says what it leaves', async () => {
    const page = await opened(`${BOARD}?district=35.07&role=lead`)
    expect(page.words).toContain('Hanya yang cocok dengan saringan: Kabupaten Malang, Mitra utama.')
    const path = `${BOARD}/missing?district=35.07&role=lead`
    expect(page.all('a', { href: path })).toHaveLength(3)
    const list = await opened(path)
    expect(namesIn(list)).toEqual(['Nama c'])
    expect(list.all('a', { href: `${BOARD}?district=35.07&role=lead` })).toHaveLength(1)
    expect(list.one('a', { href: `${BOARD}/missing` }).text).toBe('Hapus saringan')
    expect(list.one('option', { value: 'lead', selected: '' }).text).toBe('Mitra utama')
  })

  it('counts an organisation with two roles with each of them', async () => {
    const page = await opened(BOARD)
    expect(numbered(page, 'Diharapkan mengirim, Anggota')).toBe('3')
    expect(numbered(page, 'Diharapkan mengirim, Mitra utama')).toBe('2')
  })
})

describe('who sees what', () => {
  const people = (count: number, district: string, from: number) =>
    Array.from({ length: count }, (_, i) => one(String(from + i), { district }))
  const viewing = async () => {
    await addStaff(world, { email: 'v@contoh.example', role: 'viewer' })
    return signedIn(world, 'v@contoh.example')
  }

  it('viewers see numbers without a way to names, a filter, or a group that is too small', async () => {
    await set({
      rounds: [round()],
      organisations: [...people(8, '35.07', 10), ...people(6, '35.78', 20), ...people(2, '35.09', 30)],
      answers: [answer('10'), answer('30'), answer('x', { organisation: null })],
    })
    const page = await opened(`${BOARD}?district=35.09`, await viewing())
    expect(page.words).toContain('2 dari 16 organisasi')
    expect(page.words).toContain('Kabupaten Malang')
    // With the small district alone left out, it could be told from the total.
    expect(page.words).not.toMatch(/Jember|Surabaya/)
    expect(page.words).toContain('2 baris tidak ditampilkan')
    expect(page.all('a').filter(({ attributes }) => attributes.href?.startsWith(`${BOARD}/`))).toEqual([])
    expect(page.all('select')).toEqual([])
  })

  it('viewers see no number of fewer organisations than a group must have', async () => {
    await set({
      rounds: [round()],
      organisations: [...people(4, '35.07', 10), one('z', { createdAt: START + 1 * MINUTE })],
      answers: [answer('10'), answer('z')],
    })
    world.clock.now = START + 2 * DAY
    const viewer = await viewing()
    const board = await opened(BOARD, viewer)
    expect(board.words).toContain('organisasinya kurang dari 5')
    expect(board.words).not.toMatch(/dari 4|datang sesudah/)
    expect((await opened(`${HOME}/board`, viewer)).words).not.toContain('1 dari 4')
  })

  it('a coordinator of some districts sees their numbers alone, and is told so', async () => {
    await set({
      rounds: [round()],
      organisations: [...people(2, '35.07', 10), ...people(3, '35.78', 20)],
      answers: [
        answer('10'),
        answer('20'),
        answer('x', { organisation: null, district: '35.78' }),
        answer('y', { organisation: null, district: '35.07' }),
      ],
    })
    await addStaff(world, { email: 'k@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const client = await signedIn(world, 'k@contoh.example')
    const page = await opened(BOARD, client)
    expect(page.words).toContain('1 dari 2 organisasi')
    expect(page.words).toContain('Angka ini hanya untuk wilayah Anda: Kabupaten Malang.')
    expect(page.words).toContain('1 jawaban dari nama')
    expect(page.words).not.toContain('Surabaya')
    expect(namesIn(await opened(`${BOARD}/expected?district=35.78`, client))).toEqual([])
    expect((await opened(`${HOME}/board`, client)).words).toContain('1 dari 2 organisasi')
  })
})

describe('the overview', () => {
  it('has every round with its own opening day, the last first, and leads to each board', async () => {
    await set({
      rounds: [
        round({ opensAt: START - 30 * DAY, closesAt: START - 20 * DAY }),
        round({ id: 'p-2', opensAt: START - HOUR, practice: true }),
        round({ id: 'p-3', opensAt: START - 40 * DAY, roles: ['nobody'] }),
      ],
      organisations: [one('a'), one('b', { createdAt: START - 25 * DAY })],
      answers: [
        answer('a'),
        answer('a2', { organisation: 'p-oa' }),
        answer('b'),
        answer('b2', { round: 'p-2', organisation: 'p-ob', isHeld: true }),
      ],
    })
    const page = await opened(`${HOME}/board`)
    const entries = page.all('li').map(({ text }) => text.replace(/\s+/g, ' ').trim())
    expect(entries.find((text) => text.startsWith('Putaran p-1'))).toMatch(
      /1 dari 1 organisasi .*Dibuka 24 Oktober 2026, ditutup 3 November 2026/,
    )
    expect(entries.find((text) => text.startsWith('Putaran p-2'))).toMatch(/0 dari 2 organisasi .*Latihan/)
    expect(entries.find((text) => text.startsWith('Putaran p-3'))).toContain(
      'Belum ada organisasi yang diharapkan',
    )
    expect(entries.findIndex((text) => text.startsWith('Putaran p-2'))).toBeLessThan(
      entries.findIndex((text) => text.startsWith('Putaran p-1')),
    )
    expect(page.all('a', { href: BOARD })).toHaveLength(1)
    expect((await opened(HOME)).all('a', { href: `${HOME}/board` })).toHaveLength(1)
    expect((await opened(`${HOME}/rounds/p-2/board`)).words).toContain('Latihan')
  })

  it('lists every round once, page by page', async () => {
    const ids = Array.from({ length: 21 }, (_, i) => `p-${100 + i}`)
    await set({ rounds: ids.map((id) => round({ id })) })
    const pages = await Promise.all([1, 2, 3].map((page) => opened(`${HOME}/board?page=${page}`)))
    const listed = pages.map((page) => page.words.match(/(?<=Putaran )p-\d+/g) ?? [])
    expect(listed.map((some) => some.length)).toEqual([10, 10, 1])
    expect(listed.flat().toSorted()).toEqual(ids)
  })

  it('says what to do where there is no round', async () => {
    await addNetwork(world)
    await addStaff(world, { email: 'lain@contoh.example', role: 'viewer', network: OTHER.id })
    const page = await opened(`/c/n/${OTHER.slug}/board`, await signedIn(world, 'lain@contoh.example'))
    expect(page.words).toContain('Belum ada putaran.')
  })
})

describe('what is not there', () => {
  it.each([`${HOME}/rounds/x/board`, `${BOARD}/x`, `${BOARD}/constructor`])(
    '%s is not found',
    async (path) => {
      await set({ rounds: [round()] })
      expect((await admin.get(path)).status).toBe(404)
    },
  )

  it('a round of another network is not found', async () => {
    await addNetwork(world)
    await set({ rounds: [round({ network: OTHER.id })] })
    for (const path of [BOARD, `${BOARD}/missing`]) expect((await admin.get(path)).status).toBe(404)
  })
})

describe('fetching the numbers anew', () => {
  it('costs nothing of them until a counter of the round has changed, or five minutes are over', async () => {
    const path = `${HOME}/rounds/01900000-0000-7000-8000-000000000102/board`
    const asked = (tag: string) => world.get(path, { Cookie: admin.cookie ?? '', 'If-None-Match': tag })
    const first = await admin.get(path)
    const tag = first.headers.get('ETag') ?? ''
    expect((await pageOf(first)).one('div', { id: 'numbers' }).attributes['data-tag']).toBe(tag)
    expect((await asked(tag)).status).toBe(304)
    await sentIko(world)
    const second = await asked(tag)
    expect(second.status).toBe(200)
    const next = second.headers.get('ETag') ?? ''
    expect((await asked(next)).status).toBe(304)
    world.clock.now += 5 * MINUTE
    expect((await asked(next)).status).toBe(200)
    expect((await asked('')).status).toBe(200)
  })

  it('is what its script may do, and nothing else: no other page may fetch', async () => {
    await set({ rounds: [round()] })
    const policy = async (path: string) => (await admin.get(path)).headers.get('Content-Security-Policy')
    expect(await policy(BOARD)).toMatch(/script-src 'sha256-[^']+'; connect-src 'self'; /)
    expect(await policy(`${BOARD}/missing`)).not.toMatch(/script-src|connect-src/)
    const page = await opened(BOARD)
    expect(page.one('button', { type: 'button' }).attributes.hidden).toBe('')
    expect(page.html).not.toContain('http-equiv')
  })
})

it('lists page by page', async () => {
  await set({
    rounds: [round()],
    organisations: Array.from({ length: 27 }, (_, i) => one(String(100 + i))),
  })
  const first = await opened(`${BOARD}/missing?district=35.07`)
  expect(namesIn(first)).toHaveLength(25)
  expect(first.words).toContain('27 organisasi.')
  // Whoever hears the page is told which ways lead through the list, and which through the network.
  const names = first.all('nav').map(({ attributes }) => attributes['aria-label'])
  expect(names).toContain(wordsFor('id').coordinator.registry.pages)
  expect(new Set(names).size).toBe(names.length)
  expect(first.all('a', { href: `${BOARD}/missing?district=35.07&page=2` })).toHaveLength(1)
  expect(namesIn(await opened(`${BOARD}/missing?district=35.07&page=2`))).toEqual(['Nama 125', 'Nama 126'])
})
