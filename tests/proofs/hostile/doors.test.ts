// What changes answers behind a receipt's link: whoever has no good link changes nothing, sees nothing, mails nobody.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLink } from '../../../src/core/kernel/link.ts'
import { keepRows, together, type WayBack } from '../../support/inside/kept.ts'
import { pageOf } from '../../support/inside/page.ts'
import { dump } from '../../support/inside/tables.ts'
import { ikoAnswers, newWorld, sentIko, type Typed, type World } from '../../support/inside/world.ts'
import { addresses } from './data/addresses.ts'
import { bodies } from './data/bodies.ts'
import type { Hand } from './data/case.ts'
import { doors, sure } from './data/doors.ts'
import { links } from './data/links.ts'
import { inspect } from './support/inspect.ts'

const SECRETS = /Rahasia|bina\.example|evil|alert\(1\)/

let world: World
let hand: Hand
let key: string
let before: string
let rows: WayBack

/** A world of two organisations that sent, with their reports. */
beforeAll(async () => {
  world = await newWorld()
  const first = await sent('Yayasan Rahasia Contoh', 'siti@bina.example')
  const second = await sent('Perkumpulan Lain Contoh', 'budi@lain.example')
  key = first.key
  hand = { ...first, otherReceipt: second.receipt, otherReport: second.report }
  before = await dump(world)
  rows = await keepRows('doors')
})
beforeEach(async () => {
  await together(rows)
  for (const list of [world.hints, world.mails, world.tried]) list.length = 0
})
afterEach(() => expect(world.logs).toEqual([]))

async function sent(organisation: string, email: string) {
  const { receipt, reference, key } = await sentIko(world, { organisation, email })
  await world.work()
  const page = await pageOf(await world.get(receipt))
  const [report] = page.all('a').filter(({ attributes }) => attributes.href?.startsWith('/r/'))
  const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
    `select id from submissions where reference = '${reference}'`,
  )
  const link = report?.attributes.href?.split('?')[0] ?? ''
  return { receipt: receipt.slice(3), report: link.slice(3), submission: id, reference, key }
}

const correct = (link: string, more: Typed = {}) =>
  world.post(`${link}/correction`, { ...ikoAnswers, submission: world.newKey(), reach: '4', ...more })
const mend = (link: string, more: Typed = {}) =>
  world.post(`${link}/address`, { submission: world.newKey(), email: 'korban@lain.example', ...more })

/** Nothing was written, nothing is owed and nothing was mailed. */
async function expectNothing(since = before): Promise<void> {
  expect(await dump(world)).toBe(since)
  expect(world.hints).toEqual([])
  expect(world.tried).toEqual([])
}

/** The page says nothing of anybody's answers, and what it says is ours. */
async function expectPlain(response: Response, status: number): Promise<void> {
  const html = await response.text()
  expect([response.status, (await inspect(html)).strange]).toEqual([status, []])
  expect(JSON.stringify([...response.headers]) + html).not.toMatch(SECRETS)
  for (const name of ['Location', 'Set-Cookie']) expect(response.headers.get(name)).toBeNull()
}

