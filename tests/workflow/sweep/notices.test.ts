// Mails to those who look after networks: the morning's digest in every zone, and trouble that is told once.
import { beforeEach, describe, expect, it } from 'vitest'
import { PUT_OFF } from '../../../src/core/message/message.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { addOrganisations, registered } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addStaff, membershipOf } from '../../support/inside/staff.ts'
import { broken } from '../../support/inside/tables.ts'
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

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const mailsTo = (to: string) => world.mails.filter((mail) => mail.to === to)
const digests = (to: string = ADMINISTRATOR) =>
  mailsTo(to).filter(({ subject }) => /menunggu|waits/.test(subject))
const alerts = (to: string = ADMINISTRATOR) =>
  mailsTo(to).filter(({ subject }) => /macet|stuck/.test(subject))
const at = (iso: string) => {
  world.clock.now = Date.parse(iso)
  return world.sweep()
}

/** Looks after the network every five minutes from one moment to another. */
async function passes(from: string, to: string): Promise<void> {
  for (let now = Date.parse(from); now <= Date.parse(to); now += 5 * MINUTE) {
    world.clock.now = now
    await world.sweep()
  }
}

describe('the digest', () => {
  it.each([
    ['WIB', 'Asia/Jakarta', '+07:00'],
    ['WITA', 'Asia/Makassar', '+08:00'],
    ['WIT', 'Asia/Jayapura', '+09:00'],
  ])('goes out at 08:00 %s, once', async (_name, zone, offset) => {
    await world.exec(`update networks set time_zone = '${zone}', digested_day = '2026-11-23'`)
    await heldAnswer(world)
    await world.work()
    await at(`2026-11-24T07:59:00${offset}`)
    await at(`2026-11-24T07:55:00${offset}`)
    expect(digests()).toHaveLength(0)
    await at(`2026-11-24T08:00:00${offset}`)
    expect(digests()).toHaveLength(1)
    await passes(`2026-11-24T08:05:00${offset}`, `2026-11-24T09:00:00${offset}`)
    await Promise.all([world.sweep(), world.sweep()])
    expect(digests()).toHaveLength(1)
    await at(`2026-11-25T08:00:00${offset}`)
    expect(digests()).toHaveLength(2)
    expect(await broken()).toEqual([])
  })

  it('goes out later that day where the clock stood still in the morning, but never at night', async () => {
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    await heldAnswer(world)
    await at('2026-11-24T14:35:00+07:00')
    expect(digests()).toHaveLength(1)
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    await at('2026-11-25T03:00:00+07:00')
    expect(digests()).toHaveLength(1)
  })

  it('stays away on days with nothing to do, and does not come late for them', async () => {
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    await at('2026-11-24T08:00:00+07:00')
    await heldAnswer(world)
    await at('2026-11-24T11:00:00+07:00')
    expect(digests()).toHaveLength(0)
    await at('2026-11-25T08:00:00+07:00')
    expect(digests()).toHaveLength(1)
  })

  it('says how many registrations, held answers and bounced mails wait, and where, but nobody’s name', async () => {
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    await addOrganisations(world)
    await registered(world)
    await heldAnswer(world)
    await world.work()
    await world.exec(`update deliveries set bounced_at = 1 where kind = 'report'`)
    await at('2026-11-24T08:00:00+07:00')
    const [mail] = digests()
    expect(mail?.text).toContain('1 pendaftaran menunggu keputusan')
    expect(mail?.text).toContain('1 jawaban ditahan')
    expect(mail?.text).toContain('1 surel kepada organisasi kembali')
    expect(mail?.text).toContain('/c/n/rumah-inklusi/registrations')
    expect(mail?.text).toContain('/c/n/rumah-inklusi/messages?state=trouble')
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/Bina Karya|Siti|siti@|Sahabat/)
  })

  it('tells each coordinator of their own districts, in their language, and viewers nothing', async () => {
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    const districts = ['35.78']
    await addStaff(world, { email: 'kota@contoh.example', role: 'coordinator', districts, locale: 'en' })
    await addStaff(world, { email: 'jauh@contoh.example', role: 'coordinator', districts: ['35.01'] })
    await addStaff(world, { email: 'lihat@contoh.example', role: 'viewer' })
    await heldAnswer(world)
    await sent(world, REGISTRATION, registrationAnswers)
    await at('2026-11-24T08:00:00+07:00')
    const [mail] = digests('kota@contoh.example')
    expect(mail?.text).toContain('Registrations that wait for a decision: 1')
    expect(mail?.text).not.toContain('Answers held')
    expect(mailsTo('jauh@contoh.example')).toEqual([])
    expect(mailsTo('lihat@contoh.example')).toEqual([])
  })

  it('comes for answers of organisations, not on their quiet days alone', async () => {
    await world.exec(
      `update networks set digested_day = '2026-11-23', quiet_days = '{"weekdays":[2],"days":["2026-11-24"]}'`,
    )
    await heldAnswer(world)
    await at('2026-11-24T08:00:00+07:00')
    expect(digests()).toHaveLength(1)
  })

  it('is no mail to whoever was removed before it was sent', async () => {
    await world.exec(`update networks set digested_day = '2026-11-23'`)
    const member = await addStaff(world, { email: 'bagas@contoh.example', role: 'coordinator' })
    await heldAnswer(world)
    await world.work()
    world.mailService.answer = () => Promise.reject(new Error('no line'))
    await at('2026-11-24T08:00:00+07:00')
    world.mailService.answer = async () => handed
    await world.exec(`update memberships set removed_at = 1 where id = '${member}'`)
    await at('2026-11-24T08:01:00+07:00')
    expect(mailsTo('bagas@contoh.example')).toEqual([])
    expect(digests()).toHaveLength(1)
  })

  it('begins on the next morning where there was never one', async () => {
    await heldAnswer(world)
    await world.sweep()
    expect(digests()).toHaveLength(0)
    await at('2026-11-24T08:00:00+07:00')
    expect(digests()).toHaveLength(1)
  })
})

