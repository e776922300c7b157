// Corrections: a new revision of what was sent, the report made anew, the earlier one said to be replaced.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { filled, type PageView, pageOf, sendable } from '../../../support/inside/page.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  type Receipt,
  registrationAnswers,
  START,
  sent,
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

const correct = (changes: Typed = {}, receipt = sending.receipt) =>
  world.post(`${receipt}/correction`, { ...ikoAnswers, submission: world.newKey(), ...changes })

const revisions = () =>
  world.rows<{ number: number; answers: string }>('select number, answers from revisions order by number')
const reportIn = (page: PageView) =>
  page.all('a').find(({ attributes }) => attributes.href?.startsWith('/r/'))?.attributes.href ?? ''
const receiptPage = async (receipt = sending.receipt) => pageOf(await world.get(receipt))
const failedNow = `select sum(failed) from round_tallies`
const isSound = async () => {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

describe('the page of a correction', () => {
  it('is filled in with what was sent, under a key of its own', async () => {
    const { submission, ...shown } = sendable(await receiptPage(`${sending.receipt}/correction`))
    expect(filled(shown)).toEqual(filled(ikoAnswers))
    expect(submission).not.toBe(sending.key)
  })

  it('is led to by the receipt as long as the round takes answers', async () => {
    const href = `${sending.receipt}/correction?lang=id`
    expect((await receiptPage()).all('a', { href })).toHaveLength(1)
    await world.exec(`update rounds set closed_at = ${START}`)
    expect((await receiptPage()).all('a', { href })).toEqual([])
    world.clock.now += HOUR
    expect((await receiptPage(`${sending.receipt}/correction`)).one('h1').text).toBe(words.closed.title)
  })

  it('checks, changes and switches the language like every form, and stores nothing by it', async () => {
    for (const action of ['check', 'edit:reach', 'lang:en']) {
      const page = await pageOf(await correct({ action, reach: '3' }))
      expect(page.one('form').attributes.action).toContain(`${sending.receipt}/correction`)
      expect(sendable(page).reach).toBe('3')
    }
    expect(await revisions()).toHaveLength(1)
  })

  it('says of itself that it is not sent yet, where it is checked and where it is not complete', async () => {
    const says = async (fields: Typed) => (await pageOf(await correct(fields))).words
    const [checked, refused] = [await says({ action: 'check' }), await says({ reach: '' })]
    expect(checked).toContain('Perbaikan Anda belum terkirim. Baca sekali lagi.')
    expect(refused).toContain('Perbaiki yang berikut, lalu tekan “Periksa dulu”.')
    for (const page of [checked, refused]) {
      expect(page).toContain('Perbaikan Anda belum terkirim')
      expect(page).not.toContain('Jawaban Anda belum terkirim')
    }
  })

  it('is not there for a link that opens nothing', async () => {
    expect((await world.get('/s/anything/correction')).status).toBe(404)
    expect((await correct({}, '/s/anything')).status).toBe(404)
  })
})

describe('a correction', () => {
  it('is a new revision of the same submission, and every earlier one is kept', async () => {
    expect((await correct({ reach: '3' })).status).toBe(303)
    await correct({ reach: '4' })
    const levels = (await revisions()).map(({ number, answers }) => [number, JSON.parse(answers).reach.level])
    expect(levels).toEqual([
      [1, 1],
      [2, 3],
      [3, 4],
    ])
    expect(await world.number('select count(*) from submissions')).toBe(1)
    await isSound()
  })

  it('leads back to the same receipt, which says when it was corrected and shows the new answers', async () => {
    world.clock.now += HOUR
    const response = await correct({ sender_name: 'Agus Contoh' })
    expect(response.headers.get('Location')).toBe(sending.receipt)
    const page = await receiptPage()
    expect(page.words).toContain(words.receipt.corrected('23 November 2026 pukul 11.00 WIB'))
    expect(page.words).toContain('Agus Contoh')
    expect(page.words).toContain(sending.reference)
  })

  const CORRECTED = /Laporan ini\s+menggantikan laporan\s+sebelumnya/

  it('makes the report anew once; the earlier one says that it was replaced', async () => {
    await world.work()
    const first = reportIn(await receiptPage())
    await correct({ reach: '4' })
    expect((await receiptPage()).words).toContain(words.receipt.report.computing)
    await world.work()
    const second = reportIn(await receiptPage())
    expect(second).not.toBe(first)
    expect((await pageOf(await world.get(first))).words).toContain(words.replaced)
    const page = await pageOf(await world.get(second))
    expect(page.words).not.toContain(words.replaced)
    expect(page.words).toMatch(CORRECTED)
    expect(world.mails.at(-1)?.text).toMatch(CORRECTED)
    expect(world.mails[1]?.text).not.toMatch(CORRECTED)
    expect(page.words).toContain('1,60')
    expect(world.mails.map(({ to }) => to)).toEqual(Array(3).fill(ikoAnswers.email))
    expect(await world.number(`select assessed from round_tallies where assessed > 0`)).toBe(1)
    await isSound()
  })

  it('sent before the first report was made or mailed leaves one report only', async () => {
    await correct({ reach: '4' })
    await world.work()
    expect(await world.number('select count(*) from assessments')).toBe(1)
    expect(world.mails.filter(({ subject }) => subject.includes('laporan'))).toHaveLength(1)
    await isSound()
  })

  it('twice from the same page is one; with other answers it conflicts, and is sent as another correction', async () => {
    const key = world.newKey()
    await correct({ submission: key, reach: '3' })
    expect((await correct({ submission: key, reach: '3' })).headers.get('Location')).toBe(sending.receipt)
    const conflict = await correct({ submission: key, reach: '4' })
    expect(conflict.status).toBe(409)
    const page = await pageOf(conflict)
    const again = await world.post(page.one('form').attributes.action ?? '', sendable(page))
    expect(again.headers.get('Location')).toBe(sending.receipt)
    expect(await revisions()).toHaveLength(3)
    await isSound()
  })

  it('that is not complete is shown again with what is to be mended, and nothing of it is stored', async () => {
    const response = await correct({ reach: '' })
    expect(response.status).toBe(422)
    expect((await pageOf(response)).all('a', { href: '#reach' })).toHaveLength(1)
    expect(await revisions()).toHaveLength(1)
  })

  it('after the close is refused unless it was begun before', async () => {
    const path = await openRound(world, { slug: 'pendek', closesAt: START + HOUR })
    const { receipt } = await sent(world, path, ikoAnswers)
    world.clock.now = START + 2 * HOUR
    expect((await correct({ submission: keyAt(world.clock.now, '000000000009') }, receipt)).status).toBe(403)
    expect((await correct({ submission: keyAt(OPENED, '000000000009') }, receipt)).status).toBe(303)
  })

  it('of what was withdrawn is refused', async () => {
    await world.exec(`update submissions set withdrawn_at = ${START}`)
    expect((await correct({ reach: '3' })).status).toBe(403)
    expect(await revisions()).toHaveLength(1)
  })

  it('of a failed submission is owed anew, and no longer counted as failed', async () => {
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
    await world.work()
    expect(await world.number(failedNow)).toBe(1)
    await correct({ reach: '3' })
    expect(await world.number(failedNow)).toBe(0)
    await isSound()
    await world.work()
    expect(await world.number(failedNow)).toBe(1)
    await isSound()
  })

  it('of a form that measures nothing is told by a receipt', async () => {
    const registered = await sent(world, REGISTRATION, registrationAnswers)
    await world.work()
    const before = world.mails.length
    world.clock.now += HOUR
    await world.post(`${registered.receipt}/correction`, {
      ...registrationAnswers,
      submission: world.newKey(),
      profile: 'Yang benar.',
    })
    await world.work()
    const [mail, ...more] = world.mails.slice(before)
    expect([mail?.to, more]).toEqual([registrationAnswers.email, []])
    expect(mail?.text).toMatch(/Dikirim: 23 November 2026 pukul 10\.00 WIB/)
    expect(mail?.text).toContain(`${wordsFor('id').mail.receipt.corrected}: 23 November 2026 pukul 11.00 WIB`)
    await isSound()
  })
})

describe('a correction of who answered', () => {
  it('that names an organisation that answered already is held', async () => {
    const other = await sentIko(world, { organisation: 'Forum Lain Contoh', email: 'agus@lain.example' })
    await world.work()
    await correct({ email: 'agus@lain.example' }, other.receipt)
    expect(await world.rows('select reference from submissions where held_at is not null')).toEqual([
      { reference: other.reference },
    ])
    await isSound()
  })

  it('that sets right a name written by mistake is held no longer, and gets its report', async () => {
    const second = await sentIko(world, { email: 'agus@lain.example' })
    expect(await world.number('select count(*) from submissions where held_at is not null')).toBe(1)
    await correct({ organisation: 'Forum Lain Contoh', email: 'agus@lain.example' }, second.receipt)
    await world.work()
    expect(reportIn(await receiptPage(second.receipt))).not.toBe('')
    await isSound()
  })
})

describe('other answers from a page that was sent before', () => {
  const again = { ...ikoAnswers, submission: keyAt(OPENED), organisation: 'Forum Lain Contoh' }

  it('can be sent as a correction or for another organisation', async () => {
    const { receipt } = await sentIko(world, { submission: keyAt(OPENED), organisation: 'Forum Contoh' })
    const page = await pageOf(await world.post(IKO, again))
    const ways = page
      .all('button', { value: 'send' })
      .map(({ text, attributes }) => [text, attributes.formaction])
    expect(ways).toEqual([
      [words.conflict.asCorrection, `${receipt}/correction?lang=id&send=1`],
      [words.conflict.asAnother, undefined],
    ])
    const fields = sendable(page)
    expect((await world.post(ways[0]?.[1] ?? '', fields)).headers.get('Location')).toBe(receipt)
    const another = await world.post(IKO, { ...fields, submission: world.newKey() })
    expect(another.headers.get('Location')).not.toBe(receipt)
  })

  it('keep both ways through check and language', async () => {
    await sentIko(world, { submission: keyAt(OPENED), organisation: 'Forum Contoh' })
    const fields = sendable(await pageOf(await world.post(IKO, again)))
    for (const action of ['check', 'lang:en', 'edit:reach']) {
      const page = await pageOf(await world.post(IKO, { ...fields, action }))
      expect(
        page.all('button').filter(({ attributes }) => attributes.formaction?.includes('/correction')),
      ).toHaveLength(1)
    }
  })

  it('are offered no way that leads elsewhere', async () => {
    for (const earlier of ['../../f/x', 'x', 'https://evil.example/', `${'A'.repeat(22)}.a/../..`]) {
      const page = await pageOf(await world.post(IKO, { ...ikoAnswers, earlier, action: 'check' }))
      expect(page.all('button').filter(({ attributes }) => attributes.formaction?.startsWith('/s/'))).toEqual(
        [],
      )
    }
  })
})

it('a correction begun days ago is taken while the round is open', async () => {
  world.clock.now += 5 * DAY
  expect((await correct({ submission: keyAt(OPENED, '000000000009'), reach: '3' })).status).toBe(303)
})
