// What became of a mail, and who looks after a district.
import { describe, expect, it } from 'vitest'
import {
  type Coordinator,
  coordinatorsFor,
  isTrouble,
  type Moments,
  mayResend,
  messageState,
} from '../../../src/core/message/message.ts'

const none: Moments = {
  handedAt: null,
  deliveredAt: null,
  bouncedAt: null,
  complainedAt: null,
  failedAt: null,
  deadAt: null,
}

describe('a mail', () => {
  it.each([
    [{}, 'waiting', false, false],
    [{ deadAt: 1 }, 'dead', true, true],
    [{ failedAt: 1 }, 'failed', true, true],
    [{ handedAt: 1 }, 'handed', false, true],
    [{ handedAt: 1, deliveredAt: 2 }, 'delivered', false, false],
    [{ handedAt: 1, bouncedAt: 2 }, 'bounced', true, true],
    // A server may take a mail and send it back later, and events come in any order.
    [{ handedAt: 1, deliveredAt: 2, bouncedAt: 3 }, 'bounced', true, true],
    [{ handedAt: 1, deliveredAt: 2, complainedAt: 3 }, 'complained', true, false],
  ] as const)('with the moments %j is %s', (moments, state, trouble, again) => {
    expect(messageState({ ...none, ...moments })).toBe(state)
    expect(isTrouble(state)).toBe(trouble)
    expect(mayResend(state)).toBe(again)
  })
})

describe('who looks after a district', () => {
  const admin: Coordinator = { name: 'Ratna', role: 'administrator', districts: null }
  const general: Coordinator = { name: 'Tono', role: 'coordinator', districts: null }
  const own: Coordinator = { name: 'Bagas', role: 'coordinator', districts: ['35.07'] }

  it('is its own coordinators, else those of the whole network, else the administrators', () => {
    expect(coordinatorsFor([admin, general, own], '35.07')).toEqual([own])
    expect(coordinatorsFor([admin, general, own], '35.78')).toEqual([general])
    expect(coordinatorsFor([admin, own], '35.78')).toEqual([admin])
    expect(coordinatorsFor([], '35.78')).toEqual([])
  })
})
