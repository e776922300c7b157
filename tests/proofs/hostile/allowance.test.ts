// At most three mails a day to an address the network does not know; the others wait, and none is lost.
import { beforeEach, describe, expect, it } from 'vitest'
import { demoAdministrator } from '../../../scripts/demo.ts'
import type { MailToSend } from '../../../src/core/kernel/ports.ts'
import { consume } from '../../../src/workflow/consume.ts'
import {
  DAY,
  HOUR,
  ikoAnswers,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  START,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const VICTIM = 'korban@bina.example'
const MIDNIGHT = (Math.floor(START / DAY) + 1) * DAY

/** Different organisations that name the same address. */
async function flood(count: number, changes: (i: number) => Typed = () => ({})): Promise<void> {
  for (let i = 0; i < count; i++)
    await sentIko(world, { organisation: `Yayasan Contoh ${i}`, email: VICTIM, ...changes(i) })
}

/** Takes what was hinted in several consumers at once, every step by two of them. */
async function workTogether(): Promise<void> {
  for (let steps = world.hints.splice(0); steps.length > 0; steps = world.hints.splice(0))
    await Promise.all([steps, [...steps].reverse(), steps.slice(3)].map((one) => consume(world.deps, one)))
}

/** Mails, but for those that tell the network's own administrator of what waits. */
const toOthers = (mails: readonly MailToSend[]) => mails.filter(({ to }) => to !== demoAdministrator.email)

const sentTo = (address: string): number => world.tried.filter(({ to }) => to === address).length
const deliveries = (where: string) => world.number(`select count(*) from deliveries where ${where}`)

/** Lets a day of sweeps pass. */
async function nextDay(): Promise<void> {
  world.clock.now = (Math.floor(world.clock.now / DAY) + 1) * DAY
  for (const after of [15 * MINUTE, HOUR, 12 * HOUR]) {
    world.clock.now = Math.floor(world.clock.now / DAY) * DAY + after
    await world.sweep()
    await workTogether()
  }
}

describe('an address the network does not know', () => {
  it('gets three mails on the first day, however many consumers there are', async () => {
    await flood(10)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
    for (const hours of [1, 6, 12]) {
      world.clock.now = START + hours * HOUR
      await world.sweep()
      await workTogether()
    }
    expect(sentTo(VICTIM)).toBe(3)
    expect(toOthers(world.mails)).toHaveLength(3)
    expect(await world.number('select sum(sent) from mail_counts')).toBe(3)
  })

  it('has the others waiting for the next day, reports before receipts', async () => {
    await flood(10)
    await workTogether()
    const waiting = await world.rows<{ due: number; kind: string }>(
      `select s.due_at as due, d.kind from steps s join deliveries d on s.id = 'deliver:' || d.id where s.dead_at is null`,
    )
    expect(waiting).toHaveLength(17)
    // A mail is due a minute and a half later for each day that it has waited.
    const inTurn = (MIDNIGHT - START) / 1000
    for (const { due, kind } of waiting)
      expect(due).toBe((kind === 'report' ? MIDNIGHT : MIDNIGHT + 15 * MINUTE) + inTurn)
  })

  it('gets three more each day until all have come, each once', async () => {
    await flood(10)
    await workTogether()
    for (let day = 2; day <= 7; day++) {
      await nextDay()
      expect(sentTo(VICTIM)).toBe(Math.min(3 * day, 20))
    }
    expect(new Set(toOthers(world.mails).map(({ delivery }) => delivery)).size).toBe(20)
    expect(await deliveries('handed_at is null')).toBe(0)
    expect(await world.number('select done from round_tallies where accepted > 0')).toBe(10)
  })

  it('is the same address in capitals', async () => {
    await flood(6, (i) => ({ email: i % 2 === 0 ? VICTIM : VICTIM.toUpperCase() }))
    await workTogether()
    expect(toOthers(world.tried)).toHaveLength(3)
  })

  it('is the same address in another form', async () => {
    await flood(2)
    for (const organisation of ['Komunitas A', 'Komunitas B', 'Komunitas C'])
      await sent(world, REGISTRATION, { ...registrationAnswers, organisation, email: VICTIM })
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
  })

  it('takes nothing from another address', async () => {
    await flood(5)
    await sentIko(world, { organisation: 'Sanggar Lain', email: 'budi@lain.example' })
    await workTogether()
    expect([sentTo(VICTIM), sentTo('budi@lain.example')]).toEqual([3, 2])
  })

  it('is not counted for mails that could not be sent', async () => {
    await flood(3)
    const { answer } = world.mailService
    world.mailService.answer = async () => ({ outcome: 'later', reason: 'busy', retryAt: null })
    await workTogether()
    expect(toOthers(world.mails)).toHaveLength(0)
    world.mailService.answer = answer
    world.clock.now += HOUR
    await world.sweep()
    await workTogether()
    expect(toOthers(world.mails)).toHaveLength(3)
  })

  it('does not lose a mail that has waited for days when it fails once after that', async () => {
    await flood(2)
    await workTogether()
    for (let day = 1; day <= 5; day++) {
      const date = new Date(START + day * DAY).toISOString().slice(0, 10)
      // Others were quicker: the three mails of that day are used up before.
      await world.exec(
        `insert into mail_counts (recipient_key, day, network_id, sent) select substr(recipient_key, 1, instr(recipient_key, '.') - 1), '${date}', network_id, 3 from mail_counts where instr(recipient_key, '.') > 0 limit 1`,
      )
      await nextDay()
    }
    expect(sentTo(VICTIM)).toBe(3)
    const { answer } = world.mailService
    world.mailService.answer = async () => ({ outcome: 'later', reason: 'busy', retryAt: null })
    await nextDay()
    expect(await world.number('select count(*) from steps where dead_at is not null')).toBe(0)
    world.mailService.answer = answer
    await nextDay()
    expect(toOthers(world.mails)).toHaveLength(4)
  })
})

describe('changes behind one receipt', () => {
  const OTHERS = Array.from({ length: 6 }, (_, i) => `orang${i}@lain.example`)
  let receipt: string
  beforeEach(async () => {
    receipt = (await sentIko(world, { email: VICTIM })).receipt
  })

  async function change(where: 'correction' | 'address', fields: Typed): Promise<void> {
    const submission = world.newKey()
    const response = await world.post(`${receipt}/${where}`, { ...ikoAnswers, ...fields, submission })
    expect(response.status).toBe(303)
    receipt = response.headers.get('Location')?.split('?')[0] ?? ''
  }
  const correct = (i: number, email: string) =>
    change('correction', { email, reach: String((i % 4) + 1), facilitator: `Fasilitator ${i}` })
  const mend = (email: string) => change('address', { email })

  it('send an address three mails a day, however often answers are corrected', async () => {
    for (let i = 0; i < 12; i++) {
      await correct(i, VICTIM)
      await workTogether()
    }
    expect(sentTo(VICTIM)).toBe(3)
    await nextDay()
    // Of all the reports only the one that stands is still owed.
    expect(sentTo(VICTIM)).toBe(4)
    await nextDay()
    expect(sentTo(VICTIM)).toBe(4)
  })

  it('send each address three mails a day, however often mail is turned from one to another and back', async () => {
    for (let i = 0; i < 36; i++) {
      await mend(OTHERS[i % OTHERS.length] ?? '')
      if (i % 5 === 0) await correct(i, OTHERS[i % OTHERS.length] ?? '')
      await workTogether()
    }
    for (const address of OTHERS) expect([address, sentTo(address)]).toEqual([address, 3])
    expect(sentTo(VICTIM)).toBeLessThanOrEqual(3)
  })

  it('send nothing more to an address that has had its three mails from others', async () => {
    await flood(2)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
    const other = await sentIko(world, { organisation: 'Forum Lain Contoh', email: 'agus@lain.example' })
    receipt = other.receipt
    await mend(VICTIM)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
    expect(
      await world.number(
        `select max(n) from (select sum(sent) as n from mail_counts group by substr(recipient_key, 1, instr(recipient_key, '.') - 1))`,
      ),
    ).toBe(3)
  })
})

describe('an address the network knows', () => {
  const know = (email: string, network = '(select id from networks limit 1)') =>
    world.exec(
      `insert into contacts (id, network_id, name, email, locale, created_at) values ('k-${email}', ${network}, 'Siti Contoh', '${email}', 'id', 0)`,
    )

  it('gets every mail on the same day', async () => {
    await know(VICTIM)
    await flood(10)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(20)
    expect(await deliveries('handed_at is null')).toBe(0)
  })

  it('is known in capitals, too', async () => {
    await know(VICTIM)
    await flood(3, () => ({ email: VICTIM.toUpperCase() }))
    await workTogether()
    expect(toOthers(world.tried)).toHaveLength(6)
  })

  it('is not known to this network because another one knows it', async () => {
    await world.exec(
      `insert into networks (id, slug, name, time_zone, languages, provinces, reply_to, created_at) select 'other', 'lain', name, time_zone, languages, provinces, 'x@lain.example', 0 from networks limit 1`,
    )
    await know(VICTIM, `'other'`)
    await flood(4)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
  })

  it('is not known because it looks alike', async () => {
    await know(`x${VICTIM}`)
    await know(`${VICTIM}.evil.example`)
    await know('%@bina.example')
    await flood(4)
    await workTogether()
    expect(sentTo(VICTIM)).toBe(3)
  })
})
