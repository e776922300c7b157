// While something of ours fails: nothing that was typed is lost, whoever asks is told when to come again, and the log tells what it was.
import { beforeEach, describe, expect, it } from 'vitest'
import { VERSION_FIELD } from '../../../src/core/draft/draft.ts'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import { wordsFor } from '../../../src/core/words/index.ts'
import { access, publicAccess } from '../../../src/http/access.ts'
import { pathAt } from '../../support/inside/addresses.ts'
import { type Meter, newMeter } from '../../support/inside/meter.ts'
import { type PageView, pageOf, sendable } from '../../support/inside/page.ts'
import { ADMINISTRATOR, HOME, newClient, signedIn } from '../../support/inside/staff.ts'
import {
  IKO,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  START,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const json = { Accept: 'application/json' }
const CODE = /\b[B-DF-HJ-NP-TW-Y]{2}[2-9]-[B-DF-HJ-NP-TW-Y]{2}[2-9]\b/

let meter: Meter
let world: World
beforeEach(async () => {
  meter = newMeter()
  world = await newWorld({ db: meter.db })
})

/** What is on a page that says it is to be tried again. */
async function againPage(response: Response, status = 503): Promise<PageView> {
  expect(response.status).toBe(status)
  expect(response.headers.get('Retry-After')).toBe(status === 503 ? '10' : null)
  expect(response.headers.get('Cache-Control')).toMatch(/^private/)
  const page = await pageOf(response)
  expect(page.words).toMatch(CODE)
  return page
}

/** The last line of the log. */
const line = () => JSON.parse(world.logs.at(-1) ?? '{}')

describe('a form that cannot be stored', () => {
  const filled: readonly (readonly [string, Typed])[] = [
    [IKO, { ...ikoAnswers, 'delivery.evidence': 'Satu\nDua <b> & "tiga"' }],
    [REGISTRATION, registrationAnswers],
  ]

  it.each(filled)(
    'comes back with everything typed, and is sent once by pressing again: %s',
    async (path, typed) => {
      await world.get(path)
      const submission = world.newKey()
      meter.refuses = true
      const page = await againPage(await world.post(path, { ...typed, submission }))
      expect(page.words).toContain(wordsFor('id').page.fault.typed)
      expect(page.words).toContain(wordsFor('id').page.errors.unavailable.title)
      expect(page.all('select').length).toBeGreaterThan(0)
      meter.refuses = false
      const again = sendable(page)
      expect(again.submission).toBe(submission)
      for (const [name, value] of Object.entries(typed)) expect([name, again[name]]).toEqual([name, value])
      expect((await world.post(path, again)).status).toBe(303)
      expect((await world.post(path, { ...typed, submission })).status).toBe(303)
      expect(await world.number('select count(*) from submissions')).toBe(1)
    },
  )

  it('comes back in its language, to be saved again where it was to be saved', async () => {
    await world.get(`${IKO}?lang=en`)
    meter.refuses = true
    const submission = world.newKey()
    const half = { submission, organisation: 'Forum Contoh', [VERSION_FIELD]: '0', action: 'save' }
    const page = await againPage(await world.post(`${IKO}?lang=en`, half))
    expect(page.words).toContain(wordsFor('en').page.fault.typed)
    expect(page.all('button', { name: 'action', value: 'save' }).map(({ text }) => text)).toContain(
      wordsFor('en').limits.busy.button,
    )
    expect(sendable(page)).toMatchObject({ submission, organisation: 'Forum Contoh' })
  })

  it('comes back in a frame, in the frame', async () => {
    await world.get(`${IKO}?embed=1`)
    meter.refuses = true
    const response = await world.post(`${IKO}?embed=1`, { ...ikoAnswers, submission: world.newKey() })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await againPage(response)).one('form', { method: 'post' }).attributes.action).toContain('embed=1')
  })

  it('is told to a program with the time to come again', async () => {
    await world.get(IKO)
    meter.refuses = true
    for (const action of ['', 'save']) {
      const response = await world.post(IKO, { ...ikoAnswers, action }, json)
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10'])
      expect(await response.json()).toEqual({
        problem: 'unavailable',
        message: wordsFor('id').page.errors.unavailable.text,
        code: expect.stringMatching(CODE),
      })
    }
  })

  it('is one line of the log, which the code on the page finds', async () => {
    await world.get(IKO)
    meter.refuses = true
    const ray = { 'CF-Ray': '8f1b2c3d4e5f6071-SIN' }
    const page = await againPage(await world.post(IKO, ikoAnswers, ray))
    expect(world.logs).toHaveLength(1)
    expect(line()).toEqual({
      event: 'request',
      request: '8f1b2c3d4e5f6071',
      code: CODE.exec(page.words)?.[0],
      method: 'POST',
      route: '/f/:slug',
      status: 503,
      ms: 0,
      error: 'D1_ERROR: network connection lost',
    })
  })
})

