// Moments stand in the time of the respondent's district, also where the network lives in another.
import { beforeEach, expect, it } from 'vitest'
import { pageOf } from '../../../support/inside/page.ts'
import {
  DAY,
  IKO,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

const WIB = '23 November 2026 pukul 10.00 WIB'

let world: World
beforeEach(async () => {
  world = await newWorld()
  await world.exec(`update networks set time_zone = 'Asia/Jayapura'`)
})

const reportIn = (text: string) => /\/r\/[\w.-]+/.exec(text)?.[0] ?? ''

it('the receipt and its mail tell when the answers came by the clocks of the district', async () => {
  const { receipt } = await sent(world, REGISTRATION, registrationAnswers)
  await world.work()
  expect((await pageOf(await world.get(receipt))).words).toContain(WIB)
  const [mail] = world.mails
  expect(mail?.text).toContain(WIB)
  expect(mail?.html).toContain(WIB)
})

it('the report and its mail do so too, in both languages', async () => {
  const { receipt } = await sentIko(world)
  await world.work()
  await world.work()
  const report = reportIn(await (await world.get(receipt)).text())
  expect((await pageOf(await world.get(report))).words).toContain(WIB)
  expect((await pageOf(await world.get(`${report}?lang=en`))).words).toContain(
    '23 November 2026 at 10:00 WIB',
  )
  const mail = world.mails.find(({ text }) => reportIn(text) !== '')
  expect(mail?.text).toContain(WIB)
  for (const { text } of world.mails) expect(text).not.toContain('WIT')
})

it('so does the moment that a mail waits for', async () => {
  const retryAt = world.clock.now + DAY
  world.mailService.answer = async () => ({ outcome: 'later', reason: 'E_DAILY_LIMIT_EXCEEDED', retryAt })
  const { receipt } = await sentIko(world)
  await world.work()
  expect((await pageOf(await world.get(receipt))).words).toContain('24 November 2026 pukul 10.01 WIB')
})

it('before the district is known, the form tells its close by the clocks of the network', async () => {
  await world.exec(`update rounds set closes_at = ${Date.UTC(2026, 11, 1)}`)
  expect((await pageOf(await world.get(IKO))).words).toContain('1 Desember 2026 pukul 09.00 WIT')
})
