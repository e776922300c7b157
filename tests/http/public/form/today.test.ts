// A day to come is told by the clock of the respondent's district: further east a day begins earlier.
import { expect, it } from 'vitest'
import { HOUR, IKO, ikoAnswers, newWorld, START } from '../../../support/inside/world.ts'

const problems = async (district: string) => {
  const world = await newWorld()
  await world.exec(`update networks set provinces = '["35"]', time_zone = 'Asia/Jakarta'`)
  // 23:30 in Jakarta, half past one of the next day in Jayapura.
  world.clock.now = START + 13.5 * HOUR
  const fields = { ...ikoAnswers, district, assessed_on: '2026-11-24', action: 'check' }
  const response = await world.post(IKO, fields, { Accept: 'application/json' })
  const { issues } = await response.json<{ issues: { question: string }[] }>()
  return issues.map(({ question }) => question)
}

it('an organisation in the east may name the day that has begun there already', async () => {
  // The districts of Papua are not held yet, so only the day is taken.
  expect(await problems('91.01')).toEqual(['district'])
  expect(await problems('35.07')).toEqual(['assessed_on'])
})
