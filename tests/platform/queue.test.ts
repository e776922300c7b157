// Hints on the queue: at most a hundred at once, and none where there is nothing to hint.
import { beforeEach, expect, it } from 'vitest'
import { type StepMessage, stepQueue } from '../../src/platform/queue.ts'

let batches: StepMessage[][]
beforeEach(() => {
  batches = []
})

const metrics = { backlogCount: 0, backlogBytes: 0 }
const queue: Queue<StepMessage> = {
  metrics: async () => metrics,
  send: async () => ({ metadata: { metrics } }),
  async sendBatch(messages) {
    batches.push(Array.from(messages, ({ body }) => body))
    return { metadata: { metrics } }
  },
}
const steps = (length: number) => Array.from({ length }, (_, i) => `deliver:${i}`)

it('each step is one message, in order', async () => {
  await stepQueue(queue).hint(['assess:a', 'deliver:b'])
  expect(batches).toEqual([[{ step: 'assess:a' }, { step: 'deliver:b' }]])
})

it('no batch holds more than a hundred messages, and none is lost', async () => {
  await stepQueue(queue).hint(steps(250))
  expect(batches.map(({ length }) => length)).toEqual([100, 100, 50])
  expect(batches.flat().map(({ step }) => step)).toEqual(steps(250))
})

it('exactly a hundred are one batch', async () => {
  await stepQueue(queue).hint(steps(100))
  expect(batches).toHaveLength(1)
})

it('nothing to hint sends nothing, since an empty batch is an error', async () => {
  await stepQueue(queue).hint([])
  expect(batches).toEqual([])
})
