// A round for practice: the same form and report, marked in words everywhere, in no total, and deleted whole by one button.
import { beforeEach, describe, expect, it } from 'vitest'
import { deletePracticeRound } from '../../../../src/actions/round.ts'
import { TRAP_FIELD } from '../../../../src/core/form/trap.ts'
import { ROWS_FIELD } from '../../../../src/core/organisation/import/carry.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { roundIn } from '../../../../src/db/round/staff.read.ts'
import { list } from '../../../support/inside/import.ts'
import { type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import { addOrganisation, addOrganisations, registered } from '../../../support/inside/registry.ts'
import {
  addPractice,
  IKO_ROUND,
  PRACTICE,
  REGISTRATION_ROUND,
  ROUNDS,
} from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, type Client, coordinatingAll, HOME, signedIn } from '../../../support/inside/staff.ts'
import { take } from '../../../support/inside/step.ts'
import { broken, counted, dump, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  type Receipt,
  START,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let world: World
let path: string
let admin: Client
beforeEach(async () => {
  world = await newWorld()
  path = await addPractice(START - DAY)
  admin = await signedIn(world, ADMINISTRATOR)
})

/** An answer of the practice round, measured and mailed. */
async function practised(): Promise<Receipt> {
  const receipt = await sent(world, path, ikoAnswers)
  await world.work()
  await world.sweep()
  return receipt
}

const marks = (page: PageView, locale: 'id' | 'en' = 'id') => {
  const words = wordsFor(locale).practice
  return page.all('p', { class: 'box' }).filter(({ text }) => text === `${words.mark} ${words.text}`).length
}

/** The report behind a receipt. */
const reportOf = async ({ receipt }: Receipt): Promise<string> =>
  /href="(\/r\/[^"?]+)/.exec(await (await world.get(receipt)).text())?.[1] ?? ''

describe('the mark', () => {
  it('stands first and last on every page, in both languages, and in the title', async () => {
    const receipt = await practised()
    const report = await reportOf(receipt)
    for (const locale of ['id', 'en'] as const)
      for (const at of [path, `${path}/print`, receipt.receipt, `${receipt.receipt}/correction`, report]) {
        const page = await pageOf(await world.get(`${at}?lang=${locale}`))
        expect([at, marks(page, locale)]).toEqual([at, 2])
        expect(page.one('title').text).toMatch(locale === 'id' ? /^Latihan: / : /^Practice: /)
      }
  })

  it('stands on the check, on what has to be mended, and where the round is early or closed', async () => {
    const check = await world.post(path, { ...ikoAnswers, action: 'check' })
    expect(marks(await pageOf(check))).toBe(2)
    expect(marks(await pageOf(await world.post(path, {})))).toBe(2)
    await world.exec(`update rounds set closed_at = ${START - 1} where id = '${PRACTICE}'`)
    expect(marks(await pageOf(await world.post(path, ikoAnswers)))).toBe(2)
    world.clock.now += 11_000
    expect(marks(await pageOf(await world.get(path)))).toBe(2)
    await world.exec(`update rounds set opens_at = ${START + DAY} where id = '${PRACTICE}'`)
    world.clock.now += 11_000
    expect(marks(await pageOf(await world.get(path)))).toBe(2)
  })

  it('stands in both mails, in subject, text and HTML, and in the report for programs', async () => {
    const receipt = await practised()
    expect(world.mails.filter(({ to }) => to === ikoAnswers.email)).toHaveLength(2)
    const { mark, text } = wordsFor('id').practice
    for (const mail of world.mails.filter(({ to }) => to === ikoAnswers.email)) {
      expect(mail.subject).toMatch(/^Latihan: /)
      expect(mail.text.replace(/\s+/g, ' ').split(`${mark} ${text}`)).toHaveLength(3)
      expect(mail.html.split(`${mark} ${text}`)).toHaveLength(3)
    }
    const json = await world.get(await reportOf(receipt), { Accept: 'application/json' })
    expect(await json.json()).toMatchObject({ practice: true })
  })

  it('stands nowhere else', async () => {
    const { receipt } = await sentIko(world)
    await world.work()
    for (const at of [IKO, `${IKO}/print`, receipt]) expect(marks(await pageOf(await world.get(at)))).toBe(0)
    for (const { subject, text } of world.mails) expect(subject + text).not.toContain('Latihan')
  })
})

