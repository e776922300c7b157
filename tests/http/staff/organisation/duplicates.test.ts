// Organisations that stand twice: found, compared, merged and parted again, with nothing lost and nothing doubled.
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { demoNetwork } from '../../../../scripts/demo.ts'
import { comparableName } from '../../../../src/core/organisation/organisation.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import {
  addOrganisation,
  addOrganisations,
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
import { broken, counted, dump, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  ikoAnswers,
  newWorld,
  openRound,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'
import { runs } from '../../../support/runs.ts'

const words = wordsFor('id').coordinator.doubles
const LIST = `${HOME}/organisations/duplicates`
const A = '01900000-0000-7000-8000-00000000040a'
const B = '01900000-0000-7000-8000-00000000040b'
const C = '01900000-0000-7000-8000-00000000040c'
const NAMES = { [A]: 'Lakpesdam NU Sumenep', [B]: 'LAKPESDAM PCNU Sumenep', [C]: 'Lakpesdam' } as const
const SUMENEP = '35.29'

let world: World
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  admin = await signedIn(world, ADMINISTRATOR)
  await addOrganisations(world)
  await addOrganisation({ id: A, name: NAMES[A], district: SUMENEP })
  await addOrganisation({ id: B, name: NAMES[B], district: SUMENEP })
})

const pairOf = (one: string, other: string) => `${LIST}/${one}/${other}`
const one = (id: string) => `${HOME}/organisations/${id}`
const opened = async (path: string, client = admin) => pageOf(await client.get(path))
const where = (response: Response) => [response.status, response.headers.get('Location')]
const cell = (text: string | number | null) =>
  text === null ? 'null' : typeof text === 'number' ? String(text) : `'${text.replaceAll("'", "''")}'`
const insert = (table: string, row: Readonly<Record<string, string | number | null>>) => {
  const all = { network_id: demoNetwork.id, ...row }
  return world.exec(
    `insert into ${table} (${Object.keys(all)}) values (${Object.values(all).map(cell).join(', ')})`,
  )
}

/** Everything that belongs to organisations or was sent, without what is said of merges. */
const registry = async () => {
  const tables: [string, unknown][] = JSON.parse(await dump(world))
  return tables.filter(([name]) =>
    /^(organisations|organisation_names|roles|relations|contacts|submissions|assessments|registrations|steps|deliveries|round_tallies)$/.test(
      name,
    ),
  )
}

const merge = async (kept = A, merged = B, client = admin) => {
  const page = await opened(pairOf(kept, merged), client)
  const form = sendable(page)
  return client.post(pairOf(kept, merged), { ...form, choice: 'one' })
}
const lastMerge = async () =>
  (await world.rows<{ id: string }>('select id from merges order by rowid desc limit 1'))[0]?.id ?? ''
const undo = async (id: string, client = admin) => client.post(`${HOME}/organisations/merges/${id}`)

