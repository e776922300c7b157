// A mistyped address is mended behind the receipt: mail goes to the new one, links in earlier mails open nothing.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import {
  HOUR,
  IKO,
  ikoAnswers,
  newWorld,
  type Receipt,
  START,
  sentIko,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

let world: World
let sending: Receipt
beforeEach(async () => {
  world = await newWorld()
  sending = await sentIko(world)
})

const words = wordsFor('id').page
const RIGHT = 'siti@benar.example'

const mend = (email: string, more: Typed = {}, receipt = sending.receipt) =>
  world.post(`${receipt}/address`, { submission: world.newKey(), email, ...more })
const ledTo = (response: Response) => response.headers.get('Location') ?? ''
const movedTo = async (response: Response) => ledTo(response).split('?')[0] ?? ''
const reportIn = (page: PageView) =>
  page.all('a').find(({ attributes }) => attributes.href?.startsWith('/r/'))?.attributes.href ?? ''
const page = async (path: string) => pageOf(await world.get(path))

describe('an address that was mended', () => {
  it('gets receipt and report; links in the mails before open nothing', async () => {
    await world.work()
    const first = reportIn(await page(sending.receipt))
    const led = ledTo(await mend(RIGHT))
    const moved = led.split('?')[0] ?? ''
    await world.work()
    expect(world.mails.slice(2).map(({ to }) => to)).toEqual([RIGHT, RIGHT])
    expect((await world.get(first)).status).toBe(410)
    expect((await world.get(sending.receipt)).status).toBe(410)
    expect((await page(led)).words).toContain(words.receipt.moved)
    const receipt = await page(moved)
    expect(receipt.words).not.toContain(words.receipt.moved)
    expect(receipt.words).toContain('@benar.example')
    const second = await page(reportIn(receipt))
    expect(second.words).toContain('1,30')
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('corrects no answer: neither receipt, report nor mails say so', async () => {
    await world.work()
    const receipt = await page(await movedTo(await mend(RIGHT)))
    await world.work()
    const report = await page(reportIn(await page(await movedTo(await mend(RIGHT)))))
    expect(receipt.one('h1').text).toBe(words.receipt.title)
    for (const { words } of [receipt, report])
      expect(words).not.toMatch(/Diperbaiki|Jawaban diperbaiki|menggantikan/)
    for (const { text } of world.mails) expect(text).not.toMatch(/Diperbaiki|menggantikan/)
  })

  it('after a correction leaves told when that was', async () => {
    world.clock.now += HOUR
    await world.post(`${sending.receipt}/correction`, {
      ...ikoAnswers,
      reach: '4',
      submission: world.newKey(),
    })
    const [before] = await world.rows('select corrected_at from revisions where number = 2')
    world.clock.now += HOUR
    const receipt = await page(await movedTo(await mend(RIGHT)))
    expect(receipt.one('h1').text).toBe(words.receipt.correctedTitle)
    expect(before).toEqual({ corrected_at: START + HOUR })
    expect(await world.rows('select corrected_at from revisions where number = 3')).toEqual([before])
  })

  it('of which the old link is left says whose network to ask', async () => {
    await mend(RIGHT)
    const gone = await world.get(sending.receipt)
    expect([gone.status, (await pageOf(gone)).words]).toEqual([
      410,
      expect.stringContaining(words.home.contact('koordinator@rumah-inklusi.example')),
    ])
  })

  it('before any mail went out gets the only mails', async () => {
    await mend(RIGHT)
    await world.work()
    expect(world.mails.map(({ to }) => to)).toEqual([RIGHT, RIGHT])
    expect(await broken()).toEqual([])
  })

  it('is an answer like every other: a revision of its own', async () => {
    await mend(RIGHT)
    const emails = (
      await world.rows<{ answers: string }>('select answers from revisions order by number')
    ).map(({ answers }) => JSON.parse(answers).email)
    expect(emails).toEqual([ikoAnswers.email, RIGHT])
  })

  it('can be mended after the close, too', async () => {
    await world.exec(`update rounds set closed_at = ${START}`)
    world.clock.now += HOUR
    expect((await mend(RIGHT)).status).toBe(303)
  })

  it('twice with one press is mended once', async () => {
    const key = world.newKey()
    const first = await movedTo(await mend(RIGHT, { submission: key }))
    expect(await movedTo(await mend(RIGHT, { submission: key }))).toBe(first)
    expect(await world.number('select count(*) from revisions')).toBe(2)
  })

  it('can be mended again from the page before', async () => {
    const key = world.newKey()
    await mend('siti@salah.example', { submission: key })
    const moved = await movedTo(await mend(RIGHT, { submission: key }))
    expect((await page(moved)).words).toContain('@benar.example')
  })

  it('that is the same as before changes nothing', async () => {
    expect(await movedTo(await mend(ikoAnswers.email))).toBe(sending.receipt)
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })
})

describe('whoever got the link by mistake', () => {
  it('is led no further by what they sent from it, once it is withdrawn', async () => {
    const key = world.newKey()
    const corrected = { ...ikoAnswers, submission: key, results: '4' }
    expect((await world.post(`${sending.receipt}/correction`, corrected)).status).toBe(303)
    const moved = await movedTo(await mend(RIGHT))
    for (const path of [`${sending.receipt}/correction`, `${sending.receipt}/address`, IKO]) {
      const answer = await world.post(path, corrected)
      expect([path, answer.status]).toEqual([path, 410])
      expect(await answer.text()).not.toContain(moved)
    }
  })

  it('cannot keep the sender out: the page that was sent first leads on', async () => {
    const moved = await movedTo(await mend('orang@lain.example'))
    const again = await world.post(IKO, { ...ikoAnswers, submission: sending.key })
    expect(again.headers.get('Location')).toBe(moved)
  })
})

describe('an address that was taken away by a correction', () => {
  it('is told of no more; the report is passed on by hand', async () => {
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'unknown' })
    await world.work()
    expect((await page(sending.receipt)).words).toContain('@bina.example')
    const corrected = await world.post(`${sending.receipt}/correction`, {
      ...ikoAnswers,
      email: '',
      whatsapp: '081234567890',
      submission: world.newKey(),
    })
    await world.work()
    const receipt = await page(await movedTo(corrected))
    expect(receipt.words).toContain(words.receipt.mail.none)
    expect(receipt.words).not.toContain('@bina.example')
    expect(receipt.words).toContain(words.receipt.share)
  })
})