describe('what is sent while the database stumbles', () => {
  const VALUES = Object.fromEntries(
    'member year role round registration delivery submission organisation contact one other merge draft'
      .split(' ')
      .map((name) => [name, 'x']),
  )
  const typed = {
    nama: `Bu "Siti" <b> & 'anak'`,
    banyak: ['satu', 'dua'],
    panjang: 'baris\r\nkedua',
    kosong: '',
  }

  it('stands in the page that says so, to be sent to the same address again, wherever it was sent', async () => {
    const admin = await signedIn(world, ADMINISTRATOR)
    const { receipt } = await sentIko(world)
    meter.refuses = true
    // Whoever asks for a link to sign in has had their answer before anything is looked up.
    const addresses = Object.keys(access).filter(
      (address) => address.startsWith('POST') && address !== 'POST /c/sign-in',
    )
    for (const [i, address] of addresses.entries()) {
      const slug = address in publicAccess ? 'daftar' : 'rumah-inklusi'
      const locale = LOCALES[i % LOCALES.length] ?? 'id'
      const path = `${pathAt(address, { ...VALUES, slug, link: receipt.slice(3) })}?lang=${locale}`
      const page = await againPage(await admin.post(path, typed))
      const { fault } = wordsFor(locale).page
      expect([address, page.words.includes(fault.typed)]).toEqual([address, true])
      expect(page.one('form').attributes).toMatchObject({ method: 'post', action: path })
      expect(sendable(page)).toEqual(typed)
      expect(page.one('button').text).toBe(fault.button)
      expect(`POST ${line().route}`).toBe(address)
    }
    expect(addresses.length).toBeGreaterThan(40)
  })
})

describe('a file that is sent while the database stumbles', () => {
  it('is not in the page, which says so and offers no button that would send without it', async () => {
    const admin = await signedIn(world, ADMINISTRATOR)
    meter.refuses = true
    const form = new FormData()
    form.append('file', new File(['Nama\nForum'], 'daftar.csv'))
    const page = await againPage(await admin.post(`${HOME}/organisations/import`, form))
    expect(page.words).toContain(wordsFor('id').page.fault.file)
    expect(page.all('form')).toEqual([])
  })
})

describe('a page that is asked for while the database stumbles', () => {
  it.each(['/', '/n/rumah-inklusi', IKO, `${HOME}`, '/c'])(
    'is 503 with the time to come again: %s',
    async (path) => {
      const admin = await signedIn(world, ADMINISTRATOR)
      meter.refuses = true
      const page = await againPage(await admin.get(path))
      expect(page.words).toContain(wordsFor('id').page.errors.unavailable.text)
      const program = await world.get(path, { ...json, Cookie: admin.cookie ?? '' })
      expect([program.status, (await program.json<{ problem: string }>()).problem]).toEqual([
        503,
        'unavailable',
      ])
    },
  )

  it('is the form as it was known, however long ago', async () => {
    const known = await (await world.get(IKO)).text()
    world.clock.now += 3600 * SECOND
    meter.refuses = true
    const response = await world.get(IKO)
    expect(response.status).toBe(200)
    expect((await response.text()).length).toBe(known.length)
    meter.refuses = false
    world.clock.now += 3 * SECOND
    await world.exec(`update rounds set closed_at = 1 where slug = 'iko-2026-2'`)
    expect((await pageOf(await world.get(IKO))).words).toContain(wordsFor('id').page.closed.title)
  })
})

describe('what will not pass', () => {
  it('is 500 with a code and with what was typed, and no time to come again', async () => {
    await world.exec('drop table sign_ins')
    const link = `${'A'.repeat(22)}.a${'B'.repeat(22)}`
    const page = await againPage(await newClient(world).post(`/c/sign-in/${link}`, { x: 'y' }), 500)
    expect(page.words).toContain(wordsFor('id').page.errors.server.title)
    expect(sendable(page)).toEqual({ x: 'y' })
    expect(line()).toMatchObject({ route: '/c/sign-in/:link', status: 500, error: 'D1_ERROR: no such table' })
  })
})

describe('the line of a request', () => {
  const lines = () => world.lines.map((one): Record<string, unknown> => JSON.parse(one))

  it('is written of what is posted, by its pattern', async () => {
    const { receipt } = await sentIko(world)
    await world.post(`${receipt}/correction`, { ...ikoAnswers, submission: world.newKey(), reach: '4' })
    expect(lines()).toMatchObject([
      { event: 'request', method: 'POST', route: '/f/:slug', status: 201 },
      { event: 'request', method: 'POST', route: '/s/:link/correction', status: 303 },
    ])
    expect(world.logs).toEqual([])
  })

  it('is not written of what is read, found or not', async () => {
    await world.get(IKO)
    await world.get('/f/tidak-ada')
    await world.get('/wp-login.php')
    expect(world.lines).toEqual([])
  })

  it('is a warning where it takes a second', async () => {
    const time = { now: START }
    const isWithin = async () => {
      time.now += 1200
      return true
    }
    const slow = await newWorld({ limits: { isWithin }, clock: { now: () => time.now } })
    await slow.get(IKO, { 'CF-Connecting-IP': '203.0.113.7' })
    expect(slow.logs.map((one) => JSON.parse(one))).toMatchObject([
      { event: 'request', method: 'GET', route: '/f/:slug', status: 200, ms: 1200 },
    ])
  })

  it.each(['/tidak/ada', '/c/tidak/ada'])(
    'of an address that nothing is under names none: %s',
    async (path) => {
      await newClient(world).post(path, {})
      expect(lines()).toMatchObject([{ route: '*', status: 404 }])
    },
  )
})