describe('what is practised', () => {
  it('is never held, however often one organisation sends it, and breaks no rule of what is owed', async () => {
    for (let i = 0; i < 3; i++) await sent(world, path, { ...ikoAnswers, email: `s${i}@bina.example` })
    await world.work()
    await world.sweep()
    const states = `select count(*) from submissions where round_id = '${PRACTICE}' and held_at is null and done_at is not null`
    expect(await world.number(states)).toBe(3)
    expect(await tallies(world)).toEqual(await counted(world))
    expect(await broken()).toEqual([])
  })

  it('stays so when it is corrected to the name of another', async () => {
    await sent(world, path, { ...ikoAnswers, organisation: 'Lain Contoh' })
    const { receipt } = await sent(world, path, ikoAnswers)
    await world.post(`${receipt}/correction`, {
      ...ikoAnswers,
      organisation: 'Lain Contoh',
      submission: keyAt(world.clock.now),
    })
    expect(await world.number(`select count(*) from submissions where held_at is not null`)).toBe(0)
  })

  it('belongs to no organisation, neither when it is sent nor when the organisation comes', async () => {
    const id = '01900000-0000-7000-8000-000000000499'
    await addOrganisation({ id, name: ikoAnswers.organisation })
    await practised()
    await admin.post(`${HOME}/organisations/${id}/names`, { kind: 'alias', name: ikoAnswers.organisation })
    await admin.post(`${HOME}/organisations/new`, {
      name: 'Baru Contoh',
      district: '35.07',
      status: 'active',
      sure: 'yes',
    })
    expect(await world.number(`select count(*) from submissions where organisation_id is not null`)).toBe(0)
    expect(await world.number(`select count(*) from assessments where organisation_id is not null`)).toBe(0)
  })

  it('registers nobody: it is not in the list of registrations, and cannot be confirmed by its address', async () => {
    await world.exec(`update rounds set practice = 1 where id = '${REGISTRATION_ROUND}'`)
    const id = await registered(world)
    const list = await pageOf(await admin.get(`${HOME}/registrations`))
    expect(list.all('li')).toEqual([])
    expect((await admin.get(`${HOME}/registrations/${id}`)).status).toBe(404)
    const before = await dump(world)
    const confirm = await admin.post(`${HOME}/registrations/${id}/confirm`, { organisation: 'new' })
    expect(confirm.status).toBe(404)
    expect(await dump(world)).toBe(before)
  })

  it('is not offered on the front page of the network, and its link shows that it is practice', async () => {
    const front = await pageOf(await world.get('/n/rumah-inklusi'))
    expect(front.words).not.toContain('Coba IKO')
    const [title] = (await pageOf(await world.get(path))).all('meta', { property: 'og:title' })
    expect(title?.attributes.content).toBe('Latihan: Coba IKO')
  })
})

