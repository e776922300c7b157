// GET /healthz: the ledger in numbers, for whoever watches over the deployment.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/core/words/index.ts'
import { type Meter, newMeter } from '../support/inside/meter.ts'
import { pageOf } from '../support/inside/page.ts'
import {
  HOUR,
  handed,
  IKO,
  ikoAnswers,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../support/inside/world.ts'

let meter: Meter
let world: World
beforeEach(async () => {
  meter = newMeter()
  world = await newWorld({ db: meter.db })
})

const health = async () => (await world.get('/healthz')).json()
const ledger = (changes: object) => ({ accepted: 0, done: 0, waiting: 0, owed: 0, failed: 0, ...changes })

describe('the health of a deployment', () => {
  it('is nothing but zeros before the first answer', async () => {
    expect(await health()).toEqual({
      ok: true,
      database: true,
      limiter: true,
      submissions: ledger({}),
      oldestOwedSeconds: null,
      sweptSecondsAgo: null,
      mail: { oldestOwedSeconds: null, lastHandedSecondsAgo: null, lastReason: null },
      stopped: 0,
      needs: ['sweep'],
    })
  })

  it('tells where every accepted answer stands, and how long the oldest step waits', async () => {
    await sentIko(world, { organisation: 'Satu Contoh', email: 'satu@bina.example' })
    await world.work()
    await sentIko(world, { organisation: 'satu, contoh', email: 'dua@bina.example' })
    world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_NOT_ALLOWED' })
    await sentIko(world, { organisation: 'Tiga Contoh', email: 'tiga@bina.example' })
    await world.work()
    await sentIko(world, { organisation: 'Empat Contoh', email: 'empat@bina.example' })
    world.clock.now += 5 * MINUTE
    expect(await health()).toEqual({
      ok: true,
      database: true,
      limiter: true,
      submissions: { accepted: 4, done: 1, waiting: 1, owed: 1, failed: 1 },
      oldestOwedSeconds: 300,
      sweptSecondsAgo: null,
      mail: { oldestOwedSeconds: 300, lastHandedSecondsAgo: 300, lastReason: null },
      stopped: 0,
      needs: ['sweep'],
    })
  })

  it('counts a step that is dead as failed, and no longer as owed', async () => {
    await sentIko(world, { email: '', whatsapp: '081234567890' })
    await world.exec(`update steps set id = 'assess:x'`)
    await world.sweep()
    expect(await health()).toMatchObject({
      submissions: ledger({ accepted: 1, failed: 1 }),
      oldestOwedSeconds: null,
    })
  })

  it('tells what the mail service said last, until it takes a mail', async () => {
    world.mailService.answer = async () => ({ outcome: 'later', reason: '450 greylisted', retryAt: null })
    await sentIko(world)
    await world.work()
    expect(await health()).toMatchObject({
      mail: { lastHandedSecondsAgo: null, lastReason: '450 greylisted' },
    })
    world.mailService.answer = async () => handed
    world.clock.now += MINUTE
    await world.sweep()
    expect(await health()).toMatchObject({ mail: { lastHandedSecondsAgo: 0, lastReason: null } })
  })

  it('says when the sweep ran last, and that it is needed after five minutes without', async () => {
    await world.sweep()
    world.clock.now += 5 * MINUTE
    expect(await health()).toMatchObject({ sweptSecondsAgo: 300, needs: [] })
    world.clock.now += 1000
    expect(await health()).toMatchObject({ needs: ['sweep'] })
    await world.sweep()
    expect(await health()).toMatchObject({ sweptSecondsAgo: 0, needs: [] })
  })

  it('is 503 for whoever asks strictly as long as something needs somebody, and 200 for the others', async () => {
    await world.sweep()
    expect((await world.get('/healthz?strict')).status).toBe(200)
    await sentIko(world, { email: '', whatsapp: '081234567890' })
    await world.exec(`update steps set id = 'assess:x'`)
    await world.sweep()
    const response = await world.get('/healthz?strict')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ok: true, stopped: 1, needs: ['stopped'] })
    expect((await world.get('/healthz')).status).toBe(200)
  })

  it('does not count what a rule of ours keeps until tomorrow, until tomorrow passes in vain', async () => {
    await world.sweep()
    for (const name of ['Satu', 'Dua', 'Tiga', 'Empat'])
      await sent(world, REGISTRATION, { ...registrationAnswers, organisation: `${name} Contoh` })
    await world.work()
    world.clock.now += HOUR
    expect(await health()).toMatchObject({ mail: { oldestOwedSeconds: null } })
    world.clock.now = Date.UTC(2026, 10, 24, 1)
    // Due at 00:15, and a minute and a half for each day that it waited.
    expect(await health()).toMatchObject({ mail: { oldestOwedSeconds: 45 * 60 - 76 } })
  })

  it('is 503 while the database refuses, and is kept by nobody', async () => {
    meter.refuses = true
    const response = await world.get('/healthz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ ok: false, database: false })
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  })
})

describe('while the database refuses', () => {
  it('answers get a page that says they are not stored, and the log holds none of them', async () => {
    await world.get(IKO)
    meter.refuses = true
    const response = await world.post(IKO, ikoAnswers)
    expect(response.status).toBe(503)
    expect((await pageOf(response)).words).toContain(wordsFor('id').page.fault.typed)
    expect(world.logs).toHaveLength(1)
    for (const answer of [ikoAnswers.organisation, ikoAnswers.email, ikoAnswers.sender_name])
      expect(world.logs.join()).not.toContain(answer)
  })

  it('a form that is known is shown all the same', async () => {
    await world.get(IKO)
    meter.refuses = true
    expect((await world.get(IKO)).status).toBe(200)
  })
})
