// When a round takes answers: exact at its moments.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closingOf, GRACE, type RoundTimes, stateOf } from '../../../src/core/round/times.ts'

const times = (closesAt: number | null, closedAt: number | null = null): RoundTimes => ({
  opensAt: 1000,
  closesAt,
  closedAt,
})

describe('a round', () => {
  it.each([
    ['is early until the last millisecond before it opens', 999, times(2000), 'early'],
    ['is open from the millisecond it opens', 1000, times(2000), 'open'],
    ['is open until the last millisecond before it closes', 1999, times(2000), 'open'],
    ['is closed from the millisecond it closes', 2000, times(2000), 'closed'],
    ['stays open where no close is planned', Number.MAX_SAFE_INTEGER, times(null), 'open'],
    ['that was closed by hand early is closed from then on', 1500, times(2000, 1500), 'closed'],
    ['that was closed by hand early was open before', 1499, times(2000, 1500), 'open'],
    ['closed by hand after its planned close closed as planned', 2000, times(2000, 3000), 'closed'],
    ['without a planned close can be closed by hand', 1500, times(null, 1500), 'closed'],
    ['that closes when it opens is never open', 1000, times(1000), 'closed'],
    ['that was closed before it opened is early first', 999, times(2000, 500), 'early'],
    ['that was closed before it opened never opens', 1000, times(2000, 500), 'closed'],
  ] as const)('%s', (_rule, now, round, state) => {
    expect(stateOf(round, now)).toBe(state)
  })

  it('goes from early to open to closed and never back', () => {
    const order = ['early', 'open', 'closed']
    const moment = fc.option(fc.integer({ min: 0, max: 4000 }))
    const now = fc.integer({ min: 0, max: 4000 })
    fc.assert(
      fc.property(moment, moment, now, now, (closesAt, closedAt, one, other) => {
        const round = times(closesAt, closedAt)
        const [before, after] = [Math.min(one, other), Math.max(one, other)]
        expect(order.indexOf(stateOf(round, before))).toBeLessThanOrEqual(
          order.indexOf(stateOf(round, after)),
        )
      }),
    )
  })
})

describe('the moment a round closes', () => {
  it.each([
    [null, null, null],
    [2000, null, 2000],
    [null, 1500, 1500],
    [2000, 1500, 1500],
    [2000, 3000, 2000],
    [0, null, 0],
    [0, 5, 0],
  ])('planned %s and by hand %s is %s', (closesAt, closedAt, closing) => {
    expect(closingOf(times(closesAt, closedAt))).toBe(closing)
  })

  it('leaves three days for answers that were begun before it', () => {
    expect(GRACE).toBe(3 * 86_400_000)
  })
})