async function checkLedger(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

/** Names, roles, relations, people: some that only the second has, some that both have. */
async function belongings(): Promise<void> {
  const name = (id: string, organisation: string, kind: string, text: string) =>
    insert('organisation_names', {
      id,
      organisation_id: organisation,
      kind,
      name: text,
      normalised: comparableName(text),
      created_at: 1,
    })
  await name('m1', A, 'short', 'LNU')
  await name('m2', B, 'short', 'lnu')
  await name('m3', B, 'former', 'Lakpesdam Lama')
  const role = (id: string, organisation: string, from: string) =>
    insert('roles', { id, organisation_id: organisation, role: 'member', from_day: from })
  await role('r1', A, '2025-01-01')
  await role('r2', B, '2026-01-01')
  await insert('roles', { id: 'r3', organisation_id: B, role: 'viewer', from_day: '2026-01-01' })
  const contact = (id: string, organisation: string, email: string, rest = {}) =>
    insert('contacts', { id, organisation_id: organisation, email, locale: 'id', created_at: 1, ...rest })
  await contact('c1', A, 'sama@contoh.example')
  await contact('c2', B, 'sama@contoh.example')
  const optOut = (id: string, organisation: string | null) =>
    insert('opt_outs', {
      id,
      address: 'sama@contoh.example',
      organisation_id: organisation,
      kind: 'invitation',
      at: 5,
    })
  await optOut('n1', B)
  await optOut('n2', FORUM)
  await optOut('n3', null)
  await contact('c3', B, 'lain@contoh.example')
  const relation = (id: string, first: string, other: string, kind = 'member') =>
    insert('relations', {
      id,
      kind,
      organisation_id: first,
      other_id: other,
      from_day: '2026-01-01',
      created_at: 1,
    })
  await relation('l1', FORUM, A)
  await relation('l2', FORUM, B)
  await relation('l3', LEAD, B)
  await relation('l4', A, B)
  await world.exec(
    `update organisations set decree_no = 'AHU-12345', themes = '["Air"]', confirmed_at = 7 where id = '${B}'`,
  )
  await world.exec(`update organisations set legal_form = 'LSM', confirmed_at = null where id = '${A}'`)
}

const heldBy = (table: string, organisation: string) =>
  world.number(`select count(*) from ${table} where organisation_id = '${organisation}'`)

describe('the list', () => {
  it('shows pairs that look alike, with their districts and why', async () => {
    const page = await opened(LIST)
    expect(page.one('h1').text).toBe(words.title)
    expect(page.words).toContain(`${NAMES[A]}, Kabupaten Sumenep`)
    expect(page.words).toContain(words.because.sameNames)
    expect(page.one('a', { href: pairOf(A, B) }).text).toBe(words.compare(NAMES[A], NAMES[B]))
    expect(page.words).not.toContain('Mitra Utama')
    expect((await opened(`${HOME}/organisations`)).one('a', { href: LIST }).text).toBe(words.title)
  })

  it('compares former and short names, and the numbers of decrees in all districts', async () => {
    await world.exec(`update organisations set decree_no = 'AHU 12345' where id = '${LEAD}'`)
    await addOrganisation({ id: C, name: 'Sanggar Hijau', district: '35.78' })
    await world.exec(`update organisations set decree_no = 'ahu-12345' where id = '${C}'`)
    const page = await opened(LIST)
    expect(page.words).toContain(words.because.decree)
    await world.exec(`update organisation_names set kind = 'former' where organisation_id = '${B}'`)
    await insert('organisation_names', {
      id: 'm9',
      organisation_id: B,
      kind: 'official',
      name: 'Sanggar Baru',
      normalised: 'sanggar baru',
      created_at: 1,
    })
    expect((await opened(LIST)).words).toContain(words.because.name(NAMES[A], NAMES[B]))
    expect(page.all('a', { href: pairOf(LEAD, C) })).toHaveLength(1)
  })

  it('shows nothing of other districts and networks, and says what to do where there is nothing', async () => {
    await addNetwork(world)
    for (const [id, name] of [
      ['x1', 'Jauh Contoh'],
      ['x2', 'Jauh Contoh'],
    ] as const)
      await addOrganisation({ id, name, network: OTHER.id })
    await addStaff(world, { email: 'malang@contoh.example', role: 'coordinator', districts: ['35.07'] })
    const malang = await signedIn(world, 'malang@contoh.example')
    const page = await opened(LIST, malang)
    expect(page.words).toContain(words.none)
    expect(page.words).not.toMatch(/Jauh|Lakpesdam/)
    const before = await dump(world)
    expect((await malang.get(pairOf(A, B))).status).toBe(404)
    expect((await malang.post(pairOf(A, B), { choice: 'one' })).status).toBe(404)
    expect((await malang.post(pairOf(LEAD, B), { choice: 'other' })).status).toBe(404)
    expect((await malang.post(pairOf(A, B), { choice: 'two' })).status).toBe(404)
    expect((await admin.post(pairOf('x1', 'x2'), { choice: 'one' })).status).toBe(404)
    expect((await admin.post(pairOf(A, A), { choice: 'one' })).status).toBe(404)
    expect(await dump(world)).toBe(before)
  })

  it('leaves out what somebody said to be two, until that is taken back', async () => {
    expect(where(await admin.post(pairOf(B, A), { choice: 'two' }))).toEqual([303, `${LIST}?done=two`])
    await admin.post(pairOf(A, B), { choice: 'two' })
    expect(await world.number('select count(*) from distinctions')).toBe(1)
    const page = await opened(`${LIST}?done=two`)
    expect(page.one('p', { role: 'status' }).text).toBe(words.done.two)
    expect(page.words).toContain(words.none)
    expect(page.words).toContain(words.apart.since('23 November 2026'))
    const pair = await opened(pairOf(A, B))
    expect(pair.one('button', { name: 'choice', value: 'open' }).text).toBe(words.apart.open)
    expect(pair.all('input', { value: 'two' })).toEqual([])
    expect(where(await admin.post(pairOf(A, B), { choice: 'open' }))).toEqual([303, pairOf(A, B)])
    expect((await opened(LIST)).all('a', { href: pairOf(A, B) })).toHaveLength(1)
  })
})

describe('two side by side', () => {
  it('shows everything of both, and asks for a choice', async () => {
    await belongings()
    const page = await opened(pairOf(A, B))
    for (const text of [
      'LNU',
      'Lakpesdam Lama',
      'AHU-12345',
      'Air',
      'sama@contoh.example',
      'lain@contoh.example',
    ])
      expect(page.words).toContain(text)
    expect(page.all('th', { scope: 'col' }).map(({ text }) => text)).toEqual([
      `Pertama: ${NAMES[A]}`,
      `Kedua: ${NAMES[B]}`,
    ])
    const refused = await admin.post(pairOf(A, B), {})
    expect(refused.status).toBe(422)
    const again = await pageOf(refused)
    expect(again.one('a', { href: '#choice' }).text).toBe(words.compared.issue)
  })

  it('is reached from an organisation by looking for any other one', async () => {
    expect((await opened(one(A))).one('a', { href: `${one(A)}/merge` }).text).toBe(words.find.link)
    const found = await opened(`${one(A)}/merge?q=simpul`)
    expect(found.one('a', { href: pairOf(A, FORUM) }).text).toContain('Simpul Belajar Contoh')
    expect((await opened(`${one(A)}/merge?q=tidak`)).words).toContain(words.find.none)
  })
})

describe('merging', () => {
  it('moves what the other one has, doubles nothing, fills in what lacks, and leads on to the one that is kept', async () => {
    await belongings()
    expect(where(await merge())).toEqual([303, `${one(A)}?done=merged`])
    const names = await world.rows(
      `select kind, name from organisation_names where organisation_id = '${A}' order by kind, name`,
    )
    expect(names).toEqual([
      { kind: 'alias', name: NAMES[B] },
      { kind: 'former', name: 'Lakpesdam Lama' },
      { kind: 'official', name: NAMES[A] },
      { kind: 'short', name: 'LNU' },
    ])
    const ids = async (table: string) =>
      (
        await world.rows<{ id: string }>(`select id from ${table} where organisation_id = '${A}' order by id`)
      ).map(({ id }) => id)
    expect(await ids('roles')).toEqual(['r1', 'r3'])
    expect(await ids('contacts')).toEqual(['c1', 'c3'])
    expect(await ids('opt_outs')).toEqual(['n1'])
    expect(
      await world.rows(`select id, organisation_id as a, other_id as b from relations order by id`),
    ).toEqual([
      { id: 'l1', a: FORUM, b: A },
      { id: 'l2', a: FORUM, b: B },
      { id: 'l3', a: LEAD, b: A },
      { id: 'l4', a: A, b: B },
    ])
    expect(
      await world.rows(
        `select legal_form, decree_no, themes, confirmed_at, merged_into from organisations where id in ('${A}', '${B}') order by id`,
      ),
    ).toEqual([
      { legal_form: 'LSM', decree_no: 'AHU-12345', themes: '["Air"]', confirmed_at: 7, merged_into: null },
      { legal_form: null, decree_no: 'AHU-12345', themes: '["Air"]', confirmed_at: 7, merged_into: A },
    ])
    const page = await opened(`${one(A)}?done=merged`)
    expect(page.one('p', { role: 'status' }).text).toBe(words.done.merged)
    expect(page.words).toContain(words.merges.one(NAMES[B], NAMES[A]))
    expect(page.words).toContain(words.merges.until('23 Desember 2026 pukul 10.00 WIB'))
    expect(where(await admin.get(one(B)))).toEqual([303, one(A)])
    expect((await opened(LIST)).all('a', { href: pairOf(A, B) })).toEqual([])
  })

  it('happens once, however often and by however many it is pressed', async () => {
    await belongings()
    const form = sendable(await opened(pairOf(A, B)))
    const press = () => admin.post(pairOf(A, B), { ...form, choice: 'one' })
    expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303])
    const after = await registry()
    expect((await press()).status).toBe(303)
    expect((await admin.post(pairOf(A, B), { choice: 'one' })).status).toBe(303)
    expect(await registry()).toEqual(after)
    // The other way round it was not.
    const other = await admin.post(pairOf(A, B), { ...form, choice: 'other' })
    expect([other.status, (await pageOf(other)).one('p', { role: 'status' }).text]).toEqual([
      409,
      words.compared.changed,
    ])
    expect(await registry()).toEqual(after)
    expect(await world.number('select count(*) from merges')).toBe(1)
  })

  it('gives what was sent to the one that is kept, with the name that each answer says', async () => {
    await sentIko(world, { organisation: NAMES[B], district: SUMENEP })
    await world.work()
    expect(await heldBy('submissions', B)).toBe(1)
    const answers = await world.rows('select answers from revisions')
    await merge()
    for (const table of ['submissions', 'assessments']) expect(await heldBy(table, A)).toBe(1)
    expect(await world.rows('select answers from revisions')).toEqual(answers)
    await sentIko(world, { organisation: 'lakpesdam', district: SUMENEP, email: 'x@contoh.example' })
    await checkLedger()
    // Sent under the name of the one that was merged away, it is the kept one's as well.
    const later = await openRound(world, { slug: 'berikutnya' })
    await sent(world, later, { ...ikoAnswers, organisation: NAMES[B], district: SUMENEP })
    expect(await heldBy('submissions', A)).toBe(2)
  })

  it('takes what nobody had, as long as two had the name, and gives that back to nobody', async () => {
    await addOrganisation({ id: C, name: NAMES[A], district: SUMENEP })
    await sentIko(world, { organisation: NAMES[A], district: SUMENEP })
    expect(await heldBy('submissions', A)).toBe(0)
    const before = await registry()
    await merge(A, C)
    expect(await heldBy('submissions', A)).toBe(1)
    await undo(await lastMerge())
    expect(await registry()).toEqual(before)
  })

  it('is open to whoever coordinates both districts only', async () => {
    await addStaff(world, { email: 'satu@contoh.example', role: 'coordinator', districts: [SUMENEP] })
    const client = await signedIn(world, 'satu@contoh.example')
    await addOrganisation({ id: C, name: 'Sanggar Hijau', district: '35.78' })
    expect((await client.post(pairOf(A, C), { choice: 'one' })).status).toBe(404)
    expect(await world.number('select count(*) from merges')).toBe(0)
    expect((await merge(A, B, client)).status).toBe(303)
  })
})