describe('the registry', () => {
  const A = '01900000-0000-7000-8000-00000000049a'
  const B = '01900000-0000-7000-8000-00000000049b'
  const NAME = ikoAnswers.organisation
  const OTHER_NAME = 'Bina Karya Contoh'
  const PAIR = `${HOME}/organisations/duplicates/${A}/${B}`

  const ofPractice = (what: string) =>
    world.number(`select count(*) from submissions where round_id = '${PRACTICE}' and ${what}`)
  const lastMerge = async () => (await world.rows<{ id: string }>('select id from merges'))[0]?.id ?? ''
  const merge = async () => expect((await admin.post(PAIR, { choice: 'one' })).status).toBe(303)
  const undo = async () =>
    expect((await admin.post(`${HOME}/organisations/merges/${await lastMerge()}`)).status).toBe(303)

  /** What counts goes to its organisation, so that what does not is left out for being practice alone. */
  async function checkTied(): Promise<void> {
    expect(await ofPractice('organisation_id is not null')).toBe(0)
    expect(await world.number(`select count(*) from submissions where organisation_id is not null`)).toBe(1)
    const measured = `select count(*) from assessments where organisation_id is not null and round_id`
    expect(await world.number(`${measured} = '${PRACTICE}'`)).toBe(0)
    expect(await world.number(`${measured} <> '${PRACTICE}'`)).toBe(1)
    expect(await broken()).toEqual([])
  }

  /** One answer of practice and one that counts, both measured, under a name that nobody bears. */
  async function bothSent(): Promise<void> {
    await practised()
    await sentIko(world)
    await world.work()
  }

  it('leaves what was practised out when a list is imported', async () => {
    await addOrganisations(world)
    await bothSent()
    const page = await pageOf(
      await admin.post(`${HOME}/organisations/import`, list(`nama;kota\n${NAME};Kabupaten Malang`)),
    )
    const rows = page.one('input', { name: ROWS_FIELD }).attributes.value ?? ''
    const confirmed = await admin.post(`${HOME}/organisations/import/confirm`, { [ROWS_FIELD]: rows })
    expect(confirmed.status).toBe(303)
    await checkTied()
  })

  it('leaves it out when a registration is confirmed', async () => {
    await bothSent()
    const id = await registered(world, { organisation: NAME, district: ikoAnswers.district })
    await admin.post(`${HOME}/registrations/${id}/confirm`, { organisation: 'new' })
    await world.exec(`update submissions set organisation_id = null where id = '${id}'`)
    await checkTied()
  })

  it('leaves it out when two are merged that bore the name, and when that is undone', async () => {
    await addOrganisation({ id: A, name: NAME })
    await addOrganisation({ id: B, name: NAME })
    await bothSent()
    await merge()
    await checkTied()
    await undo()
    expect(await world.number(`select count(*) from submissions where organisation_id is not null`)).toBe(0)
    await world.exec(
      `update organisation_names set normalised = 'x', name = 'X' where organisation_id = '${B}'`,
    )
    await merge()
    await undo()
    await checkTied()
  })

  it('holds no practised answer when two organisations are merged, even where answers stand as theirs', async () => {
    await addOrganisation({ id: A, name: NAME })
    await addOrganisation({ id: B, name: OTHER_NAME })
    await practised()
    await sent(world, path, { ...ikoAnswers, organisation: OTHER_NAME, email: 'b@bina.example' })
    await world.work()
    // As an earlier release left what was practised.
    for (const [id, name] of [
      [A, NAME],
      [B, OTHER_NAME],
    ] as const)
      await world.exec(
        `update submissions set organisation_id = '${id}', matched_by = 'name' where current_revision in (select key from revisions where answers ->> 'organisation' = '${name}')`,
      )
    const both = wordsFor('id').coordinator.doubles.compared.both
    expect((await pageOf(await admin.get(PAIR))).words).not.toContain(both)
    const keys = () => world.rows('select id, respondent_key from submissions order by id')
    const before = await keys()
    await merge()
    expect(await ofPractice('held_at is null and done_at is not null')).toBe(2)
    expect(await keys()).toEqual(before)
    expect(await broken()).toEqual([])
    await undo()
    expect(await keys()).toEqual(before)
    expect(await ofPractice('held_at is null and done_at is not null')).toBe(2)
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('lets practised answers that an earlier release held at a merge count again when it is undone', async () => {
    await addOrganisation({ id: A, name: NAME })
    await addOrganisation({ id: B, name: OTHER_NAME })
    await world.exec(`update rounds set practice = 0 where id = '${PRACTICE}'`)
    await practised()
    world.clock.now += 1000
    await sent(world, path, { ...ikoAnswers, organisation: OTHER_NAME, email: 'b@bina.example' })
    await merge()
    expect(await ofPractice('held_at is not null')).toBe(1)
    await world.exec(`update rounds set practice = 1 where id = '${PRACTICE}'`)
    await sent(world, path, { ...ikoAnswers, organisation: OTHER_NAME, email: 'c@bina.example' })
    await undo()
    await world.work()
    expect(await ofPractice('held_at is null')).toBe(3)
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('has nothing to choose between: a suspect practised answer is decided of by itself', async () => {
    await practised()
    await sent(world, path, { ...ikoAnswers, email: 'b@bina.example' })
    await sent(world, path, { ...ikoAnswers, email: 'c@bina.example', [TRAP_FIELD]: 'x' })
    const [held] = await world.rows<{ id: string }>(`select id from submissions where held_at is not null`)
    const page = await pageOf(await admin.get(`${HOME}/held/${held?.id}`))
    expect(page.all('input', { name: 'choice' }).map(({ attributes }) => attributes.value)).toEqual([
      'held',
      'counting',
    ])
    const fields = await sendable(page)
    expect((await admin.post(`${HOME}/held/${held?.id}`, { ...fields, choice: 'held' })).status).toBe(303)
    await world.work()
    expect(await ofPractice('set_aside_at is not null')).toBe(0)
    expect(await ofPractice('held_at is null and done_at is not null')).toBe(3)
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })
})

describe('deleting', () => {
  // The sweep notes that the network's day was looked after, which has nothing to do with answers.
  beforeEach(() => world.sweep())

  const PAGE = `${ROUNDS}/${PRACTICE}/practice`

  it('asks once and says how many answers, then deletes all of it and nothing else', async () => {
    const empty = JSON.parse(await dump(world))
    await practised()
    await sent(world, path, { ...ikoAnswers, organisation: 'Kedua Contoh' })
    await world.exec(
      [
        `insert into refusals (round_id, network_id, day, kind, count) select id, network_id, '2026-11-23', 'trap', 2 from rounds where id = '${PRACTICE}'`,
        `insert into drafts (id, network_id, round_id, form_hash, answers, locale, created_at, saved_at, expires_at) select 'd', network_id, id, 'h', '{}', 'id', 0, 0, 0 from rounds where id = '${PRACTICE}'`,
        `insert into handovers (id, network_id, submission_id, person_id, at) select 'h', network_id, id, 'p', 0 from submissions where round_id = '${PRACTICE}' limit 1`,
        `insert into consents (revision_key, network_id, purpose, notice_version, given_at) select key, network_id, 'x', '1', 0 from revisions limit 1`,
      ].join('\n'),
    )
    expect((await pageOf(await admin.get(PAGE))).words).toContain('2 jawaban')
    const response = await admin.post(PAGE)
    expect(response.headers.get('Location')).toBe(`${ROUNDS}?done=removed`)
    const kept = JSON.parse(await dump(world))
    const without = (tables: [string, { id?: string }[]][]) =>
      // How many mails an address got today is not forgotten with what it got, nor that it was deleted and by whom.
      tables
        .filter(([name]) => !['mail_counts', 'pulses', 'events'].includes(name))
        .map(([name, rows]) => [name, rows.filter(({ id }) => id !== PRACTICE)])
    expect(without(kept)).toEqual(without(empty))
    expect(await world.number(`select count(*) from rounds where id = '${PRACTICE}'`)).toBe(0)
  })

  it('leaves the answers of every other round as they are', async () => {
    await sentIko(world)
    await registered(world)
    await world.work()
    await world.exec(`delete from mail_counts`)
    const before = JSON.parse(await dump(world))
    await practised()
    await world.exec(`delete from mail_counts`)
    await admin.post(PAGE)
    const after = JSON.parse(await dump(world))
    const others = (tables: [string, { id?: string }[]][]) =>
      tables
        .filter(([name]) => name !== 'pulses' && name !== 'events')
        .map(([name, rows]) => [name, rows.filter(({ id }) => id !== PRACTICE)])
    expect(others(after)).toEqual(others(before))
  })

  it('is refused for a round that counts, by its page and by the statement itself', async () => {
    await sentIko(world)
    const before = await dump(world)
    const page = await pageOf(await admin.get(`${ROUNDS}/${IKO_ROUND}/practice`))
    expect(page.words).toContain(wordsFor('id').coordinator.rounds.removal.not)
    expect((await admin.post(`${ROUNDS}/${IKO_ROUND}/practice`)).status).toBe(404)
    expect(await dump(world)).toBe(before)
  })

  it('is refused when whoever presses it coordinates the whole network no more', async () => {
    await practised()
    const scope = await coordinatingAll(world, ADMINISTRATOR)
    const round = await roundIn(scope, world.deps.db, PRACTICE)
    if (!round) throw new Error('no round')
    for (const change of [`districts = '["35.07"]'`, `districts = null, role = 'viewer'`, `removed_at = 1`]) {
      await world.exec(`update memberships set ${change}`)
      const before = await dump(world)
      expect((await deletePracticeRound(scope, world.deps, round)).outcome).toBe('refused')
      expect(await dump(world)).toBe(before)
    }
  })

  it('does no harm to what is taken up later: the consumer finds nothing, and a page that is open is told so', async () => {
    await world.get(path)
    await sent(world, path, ikoAnswers)
    const steps = world.hints.splice(0)
    await admin.post(PAGE)
    const before = await dump(world)
    for (const step of steps) await take(world.deps, step)
    await world.sweep()
    expect(world.mails.filter(({ to }) => to === ikoAnswers.email)).toEqual([])
    expect((await world.post(path, ikoAnswers)).status).toBe(403)
    expect(await dump(world)).toBe(before)
    expect((await world.get('/healthz')).status).toBe(200)
  })
})
