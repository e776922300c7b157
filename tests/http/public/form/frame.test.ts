// A form in a frame of another site: who is let in, what follows it there, and what it costs.
import { beforeEach, describe, expect, it } from 'vitest'
import { newMeter } from '../../../support/inside/meter.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  DAY,
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  openRound,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const FRAMED = `${IKO}?embed=1`
const SENT = `${IKO}?lang=id&send=1&embed=1`
const IFRAME = { 'Sec-Fetch-Dest': 'iframe' }
const from = (Referer: string) => ({ ...IFRAME, Referer })

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const ruleOf = (response: Response, name: string): string | undefined =>
  new RegExp(`(?:^|; )${name} ([^;]*)`).exec(response.headers.get('Content-Security-Policy') ?? '')?.[1]

const ancestorsOf = (response: Response) => ruleOf(response, 'frame-ancestors')

const framing = (how: string, origins: readonly string[] | null = null): Promise<void> =>
  world.exec(
    `update rounds set framing = '${how}', frame_origins = ${origins ? `'${JSON.stringify(origins)}'` : 'null'}`,
  )

/** What stands in a frame in turn: the form, filled in, and every answer to a post. */
const visits = (): Readonly<Record<string, () => Promise<Response>>> => ({
  form: () => world.get(FRAMED),
  'filled in': () => world.get(`${FRAMED}&p.organisation=Yayasan`),
  mistakes: () => world.post(SENT, {}),
  check: () => world.post(SENT, { ...ikoAnswers, action: 'check' }),
  language: () => world.post(SENT, { ...ikoAnswers, action: 'lang:en' }),
  sent: () => world.post(SENT, { ...ikoAnswers, submission: keyAt(START - MINUTE) }),
  conflict: () => world.post(SENT, { ...ikoAnswers, submission: keyAt(START - MINUTE), reach: '3' }),
  closed: async () => {
    world.clock.now = START + 1000 * DAY
    return world.post(SENT, { ...ikoAnswers })
  },
  'closed round': () => world.get(FRAMED),
})

describe('the policy', () => {
  it.each([
    ['anyone', null, '*'],
    ['listed', ['https://a.org', 'https://*.b.or.id'], "'self' https://a.org https://*.b.or.id"],
    ['nobody', null, "'none'"],
  ] as const)(
    'of everything that stands in a frame names who may show it: %s',
    async (how, origins, ancestors) => {
      await framing(how, origins)
      for (const [name, visit] of Object.entries(visits())) {
        const response = await visit()
        expect([name, ancestorsOf(response)]).toEqual([name, ancestors])
      }
    },
  )

  it('of every other page lets nobody in, whoever may show the form', async () => {
    await framing('anyone')
    const { receipt } = await sentIko(world)
    for (const path of [
      '/',
      IKO,
      `${IKO}/print`,
      receipt,
      `${receipt}?embed=1`,
      `${receipt}/correction`,
      '/c/sign-in?embed=1',
    ])
      expect([path, ancestorsOf(await world.get(path))]).toEqual([path, "'none'"])
    expect(ancestorsOf(await world.post(IKO, {}))).toBe("'none'")
  })

  it('is the same for all that stands in a frame, and names our origin, for one may take the place of the other', async () => {
    await framing('anyone')
    const policies = new Set<string | null>()
    for (const visit of Object.values(visits()))
      policies.add((await visit()).headers.get('Content-Security-Policy'))
    expect(policies.size).toBe(1)
    const form = await world.get(FRAMED)
    expect(ruleOf(form, 'connect-src')).toBe("'self' https://simpul.test")
    expect(ruleOf(form, 'form-action')).toBe("'self' https://simpul.test")
  })
})

describe('a site that may not show the form', () => {
  it('is given words and a link out of the frame, where that can be known', async () => {
    await framing('listed', ['https://a.org'])
    const response = await world.get(FRAMED, from('https://lain.example/halaman'))
    expect([response.status, ancestorsOf(response)]).toEqual([403, '*'])
    const page = await pageOf(response)
    expect(page.words).toContain('tidak dapat ditampilkan di sini')
    expect(page.all('form')).toEqual([])
    expect(page.all('a').find(({ attributes }) => attributes.href === IKO)?.attributes.target).toBe('_blank')
  })

  it('is told so in English where it asked in English', async () => {
    await framing('nobody')
    const page = await pageOf(await world.get(`${FRAMED}&lang=en`, IFRAME))
    expect(page.words).toContain('cannot be shown here')
  })

  it('is left to the browser where it does not say who it is', async () => {
    await framing('listed', ['https://a.org'])
    const response = await world.get(FRAMED, IFRAME)
    expect([response.status, ancestorsOf(response)]).toEqual([200, "'self' https://a.org"])
  })

  it('does not keep anybody from the page of the form itself', async () => {
    await framing('nobody')
    expect(
      (await world.get(IKO, { 'Sec-Fetch-Dest': 'document', Referer: 'https://lain.example/' })).status,
    ).toBe(200)
  })
})