describe('trouble', () => {
  it('is told to every administrator once, however many answers are stuck', async () => {
    await addStaff(world, { email: 'dua@contoh.example', role: 'administrator', locale: 'en' })
    await addStaff(world, { email: 'koordinator@contoh.example', role: 'coordinator' })
    world.mailService.answer = async ({ to }) =>
      to.endsWith('@bina.example') ? { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' } : handed
    for (const district of ['35.07', '35.78', '35.01']) await sentIko(world, { district })
    await world.work()
    await world.sweep()
    await passes('2026-11-23T10:05:00+07:00', '2026-11-23T12:00:00+07:00')
    expect(alerts()).toHaveLength(1)
    expect(alerts('dua@contoh.example')).toHaveLength(1)
    expect(alerts('koordinator@contoh.example')).toEqual([])
    const { text, html } = alerts('dua@contoh.example')[0] ?? { text: '', html: '' }
    expect(text).toContain('Answers that failed and need somebody to look: 3.')
    expect(text).toContain('/c/n/rumah-inklusi/ledger')
    expect(text + html).not.toMatch(/Bina Karya|siti@/)
  })

  it('is an answer that is owed for more than thirty minutes as well', async () => {
    await world.exec('update networks set digested_day = null')
    await sentIko(world)
    world.mailService.answer = async ({ to }) =>
      to === ADMINISTRATOR ? handed : { outcome: 'later', reason: 'E_BUSY', retryAt: world.clock.now + DAY }
    await world.work()
    world.clock.now += 25 * MINUTE
    await world.sweep()
    expect(alerts()).toEqual([])
    world.clock.now += 5 * MINUTE
    await world.sweep()
    expect(alerts()).toHaveLength(1)
    expect(alerts()[0]?.text).toContain('1 jawaban belum selesai dikerjakan setelah lebih dari 30 menit')
  })

  it('is no mail that waits for tomorrow because its address had three today, until tomorrow passes in vain', async () => {
    for (const organisation of ['Satu', 'Dua', 'Tiga', 'Empat']) await sentIko(world, { organisation })
    await world.work()
    const waiting = `select count(*) from steps where reason = '${PUT_OFF}'`
    expect(await world.number(waiting)).toBeGreaterThan(0)
    await passes('2026-11-23T10:05:00+07:00', '2026-11-23T12:00:00+07:00')
    expect(alerts()).toEqual([])
    // Midnight in UTC, to which they were put off, passes without anybody who takes them.
    await world.exec(`update steps set lease_until = 9e15 where reason = '${PUT_OFF}'`)
    await at('2026-11-24T07:25:00+07:00')
    expect(alerts()).toEqual([])
    await at('2026-11-24T07:50:00+07:00')
    expect(alerts()).toHaveLength(1)
  })

  it('is told again after a day, and at once when it comes back after all was well', async () => {
    world.mailService.answer = async ({ to }) =>
      to === ADMINISTRATOR ? handed : { outcome: 'refused', reason: 'E_NO' }
    await sentIko(world)
    await world.work()
    await world.sweep()
    world.clock.now += 23 * HOUR
    await world.sweep()
    expect(alerts()).toHaveLength(1)
    world.clock.now += HOUR
    await world.sweep()
    expect(alerts()).toHaveLength(2)
    await world.exec('update round_tallies set failed = 0')
    world.clock.now += 5 * MINUTE
    await world.sweep()
    await world.exec('update round_tallies set failed = 1')
    world.clock.now += 5 * MINUTE
    await world.sweep()
    expect(alerts()).toHaveLength(3)
  })

  it('of rounds for practice is nobody’s', async () => {
    await world.exec('update rounds set practice = 1')
    world.mailService.answer = async ({ to }) =>
      to === ADMINISTRATOR ? handed : { outcome: 'refused', reason: 'E_NO' }
    await sentIko(world)
    await world.work()
    await world.sweep()
    expect(alerts()).toEqual([])
  })

  it('is tried again like every mail, and seen where it fails', async () => {
    world.mailService.answer = () => Promise.reject(new Error('no line'))
    await sentIko(world)
    await world.exec('update round_tallies set failed = 1')
    await world.sweep()
    const owed = `select count(*) from steps s join deliveries d on s.id = 'deliver:' || d.id where d.kind = 'alert' and d.subject_id = '${await membershipOf(world, ADMINISTRATOR)}'`
    expect(await world.number(owed)).toBe(1)
    world.mailService.answer = async () => handed
    world.clock.now += HOUR
    await world.sweep()
    expect(alerts()).toHaveLength(1)
    expect(await world.number(owed)).toBe(0)
  })
})
