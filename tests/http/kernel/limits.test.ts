// Limits by address: who is put off, who never is, what is kept of it, and what happens where the limiter fails.
import { beforeEach, describe, expect, it } from 'vitest'
import type { LimitKind, Limits } from '../../../src/core/kernel/ports.ts'
import { wordsFor } from '../../../src/core/words/index.ts'
import { bindingLimits } from '../../../src/platform/limits.ts'
import { allBoundTo, limitOf, windowLimits } from '../../support/inside/limits.ts'
import { newMeter } from '../../support/inside/meter.ts'
import { pageOf, sendable } from '../../support/inside/page.ts'
import { dump } from '../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  START,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const words = wordsFor('id').limits
const OFFICE = '203.0.113.7'
const from = (address: string, headers: Record<string, string> = {}) => ({
  ...headers,
  'CF-Connecting-IP': address,
})
const iko = (organisation: string) => ({ ...ikoAnswers, organisation, submission: world.newKey() })
const sendFrom = (address: string, headers: Record<string, string> = {}) =>
  world.post(IKO, iko('Forum Contoh'), from(address, headers))
/** Does as much from an address as is let through. */
const use = async (kind: LimitKind, address: string) => {
  for (let i = 0; i < limitOf(kind); i++) await world.deps.limits.isWithin(kind, address)
}
const useUp = (address: string) => use('sends', address)
const usePagesUp = (address: string) => use('pages', address)
const refusals = () =>
  world.rows(
    `select r.slug, day, f.kind, count from refusals f join rounds r on r.id = f.round_id order by 1, 2, 3`,
  )

describe('people behind one address', () => {
  it('are not put off because of others', async () => {
    await useUp(OFFICE)
    expect((await sendFrom(OFFICE)).status).toBe(429)
    expect((await sendFrom('203.0.113.8')).status).toBe(303)
  })
})

describe('a program that sends fifty times a second', () => {
  it('is stopped within two seconds, and as long as it goes on', async () => {
    let taken = 0
    const statuses = new Set<number>()
    for (let i = 0; i < 500; i++) {
      world.clock.now = START + i * 20
      const { status } = await world.post(IKO, {}, from(OFFICE))
      if (status === 422) taken++
      if (i >= 100) statuses.add(status)
    }
    expect(taken).toBe(limitOf('sends'))
    expect([...statuses]).toEqual([429])
  })

  it('is one, whichever address of its /64 it takes, and however that is written', async () => {
    for (let i = 0; i < limitOf('sends'); i++) await world.post(IKO, {}, from(`2001:db8::${i.toString(16)}`))
    expect((await sendFrom('2001:0DB8:0:0:ffff::1')).status).toBe(429)
    expect((await sendFrom('2001:db8:0:1::1')).status).toBe(303)
  })

  it('gains nothing by other headers', async () => {
    await useUp(OFFICE)
    const forged = {
      'X-Forwarded-For': '198.51.100.1',
      'X-Real-IP': '198.51.100.1',
      'True-Client-IP': '198.51.100.1',
    }
    expect((await sendFrom(OFFICE, forged)).status).toBe(429)
  })
})

it('where there is no address, or the machine’s own, nothing is limited', async () => {
  for (let i = 0; i <= limitOf('sends'); i++) {
    expect((await world.post(IKO, {})).status).toBe(422)
    expect((await world.post(IKO, {}, from('127.0.0.1'))).status).toBe(422)
  }
})

