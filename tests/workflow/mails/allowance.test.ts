// Three mails a day to an address the network does not know, twenty to one it does: a form is no way to flood anybody.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { RAN_OUT, TOO_MANY_WAIT } from '../../../src/core/message/message.ts'
import { dueSteps, LEASE } from '../../../src/db/step/write.ts'
import { consume, takeSteps } from '../../../src/workflow/consume.ts'
import { ADMINISTRATOR } from '../../support/inside/staff.ts'
import { counted, tallies } from '../../support/inside/tables.ts'
import {
  DAY,
  HOUR,
  handed,
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

const MIDNIGHT = Date.UTC(2026, 10, 24)

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const register = (name: string, email: string = registrationAnswers.email) =>
  sent(world, REGISTRATION, { ...registrationAnswers, organisation: `${name} Contoh`, email })
const registerAll = async (...names: readonly string[]) => {
  for (const name of names) await register(name)
  await world.work()
}

it('the fourth mail of a day waits for the next day, and then goes', async () => {
  await registerAll('Satu', 'Dua', 'Tiga', 'Empat')
  expect(world.mails).toHaveLength(3)
  world.clock.now = MIDNIGHT - 1
  await world.sweep()
  expect(world.mails).toHaveLength(3)
  world.clock.now = MIDNIGHT + HOUR
  await world.sweep()
  expect(world.mails).toHaveLength(4)
  expect(await tallies(world)).toMatchObject([{ accepted: 4, done: 4, failed: 0 }, {}])
  expect(await tallies(world)).toEqual(await counted(world))
})

it('reports go before receipts on the next day', async () => {
  await registerAll('Satu', 'Dua', 'Tiga')
  await sentIko(world, { email: registrationAnswers.email })
  await world.work()
  expect(world.mails).toHaveLength(3)
  world.clock.now = MIDNIGHT + 5 * MINUTE
  await world.sweep()
  const toThem = () => world.mails.filter(({ to }) => to === registrationAnswers.email)
  expect(toThem()).toHaveLength(4)
  expect(toThem().at(-1)?.text).toContain('/r/')
  world.clock.now += 15 * MINUTE
  await world.sweep()
  expect(toThem().at(-1)?.text).toContain('/s/')
})

it('four mails at once are three, whoever takes them', async () => {
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam']) await register(name)
  await Promise.all([world.work(), world.sweep(), world.sweep()])
  expect(world.mails).toHaveLength(3)
})

it('capitals make no other address', async () => {
  await register('Satu', 'Bagas@Sahabat.example')
  await register('Dua', 'BAGAS@sahabat.example')
  await registerAll('Tiga', 'Empat')
  expect(world.mails).toHaveLength(3)
})

it('what was not sent is not counted', async () => {
  world.mailService.answer = () => Promise.reject(new Error('not now'))
  await registerAll('Satu', 'Dua', 'Tiga', 'Empat')
  world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
  await registerAll('Lima')
  world.mailService.answer = async () => handed
  await registerAll('Enam', 'Tujuh', 'Delapan')
  expect(world.mails).toHaveLength(3)
})

const know = (email: string) =>
  world.exec(
    `insert into contacts (id, network_id, email, locale, created_at) select 'c1', id, '${email}', 'id', 0 from networks`,
  )
const mailed = (to: string) => world.mails.filter((mail) => mail.to === to).length
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `Nomor ${from + i}`)

describe('an address of the network’s contacts', () => {
  beforeEach(() => know(registrationAnswers.email))

  it('gets more than three mails a day', async () => {
    await registerAll('Satu', 'Dua', 'Tiga', 'Empat', 'Lima')
    expect(mailed(registrationAnswers.email)).toBe(5)
  })

  it('gets twenty, and the others wait', async () => {
    await registerAll(...numbered(23))
    expect(mailed(registrationAnswers.email)).toBe(20)
    expect(await world.number('select count(*) from steps where dead_at is null')).toBe(3)
    world.clock.now = MIDNIGHT + HOUR
    await world.sweep()
    expect(mailed(registrationAnswers.email)).toBe(23)
  })
})

