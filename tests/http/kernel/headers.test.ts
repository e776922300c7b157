// What every page carries: its policy, its privacy, its own compression where the edge has none.
import { env, exports } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf } from '../../support/inside/page.ts'
import {
  encoded,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  START,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

let world: World
let pages: Readonly<Record<string, () => Promise<Response>>>
beforeEach(async () => {
  world = await newWorld()
  const { receipt } = await sentIko(world, { submission: keyAt(OPENED) })
  await world.work()
  const links = (await pageOf(await world.get(receipt))).all('a').map(({ attributes }) => attributes.href)
  const report = links.find((href) => href?.startsWith('/r/')) ?? ''
  const closed = await openRound(world, { slug: 'tutup', closesAt: START })
  await world.exec('update submissions set link_generation = 1')
  const second = await sentIko(world, { organisation: 'Perkumpulan Contoh' })
  pages = {
    home: () => world.get('/'),
    network: () => world.get('/n/rumah-inklusi'),
    accessibility: () => world.get('/aksesibilitas'),
    form: () => world.get(IKO),
    'form, warm': async () => {
      await world.get(IKO)
      return world.get(IKO)
    },
    'form to print': () => world.get(`${IKO}/print`),
    'round that is closed': () => world.get(closed),
    'page that is not there': () => world.get('/lain'),
    report: () => world.get(report),
    'link that is gone': () => world.get(receipt),
    receipt: () => world.get(second.receipt),
    'answers that are not complete': () => world.post(IKO, {}),
    'answers that conflict': () => world.post(IKO, { ...ikoAnswers, submission: keyAt(OPENED), reach: '3' }),
    'answers that come too late': () => world.post(closed, { ...ikoAnswers, submission: keyAt(OPENED) }),
    'body that is no form': () => world.request(IKO, { method: 'POST', body: 'x' }),
    'method that is not known': () => world.request(IKO, { method: 'PUT' }),
  }
})

const PUBLIC = [
  'home',
  'network',
  'accessibility',
  'form',
  'form, warm',
  'form to print',
  'round that is closed',
]

const SCRIPTED = [
  'form',
  'form, warm',
  'answers that are not complete',
  'answers that conflict',
  'answers that come too late',
]

const TYPED = ['answers that are not complete', 'answers that conflict', 'answers that come too late']

async function each(check: (response: Response, name: string) => Promise<void> | void): Promise<void> {
  for (const [name, visit] of Object.entries(pages)) await check(await visit(), name)
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}

describe('every page', () => {
  it('allows exactly its own style and script, by their hashes, and nothing else', () =>
    each(async (response, name) => {
      const policy = response.headers.get('Content-Security-Policy') ?? ''
      const page = await pageOf(response)
      const hash = await sha256(page.one('style').text)
      expect([name, policy]).toEqual([name, expect.stringContaining(`style-src 'sha256-${hash}'`)])
      expect(policy).not.toContain('unsafe')
      for (const rule of ["default-src 'none'", "form-action 'self'", "base-uri 'none'", 'img-src data:'])
        expect(policy.split('; ')).toContain(rule)
      const scripts = await Promise.all(page.all('script').map(({ text }) => sha256(text)))
      expect([name, scripts.length]).toEqual([name, SCRIPTED.includes(name) ? 1 : 0])
      expect([name, /script-src ([^;]*)/.exec(policy)?.[1]]).toEqual([
        name,
        scripts[0] && `'sha256-${scripts[0]}' 'strict-dynamic'`,
      ])
      expect(page.all('script').every(({ attributes }) => Object.keys(attributes).length === 0)).toBe(true)
      expect(page.html).not.toMatch(/\sstyle="|\son\w+="/)
    }))

  it('names its icon, so that no browser asks for one', () =>
    each(async (response) => {
      expect((await pageOf(response)).one('link', { rel: 'icon' }).attributes.href).toBe('data:,')
    }))

  it('sets no cookie and is read as nothing but HTML', () =>
    each((response, name) => {
      expect([name, response.headers.get('Set-Cookie')]).toEqual([name, null])
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/)
    }))

  it('is kept by nobody unless anybody may see it; what was typed stays where the Back button finds it', () =>
    each((response, name) => {
      const { headers } = response
      const isPublic = PUBLIC.includes(name)
      const kept = isPublic || TYPED.includes(name) ? 'private, no-cache' : 'private, no-store'
      expect([name, headers.get('Cache-Control')]).toEqual([name, kept])
      const told = [headers.get('X-Robots-Tag'), headers.get('Referrer-Policy')]
      expect([name, ...told]).toEqual(
        isPublic ? [name, null, 'strict-origin-when-cross-origin'] : [name, 'noindex', 'no-referrer'],
      )
    }))

  it('has one heading and says its language', () =>
    each(async (response, name) => {
      const page = await pageOf(response)
      expect([name, page.all('h1').length]).toEqual([name, 1])
      expect(page.one('html').attributes.lang).toBe('id')
    }))
})

describe('the way to a receipt', () => {
  it('is not kept either', async () => {
    const response = await world.post(IKO, { ...ikoAnswers, organisation: 'Yayasan Lain Contoh' })
    expect(response.headers.get('Cache-Control')).toMatch(/no-store/)
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })
})

describe('compression', () => {
  const gzip = { 'Accept-Encoding': 'gzip, deflate, br' }

  it('is our own for pages that the edge sends as they are', async () => {
    const responses = [
      await world.post(IKO, {}, gzip),
      await world.post(IKO, { ...ikoAnswers, submission: keyAt(OPENED), reach: '3' }, gzip),
      await world.request(IKO, { method: 'PUT', headers: gzip }),
    ]
    for (const response of responses) {
      expect([response.status, response.headers.get('Content-Encoding')]).toEqual([response.status, 'gzip'])
      expect(response.headers.get('Vary')).toBe('Accept-Encoding')
    }
  })

  it('is left to the edge for the others', async () => {
    for (const path of [IKO, '/', '/lain'])
      expect((await world.get(path, gzip)).headers.get('Content-Encoding')).toBeNull()
  })

  it.each([['identity'], ['br'], [''], ['gzip;q=0, identity']])(
    'is not used where nobody asks: %s',
    async (accepts) => {
      const response = await world.post(IKO, {}, { 'Accept-Encoding': accepts })
      expect(response.headers.get('Content-Encoding')).toBeNull()
    },
  )

  it('can be undone: the runtime really compresses what it says is compressed', async () => {
    await world.exec('update rounds set opens_at = 0')
    const response = await exports.default.fetch(`${env.PUBLIC_URL}${REGISTRATION}`, {
      method: 'POST',
      body: encoded({}),
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(response.status).toBe(422)
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(await response.text()).toMatch(/^<!doctype html>.*<\/html>$/s)
  })
})