describe('who is put off', () => {
  it('finds everything typed on the page, with words, when to come again, and the way to send', async () => {
    await useUp(OFFICE)
    const fields = { ...iko('Forum “Contoh” & <Lain>'), action: 'send' }
    const response = await world.post(IKO, fields, from(OFFICE))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10'])
    const page = await pageOf(response)
    expect(page.one('h1').text).toBe(words.busy.title)
    for (const said of [words.busy.text, words.busy.again('10')]) expect(page.words).toContain(said)
    expect(page.one('input', { name: 'organisation' }).attributes.value).toBe(fields.organisation)
    expect(await world.number('select count(*) from submissions')).toBe(0)
    expect(page.one('button', { form: 'form', value: 'send' }).text).toBe(words.busy.button)
    world.clock.now += 10 * SECOND
    const again = await world.post(IKO, sendable(page), from(OFFICE))
    expect(again.status).toBe(303)
  })

  it('reads it in their language', async () => {
    await useUp(OFFICE)
    const page = await pageOf(await world.post(`${IKO}?lang=en`, iko('Forum Contoh'), from(OFFICE)))
    expect(page.one('h1').text).toBe(wordsFor('en').limits.busy.title)
  })

  it('is told in JSON where it asks for that', async () => {
    await useUp(OFFICE)
    const response = await sendFrom(OFFICE, { Accept: 'application/json' })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10'])
    expect(await response.json()).toEqual({
      problem: 'tooMany',
      message: `${words.busy.text} ${words.busy.again('10')}`,
    })
  })

  it('sees a small page where a page was asked for', async () => {
    await usePagesUp(OFFICE)
    const response = await world.get(IKO, from(OFFICE))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10'])
    const body = await response.clone().text()
    expect(body).not.toContain('<form')
    expect((await pageOf(response)).words).toContain(words.page.text('10'))
    for (const path of ['/', '/n/rumah-inklusi', `${IKO}/print`, '/s/x.y', '/r/x.y', '/s/x.y/correction'])
      expect([path, (await world.get(path, from(OFFICE))).status]).toEqual([path, 429])
    const json = await world.get(IKO, from(OFFICE, { Accept: 'application/json' }))
    expect(await json.json()).toMatchObject({ problem: 'tooMany' })
  })

  it('can still send where only too many pages were asked for', async () => {
    await usePagesUp(OFFICE)
    const checked = await world.post(IKO, { ...iko('Forum Contoh'), action: 'check' }, from(OFFICE))
    expect(checked.status).toBe(429)
    expect((await pageOf(checked)).one('input', { name: 'organisation' }).attributes.value).toBe(
      'Forum Contoh',
    )
    expect((await sendFrom(OFFICE)).status).toBe(303)
  })
})

describe('what counts as sending', () => {
  it('is a correction as well, which keeps what was typed', async () => {
    const { receipt } = await sentIko(world)
    await useUp(OFFICE)
    const response = await world.post(`${receipt}/correction`, iko('Forum Lain Contoh'), from(OFFICE))
    expect(response.status).toBe(429)
    expect((await pageOf(response)).one('input', { name: 'organisation' }).attributes.value).toBe(
      'Forum Lain Contoh',
    )
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })

  it('is another address for the mails, which stays typed', async () => {
    const { receipt } = await sentIko(world)
    await useUp(OFFICE)
    const fields = { email: 'baru@bina.example', submission: world.newKey() }
    const response = await world.post(`${receipt}/address`, fields, from(OFFICE))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10'])
    const page = await pageOf(response)
    expect(page.one('input', { name: 'email' }).attributes.value).toBe('baru@bina.example')
    expect(page.words).toContain(words.busy.title)
  })
})

describe('a posted form', () => {
  it('that counts among too many is not even read, and who sent it is told where their words are', async () => {
    await use('posts', OFFICE)
    const response = await sendFrom(OFFICE)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '10'])
    const page = await pageOf(response)
    expect(page.words).toContain(words.page.posted('10'))
    expect(page.html).not.toContain('<form')
  })

  it('counts by what it asks for: who saves and knows no draft begins one', async () => {
    await use('drafts', OFFICE)
    const save = (fields: Typed) =>
      world.post(IKO, { ...iko('Forum Contoh'), action: 'save', ...fields }, from(OFFICE))
    const begun = await save({})
    expect([begun.status, begun.headers.get('Retry-After')]).toEqual([429, '60'])
    const page = await pageOf(begun)
    expect(page.one('input', { name: 'organisation' }).attributes.value).toBe('Forum Contoh')
    expect(page.one('button', { form: 'form', value: 'save' }).text).toBe(words.busy.button)
    // Whoever says that they know one is asked which, and begins none by that.
    expect((await save({ 'draft-version': '1' })).status).toBe(429)
    expect(await world.number('select count(*) from drafts')).toBe(0)
    expect((await sendFrom(OFFICE)).status).toBe(303)
  })

  it('of a draft that is there counts as a page', async () => {
    const fields = { ...iko('Forum Contoh'), action: 'save' }
    expect((await world.post(IKO, fields, from(OFFICE))).status).toBe(303)
    await use('drafts', OFFICE)
    await useUp(OFFICE)
    world.clock.now += 5 * SECOND
    const again = { ...fields, 'draft-version': '1', results: '2' }
    expect((await world.post(IKO, again, from(OFFICE))).status).toBe(303)
  })
})

describe('three hundred people in one hall', () => {
  it('all open the form within a minute, save, check, and send it', async () => {
    const limits = windowLimits(world.clock)
    const asked: LimitKind[] = ['pages', 'posts', 'drafts', 'posts', 'pages', 'posts', 'sends']
    for (let person = 0; person < 300; person++) {
      world.clock.now = START + person * 200
      for (const kind of asked) expect(await limits.isWithin(kind, OFFICE)).toBe(true)
    }
  })
})

