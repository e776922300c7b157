// oEmbed: a site that knows the address of a form learns how to show it.
import { beforeEach, describe, expect, it } from 'vitest'
import { newMeter } from '../../../support/inside/meter.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { IKO, newWorld, openRound, REGISTRATION, type World } from '../../../support/inside/world.ts'

const HOME = 'https://simpul.test'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const ask = (query: Readonly<Record<string, string>>): Promise<Response> =>
  world.get(`/oembed?${new URLSearchParams(query)}`)

describe('an address of a form', () => {
  it('is told by the page itself, and answers with one frame and the link that WordPress falls back to', async () => {
    const page = await pageOf(await world.get(`${REGISTRATION}?lang=en`))
    const { href = '' } = page.one('link', { type: 'application/json+oembed' }).attributes
    // WordPress asks for what stands there as it stands there.
    expect(href).toMatch(new RegExp(`^${HOME}/oembed\\?`))
    const response = await world.get(href.slice(HOME.length))
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const answer = await response.json<Record<string, unknown>>()
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Register an organisation',
      provider_url: HOME,
      width: 720,
      height: 720,
      cache_age: 3600,
    })
    const html = await pageOf(new Response(String(answer.html)))
    expect(html.one('iframe').attributes).toMatchObject({
      src: `${HOME}${REGISTRATION}?embed=1&lang=en`,
      title: 'Register an organisation',
      width: '720',
    })
    expect(html.one('a').attributes.href).toBe(`${HOME}${REGISTRATION}?lang=en`)
    expect(String(answer.html)).toMatch(/^<blockquote>.*<\/blockquote><iframe [^>]*><\/iframe>$/)
  })

  it.each([
    [{ maxwidth: '400', maxheight: '500' }, [400, 500]],
    [{ maxwidth: '4000', maxheight: '40' }, [720, 200]],
    [{ maxwidth: 'lebar', maxheight: '-1' }, [720, 720]],
  ])('is as large as is asked for, within reason: %j', async (size, [width, height] = []) => {
    const answer = await (await ask({ url: HOME + REGISTRATION, ...size })).json()
    expect(answer).toMatchObject({ width, height })
  })

  it('has its title as text', async () => {
    await world.exec(`update rounds set title = '{"id":"<b>&\\"","en":"x"}' where slug = 'daftar'`)
    const { html } = await (await ask({ url: HOME + REGISTRATION })).json<{ html: string }>()
    expect(html).not.toContain('<b>')
    expect((await pageOf(new Response(html))).one('iframe').attributes.title).toBe('<b>&"')
  })
})

describe('what is answered otherwise', () => {
  it.each([
    ['another form of answer', { url: HOME + REGISTRATION, format: 'xml' }, 501],
    ['no address', {}, 400],
    ['a form that is not there', { url: `${HOME}/f/tidak-ada` }, 404],
    ['a page that is no form', { url: `${HOME}/n/rumah-inklusi` }, 404],
    ['a page of a form that is another one', { url: `${HOME}${IKO}/print` }, 404],
    ['an address of somebody else', { url: `https://lain.example${REGISTRATION}` }, 404],
    ['no address at all', { url: 'bukan alamat' }, 404],
  ] as const)('%s', async (_what, query, status) => {
    expect((await ask(query)).status).toBe(status)
  })

  it('a form that no site may show: it says so, and its page tells no site how', async () => {
    const path = await openRound(world, { slug: 'sendiri' })
    expect((await ask({ url: HOME + path })).status).toBe(401)
    expect((await pageOf(await world.get(path))).all('link', { type: 'application/json+oembed' })).toEqual([])
  })

  it('is small whatever was asked, may be kept, and repeats nothing of it but the form’s own name', async () => {
    const long = 'tulisan-'.repeat(1000)
    const title = JSON.stringify({ id: 'P'.repeat(120), en: 'x' })
    await world.exec(`update rounds set title = '${title}'`)
    const found = await ask({ url: `${HOME}${REGISTRATION}?p.organisation=${long}`, maxwidth: long })
    const missed = await ask({ url: `${HOME}/f/${long}` })
    expect([found.status, missed.status]).toEqual([200, 404])
    expect(found.headers.get('Cache-Control')).toBe('public, max-age=3600')
    for (const answer of [found, missed]) {
      const body = await answer.text()
      expect(body).not.toContain('tulisan')
      expect(new TextEncoder().encode(body).length).toBeLessThan(1500)
    }
  })

  it('asks the database for a round that is known already no more', async () => {
    const meter = newMeter()
    world = await newWorld({ db: meter.db })
    await ask({ url: HOME + REGISTRATION })
    meter.take()
    for (let i = 0; i < 5; i++)
      await ask({ url: `${HOME}${REGISTRATION}?lang=en`, maxwidth: String(300 + i) })
    expect(meter.take()).toEqual([])
  })

  it('other methods', async () => {
    const response = await world.post('/oembed', {})
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('the page that shows every way', () => {
  it('is not there on a deployment', async () => {
    expect((await world.get('/embed-demo')).status).toBe(404)
  })

  it('is there in a local copy, with every way at once', async () => {
    world = await newWorld({ publicUrl: 'http://127.0.0.1:8787' })
    const response = await world.get('/embed-demo')
    const page = await pageOf(response)
    expect(page.all('iframe').map(({ attributes }) => attributes.src)).toEqual([
      expect.stringContaining('embed=1'),
      expect.stringContaining('embed=1'),
      expect.stringContaining('embed=1'),
    ])
    expect(page.one('script').attributes.src).toBe('/embed/v1.js')
    expect(page.all('a').some(({ attributes }) => 'data-form' in attributes)).toBe(true)
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toMatch(/script-src 'self'; frame-src 'self'/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
  })
})