describe('where both answered a round', () => {
  const bothAnswered = async () => {
    await sentIko(world, { organisation: NAMES[B], district: SUMENEP, email: 'b@contoh.example' })
    world.clock.now += 1000
    await sentIko(world, { organisation: NAMES[A], district: SUMENEP, email: 'a@contoh.example' })
  }
  const answersNow = () =>
    world.rows<{ id: string; held: number; aside: number; organisation: string }>(
      `select id, held_at is not null as held, set_aside_at is not null as aside, organisation_id as organisation from submissions order by created_at`,
    )

  it.each([['before it was measured'], ['after']])(
    'the later answer waits behind the first, and counts again when it is undone: %s',
    async (when) => {
      await bothAnswered()
      if (when === 'after') await world.work()
      const before = await registry()
      const page = await opened(pairOf(A, B))
      expect(page.words).toContain(words.compared.both)
      expect(page.words).toContain('IKO 2026, putaran kedua')
      await merge()
      const [first, second] = await answersNow()
      expect([first?.held, second?.held, second?.organisation]).toEqual([0, 1, A])
      await checkLedger()
      const held = await opened(`${HOME}/held/${second?.id}`)
      expect(held.words).toContain(wordsFor('id').coordinator.held.choices.both.name)
      await undo(await lastMerge())
      await checkLedger()
      // What is owed anew was owed before; only its moment is another.
      const strip = (tables: unknown) =>
        JSON.parse(JSON.stringify(tables), (key, value) =>
          ['due_at', 'created_at', 'done_at', 'lease_until'].includes(key) ? value !== null : value,
        )
      expect(strip(await registry())).toEqual(strip(before))
    },
  )

  it.each([['held'], ['counting'], ['both']])(
    'both answers count again when the merge is undone after a decision: %s',
    async (choice) => {
      await bothAnswered()
      await world.work()
      await merge()
      const [first, second] = await answersNow()
      const path = `${HOME}/held/${second?.id}`
      const form = sendable(await opened(path))
      expect((await admin.post(path, { ...form, choice })).status).toBe(303)
      await checkLedger()
      await undo(await lastMerge())
      await world.work()
      expect(await answersNow()).toEqual([
        { id: first?.id, held: 0, aside: 0, organisation: B },
        { id: second?.id, held: 0, aside: 0, organisation: A },
      ])
      await checkLedger()
    },
  )

  /** Both have answered and were measured, and the report of the later one was refused. */
  const laterRefused = async () => {
    await bothAnswered()
    world.mailService.answer = async ({ to, subject }) =>
      to === 'a@contoh.example' && subject.includes(': laporan ')
        ? { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' }
        : { outcome: 'handed', providerId: null }
    await world.work()
    await world.sweep()
    expect(await states()).toEqual(['done', 'failed'])
  }
  const states = async () =>
    (
      await world.rows<{ state: string }>(
        `select iif(failed_at is not null, 'failed', iif(held_at is not null, 'held', iif(done_at is not null, 'done', 'owed'))) as state from submissions order by created_at`,
      )
    ).map(({ state }) => state)

  it('an answer whose report was refused has failed again when the merge is undone', async () => {
    await laterRefused()
    await merge()
    expect(await states()).toEqual(['done', 'held'])
    await undo(await lastMerge())
    expect(await states()).toEqual(['done', 'failed'])
    await checkLedger()
    expect((await opened(`${HOME}/ledger/failed`)).words).toContain(NAMES[A])
  })

  it.each([
    ['held', ['done', 'failed']],
    ['counting', ['done', 'done']],
    ['both', ['done', 'failed']],
  ])(
    'an answer whose report was refused is told after a decision as what it is: %s',
    async (choice, after) => {
      await laterRefused()
      await merge()
      const [, second] = await answersNow()
      const path = `${HOME}/held/${second?.id}`
      const form = await sendable(await opened(path))
      expect((await admin.post(path, { ...form, choice })).status).toBe(303)
      await world.work()
      expect(await states()).toEqual(after)
      await checkLedger()
      await undo(await lastMerge())
      expect(await states()).toEqual(['done', 'failed'])
      await checkLedger()
    },
  )

  it.each([
    ['held', 'b@contoh.example'],
    ['counting', 'a@contoh.example'],
  ])(
    'a report that was given up unsent is mailed once its answer counts again: %s',
    async (choice, address) => {
      await bothAnswered()
      world.mailService.answer = async ({ subject }) =>
        subject.includes(': laporan ')
          ? { outcome: 'later', reason: 'E_THROTTLED', retryAt: null }
          : { outcome: 'handed', providerId: null }
      await world.work()
      await merge()
      const [, second] = await answersNow()
      const path = `${HOME}/held/${second?.id}`
      const form = sendable(await opened(path))
      expect((await admin.post(path, { ...form, choice })).status).toBe(303)
      await undo(await lastMerge())
      await checkLedger()
      world.mailService.answer = async () => ({ outcome: 'handed', providerId: null })
      world.clock.now += DAY
      await world.sweep()
      await world.work()
      await checkLedger()
      const reports = world.mails.filter(
        ({ to, subject }) => to === address && subject.includes(': laporan '),
      )
      expect(reports).toHaveLength(1)
      expect(await states()).toEqual(['done', 'done'])
    },
  )

  it('an answer that came since under the name of the one merged away keeps its place', async () => {
    await bothAnswered()
    await world.work()
    await merge(B, A)
    await sentIko(world, { organisation: NAMES[A], district: SUMENEP, email: 'baru@contoh.example' })
    await checkLedger()
    await undo(await lastMerge())
    await checkLedger()
    const all = await answersNow()
    expect(all.map(({ organisation }) => organisation)).toEqual([B, A, B])
    expect(all.filter(({ held }) => held)).toHaveLength(1)
  })

  it('the answer that waits still waits when it is corrected, and counts again once it tells of another organisation', async () => {
    await sentIko(world, { organisation: NAMES[B], district: SUMENEP, email: 'b@contoh.example' })
    world.clock.now += 1000
    const second = await sentIko(world, {
      organisation: NAMES[A],
      district: SUMENEP,
      email: 'a@contoh.example',
    })
    await merge()
    const correct = async (changes: Typed) => {
      const path = `${second.receipt}/correction`
      const form = sendable(await pageOf(await world.get(path)))
      const answer = await world.post(`${path}?lang=id&send=1`, { ...form, ...changes })
      expect(answer.status).toBe(303)
      await checkLedger()
      return (await answersNow())[1]
    }
    expect((await correct({ facilitator: 'Joko Contoh' }))?.held).toBe(1)
    expect(await correct({ organisation: 'Sanggar Lain' })).toMatchObject({ held: 0, organisation: null })
    await undo(await lastMerge())
    await checkLedger()
    expect((await answersNow()).map(({ held }) => held)).toEqual([0, 0])
  })

  it('registrations stand as they were decided', async () => {
    const ids = [
      await registered(world),
      await registered(world, { organisation: 'Sahabat Difabel Surabaya' }),
    ]
    for (const id of ids) await admin.post(`${HOME}/registrations/${id}/confirm`, { organisation: 'new' })
    const [x, y] = (
      await world.rows<{ id: string }>(
        `select id from organisations where registration_id is not null order by id`,
      )
    ).map(({ id }) => id)
    const before = await registry()
    await merge(x, y)
    expect(await heldBy('registrations', x ?? '')).toBe(2)
    expect(await world.number('select count(*) from submissions where held_at is not null')).toBe(0)
    await undo(await lastMerge())
    expect(await registry()).toEqual(before)
  })
})

describe('undoing', () => {
  it('brings back exactly what was, from the page of the organisation or the list of merges', async () => {
    await belongings()
    await sentIko(world, { organisation: NAMES[B], district: SUMENEP })
    await world.work()
    const before = await registry()
    await merge()
    const path = `${HOME}/organisations/merges/${await lastMerge()}`
    expect((await opened(one(A))).one('a', { href: path }).text).toBe(words.merges.link(NAMES[B]))
    expect((await opened(`${HOME}/organisations/merges`)).one('a', { href: path }).text).toBe(
      words.merges.link(NAMES[B]),
    )
    const asked = await opened(path)
    expect(asked.one('h1').text).toBe(words.undo.title(NAMES[B]))
    expect(where(await admin.post(path))).toEqual([303, `${one(B)}?done=undone`])
    expect(await registry()).toEqual(before)
    expect((await opened(`${one(B)}?done=undone`)).one('p', { role: 'status' }).text).toBe(words.done.undone)
    // Once more is no more.
    expect((await admin.post(path)).status).toBe(303)
    expect(await registry()).toEqual(before)
    expect((await opened(path)).words).toContain(words.undo.stopped.undone)
    expect((await opened(`${HOME}/organisations/merges`)).words).toContain(words.merges.none)
  })

  it('leaves what was changed since, and what was added since, with the one that was kept', async () => {
    await belongings()
    await merge()
    await world.exec(`update organisations set decree_no = 'AHU-99999' where id = '${A}'`)
    await world.exec(`delete from contacts where id = 'c3'`)
    await world.exec(`update opt_outs set organisation_id = '${LEAD}' where id = 'n1'`)
    await world.exec(`update roles set to_day = '2026-11-01' where id = 'r3'`)
    await world.exec(`delete from organisation_names where organisation_id = '${A}' and kind = 'alias'`)
    await insert('contacts', {
      id: 'c9',
      organisation_id: A,
      email: 'baru@contoh.example',
      locale: 'id',
      created_at: 9,
    })
    await undo(await lastMerge())
    expect(await world.rows(`select decree_no from organisations where id = '${A}'`)).toEqual([
      { decree_no: 'AHU-99999' },
    ])
    expect(
      await world.rows(`select id from contacts where organisation_id in ('${A}', '${B}') order by id`),
    ).toEqual([{ id: 'c1' }, { id: 'c2' }, { id: 'c9' }])
    expect(await world.rows(`select organisation_id from opt_outs where id = 'n1'`)).toEqual([
      { organisation_id: LEAD },
    ])
    expect(await world.rows(`select organisation_id, to_day from roles where id = 'r3'`)).toEqual([
      { organisation_id: B, to_day: '2026-11-01' },
    ])
    // Without its name the organisation would be nobody.
    expect((await opened(one(B))).one('h1').text).toBe(NAMES[B])
  })

  it('is refused with words after thirty days', async () => {
    await merge()
    const id = await lastMerge()
    const after = await registry()
    world.clock.now += 30 * DAY
    admin = await signedIn(world, ADMINISTRATOR)
    const response = await undo(id)
    expect([response.status, (await pageOf(response)).one('p', { role: 'alert' }).text]).toEqual([
      409,
      words.undo.stopped.late('30'),
    ])
    expect(
      (await opened(`${HOME}/organisations/merges/${id}`))
        .all('button', { type: 'submit' })
        .map(({ text }) => text),
    ).not.toContain(words.undo.button)
    expect((await opened(one(A))).words).not.toContain(words.merges.title)
    expect((await registry()).filter(([name]) => name === 'organisations')).toEqual(
      after.filter(([name]) => name === 'organisations'),
    )
  })

  it('goes back in the order of the merges, the last first', async () => {
    await addOrganisation({ id: C, name: NAMES[C], district: SUMENEP })
    const before = await registry()
    await merge(A, B)
    const first = await lastMerge()
    await merge(A, C)
    const second = await lastMerge()
    const early = await undo(first)
    expect([early.status, (await pageOf(early)).one('p', { role: 'alert' }).text]).toEqual([
      409,
      words.undo.stopped.later,
    ])
    await undo(second)
    await undo(first)
    expect(await registry()).toEqual(before)
    // So it does where the one that was kept was merged itself.
    await merge(A, B)
    const inner = await lastMerge()
    await merge(C, A)
    expect(where(await admin.get(one(B)))).toEqual([303, one(A)])
    expect((await undo(inner)).status).toBe(409)
    await undo(await lastMerge())
    expect((await undo(inner)).status).toBe(303)
    expect(await registry()).toEqual(before)
  })

  it('is refused to whoever does not coordinate both', async () => {
    await world.exec(`update organisations set district = '35.78' where id = '${B}'`)
    await merge()
    const id = await lastMerge()
    await addStaff(world, { email: 'satu@contoh.example', role: 'coordinator', districts: [SUMENEP] })
    const client = await signedIn(world, 'satu@contoh.example')
    const before = await dump(world)
    expect((await undo(id, client)).status).toBe(404)
    expect((await client.get(`${HOME}/organisations/merges/${id}`)).status).toBe(404)
    expect((await opened(`${HOME}/organisations/merges`, client)).words).toContain(words.merges.none)
    expect(await dump(world)).toBe(before)
  })
})

it('any order of merging, undoing and pressing twice loses no row, doubles none, and ends where it began', async () => {
  await addOrganisation({ id: C, name: NAMES[C], district: SUMENEP })
  await belongings()
  for (const name of [NAMES[A], NAMES[B], NAMES[C]])
    await sentIko(world, { organisation: name, district: SUMENEP, email: 'x@contoh.example' })
  await world.work()
  const counts = async () => (await registry()).map(([name, rows]) => [name, (rows as unknown[]).length])
  const before = await registry()
  const rows = await counts()
  const three = fc.constantFrom(A, B, C)
  const act = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), kept: three, merged: three, twice: fc.boolean() }),
    fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 5 }), twice: fc.boolean() }),
  )
  const all = async () =>
    (await world.rows<{ id: string }>('select id from merges order by rowid desc')).map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
      for (const one of acts) {
        const press = async () => {
          if (one.kind === 'merge')
            await admin.post(pairOf(one.kept, one.merged), { choice: 'one', submission: world.newKey() })
          else await undo((await all())[one.which] ?? 'none')
        }
        await press()
        if (one.twice) await press()
        expect(await counts()).toEqual(rows)
        await checkLedger()
      }
      for (const id of await all()) await undo(id)
      // Answers are done again at another moment.
      const strip = (tables: unknown) =>
        JSON.parse(JSON.stringify(tables), (key, value) => (key === 'done_at' ? value !== null : value))
      expect(strip(await registry())).toEqual(strip(before))
    }),
    { numRuns: runs(4, 60) },
  )
})

it('a registration that looks like an organisation that is there says so', async () => {
  const id = await registered(world, { organisation: 'Lakpesdam PC NU', district: SUMENEP, short_name: '' })
  const page = await opened(`${HOME}/registrations/${id}`)
  expect(page.one('a', { href: one(A) }).text).toBe(words.hint(NAMES[A]))
  expect(page.words).toContain(words.hintText)
  const other = await registered(world, { organisation: 'Sanggar Pelangi', short_name: '' })
  expect((await opened(`${HOME}/registrations/${other}`)).words).not.toContain(words.hintText)
})
