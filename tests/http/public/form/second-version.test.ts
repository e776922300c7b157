// A second version of the IKO in place of the first one: open rounds go on with what they were opened with, new ones ask it.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { registration } from '../../../../forms/registration/v1.ts'
import { loadForms } from '../../../../src/core/form/check.ts'
import type { Form } from '../../../../src/core/form/form.ts'
import { type FormShelf, formHash, shelfOf } from '../../../../src/core/form/shelf.ts'
import { openDatabase } from '../../../../src/db/database.ts'
import { publishedForm } from '../../../../src/db/form/read.ts'
import { type Meter, newMeter } from '../../../support/inside/meter.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import { IKO_ROUND, ROUND_CHANGES, ROUND_FIELDS, ROUNDS } from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, type Client, HOME, signedIn } from '../../../support/inside/staff.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const { facilitator, ...stay } = iko.questions
if (!iko.instrument) throw new Error('the IKO measures')
const FIRST_NAME = iko.instrument.name.id
const FIRST_WORDS = facilitator.label.id
const SECOND_WORDS = 'Siapa yang memandu penilaian?'

/** Another title, another question in place of one, and another version of the instrument. */
const second: Form = {
  ...iko,
  version: 2,
  title: { id: 'IKO versi kedua', en: 'IKO, second version' },
  instrument: { ...iko.instrument, version: 2, name: { id: 'Indeks kedua', en: 'Second index' } },
  questions: {
    guide: { ...facilitator, label: { id: SECOND_WORDS, en: 'Who guided the assessment?' }, required: true },
    ...stay,
  },
}

const hashOf = { first: await formHash(iko), second: await formHash(second) }

let world: World
let meter: Meter
let admin: Client
let shelf: FormShelf

/** Puts forms in place of those of the code, as the next deployment does: its isolates know nothing yet. */
function deploy(...forms: readonly Form[]): void {
  const db = openDatabase(meter.d1)
  shelf = shelfOf(loadForms([registration, ...forms]), (which) => publishedForm(db, which))
  world.clock.now += MINUTE
}

beforeEach(async () => {
  meter = newMeter()
  shelf = shelfOf(loadForms([registration, iko]), async () => null)
  world = await newWorld({
    db: meter.db,
    forms: {
      find: (round) => shelf.find(round),
      byHash: (hash) => shelf.byHash(hash),
      newest: () => shelf.newest(),
    },
  })
  admin = await signedIn(world, ADMINISTRATOR)
})

const opened = async (path: string, client: Pick<Client, 'get'> = world) => {
  const response = await client.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return pageOf(response)
}
const hashes = async () =>
  (await world.rows<{ hash: string }>('select form_hash as hash from revisions order by created_at')).map(
    ({ hash }) => hash,
  )
const withGuide = { ...ikoAnswers, guide: 'Tono Contoh' }