describe('a site that may show it', () => {
  it('is led from the address of the page to the one for frames, with all that stands in it', async () => {
    await framing('anyone')
    const response = await world.get(`${IKO}?lang=en&p.organisation=A%26B`, from('https://a.org/'))
    expect(response.status).toBe(302)
    const { pathname, searchParams } = new URL(response.headers.get('Location') ?? '', 'https://simpul.test')
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      IKO,
      { lang: 'en', 'p.organisation': 'A&B', embed: '1' },
    ])
  })

  it.each([
    ['the page first', [IKO, FRAMED]],
    ['the frame first', [FRAMED, IKO]],
  ])(
    'is shown the form as it stands in a frame, and nobody else is, whoever asks first: %s',
    async (_, paths) => {
      await framing('anyone')
      for (const path of paths) {
        const page = await pageOf(await world.get(path))
        expect(page.html.includes('id="frame-says"')).toBe(path === FRAMED)
      }
    },
  )

  it('shows everything that leads elsewhere on a page of its own', async () => {
    await framing('anyone')
    for (const [name, visit] of Object.entries(visits())) {
      const links = (await pageOf(await visit()))
        .all('a')
        .map(({ attributes: { href = '', target } }) => [href, target])
      const stays = (href = '') => href.startsWith('#') || href.includes('embed=1')
      expect([name, links]).toEqual([name, links.map(([href]) => [href, stays(href) ? undefined : '_blank'])])
      expect([name, links.some(([href]) => [IKO, `${IKO}?lang=en`].includes(href ?? ''))]).toEqual([
        name,
        true,
      ])
    }
  })

  it('says everywhere in which language and where to send: to the address for frames', async () => {
    await framing('anyone')
    await visits().sent?.()
    for (const name of ['form', 'filled in', 'mistakes', 'check', 'conflict'] as const) {
      const page = await pageOf((await visits()[name]?.()) ?? new Response())
      expect([name, page.one('form').attributes.action]).toEqual([name, SENT])
      for (const { attributes } of page.all('button'))
        if (attributes.formaction)
          expect([name, attributes.formaction]).toEqual([name, expect.stringContaining('embed=1')])
    }
  })

  it('has the receipt in the frame: the code, no answer, no mail address, and the way to the whole of it', async () => {
    await framing('anyone')
    const response = await world.post(SENT, { ...ikoAnswers, submission: keyAt(START - MINUTE) })
    expect(response.status).toBe(200)
    const page = await pageOf(response)
    const [row] = await world.rows<{ reference: string }>('select reference from submissions')
    expect(page.words).toContain(row?.reference)
    for (const answer of [ikoAnswers.organisation, ikoAnswers.email, ikoAnswers.sender_name])
      expect(page.html).not.toContain(answer)
    const receipt =
      page.all('a').find(({ attributes }) => attributes.href?.includes('/s/'))?.attributes.href ?? ''
    expect((await world.get(receipt)).status).toBe(200)
    // Sent once more, as a browser does that loads the page again, it is the same.
    const again = await world.post(SENT, { ...ikoAnswers, submission: keyAt(START - MINUTE) })
    expect((await pageOf(again)).words).toContain(row?.reference)
    expect(await world.number('select count(*) from submissions')).toBe(1)
  })

  it('is told of a second answer of one organisation that it waits', async () => {
    await framing('anyone')
    await sentIko(world)
    const second = { ...ikoAnswers, email: 'agus@bina.example', submission: keyAt(START - MINUTE) }
    expect((await pageOf(await world.post(SENT, second))).words).toContain('belum dihitung')
  })

  it('gets words, not a blank, for a form that is not there', async () => {
    const response = await world.get('/f/tidak-ada?embed=1', from('https://a.org/'))
    expect([response.status, ancestorsOf(response)]).toEqual([404, '*'])
    expect((await pageOf(response)).all('form')).toEqual([])
  })
})

