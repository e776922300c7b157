// A second answer for the same organisation: kept and confirmed, but the first one counts.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  ikoAnswers,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const words = wordsFor('id').mail.receipt
const heldCount = () => world.number('select count(*) from submissions where held_at is not null')
const again = { organisation: 'YAYASAN “Bina-Karya” contoh', email: 'agus@bina.example', results: '4' }

describe('a second answer for the same organisation', () => {
  it.each(['yayasan bina karya contoh', 'YAYASAN BINA-KARYA, CONTOH.', 'Yayasan «Bina»  Karyá Contoh'])(
    'is known by its name without case and punctuation: %s',
    async (organisation) => {
      await sentIko(world)
      await sentIko(world, { organisation })
      expect(await heldCount()).toBe(1)
    },
  )

  it('is none where the name or the district differs, or the round', async () => {
    await sentIko(world)
    await sentIko(world, { organisation: 'Yayasan Bina Karya Contoh Malang' })
    await sentIko(world, { district: '35.73' })
    await sent(world, await openRound(world, { slug: 'iko-lain' }), ikoAnswers)
    expect(await heldCount()).toBe(0)
  })

  it('is stored and has a receipt of its own', async () => {
    const first = await sentIko(world)
    const second = await sentIko(world, again)
    expect(second.reference).not.toBe(first.reference)
    expect(await world.number('select count(*) from revisions')).toBe(2)
    const page = await pageOf(await world.get(second.receipt))
    expect(page.words).toContain(second.reference)
    expect(page.words).toContain(wordsFor('id').page.receipt.held)
    expect(page.words).not.toContain(wordsFor('id').page.receipt.report.title)
  })

  it('is not measured, and its mail says why', async () => {
    await sentIko(world)
    const second = await sentIko(world, again)
    await world.work()
    await world.sweep()
    expect(await world.number('select count(*) from assessments')).toBe(1)
    const mails = world.mails.filter(({ to }) => to === 'agus@bina.example')
    expect(mails).toHaveLength(1)
    for (const body of [mails[0]?.text, mails[0]?.html]) {
      expect(body).toContain(second.reference)
      expect(body).toContain(words.held.heading)
      expect(body).not.toContain(words.reportFollows)
    }
  })

  it('waits in the ledger, also once its mail has gone', async () => {
    await sentIko(world)
    await sentIko(world, again)
    await world.work()
    const health = await (await world.get('/healthz')).json<{ submissions: unknown }>()
    expect(health.submissions).toEqual({ accepted: 2, done: 1, waiting: 1, owed: 0, failed: 0 })
  })

  it('waits in the ledger, also where its mail is refused', async () => {
    await sentIko(world)
    await sentIko(world, again)
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
    await world.work()
    const health = await (await world.get('/healthz')).json<{ submissions: unknown }>()
    expect(health.submissions).toEqual({ accepted: 2, done: 0, waiting: 1, owed: 0, failed: 1 })
  })

  it('is none once the first one is withdrawn', async () => {
    await sentIko(world)
    await world.exec('update submissions set withdrawn_at = 1')
    await sentIko(world, again)
    expect(await heldCount()).toBe(0)
  })

  it('is no first one for a third: that counts again where nothing else does', async () => {
    await sentIko(world)
    await sentIko(world, again)
    await world.exec('update submissions set withdrawn_at = 1 where held_at is null')
    await sentIko(world, { results: '3' })
    expect(await heldCount()).toBe(1)
  })

  it('is only the later one of two that arrive together', async () => {
    await Promise.all([sentIko(world), sentIko(world, again)])
    expect(await heldCount()).toBe(1)
    expect(await world.number(`select count(*) from steps where id like 'assess:%'`)).toBe(1)
  })

  it('is held in a registration as well', async () => {
    await sent(world, REGISTRATION, registrationAnswers)
    await sent(world, REGISTRATION, { ...registrationAnswers, contact_name: 'Rina Contoh' })
    expect(await heldCount()).toBe(1)
  })
})