async function checkLedger(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

describe.each([
  ['keeps the hash of its form', async () => {}],
  ['was opened before that was kept', () => world.exec('update rounds set form_hash = null')],
])('an open round of the first version, which %s', (_which, before) => {
  beforeEach(before)

  it('is asked as before, on every page, in both languages', async () => {
    deploy(second)
    for (const path of [IKO, `${IKO}?embed=1`, `${IKO}/print`])
      expect((await opened(path)).words).toContain(FIRST_WORDS)
    expect((await opened(`${IKO}?lang=en`)).words).toContain(facilitator.label.en)
    expect((await opened(IKO)).words).not.toContain(SECOND_WORDS)
    const front = await opened('/n/rumah-inklusi')
    expect(front.words).toContain(iko.title.id)
    expect(front.words).not.toContain(second.title.id)
  })

  it('takes answers, measures and reports them in its words', async () => {
    deploy(second)
    const { receipt } = await sentIko(world, { facilitator: 'Joko Contoh' })
    await world.work()
    expect(await hashes()).toEqual([hashOf.first])
    expect(await world.rows('select instrument_version as version from assessments')).toEqual([
      { version: 1 },
    ])
    expect((await opened(receipt)).words).toContain('Joko Contoh')
    const report = /\/r\/[\w.-]+/.exec(world.mails.map(({ text }) => text).join())?.[0] ?? ''
    expect((await opened(report)).words).toContain(FIRST_NAME)
    const [mail] = world.mails.filter(({ to, subject }) => to === ikoAnswers.email && /laporan/.test(subject))
    expect(mail?.text).toContain(FIRST_NAME)
    await checkLedger()
  })

  it('goes on with half-filled answers, by their link and on a page that a browser kept', async () => {
    const page = await sendable(await opened(IKO))
    const key = world.newKey()
    const typed = { ...ikoAnswers, facilitator: 'Joko Contoh' }
    const saved = await world.post(IKO, { ...page, ...typed, submission: key, action: 'save' })
    const link = saved.headers.get('Location')?.replace(/\?.*/, '') ?? ''
    deploy(second)
    const form = await opened(`${link}/form`)
    expect(form.words).toContain(FIRST_WORDS)
    expect(form.words).not.toContain('Formulir ini berubah')
    const again = await world.post(IKO, {
      ...(await sendable(form)),
      facilitator: 'Rina Contoh',
      action: 'save',
    })
    expect(again.status).toBe(303)
    world.clock.now += MINUTE
    expect((await world.post(IKO, await sendable(await opened(`${link}/form`)))).status).toBe(303)
    const other = { ...page, ...typed, organisation: 'Forum Lain Contoh' }
    expect((await world.post(IKO, other)).status).toBe(303)
    expect(await hashes()).toEqual([hashOf.first, hashOf.first])
  })

  it('has its contact told of half-filled answers before the close', async () => {
    const half = { ...ikoAnswers, submission: world.newKey(), action: 'save' }
    expect((await world.post(IKO, half)).status).toBe(303)
    deploy(second)
    await world.exec(`update rounds set closes_at = ${world.clock.now + DAY / 2} where slug = 'iko-2026-2'`)
    world.clock.now += DAY / 8
    for (let minute = 0; minute < 12; minute++) {
      world.clock.now += MINUTE
      await world.sweep()
    }
    const told = `select count(*) from deliveries where kind = 'closing' and handed_at is not null`
    expect(await world.number(told)).toBe(1)
  })

  it('lets answers be corrected and mended, and asks again what was asked', async () => {
    const { receipt } = await sentIko(world, { facilitator: 'Joko Contoh' })
    await world.work()
    deploy(second)
    const page = await opened(`${receipt}/correction`)
    expect(page.words).toContain(FIRST_WORDS)
    const fields = await sendable(page)
    expect(fields).toMatchObject({ facilitator: 'Joko Contoh' })
    const corrected = await world.post(`${receipt}/correction`, { ...fields, reach: '3' })
    expect(corrected.status).toBe(303)
    await world.work()
    const mended = await world.post(`${receipt}/address`, {
      submission: world.newKey(),
      email: 'siti@baru.example',
    })
    expect(mended.status).toBe(303)
    await world.work()
    expect(await hashes()).toEqual([hashOf.first, hashOf.first, hashOf.first])
    await checkLedger()
  })

  it('stands on every page of those who look after it, with its version and its words', async () => {
    await sentIko(world, { facilitator: 'Joko Contoh' })
    await sentIko(world, { email: 'agus@bina.example' })
    const draft = {
      ...ikoAnswers,
      organisation: 'Setengah Contoh',
      submission: world.newKey(),
      action: 'save',
    }
    await world.post(IKO, draft)
    await world.work()
    deploy(second)
    const at = `${ROUNDS}/${IKO_ROUND}`
    expect((await opened(at, admin)).words).toContain(`${iko.title.id} (versi 1)`)
    expect((await opened(`${at}/edit`, admin)).words).toContain(iko.title.id)
    expect((await opened(`${at}/preview`, admin)).words).toContain(FIRST_WORDS)
    expect((await opened(`${at}/drafts`, admin)).words).toContain('Setengah Contoh')
    const [held] = await world.rows<{ id: string }>('select id from submissions where held_at is not null')
    const name = ikoAnswers.organisation
    for (const path of [`/rounds/${IKO_ROUND}/board/unknown`, '/messages', '/held', '/ledger/done'])
      expect([path, (await opened(HOME + path, admin)).words]).toEqual([path, expect.stringContaining(name)])
    expect((await opened(`${HOME}/held/${held?.id}`, admin)).words).toContain('Joko Contoh')
    for (const path of [`${at}/share`, `${at}/poster`, `${at}/board`, `${HOME}/handovers`])
      await opened(path, admin)
    // Changed, it asks what it asked.
    expect((await admin.post(`${at}/edit`, ROUND_CHANGES)).status).toBe(303)
    world.clock.now += MINUTE
    expect((await opened(IKO)).words).toContain(FIRST_WORDS)
  })

  it('asks the database for its form once in the life of an isolate', async () => {
    deploy(second)
    const calls = () => meter.take().map(({ statements }) => statements.length)
    calls()
    await opened(IKO)
    // The round, its form, and whether that is published.
    expect(calls()).toEqual([1, 1, 1])
    for (const path of [IKO, `${IKO}?lang=en`, `${IKO}?embed=1`, `${IKO}/print`]) await opened(path)
    expect(calls()).toEqual([])
    expect((await world.post(IKO, { ...ikoAnswers, submission: world.newKey() })).status).toBe(303)
    expect(calls()).toHaveLength(1)
    world.clock.now += MINUTE
    await opened(IKO)
    expect(calls()).toEqual([1])
  })
})

describe('once the second version is in place', () => {
  const newest = async () =>
    (
      await world.rows<{ version: number; hash: string }>(
        'select form_version as version, form_hash as hash from rounds order by created_at desc, rowid desc limit 1',
      )
    )[0]
  const asksSecond = { version: 2, hash: hashOf.second }
  const stored = () => world.number(`select count(*) from form_versions where hash = '${hashOf.second}'`)
  const fields = { ...ROUND_FIELDS, opens_day: '23/11/2026' }

  it.each([
    ['in place of the first one', [second]],
    ['beside it', [iko, second]],
  ])('new rounds and copies ask it, and store it at once: %s', async (_where, forms) => {
    deploy(...forms)
    expect(await stored()).toBe(0)
    expect((await admin.post(`${ROUNDS}/new`, fields)).status).toBe(303)
    expect([await newest(), await stored()]).toEqual([asksSecond, 1])
    expect((await opened('/f/iko-2027-1')).words).toContain(SECOND_WORDS)
    await sent(world, '/f/iko-2027-1', withGuide)
    expect(await hashes()).toEqual([hashOf.second])
    expect((await opened(IKO)).words).toContain(FIRST_WORDS)
    const copy = await opened(`${ROUNDS}/${IKO_ROUND}/copy`, admin)
    const copied = { ...fields, ...(await sendable(copy)), ...fields, slug: 'iko-salinan' }
    expect((await admin.post(`${ROUNDS}/${IKO_ROUND}/copy`, copied)).status).toBe(303)
    expect(await newest()).toEqual(asksSecond)
  })

  it('a round that has not opened asks what it was set with, and the second one when it is set anew', async () => {
    const planned = { ...fields, opens_day: '1/12/2026' }
    const { headers } = await admin.post(`${ROUNDS}/new`, planned)
    const path = headers.get('Location')?.replace(/\?.*/, '') ?? ''
    expect(await newest()).toEqual({ version: 1, hash: hashOf.first })
    deploy(second)
    expect((await opened(`${path}/preview`, admin)).words).toContain(FIRST_WORDS)
    expect((await admin.post(`${path}/edit`, planned)).status).toBe(303)
    expect([await newest(), await stored()]).toEqual([asksSecond, 1])
    expect((await opened(`${path}/preview`, admin)).words).toContain(SECOND_WORDS)
  })

  it('a round goes on as it was opened where words of its own version change, until its hash is taken away', async () => {
    const label = { id: 'Nama pemandu', en: 'Name of the guide' }
    const questions = { ...iko.questions, facilitator: { ...facilitator, label } }
    deploy({ ...iko, questions })
    expect((await opened(IKO)).words).not.toContain(label.id)
    await world.exec(`update rounds set form_hash = null where slug = 'iko-2026-2'`)
    world.clock.now += MINUTE
    expect((await opened(IKO)).words).toContain(label.id)
  })

  it('a round whose form nobody has stored is not there', async () => {
    await world.exec('delete from form_versions')
    deploy(second)
    expect((await world.get(IKO)).status).toBe(404)
    expect((await world.get(REGISTRATION)).status).toBe(200)
  })
})

it('a list of 24 mails asks for no form, in the code or not', async () => {
  for (let i = 0; i < 8; i++) await sentIko(world, { organisation: `Lembaga ${i}` })
  const other = await openRound(world, { slug: 'lain', form: 'registration' })
  for (let i = 0; i < 8; i++)
    await sent(world, other, { ...registrationAnswers, organisation: `Komunitas ${i}` })
  await world.work()
  const list = async () => {
    meter.take()
    expect((await opened(`${HOME}/messages`, admin)).all('li').length).toBeGreaterThanOrEqual(24)
    return meter.take().length
  }
  expect(await world.number(`select count(*) from deliveries where kind in ('receipt', 'report')`)).toBe(24)
  // Whoever is signed in, and the mails.
  expect(await list()).toBe(2)
  deploy(second)
  shelf = shelfOf([], (which) => publishedForm(world.deps.db, which))
  expect(await list()).toBe(2)
})