describe('an address that cannot be taken', () => {
  it.each(['', 'siti', 'siti@'])('is shown again with how to mend it: %j', async (typed) => {
    const response = await mend(typed)
    expect(response.status).toBe(422)
    const shown = await pageOf(response)
    expect(shown.one('input', { type: 'email' }).attributes).toMatchObject({
      value: typed,
      'aria-invalid': 'true',
    })
    expect(shown.one('details', { open: '' })).toBeDefined()
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })

  it('looks mistyped is asked about, and taken when it is sent again', async () => {
    const response = await mend('siti@gmial.com')
    expect(response.status).toBe(422)
    expect((await pageOf(response)).words).toContain(
      words.mistyped.question('siti@gmial.com', 'siti@gmail.com'),
    )
    expect((await mend('siti@gmial.com', { sure: 'siti@gmial.com' })).status).toBe(303)
  })

  it('looks mistyped is mended by one button', async () => {
    const asked = await pageOf(await mend('siti@gmial.com'))
    const [button] = asked.all('button', { name: 'meant' })
    expect(button?.text).toBe(words.mistyped.use('siti@gmail.com'))
    expect((await mend('siti@gmial.com', { sure: 'siti@gmial.com', meant: 'siti@gmail.com' })).status).toBe(
      303,
    )
    expect(
      await world.rows('select recipient from deliveries order by created_at desc, generation desc limit 1'),
    ).toEqual([{ recipient: 'siti@gmail.com' }])
  })

  it('opens nothing by a forged link', async () => {
    expect((await mend(RIGHT, {}, '/s/anything')).status).toBe(404)
  })
})

describe('answers without an address', () => {
  it('show the report on the receipt, to be passed on by WhatsApp', async () => {
    sending = await sentIko(world, { organisation: 'Forum & Contoh', email: '', whatsapp: '081234567890' })
    await world.work()
    const receipt = await page(sending.receipt)
    const share = receipt.all('a').find(({ attributes }) => attributes.href?.startsWith('https://wa.me/'))
    const text = new URL(share?.attributes.href ?? '').searchParams.get('text') ?? ''
    expect(text).toContain('Forum & Contoh')
    expect(text).toContain(`https://simpul.test${reportIn(receipt)}`)
    expect(receipt.words).toContain(words.receipt.report.noMail)
  })

  it('can be given one later, and nothing is withdrawn by it', async () => {
    sending = await sentIko(world, { organisation: 'Forum Contoh', email: '', whatsapp: '081234567890' })
    await world.work()
    expect(await movedTo(await mend(RIGHT))).toBe(sending.receipt)
    await world.work()
    expect(world.mails.filter(({ to }) => to === RIGHT)).toHaveLength(2)
  })

  it('with an address share nothing: the report goes there', async () => {
    await world.work()
    expect((await page(sending.receipt)).html).not.toContain('wa.me')
  })
})
