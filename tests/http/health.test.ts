// GET /healthz: the ledger in numbers, for whoever watches over the deployment.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/core/words/index.ts'
import { type Meter, newMeter } from '../support/inside/meter.ts'
import { pageOf } from '../support/inside/page.ts'
import { IKO, ikoAnswers, MINUTE, newWorld, sentIko, type World } from '../support/inside/world.ts'

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
