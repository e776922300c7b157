// Answers that came after the close and were begun before it: measured, and mailed like any other.
import { beforeEach, expect, it } from 'vitest'
import {
  DAY,
  HOUR,
  ikoAnswers,
  keyAt,
  newWorld,
  openRound,
  START,
  sent,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

it('a late answer is measured, and gets its receipt and its report by mail', async () => {
  const path = await openRound(world, { slug: 'pendek', closesAt: START + HOUR })
  world.clock.now = START + DAY
  await sent(world, path, { ...ikoAnswers, submission: keyAt(START) })
  expect(await world.rows('select late from submissions')).toEqual([{ late: 1 }])
  await world.work()
  expect(world.mails.map(({ to }) => to)).toEqual([ikoAnswers.email, ikoAnswers.email])
  expect(world.mails.at(-1)?.text).toContain('1,30 dari 4')
})
