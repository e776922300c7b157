// Mail is away for three days: nothing is given up, whoever watches is told in time, and then everything goes out by class.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Handover, MailToSend } from '../../../src/core/kernel/ports.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { ADMINISTRATOR, linkFor } from '../../support/inside/staff.ts'
import { broken, counted, tallies } from '../../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  handed,
  MINUTE,
  newWorld,
  START,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

const ANSWERS = 18

let world: World
let beats: number
beforeEach(async () => {
  beats = 0
  world = await newWorld({ mailDaily: null, heartbeat: async () => void beats++ })
})

const AWAY: readonly Handover[] = [
  { outcome: 'later', reason: 'connection refused', retryAt: null, isOutage: true },
  { outcome: 'later', reason: '421 4.7.0 try again later', retryAt: null, isOutage: true },
]
let turn = 0
const away = async (): Promise<Handover> => AWAY[turn++ % AWAY.length] ?? handed

const isWell = async () => (await world.get('/healthz?strict')).status === 200
const dead = () => world.number('select count(*) from steps where dead_at is not null')
const owedAnswers = () =>
  world.number('select accepted - done - held - failed from round_tallies where accepted > 0')

/** Lets time pass, with a sweep now and then and whatever it hints. */
async function pass(time: number, every: number): Promise<void> {
  const end = world.clock.now + time
  while (world.clock.now < end) {
    world.clock.now = Math.min(end, world.clock.now + every)
    await world.sweep()
    await world.work()
  }
}

const send = (i: number) =>
  sentIko(world, { organisation: `Lembaga ${i} Contoh`, email: `lembaga${i}@bina.example` })

/** What a mail is, by its words. */
const kindOf = ({ text, to }: MailToSend): string => {
  if (text.includes('/c/sign-in/')) return 'sign-in'
  if (to === ADMINISTRATOR) return 'to staff'
  return text.includes('/r/') ? 'report' : 'receipt'
}

describe('an outage of mail for three days', () => {
  beforeEach(async () => {
    await world.sweep()
    expect(await isWell()).toBe(true)
    world.mailService.answer = away
  })

  it('is told within half an hour, and the heartbeat stops', async () => {
    await send(0)
    const before = beats
    await pass(19 * MINUTE, MINUTE)
    expect(await isWell()).toBe(true)
    expect(beats).toBeGreaterThan(before)
    await pass(11 * MINUTE, MINUTE)
    expect(await isWell()).toBe(false)
    const { mail, needs } = await (await world.get('/healthz')).json<{ mail: object; needs: string[] }>()
    expect(needs).toEqual(['mail'])
    expect(mail).toMatchObject({ oldestOwedSeconds: 30 * 60, lastHandedSecondsAgo: null })
    expect(AWAY.map((one) => 'reason' in one && one.reason)).toContain(
      (mail as { lastReason: string }).lastReason,
    )
    const stopped = beats
    await pass(HOUR, 5 * MINUTE)
    expect(beats).toBe(stopped)
  })

  it('gives up nothing and loses nothing, and all goes out within half an hour once mail is back', async () => {
    for (let i = 0; i < ANSWERS; i++) {
      await send(i)
      await pass((3 * DAY) / ANSWERS, 2 * HOUR)
    }
    expect(world.mails).toEqual([])
    expect(await dead()).toBe(0)
    expect(await owedAnswers()).toBe(ANSWERS)
    expect(await world.number('select max(attempts) from steps')).toBe(0)
    world.mailService.answer = async () => handed
    await pass(30 * MINUTE, 5 * MINUTE)
    expect(await owedAnswers()).toBe(0)
    const kinds = world.mails.map(kindOf)
    expect(kinds.filter((kind) => kind === 'receipt')).toHaveLength(ANSWERS)
    expect(kinds.filter((kind) => kind === 'report')).toHaveLength(ANSWERS)
    expect(new Set(world.mails.map(({ delivery }) => delivery)).size).toBe(world.mails.length)
    expect(await isWell()).toBe(true)
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('lets whoever waits to sign in go first once it is over', async () => {
    for (let i = 0; i < 10; i++) await send(i)
    await pass(HOUR, 10 * MINUTE)
    world.mailService.answer = async () => handed
    await world.post('/c/sign-in', { email: ADMINISTRATOR }, { Origin: 'https://simpul.test' })
    world.hints.length = 0
    world.clock.now += 10 * MINUTE
    await world.sweep()
    const kinds = world.mails.map(kindOf)
    expect(kinds.length).toBeGreaterThan(10)
    // Four are handed over side by side.
    expect(kinds.slice(0, 4)).toContain('sign-in')
  })
})

describe('where the mail service takes forty mails a day', () => {
  beforeEach(async () => {
    world = await newWorld({ mailDaily: 40 })
    for (let i = 0; i < 15; i++) await send(i)
  })

  it('half of them are kept for signing in, and the others wait for tomorrow by rule', async () => {
    await world.work()
    expect(world.mails.map(kindOf).filter((kind) => kind !== 'sign-in').length).toBeLessThanOrEqual(20 + 3)
    expect(world.mails.length).toBeGreaterThanOrEqual(20)
    expect(await linkFor(world, ADMINISTRATOR)).toContain('/c/sign-in/')
    await pass(2 * HOUR, 10 * MINUTE)
    const { mail, needs } = await (await world.get('/healthz')).json<{ mail: object; needs: string[] }>()
    expect(mail).toMatchObject({ oldestOwedSeconds: null, lastReason: null })
    expect(needs).toEqual([])
    expect(await owedAnswers()).toBeGreaterThan(0)
    world.clock.now = START - (START % DAY) + DAY
    await pass(HOUR, 10 * MINUTE)
    expect(await owedAnswers()).toBe(0)
    expect(await world.number('select count(*) from mail_days')).toBe(2)
    expect(await world.number('select sum(sign_ins + others) from mail_days')).toBe(world.mails.length)
  })

  it('a crowd of consumers goes over that by no more than they are', async () => {
    const hints = world.hints.splice(0)
    await Promise.all([consume(world.deps, hints), consume(world.deps, hints), world.sweep()])
    await world.work()
    expect(world.mails.length).toBeLessThanOrEqual(20 + 12)
  })
})