describe('a frame without an origin', () => {
  const origin = { Origin: 'null' }

  it('may read every answer to what it sends, and when to try again; no right goes along', async () => {
    await framing('anyone')
    const answers = [
      await world.post(SENT, {}, origin),
      await world.post(SENT, ikoAnswers, origin),
      await world.post(SENT, ikoAnswers, { ...origin, Accept: 'application/json' }),
      await world.request(SENT, { method: 'POST', body: 'x', headers: origin }),
      await world.post('/f/tidak-ada?embed=1', {}, origin),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 200, 201, 415, 404])
    for (const { headers } of answers) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('may read nothing that is not sent from frames', async () => {
    for (const response of [await world.post(IKO, {}, origin), await world.get(IKO, origin)])
      expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('what it costs', () => {
  it('nothing is asked of the database for a form in a frame on a warm isolate, in whatever language', async () => {
    const meter = newMeter()
    world = await newWorld({ db: meter.db })
    await framing('anyone')
    await world.get(FRAMED)
    meter.take()
    const keys = new Set<string | undefined>()
    for (const path of [FRAMED, `${FRAMED}&lang=en`, FRAMED, `${FRAMED}&p.organisation=Yayasan`])
      keys.add((await pageOf(await world.get(path))).one('input', { name: 'submission' }).attributes.value)
    expect(meter.take()).toEqual([])
    expect(keys.size).toBe(4)
  })

  it('an answer sent from a frame costs four rows more than any other: it is read once to be shown', async () => {
    const meter = newMeter()
    world = await newWorld({ db: meter.db })
    await world.get(FRAMED)
    const cost = async (path: string, tail: string, district: string) => {
      meter.take()
      await world.post(path, { ...ikoAnswers, district, submission: keyAt(START - MINUTE, tail) })
      const calls = meter.take()
      return [
        calls.reduce((sum, { read }) => sum + read, 0),
        calls.reduce((sum, { written }) => sum + written, 0),
      ]
    }
    const [read = 0, written] = await cost(IKO, '000000000001', '35.07')
    expect(await cost(SENT, '000000000002', '35.08')).toEqual([read + 4, written])
  })

  it('a form that changes who may show it is believed within ten seconds', async () => {
    await framing('anyone')
    await world.get(FRAMED)
    await framing('nobody')
    world.clock.now += 10_000
    expect(ancestorsOf(await world.get(FRAMED))).toBe("'none'")
  })
})

describe('an address that fills in the form', () => {
  it('shows what it says in the fields, as text and nothing else, and nobody keeps or learns it', async () => {
    const markup = '<script>alert(1)</script>"\'&'
    const address = `p.organisation=${encodeURIComponent(markup)}&p.email=${encodeURIComponent(markup)}`
    for (const path of [`${IKO}?${address}`, `${FRAMED}&${address}`]) {
      const response = await world.get(path)
      const { headers } = response
      expect([headers.get('Referrer-Policy'), headers.get('X-Robots-Tag')]).toEqual([
        'no-referrer',
        'noindex',
      ])
      const page = await pageOf(response)
      expect(page.one('input', { name: 'organisation' }).attributes.value).toBe(markup)
      expect(page.html).not.toContain('<script>alert')
      expect(page.all('script').length).toBe(1)
      expect(page.all('meta', { property: 'og:title' })).toEqual([])
      expect(await world.number('select count(*) from submissions')).toBe(0)
    }
    const blank = await pageOf(await world.get(IKO))
    expect(blank.one('input', { name: 'organisation' }).attributes.value ?? '').toBe('')
  })

  it('chooses in lists and groups, and what it says is checked when it is sent', async () => {
    const page = await pageOf(await world.get(`${IKO}?p.district=35.07&p.reach=2&p.email=bukan`))
    expect(page.one('option', { value: '35.07' }).attributes).toHaveProperty('selected')
    expect(page.one('input', { name: 'reach', value: '2' }).attributes).toHaveProperty('checked')
    expect((await world.post(IKO, { ...ikoAnswers, email: 'bukan' })).status).toBe(422)
  })

  it('is no other page where it only looks like one', async () => {
    const plain = await world.get(`${IKO}?map.x=1`)
    expect(plain.headers.get('X-Robots-Tag')).toBeNull()
  })

  it('fills in nothing where a round is closed', async () => {
    const path = await openRound(world, { slug: 'tutup', closesAt: START })
    expect((await pageOf(await world.get(`${path}?p.organisation=Yayasan`))).html).not.toContain('Yayasan"')
  })
})
