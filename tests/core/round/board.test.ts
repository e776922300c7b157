// What a board tells of groups, which of them are too small to be told, and the day that decides who is expected.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BoardCell,
  boardOf,
  COUNTS,
  daysOf,
  endOfDay,
  isBoardList,
  percent,
} from '../../../src/core/round/board.ts'

const cellOf = (district: string, roles: readonly string[], expected: number): BoardCell => ({
  standing: 'expected',
  district,
  roles,
  expected,
  sent: 0,
  missing: expected,
  held: 0,
  assessed: 0,
  reported: 0,
  trouble: 0,
  late: 0,
})

const cells = fc.array(
  fc
    .record({
      district: fc.constantFrom('a', 'b', 'c', 'd'),
      roles: fc.subarray(['x', 'y', 'z']),
      expected: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ district, roles, expected }) => cellOf(district, roles, expected)),
  { maxLength: 12 },
)

describe('groups', () => {
  it('add up to the whole by district, and are all told to whoever may see names', () => {
    fc.assert(
      fc.property(cells, (made) => {
        const { total, districts, roles } = boardOf(made)
        for (const one of COUNTS)
          expect(districts.groups.reduce((sum, { counts }) => sum + counts[one], 0)).toBe(total?.[one])
        expect([districts.hidden, roles.hidden]).toEqual([0, 0])
      }),
    )
  })

  it('are never told where one of them, or those left out together, are fewer than there must be', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 20 }), (made, least) => {
        const { total, districts, roles } = boardOf(made, least)
        const isSmall = (count: number) => count > 0 && count < least
        for (const { groups } of [districts, roles])
          expect(groups.filter(({ counts }) => isSmall(counts.expected))).toEqual([])
        const told = districts.groups.reduce((sum, { counts }) => sum + counts.expected, 0)
        if (total && districts.groups.length > 0) expect(isSmall(total.expected - told)).toBe(false)
        if (!total) expect([...districts.groups, ...roles.groups]).toEqual([])
        const names = new Set(roles.groups.map(({ key }) => key))
        const rest = made.filter(
          ({ roles: own }) => !(own.length === 0 ? [''] : own).some((key) => names.has(key)),
        )
        if (names.size > 0) expect(isSmall(rest.reduce((sum, { expected }) => sum + expected, 0))).toBe(false)
      }),
    )
  })

  it('leave out a second one where one alone could be told from the total', () => {
    const shown = (...sizes: number[]) => {
      const { districts } = boardOf(
        sizes.map((size, index) => cellOf(String(index), ['x'], size)),
        5,
      )
      return [districts.groups.map(({ key }) => key), districts.hidden]
    }
    expect(shown(8, 6, 2)).toEqual([['0'], 2])
    expect(shown(8, 6, 3, 2)).toEqual([['0', '1'], 2])
    expect(shown(8, 2, 2)).toEqual([[], 3])
    expect(shown(8, 6)).toEqual([['0', '1'], 0])
    expect(shown(4)).toEqual([[], 0])
  })
})

describe('the opening day', () => {
  it.each([
    ['Asia/Jakarta', '2026-11-22', Date.UTC(2026, 10, 22, 17)],
    ['Asia/Makassar', '2026-11-23', Date.UTC(2026, 10, 23, 16)],
    ['Asia/Jayapura', '2026-11-23', Date.UTC(2026, 10, 23, 15)],
  ])('is that of the clocks of %s', (zone, day, ends) => {
    // 23.30 in Jakarta is 0.30 in Makassar and 1.30 in Jayapura.
    const opensAt = Date.UTC(2026, 10, 22, 16, 30)
    expect(endOfDay(opensAt, zone)).toBe(ends)
    expect(daysOf({ opensAt, closesAt: null, closedAt: null }, zone, opensAt).opening).toEqual({ day, ends })
  })

  it('is over at midnight, from its first moment to its last, where clocks are changed too', () => {
    const noon = Date.UTC(2026, 9, 25, 12)
    expect(endOfDay(noon, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 23))
    const ends = endOfDay(noon, 'Asia/Jakarta')
    expect(endOfDay(ends - 1, 'Asia/Jakarta')).toBe(ends)
    expect(endOfDay(ends, 'Asia/Jakarta')).toBe(ends + 86_400_000)
  })

  it('is followed by days on which others come, until today or until the round is closed', () => {
    const opensAt = Date.UTC(2026, 10, 1, 3)
    const last = (now: number, closesAt: number | null) =>
      daysOf({ opensAt, closesAt, closedAt: null }, 'Asia/Jakarta', now).last.day
    expect(last(Date.UTC(2026, 10, 9), null)).toBe('2026-11-09')
    expect(last(Date.UTC(2026, 10, 9), Date.UTC(2026, 10, 5))).toBe('2026-11-05')
    expect(last(Date.UTC(2026, 9, 1), null)).toBe('2026-11-01')
  })
})

it.each([
  [0, 0, 0],
  [0, 7, 0],
  [1, 1000, 1],
  [999, 1000, 99],
  [4, 7, 57],
  [7, 7, 100],
])('%i of %i are %i percent', (part, whole, expected) => {
  expect(percent(part, whole)).toBe(expected)
})

it('a list is one that is named, and nothing that every object has', () => {
  expect(['missing', 'unknown', 'toString', ''].filter(isBoardList)).toEqual(['missing', 'unknown'])
})
