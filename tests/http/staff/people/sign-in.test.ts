// Signing in by a mailed link: nobody learns who is known, a scanner spends nothing, and a link opens once.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  cookieIn,
  HOME,
  linkFor,
  newClient,
  OTHER,
  signedInByMail,
} from '../../../support/inside/staff.ts'
import { broken, dump } from '../../../support/inside/tables.ts'
import { DAY, HOUR, MINUTE, newWorld, START, sentIko, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const words = wordsFor('id').coordinator.signIn
const ask = (email: string) => newClient(world).post('/c/sign-in', { email })
const title = async (response: Response) => (await pageOf(response)).one('h1').text
const linkIn = (text: string | undefined) => /\/c\/sign-in\/[\w.-]+/.exec(text ?? '')?.[0]
const sessions = () => world.number('select count(*) from sessions')

describe('asking for a link', () => {
  it('gives the same answer to everybody, and a mail to those who are known', async () => {
    await addStaff(world, { email: 'bekas@contoh.example', role: 'viewer' })
    await world.exec(`update memberships set removed_at = 1 where role = 'viewer'`)
    const known = await ask(ADMINISTRATOR)
    const others = [await ask('tidak-ada@contoh.example'), await ask('bekas@contoh.example')]
    const headers = (response: Response) => JSON.stringify([...response.headers])
    const text = await known.text()
    for (const other of others)
      expect([other.status, headers(other), await other.text()]).toEqual([known.status, headers(known), text])
    expect(known.status).toBe(200)
    await world.work()
    expect(world.mails.map(({ to }) => to)).toEqual([ADMINISTRATOR])
  })

  it('does not let anybody wait for what comes of it', async () => {
    let isAsked = false
    const { db } = world.deps
    const slow = await newWorld({
      db: Object.assign(Object.create(db), {
        $client: {
          ...db.$client,
          prepare: (sql: string) => db.$client.prepare(sql),
          batch: () => new Promise(() => (isAsked = true)),
        },
      }),
    })
    const { app } = slow
    const response = await app.request(
      'https://simpul.test/c/sign-in',
      {
        method: 'POST',
        headers: { Origin: 'https://simpul.test', 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `email=${encodeURIComponent(ADMINISTRATOR)}`,
      },
      slow.deps,
      { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} },
    )
    expect([response.status, isAsked]).toEqual([200, true])
  })

  it('writes to the person in their own language, from their network, and says nothing else', async () => {
    await addStaff(world, { email: 'anna@contoh.example', role: 'viewer', locale: 'en' })
    await ask(' Anna@Contoh.example ')
    await world.work()
    const [mail] = world.mails
    expect(mail).toMatchObject({
      to: 'anna@contoh.example',
      subject: 'A link to sign in to Simpul',
      locale: 'en',
      // Whoever looks after several networks signs in to all of them. Only a network has an address that somebody reads.
      fromName: 'Simpul',
      replyTo: 'koordinator@rumah-inklusi.example',
    })
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(
      'only once, and works until 23 November 2026 at 10:15 WIB',
    )
    for (const body of [mail?.text, mail?.html]) expect(body).not.toMatch(/Contoh|Rumah|IKO/)
  })

  it('mails the link that lives once more, however many ask at once, and says nothing of it', async () => {
    const askNine = () => Promise.all(Array.from({ length: 9 }, () => ask(ADMINISTRATOR)))
    const answers = await askNine()
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    await world.work()
    // Until the mail was handed over, another one would tell nothing new.
    expect(world.mails).toHaveLength(1)
    world.clock.now += 5 * MINUTE
    await askNine()
    await world.work()
    const [first, second] = world.mails.map(({ text }) => linkIn(text))
    expect([world.mails.length, second]).toEqual([2, first])
    expect(world.mails[1]?.text).toContain('pukul 10.15')
    expect(await world.rows('select generation from deliveries order by generation')).toEqual([
      { generation: 0 },
      { generation: 1 },
    ])
    world.clock.now += 5 * MINUTE
    await askNine()
    await world.work()
    expect(world.mails).toHaveLength(2)
    expect((await newClient(world).post(second ?? '')).status).toBe(303)
  })

  it('makes a new one as soon as the last was spent or ran out, and lets nobody use up what somebody else needs', async () => {
    for (let i = 0; i < 3; i++) expect(await signedInByMail(world, ADMINISTRATOR)).toBeDefined()
    expect(world.mails).toHaveLength(3)
    await ask(ADMINISTRATOR)
    await world.work()
    world.clock.now += 15 * MINUTE
    await ask(ADMINISTRATOR)
    await world.work()
    expect(new Set(world.mails.map(({ text }) => linkIn(text))).size).toBe(5)
    expect((await newClient(world).post(linkIn(world.mails.at(-1)?.text) ?? '')).status).toBe(303)
  })

  it('knows nothing of a link that a script has printed: that was mailed to nobody', async () => {
    await world.exec(
      `insert into sign_ins (id, person_id, expires_at, created_at) select 'printed', id, ${START + DAY}, ${START} from people where email = '${ADMINISTRATOR}'`,
    )
    expect(await signedInByMail(world, ADMINISTRATOR)).toBeDefined()
  })

  it.each(['', 'ratna', 'ratna@', 'a@b.example, c@d.example'])(
    'tells when it is no address: %s',
    async (typed) => {
      const response = await ask(typed)
      const page = await pageOf(response)
      expect(response.status).toBe(422)
      expect(page.one('input').attributes).toMatchObject({ value: typed, 'aria-describedby': 'email-e' })
      expect(page.words).toContain(wordsFor('id').coordinator.form.issues.email)
      expect(world.hints).toEqual([])
    },
  )

  it('owes one step for one mail, and nothing when the link has ended before it could be sent', async () => {
    world.mailService.answer = () => Promise.reject(new Error('not now'))
    await ask(ADMINISTRATOR)
    await world.work()
    expect(await broken()).toEqual([])
    world.clock.now += 16 * MINUTE
    await world.sweep()
    expect(world.tried).toHaveLength(1)
    expect(await world.rows('select * from steps')).toEqual([])
    expect(await world.rows('select failed_at, reason from deliveries')).toEqual([
      { failed_at: START + 16 * MINUTE, reason: 'the link ended before it could be sent' },
    ])
    expect(await broken()).toEqual([])
  })

  it('is not held up by the allowance of unknown addresses', async () => {
    for (const organisation of ['Satu', 'Dua', 'Tiga'])
      await sentIko(world, { email: ADMINISTRATOR, organisation: `Forum ${organisation} Contoh` })
    await world.work()
    const before = world.mails.length
    await ask(ADMINISTRATOR)
    await world.work()
    expect(world.mails.slice(before).map(({ subject }) => subject)).toEqual(['Tautan untuk masuk ke Simpul'])
  })
})

describe('the page to sign in', () => {
  it('says what happened to whoever was led there, in both languages, and only that', async () => {
    const saidAt = async (path: string) => (await pageOf(await world.get(path))).all('p', { role: 'status' })
    expect(await saidAt('/c/sign-in')).toEqual([])
    expect(await saidAt('/c/sign-in?said=%3Cb%3E')).toEqual([])
    const led = (await newClient(world).get(HOME)).headers.get('Location') ?? ''
    expect((await saidAt(led)).map(({ text }) => text)).toEqual(['Masuk dulu untuk membuka halaman itu.'])
    const client = await signedInByMail(world, ADMINISTRATOR)
    const out = (await client.post('/c/sign-out')).headers.get('Location') ?? ''
    expect((await saidAt(out)).map(({ text }) => text)).toEqual(['Anda sudah keluar.'])
    expect((await saidAt(`${out}&lang=en`)).map(({ text }) => text)).toEqual(['You are signed out.'])
  })

  it('says in its title that something has to be corrected', async () => {
    expect((await pageOf(await ask(''))).one('title').text).toMatch(/^Perlu diperbaiki: Masuk/)
    expect((await pageOf(await world.get('/c/sign-in'))).one('title').text).toMatch(/^Masuk/)
  })
})

describe('the link in the mail', () => {
  it('opens a page with a button twenty times and writes nothing, and then the button works, once', async () => {
    const link = await linkFor(world, ADMINISTRATOR)
    const before = await dump(world)
    for (let scan = 0; scan < 20; scan++) {
      const response = await world.request(link, { method: scan % 2 ? 'HEAD' : 'GET' })
      expect([response.status, response.headers.get('Set-Cookie')]).toEqual([200, null])
    }
    expect(await dump(world)).toBe(before)
    const client = newClient(world)
    const first = await client.post(link)
    expect([first.status, first.headers.get('Location')]).toEqual([303, '/c'])
    const again = await client.post(link)
    expect([again.status, cookieIn(again), await title(again)]).toEqual([410, null, words.ended.title])
    expect(await title(await world.get(link))).toBe(words.ended.title)
  })

  it('signs one in where two press the button at the same moment', async () => {
    const link = await linkFor(world, ADMINISTRATOR)
    const both = await Promise.all([newClient(world).post(link), newClient(world).post(link)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410])
    expect(await sessions()).toBe(1)
  })

  it('works for fifteen minutes', async () => {
    const link = await linkFor(world, ADMINISTRATOR)
    world.clock.now += 15 * MINUTE - 1
    expect((await world.get(link)).status).toBe(200)
    world.clock.now += 1
    const late = await newClient(world).post(link)
    expect([late.status, cookieIn(late)]).toEqual([410, null])
    expect((await pageOf(await world.get(link))).words).toContain(words.ended.expired('15'))
  })

  it('is not known where it was forged, or is the link of something else', async () => {
    const link = await linkFor(world, ADMINISTRATOR)
    const { receipt } = await sentIko(world)
    const forged = [
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      link.slice(0, -1),
      '/c/sign-in/x',
      receipt.replace('/s/', '/c/sign-in/'),
    ]
    for (const path of forged) {
      expect((await world.get(path)).status).toBe(404)
      const response = await newClient(world).post(path)
      expect([response.status, cookieIn(response)]).toEqual([404, null])
      expect((await pageOf(await world.get(path))).one('a', { class: 'go' }).attributes.href).toBe(
        '/c/sign-in',
      )
    }
    expect((await world.get(link.replace('/c/sign-in/', '/s/'))).status).toBe(404)
    expect(await sessions()).toBe(0)
  })

  it('signs nobody in who was removed after it was sent', async () => {
    await addStaff(world, { email: 'bekas@contoh.example', role: 'viewer' })
    const link = await linkFor(world, 'bekas@contoh.example')
    await world.exec(`update memberships set removed_at = 1 where role = 'viewer'`)
    expect((await newClient(world).post(link)).status).toBe(410)
    expect(await sessions()).toBe(0)
  })

  it('names only part of the address, because whoever has it sees it', async () => {
    const page = await pageOf(await world.get(await linkFor(world, ADMINISTRATOR)))
    expect(page.words).toContain('r…a@rumah-inklusi.example')
    expect(page.words).not.toContain(ADMINISTRATOR)
  })
})

describe('the session', () => {
  it('is a cookie for the pages under /c alone, which no script reads', async () => {
    const response = await newClient(world).post(await linkFor(world, ADMINISTRATOR))
    const [pair = '', ...attributes] = (response.headers.get('Set-Cookie') ?? '').split('; ')
    expect(pair).toMatch(/^__Secure-simpul=[\w-]{43}$/)
    expect(attributes.toSorted()).toEqual(
      ['HttpOnly', 'Max-Age=2592000', 'Path=/c', 'SameSite=Lax', 'Secure'].toSorted(),
    )
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('has another name without https, where browsers refuse the first', async () => {
    const local = await newWorld({ publicUrl: 'http://127.0.0.1:8787' })
    await local.request('/c/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email: ADMINISTRATOR }),
      headers: { Origin: 'http://127.0.0.1:8787' },
    })
    await local.work()
    const link = /\/c\/sign-in\/[\w.-]+/.exec(local.mails[0]?.text ?? '')?.[0] ?? ''
    const response = await local.request(link, {
      method: 'POST',
      headers: { Origin: 'http://127.0.0.1:8787' },
    })
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^simpul=[\w-]{43}; Max-Age=2592000; Path=\/c; HttpOnly; SameSite=Lax$/,
    )
  })

  it('leaves no token in the database, and nothing in a dump signs anybody in', async () => {
    const link = await linkFor(world, ADMINISTRATOR)
    const client = newClient(world)
    client.cookie = cookieIn(await client.post(link))
    const [, token = ''] = client.cookie?.split('=') ?? []
    const copy = await dump(world)
    expect(token).toHaveLength(43)
    expect(copy).not.toContain(token)
    expect(copy).not.toContain(link.split('.')[1] ?? '')
    const other = await linkFor(world, ADMINISTRATOR)
    const texts = new Set((await dump(world)).match(/[\w-]{20,}/g))
    expect(texts.size).toBeGreaterThan(10)
    for (const word of texts) {
      const thief = newClient(world)
      thief.cookie = `__Secure-simpul=${word}`
      expect((await thief.get('/c')).headers.get('Location')).toBe('/c/sign-in?said=first')
      expect((await thief.post(`/c/sign-in/${word}`)).status).toBe(404)
      expect((await thief.post(`${other.split('.')[0]}.a${word.slice(0, 22)}`)).status).toBe(404)
    }
  })

  it('ends after seven days without a visit, and after thirty days with them', async () => {
    const idle = await signedInByMail(world, ADMINISTRATOR)
    const busy = await signedInByMail(world, ADMINISTRATOR)
    for (let day = 1; day <= 29; day++) {
      world.clock.now = START + day * DAY
      expect([day, (await busy.get(HOME)).status]).toEqual([day, 200])
      if (day === 6) expect((await idle.get(HOME)).status).toBe(200)
      if (day === 14) expect((await idle.get(HOME)).status).toBe(303)
    }
    world.clock.now = START + 30 * DAY
    expect((await busy.get(HOME)).status).toBe(303)
  })

  it('writes when it was seen at most once an hour', async () => {
    const client = await signedInByMail(world, ADMINISTRATOR)
    const seen = () => world.number('select seen_at from sessions')
    world.clock.now += HOUR
    await client.get(HOME)
    expect(await seen()).toBe(START)
    world.clock.now += 1
    await client.get(HOME)
    expect(await seen()).toBe(START + HOUR + 1)
  })

  it('ends by signing out: the cookie goes, and is worth nothing to whoever kept it', async () => {
    const client = await signedInByMail(world, ADMINISTRATOR)
    const response = await client.post('/c/sign-out')
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Secure-simpul=; Max-Age=0; Path=\/c;/)
    expect((await client.get(HOME)).headers.get('Location')).toBe('/c/sign-in?said=first')
  })
})