describe('a link that opens nothing changes nothing', () => {
  const forged = links.filter(({ status }) => status === 404)
  it.each(forged)('$title', async ({ path }) => {
    const link = path(hand).replace(/[?#].*$/, '')
    await expectPlain(await world.get(`${link}/correction`), 404)
    await expectPlain(await correct(link), 404)
    await expectPlain(await correct(link, { action: 'check' }), 404)
    await expectPlain(await mend(link), 404)
    await expectNothing()
  })

  it('of a receipt with any one letter changed', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (let at = 0; at < hand.receipt.length; at++) {
      const place = alphabet.indexOf(hand.receipt[at] ?? '')
      const other = place === -1 ? '-' : alphabet[place ^ 1]
      const link = `/s/${hand.receipt.slice(0, at)}${other}${hand.receipt.slice(at + 1)}`
      for (const response of [await correct(link), await mend(link)])
        expect([link, response.status]).toEqual([link, 404])
    }
    await expectNothing()
  })

  it('of any kind but a receipt, though signed by us, and of a generation to come', async () => {
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>('select id from assessments limit 1')
    const { secrets } = world.deps
    for (const link of [
      ...(await Promise.all(
        (['report', 'resume', 'personal'] as const).flatMap((kind) =>
          [hand.submission, id].map((row) => makeLink(secrets, kind, row, 0)),
        ),
      )),
      await makeLink(secrets, 'receipt', id, 0),
      await makeLink(secrets, 'receipt', hand.submission, 1),
    ]) {
      await expectPlain(await correct(`/s/${link}`), 404)
      await expectPlain(await mend(`/s/${link}`), 404)
    }
    await expectNothing()
  })

  it('of a generation gone by, which says so', async () => {
    expect((await mend(`/s/${hand.receipt}`, { email: 'siti@benar.example' })).status).toBe(303)
    const since = await dump(world)
    world.hints.splice(0)
    for (const response of [
      await world.get(`/s/${hand.receipt}/correction`),
      await correct(`/s/${hand.receipt}`),
      await correct(`/s/${hand.receipt}`, { action: 'check' }),
      await mend(`/s/${hand.receipt}`),
    ])
      await expectPlain(response, 410)
    await expectNothing(since)
  })

  it('is not made good by a key of somebody else', async () => {
    for (const link of [`/s/${hand.otherReceipt.slice(0, 23)}a${'A'.repeat(22)}`, '/s/x.y']) {
      await expectPlain(await correct(link, { submission: key }), 404)
      await expectPlain(await mend(link, { submission: key }), 404)
    }
    await expectNothing()
  })
})

describe('behind a good link', () => {
  it.each(doors)('$title', async ({ method, rest, status }) => {
    const form = new URLSearchParams({ ...ikoAnswers, email: 'korban@lain.example' })
    const response = await world.request(`/s/${hand.receipt}${rest}`, {
      method,
      ...(method === 'POST' ? { body: form } : {}),
    })
    const html = await response.text()
    expect([response.status, (await inspect(html)).strange]).toEqual([status, []])
    expect(JSON.stringify([...response.headers]) + html).not.toMatch(/evil|alert\(1\)/)
    for (const name of ['Location', 'Set-Cookie']) expect(response.headers.get(name)).toBeNull()
    if (status !== 200) expect(html).not.toMatch(SECRETS)
    await expectNothing()
  })

  it.each(bodies)('a body of $title', async ({ body, type, headers = {}, status, organisation }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const all = new Headers(headers)
    if (type !== null) all.set('Content-Type', type)
    const post = (rest: string) =>
      world.request(`/s/${hand.receipt}/${rest}`, { method: 'POST', body: bytes, headers: all })
    const corrected = await post('correction')
    expect(corrected.status).toBe(status)
    expect((await inspect(await corrected.text())).strange).toEqual([])
    if (status === 303) {
      const [row] = await world.rows<{ organisation: string }>(
        `select answers ->> 'organisation' as organisation from revisions where number = 2`,
      )
      expect(row).toEqual({ organisation })
      return
    }
    const mended = await post('address')
    // Of the form's answers only the address is read here.
    expect([status, 303]).toContain(mended.status)
    expect((await inspect(await mended.text())).strange).toEqual([])
    await expectNothing()
  })

  it.each(addresses)('another address: $title', async ({ typed, to }) => {
    const response = await mend(`/s/${hand.receipt}`, { email: typed })
    if (to === null) {
      expect(response.status).toBe(422)
      const page = await pageOf(response)
      expect((await inspect(page.html)).strange).toEqual([])
      const first = typeof typed === 'string' ? typed : (typed[0] ?? '')
      expect(page.one('input', { type: 'email' }).attributes.value).toBe(first.toWellFormed().trim())
      await expectNothing()
      return
    }
    expect(response.status).toBe(303)
    const location = response.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/s\/[\w-]{22}\.[\w-]{23}\?lang=id&moved=1$/)
    await world.work()
    expect(world.tried.map((mail) => mail.to)).toEqual([to, to])
    for (const { subject, fromName, delivery, text, html } of world.tried) {
      for (const head of [subject, fromName, delivery]) expect(head).not.toMatch(/\p{Cc}/u)
      expect(text + html).not.toContain(to)
    }
  })

  it.each(sure)('an address said to be right by $title', async ({ value, isSure }) => {
    const response = await mend(`/s/${hand.receipt}`, { email: 'siti@gmial.com', sure: value })
    expect(response.status).toBe(isSure ? 303 : 422)
    const html = await response.text()
    expect((await inspect(html)).strange).toEqual([])
    if (isSure) return
    expect(html).not.toMatch(/alert\(|evil|__proto__|a{100}/)
    await expectNothing()
  })

  it.each(sure)('an address that is right anyhow, said to be so by $title', async ({ value }) => {
    const response = await mend(`/s/${hand.receipt}`, { email: 'siti@benar.example', sure: value })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toMatch(/^\/s\/[\w-]{22}\.[\w-]{23}\?lang=id&moved=1$/)
    await world.work()
    expect(world.tried.map(({ to }) => to)).toEqual(['siti@benar.example', 'siti@benar.example'])
  })

  it('nothing is seen of anybody else, whatever number or code of theirs is sent along', async () => {
    const link = `/s/${hand.otherReceipt}`
    for (const more of [
      { submission: hand.submission },
      { reference: hand.reference, id: hand.submission, receipt: hand.receipt },
      { earlier: hand.receipt, action: 'check' },
      { action: `edit:${hand.submission}` },
    ])
      for (const response of [await correct(link, { ...more, organisation: 'Lain', reach: '9' })])
        expect(await response.text()).not.toMatch(/Rahasia|siti@bina\.example(?!")/)
  })
})
