// How much may come to drafts from one address: never more than is told, and a hall of people is within it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type DraftCounts,
  MORE_A_MS,
  MOST_AT_ONCE,
  MOST_BEGUN,
  MOST_BYTES,
  ROW_BYTES,
  waitForRoom,
} from '../../../src/core/draft/allowance.ts'
import { runs } from '../../support/runs.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 23, 3)

/** Counts as the database does: what comes at once drains all the time. */
function counter() {
  let [counts, from]: [DraftCounts, number] = [{ drafts: 0, bytes: 0, lately: 0 }, START]
  return (grown: number, begun: number, now: number): number | null => {
    const lately = Math.max(0, counts.lately - (now - from) * MORE_A_MS)
    const wait = waitForRoom({ ...counts, lately }, { grown, begun }, now)
    if (wait !== null) return wait
    counts = { drafts: counts.drafts + begun, bytes: counts.bytes + grown, lately: lately + grown }
    from = now
    return null
  }
}

it('in any five minutes drafts grow by 0.9 MB at most, however saves follow each other', () => {
  const saves = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 2 * MINUTE }),
      grown: fc.integer({ min: 1, max: 300_000 }),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(saves, (all) => {
      const save = counter()
      const kept: { at: number; grown: number }[] = []
      let now = START
      for (const { after, grown } of all) {
        now += after
        if (save(grown, 0, now) === null) kept.push({ at: now, grown })
        const lately = kept.filter(({ at }) => at > now - 5 * MINUTE).reduce((sum, one) => sum + one.grown, 0)
        expect(lately).toBeLessThanOrEqual(900_000)
      }
    }),
    { numRuns: runs(50, 2000) },
  )
})

it('whoever waits as long as is said is let in', () => {
  const save = counter()
  expect(save(MOST_AT_ONCE, 1, START)).toBeNull()
  const wait = save(50_000, 0, START) ?? 0
  expect(wait).toBe(50)
  expect(save(50_000, 0, START + wait * 1000)).toBeNull()
})

it('the day is full after so many drafts or bytes, until the next one, of which at most an hour is said', () => {
  const growth = { grown: 1, begun: 1 }
  const full = { drafts: MOST_BEGUN, bytes: 0, lately: 0 }
  expect(waitForRoom(full, growth, START)).toBe(3600)
  expect(waitForRoom(full, growth, Date.UTC(2026, 10, 23, 23, 59, 30))).toBe(30)
  expect(waitForRoom(full, { grown: 1, begun: 0 }, START)).toBeNull()
  expect(waitForRoom({ ...full, drafts: 0, bytes: MOST_BYTES }, growth, START)).toBe(3600)
  // What does not grow always has room.
  expect(
    waitForRoom({ ...full, bytes: MOST_BYTES, lately: MOST_AT_ONCE }, { grown: 0, begun: 0 }, START),
  ).toBeNull()
})

it('three hundred people behind one line begin within a minute, and write 10 kB each within the hour', () => {
  const save = counter()
  for (let person = 0; person < 300; person++)
    expect(save(ROW_BYTES + 1000, 1, START + person * 200)).toBeNull()
  // Each saves twenty times.
  for (let at = 0; at < 20; at++)
    for (let person = 0; person < 300; person++)
      expect(save(500, 0, START + MINUTE + at * 3 * MINUTE + person * 600)).toBeNull()
})
