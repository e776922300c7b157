// Reports that were replaced more than once: each earlier one says so and is still there, the newest does not.
import { beforeEach, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { ikoAnswers, newWorld, sentIko, type World } from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

it('corrected twice, an organisation finds each new report, and every earlier one says that it was replaced', async () => {
  const { receipt } = await sentIko(world)
  const indices: string[] = []
  const reports: string[] = []
  for (const changes of [{}, { reach: '4' }, { reach: '4', learning: '3' }]) {
    if (reports.length > 0)
      await world.post(`${receipt}/correction`, { ...ikoAnswers, ...changes, submission: world.newKey() })
    await world.work()
    const link = (await pageOf(await world.get(receipt)))
      .all('a')
      .find(({ attributes }) => attributes.href?.startsWith('/r/'))
    reports.push(link?.attributes.href ?? '')
    indices.push(
      /\d,\d\d dari 4/.exec((await pageOf(await world.get(reports.at(-1) ?? ''))).words)?.[0] ?? '',
    )
  }
  expect(indices).toEqual(['1,30 dari 4', '1,60 dari 4', '1,80 dari 4'])
  expect(new Set(reports).size).toBe(3)
  const says = await Promise.all(reports.map(async (report) => (await pageOf(await world.get(report))).words))
  expect(says.map((words) => words.includes(wordsFor('id').page.replaced))).toEqual([true, true, false])
})