it('what stands behind a plus makes no other mailbox', async () => {
  for (const [i, name] of numbered(5).entries()) await register(name, `korban+${i}@gmail.com`)
  await registerAll('Titik')
  expect(world.mails.filter(({ to }) => to.startsWith('korban'))).toHaveLength(3)
})

describe('a mail that waits', () => {
  it('is given up with its reason when it was put off for a week', async () => {
    await know(ADMINISTRATOR)
    await registerAll('Satu', 'Dua', 'Tiga', 'Empat')
    for (let day = 0; day < 8; day++) {
      world.clock.now = MIDNIGHT + day * DAY + HOUR - MINUTE
      // Others are quicker every day.
      await world.exec(
        `insert into mail_counts (recipient_key, day, network_id, sent) select distinct substr(recipient_key, 1, instr(recipient_key, '.') - 1), '${new Date(world.clock.now).toISOString().slice(0, 10)}', network_id, 3 from mail_counts where instr(recipient_key, '.') > 0 on conflict do nothing`,
      )
      await world.sweep()
    }
    expect(await world.rows('select reason from deliveries where failed_at is not null')).toEqual([
      { reason: RAN_OUT },
    ])
    expect(await world.number('select count(*) from steps')).toBe(0)
    expect(await tallies(world)).toMatchObject([{ accepted: 4, done: 3, failed: 1 }, {}])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('is given up at once where thirty others wait for the same address', async () => {
    await registerAll(...numbered(40))
    expect(await world.number('select count(*) from steps where dead_at is null')).toBe(30)
    expect(await world.rows('select distinct reason from deliveries where failed_at is not null')).toEqual([
      { reason: TOO_MANY_WAIT },
    ])
    expect(await tallies(world)).toEqual(await counted(world))
  })

  it('goes before those that were put off earlier', async () => {
    await registerAll('Satu', 'Dua', 'Tiga', 'Lama A', 'Lama B', 'Lama C')
    world.clock.now = MIDNIGHT - HOUR
    await registerAll('Baru A', 'Baru B', 'Baru C')
    world.clock.now = MIDNIGHT + HOUR
    await world.sweep()
    const names = world.mails.slice(3).map(({ text }) => /(?:Lama|Baru) [ABC]/.exec(text)?.[0])
    expect(names.toSorted()).toEqual(['Baru A', 'Baru B', 'Baru C'])
  })

  it('goes after what has not had its turn yet, however long it is due', async () => {
    await registerAll('Satu', 'Dua', 'Tiga', 'Empat')
    world.clock.now = MIDNIGHT + 2 * HOUR
    await sentIko(world, { email: 'baru@lain.example' })
    const due = await dueSteps(world.deps.db, world.clock.now, 10)
    expect(due).toHaveLength(3)
    expect(await world.rows(`select id from steps where class = 'bulk'`)).toEqual([{ id: due.at(-1) }])
  })
})

it('a consumer that ends in the middle has used up nothing but the mail it was handing over', async () => {
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']) await register(name)
  world.mailService.answer = () => new Promise(() => {})
  void takeSteps(world.deps, world.hints)
  await vi.waitFor(() => expect(world.tried).toHaveLength(1))
  world.mailService.answer = async () => handed
  world.clock.now += LEASE
  await consume(world.deps, world.hints)
  expect(world.mails).toHaveLength(3)
  // The one that was in the air is tried again, and asks for nothing twice.
  expect(world.mails.map(({ delivery }) => delivery)).toContain(world.tried[0]?.delivery)
  expect(await world.number('select sum(sent) from mail_counts')).toBe(3)
})

it('the counts name no address', async () => {
  await registerAll('Satu')
  expect(JSON.stringify(await world.rows('select * from mail_counts'))).not.toContain('sahabat')
  expect(await world.number('select sum(sent) from mail_counts')).toBe(1)
})