describe('one’s own sessions', () => {
  const ends = async (client: Awaited<ReturnType<typeof signedInByMail>>) =>
    (await pageOf(await client.get('/c/sessions'))).all('button', { name: 'end' })

  it('are listed, and end one by one or all but this one', async () => {
    const one = await signedInByMail(world, ADMINISTRATOR)
    world.clock.now += MINUTE
    const two = await signedInByMail(world, ADMINISTRATOR)
    const three = await signedInByMail(world, ADMINISTRATOR)
    const page = await pageOf(await one.get('/c/sessions'))
    expect(page.words).toContain('Masuk 23 November 2026 pukul 10.00 WIB')
    expect(page.words.split(wordsFor('id').coordinator.sessions.this)).toHaveLength(2)
    const [first] = await ends(one)
    expect(await ends(one)).toHaveLength(3)
    await one.post('/c/sessions', { end: first?.attributes.value ?? '' })
    const alive = [await two.get('/c/sessions'), await three.get('/c/sessions')].map(({ status }) => status)
    expect(alive.toSorted()).toEqual([200, 303])
    await one.post('/c/sessions', { end: 'others' })
    expect([(await two.get(HOME)).status, (await three.get(HOME)).status]).toEqual([303, 303])
    expect((await one.get(HOME)).status).toBe(200)
    expect(await ends(one)).toHaveLength(0)
  })

  it('are nobody else’s to see or to end', async () => {
    await addStaff(world, { email: 'lain@contoh.example', role: 'administrator' })
    const mine = await signedInByMail(world, ADMINISTRATOR)
    const theirs = await signedInByMail(world, 'lain@contoh.example')
    const [{ hash } = { hash: '' }] = await world.rows<{ hash: string }>(
      `select hash from sessions where person_id = (select id from people where email = '${ADMINISTRATOR}')`,
    )
    expect(await (await theirs.get('/c/sessions')).text()).not.toContain(hash)
    await theirs.post('/c/sessions', { end: hash })
    await theirs.post('/c/sessions', { end: 'others' })
    expect((await mine.get(HOME)).status).toBe(200)
  })
})

