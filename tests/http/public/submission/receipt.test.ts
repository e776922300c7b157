// The receipt: the code, what happens next, and what became of the mails, without telling the address.
import { beforeEach, describe, expect, it } from 'vitest'
import { forms } from '../../../../forms/index.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { MOST_ATTEMPTS, waitAfter } from '../../../../src/workflow/consume.ts'
import { type PageView, pageOf } from '../../../support/inside/page.ts'
import {
  DAY,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  type Receipt,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let world: World
let sending: Receipt
beforeEach(async () => {
  world = await newWorld()
  sending = await sentIko(world)
})

const words = wordsFor('id').page.receipt
const masked = 's…i@bina.example'
const page = async (): Promise<PageView> => pageOf(await world.get(sending.receipt))
const reportLink = (view: PageView) =>
  view.all('a').find(({ attributes }) => attributes.href?.startsWith('/r/'))

describe('a receipt', () => {
  it('shows the code for the eye and, spelled, for the ear', async () => {
    const view = await page()
    expect(view.one('span', { 'aria-hidden': 'true' }).text).toBe(sending.reference)
    const [, first, second, third] = /^(...)-(...)-(...)$/.exec(sending.reference) ?? []
    const spelled = [first, second, third].map((group) => Array.from(group ?? '').join(' ')).join(', ')
    expect(view.one('span', { class: 'sr' }).text).toBe(spelled)
  })

  it('says when the answers came, in the time of the district, and what happens next', async () => {
    const view = await page()
    expect(view.words).toContain('23 November 2026 pukul 10.00 WIB')
    const afterwards = forms.find(({ id }) => id === 'iko')?.afterwards.id ?? '?'
    expect(view.words).toContain(afterwards)
  })

  it('shows the address only in part, whatever has become of the mail', async () => {
    const views = [await page()]
    await world.work()
    views.push(await page())
    await world.exec(`update deliveries set handed_at = null, failed_at = 1, reason = 'x'`)
    views.push(await page())
    for (const view of views) {
      expect(view.words).toContain(masked)
      expect(view.html).not.toContain(ikoAnswers.email)
    }
  })

  it('says that the mail is on its way, then that it has gone', async () => {
    expect((await page()).words).toContain(words.mail.waiting(masked))
    await world.work()
    expect((await page()).words).toContain(words.mail.handed(masked))
  })

  it('says that the mail could not be sent', async () => {
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
    await world.work()
    const view = await page()
    expect(view.words).toContain(words.mail.failed(masked))
    expect(view.words).toContain(words.report.failed(masked))
    expect(reportLink(view)).toBeDefined()
  })

  it('says that the mail could not be sent once no further try is made', async () => {
    world.mailService.answer = async () => Promise.reject(new Error('not reachable'))
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await world.sweep()
      world.clock.now += waitAfter(attempt)
    }
    expect((await page()).words).toContain(words.mail.failed(masked))
  })

  it('says from when on the mail can be sent where it waits for another day', async () => {
    const retryAt = world.clock.now + DAY
    world.mailService.answer = async () => ({ outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt })
    await world.work()
    expect((await page()).words).toContain(words.report.delayed(masked, '24 November 2026 pukul 10.01 WIB'))
  })

  it('leads to the report once it is worked out, and before that to itself', async () => {
    const early = await page()
    expect(reportLink(early)).toBeUndefined()
    expect(early.words).toContain(words.report.computing)
    expect(early.all('a').map(({ attributes }) => attributes.href)).toContain(`${sending.receipt}?lang=id`)
    await world.work()
    const link = reportLink(await page())?.attributes.href ?? ''
    expect((await world.get(link)).status).toBe(200)
  })

  it('of a form that measures nothing speaks of no report', async () => {
    sending = await sent(world, REGISTRATION, registrationAnswers)
    await world.work()
    const view = await page()
    expect(view.words).not.toContain(words.report.title)
    expect(reportLink(view)).toBeUndefined()
  })
})