it('signing in and mails have limits of their own, and are told when to come again', async () => {
  await usePagesUp(OFFICE)
  await use('signIns', OFFICE)
  const headers = from(OFFICE, { Origin: 'https://simpul.test' })
  const asked = await world.post('/c/sign-in', { email: 'siapa@bina.example' }, headers)
  expect([asked.status, asked.headers.get('Retry-After')]).toEqual([429, '60'])
  const mail = () => world.post('/d/x.y/mail', { email: 'siti@bina.example' }, from(OFFICE))
  expect((await mail()).status).toBe(404)
  await use('mails', OFFICE)
  expect([(await mail()).status, (await mail()).headers.get('Retry-After')]).toEqual([429, '60'])
  world.clock.now += 10 * SECOND
  expect((await world.get('/c/sign-in', from(OFFICE))).status).toBe(200)
  expect((await world.post('/c/sign-in', { email: 'siapa@bina.example' }, headers)).status).toBe(429)
  world.clock.now += 50 * SECOND
  expect((await world.post('/c/sign-in', { email: 'siapa@bina.example' }, headers)).status).toBe(200)
})

describe('refusals', () => {
  it('are counted of each round and day, and nothing of the address is kept', async () => {
    await useUp(OFFICE)
    await sendFrom(OFFICE)
    await world.post(REGISTRATION, { ...registrationAnswers, submission: world.newKey() }, from(OFFICE))
    // They are written when somebody comes five seconds later.
    for (let i = 0; i < 2; i++) {
      world.clock.now += 5 * SECOND
      await useUp(OFFICE)
      await sendFrom(OFFICE)
    }
    expect(await refusals()).toEqual([
      { slug: 'daftar', day: '2026-11-23', kind: 'sends', count: 1 },
      { slug: 'iko-2026-2', day: '2026-11-23', kind: 'sends', count: 2 },
    ])
    expect(await dump(world)).not.toContain(OFFICE)
    expect(world.logs.join()).not.toContain(OFFICE)
  })

  it('are written once in five seconds, however many come', async () => {
    const meter = newMeter()
    world = await newWorld({ db: meter.db })
    await world.get(IKO)
    await useUp(OFFICE)
    meter.take()
    for (let i = 0; i < 200; i++) await world.post(IKO, {}, from(OFFICE))
    expect(meter.take()).toHaveLength(1)
  })

  it('of rounds that do not exist are not counted, nor asked about', async () => {
    await usePagesUp(OFFICE)
    for (let i = 0; i < 150; i++) expect((await world.get(`/f/lain-${i}`, from(OFFICE))).status).toBe(429)
    world.clock.now += 5 * SECOND
    await world.get('/f/lain', from(OFFICE))
    expect(await refusals()).toEqual([])
  })

  it('that cannot be written are lost, and nothing else is', async () => {
    await world.exec('drop table refusals')
    await useUp(OFFICE)
    expect((await sendFrom(OFFICE)).status).toBe(429)
    expect(world.logs.join()).toContain('"event":"refusals lost"')
  })
})

describe('where the limiter fails', () => {
  const failing: Readonly<Record<string, Limits>> = {
    'it throws': { isWithin: () => Promise.reject(new Error('siti@bina.example')) },
    'it never answers': (() => {
      return bindingLimits(
        allBoundTo(() => new Promise<never>(() => {})),
        1,
      )
    })(),
  }

  it.each(Object.keys(failing))(
    'everything goes on, a line says so, and the ledger does: %s',
    async (how) => {
      const limits = failing[how]
      if (!limits) throw new Error(how)
      world = await newWorld({ limits })
      for (let i = 0; i < 3; i++) expect((await world.get(IKO, from(OFFICE))).status).toBe(200)
      expect((await sendFrom(OFFICE)).status).toBe(303)
      expect(world.logs).toEqual([
        expect.stringMatching(/^{"event":"limiter failed","kind":"pages","error":"Error(?:: timeout)?"}$/),
      ])
      expect(await (await world.get('/healthz')).json()).toMatchObject({ ok: true, limiter: false })
    },
  )

  it('the ledger says so for ten minutes after, and then no more', async () => {
    let isDown = true
    world = await newWorld({
      limits: { isWithin: async () => (isDown ? Promise.reject(new Error()) : true) },
    })
    await sendFrom(OFFICE)
    isDown = false
    const limiter = async () => (await (await world.get('/healthz')).json<{ limiter: boolean }>()).limiter
    world.clock.now += 9 * MINUTE
    expect(await limiter()).toBe(false)
    world.clock.now += MINUTE
    expect(await limiter()).toBe(true)
  })
})