describe('what ended long ago', () => {
  it('is deleted by the sweep thirty days later, and nothing before', async () => {
    await signedInByMail(world, ADMINISTRATOR)
    const counts = async () => [await sessions(), await world.number('select count(*) from sign_ins')]
    const half = 30 * MINUTE
    const swept = async (now: number) => {
      world.clock.now = now
      await world.sweep()
      return counts()
    }
    expect(await swept(START + 30 * DAY - half)).toEqual([1, 1])
    expect(await swept(START + 30 * DAY + half)).toEqual([1, 0])
    expect(await swept(START + 60 * DAY - half)).toEqual([1, 0])
    expect(await swept(START + 60 * DAY + half)).toEqual([0, 0])
  })
})

describe('where one begins', () => {
  it('is the one network, or a choice of several, which the head of every page offers too', async () => {
    const client = await signedInByMail(world, ADMINISTRATOR)
    expect((await client.get('/c')).headers.get('Location')).toBe(HOME)
    await addNetwork(world)
    await addStaff(world, { email: ADMINISTRATOR, role: 'viewer', network: OTHER.id })
    const links = async (path: string) =>
      (await pageOf(await client.get(path))).all('a').map(({ attributes, text }) => [attributes.href, text])
    expect(await links('/c')).toEqual(
      expect.arrayContaining([
        [HOME, 'Rumah Inklusi Jawa Timur (contoh)'],
        [`/c/n/${OTHER.slug}`, 'Jaringan Kedua (contoh)'],
      ]),
    )
    for (const path of [HOME, `${HOME}/people`, `${HOME}/people/invite`])
      expect(await links(path)).toEqual(
        expect.arrayContaining([
          [HOME, 'Rumah Inklusi Jawa Timur (contoh)'],
          [`/c/n/${OTHER.slug}`, 'Jaringan Kedua (contoh)'],
        ]),
      )
  })

  it('is in the person’s language, which a button changes for pages and mails', async () => {
    const client = await signedInByMail(world, ADMINISTRATOR)
    const language = async () => (await pageOf(await client.get(HOME))).one('html').attributes.lang
    expect(await language()).toBe('id')
    const response = await client.post('/c/language', { locale: 'en', return: `${HOME}/people` })
    expect(response.headers.get('Location')).toBe(`${HOME}/people`)
    expect(await language()).toBe('en')
    await linkFor(world, ADMINISTRATOR)
    expect(world.mails.at(-1)?.subject).toBe('A link to sign in to Simpul')
  })

  it.each([
    'https://jahat.example/',
    '//jahat.example',
    '/c/../f/iko',
    '/f/iko-2026-2',
    '/c\\@jahat.example',
    '',
  ])('never leads elsewhere after the language: %s', async (back) => {
    const client = await signedInByMail(world, ADMINISTRATOR)
    const response = await client.post('/c/language', { locale: 'en', return: back })
    expect(response.headers.get('Location')).toBe('/c')
  })
})
