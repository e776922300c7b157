// Three mails a day to an address the network does not know: a form is no way to flood anybody.
import { beforeEach, expect, it } from 'vitest'
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
  world.clock.now = MIDNIGHT
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

it('an address of the network’s contacts gets all its mails', async () => {
  await world.exec(
    `insert into contacts (id, network_id, email, locale, created_at) select 'c1', id, '${registrationAnswers.email}', 'id', 0 from networks`,
  )
  await registerAll('Satu', 'Dua', 'Tiga', 'Empat', 'Lima')
  expect(world.mails).toHaveLength(5)
})

it('the counts name no address', async () => {
  await registerAll('Satu')
  expect(JSON.stringify(await world.rows('select * from mail_counts'))).not.toContain('sahabat')
  expect(await world.number('select sum(sent) from mail_counts')).toBe(1)
})

it('a mail that waits is never given up, and its submission is owed all the while', async () => {
  await registerAll('Satu', 'Dua', 'Tiga', 'Empat')
  await world.exec('update steps set attempts = 50')
  for (let day = 0; day < 3; day++) {
    world.clock.now = MIDNIGHT + day * DAY + HOUR
    await world.exec(`update mail_counts set day = '${new Date(world.clock.now).toISOString().slice(0, 10)}'`)
    await world.sweep()
  }
  expect(await world.number('select count(*) from steps where dead_at is null')).toBe(1)
})
