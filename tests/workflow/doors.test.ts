// The Worker's own doors: the queue, the clock and requests, with the bindings it is deployed with.
import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Env } from '../../src/deps.ts'
import worker from '../../src/index.ts'
import { newMeter } from '../support/inside/meter.ts'
import { IKO, newWorld, sentIko, type World } from '../support/inside/world.ts'

let world: World
let bindings: Env
let sent: number
beforeEach(async () => {
  world = await newWorld()
  sent = 0
  const EMAIL: SendEmail = {
    send: async () => {
      sent += 1
      return { messageId: `m-${sent}` }
    },
  }
  bindings = { ...env, EMAIL }
  await sentIko(world)
  // The Worker's own clock is the real one.
  await world.exec('update steps set due_at = 0')
})

async function deliver(bodies: readonly unknown[]) {
  const timestamp = new Date()
  const messages = bodies.map((body, i) => ({ id: `m${i}`, timestamp, attempts: 1, body }))
  // What is in a queue comes from outside: its type is a hope.
  const batch = createMessageBatch('simpul-steps', messages) as MessageBatch<{ step: string }>
  const context = createExecutionContext()
  await worker.queue(batch, bindings)
  return getQueueResult(batch, context)
}

const hints = () => world.hints.map((step) => ({ step }))

describe('the queue', () => {
  it('is a way to take steps, and every message is acknowledged', async () => {
    const result = await deliver(hints())
    expect(result).toMatchObject({ outcome: 'ok', retryMessages: [], retryBatch: { retry: false } })
    expect(sent).toBe(2)
    expect(await world.number('select count(*) from steps')).toBe(0)
  })

  it('acknowledges what it cannot do as well, since the step keeps its own time', async () => {
    bindings = { ...bindings, EMAIL: { send: () => Promise.reject(new Error('no')) } }
    const result = await deliver(hints())
    expect(result).toMatchObject({ outcome: 'ok', retryMessages: [], retryBatch: { retry: false } })
    expect(await world.number('select count(*) from steps where dead_at is null')).toBe(2)
  })

  it('acknowledges even while the database refuses', async () => {
    const meter = newMeter()
    bindings = { ...bindings, DB: meter.d1 }
    meter.refuses = true
    const result = await deliver(hints())
    expect(result).toMatchObject({ outcome: 'ok', retryMessages: [] })
  })

  it.each([[null], [undefined], ['assess:x'], [{}], [{ step: 7 }], [{ step: null }], [[]]])(
    'passes over a message that is no hint and takes the others: %j',
    async (odd) => {
      const result = await deliver([odd, odd, odd, odd, ...hints(), odd])
      expect(result).toMatchObject({ outcome: 'ok', retryMessages: [], retryBatch: { retry: false } })
      expect(sent).toBe(2)
    },
  )
})

describe('the clock', () => {
  it('takes what is due, though no hint ever came', async () => {
    await worker.scheduled(createScheduledController({ scheduledTime: new Date() }), bindings)
    expect(sent).toBe(2)
    expect(await world.number('select count(done_at) from submissions')).toBe(1)
  })
})

describe('a request', () => {
  it('finds the isolate warm after the first one', async () => {
    await world.exec('update rounds set opens_at = 0, closes_at = null')
    const meter = newMeter()
    bindings = { ...bindings, DB: meter.d1 }
    for (const expected of [2, 0, 0]) {
      const context = createExecutionContext()
      const response = await worker.fetch(new Request(`https://simpul.test${IKO}`), bindings, context)
      await waitOnExecutionContext(context)
      expect(response.status).toBe(200)
      expect(meter.take()).toHaveLength(expected)
    }
  })
})
