// Proposed are the lowest, then what the band puts first, then the first in the instrument.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { instrumentOf } from '../../../src/core/instrument/items.ts'
import { rankingOf } from '../../../src/core/report/priorities.ts'
import { buildReport } from '../../../src/core/report/report.ts'
import { allOf, ikoWith, items } from '../instrument/levels.ts'
import { factsOf, growing } from './facts.ts'

const ids = (ranked: readonly { readonly subdomain: { readonly id: string } }[]) =>
  ranked.map(({ subdomain }) => subdomain.id)
const proposedFor = (levels: readonly number[]) => ids(rankingOf(factsOf(levels)).proposed)

/** The IKO whose bands put these subdomains first. */
const focusing = (focusOn: readonly string[]) =>
  ikoWith({ bands: instrumentOf(iko).bands.map((band) => ({ ...band, focusOn })) })

describe('the priorities', () => {
  test('begin with the lowest level', () => {
    expect(proposedFor([4, 3, 3, 3, 3, 3, 3, 3, 1, 2]).slice(0, 2)).toEqual([
      'adaptive_capacity',
      'influence',
    ])
  })

  test('take equal levels in the order of the band’s focus, then of the instrument', () => {
    const form = focusing(['influence', 'reach'])
    expect(ids(rankingOf(factsOf(allOf(1), { form })).proposed)).toEqual(['influence', 'reach', 'results'])
    const without = focusing([])
    expect(ids(rankingOf(factsOf(allOf(1), { form: without })).proposed)).toEqual([
      'results',
      'standards',
      'delivery',
    ])
  })

  test('never put focus before a lower level', () => {
    const form = focusing(['influence'])
    const levels = [2, 2, 2, 2, 2, 2, 1, 2, 2, 2]
    expect(ids(rankingOf(factsOf(levels, { form })).proposed)).toEqual(['resources', 'influence', 'results'])
  })

  test('are as many as are below the highest level, and at most three', () => {
    expect(proposedFor([4, 4, 4, 4, 4, 4, 4, 4, 4, 3])).toEqual(['influence'])
    expect(proposedFor(allOf(3))).toHaveLength(3)
    expect(proposedFor(allOf(4))).toEqual([])
  })

  test('name those as low as the third that are left out', () => {
    expect(buildReport(factsOf(growing), 'id').priorities.tied).toBe(
      'Juga di level 1, tetapi belum masuk usulan: Jangkauan, Sumber daya, Daya adaptasi, dan Daya pengaruh.',
    )
    expect(buildReport(factsOf([1, 1, 1, 2, 2, 2, 2, 2, 2, 2]), 'id').priorities.tied).toBeNull()
  })

  test('bring the next steps of the level they are on', () => {
    const { proposed } = buildReport(factsOf([4, 4, 4, 4, 4, 4, 4, 4, 4, 3]), 'en').priorities
    expect(proposed).toEqual([
      {
        subdomain: 'influence',
        name: 'Influence',
        level: 3,
        nextSteps: iko.questions.influence.levels[2].nextSteps.en,
      },
    ])
  })

  test('are keep and mentor where all levels are the highest', () => {
    const { priorities, strengths } = buildReport(factsOf(allOf(4)), 'id')
    expect(priorities).toEqual({
      text: 'Semua subdomain sudah di level tertinggi. Pertahankan, dan dampingi organisasi lain dalam jaringan.',
      proposed: [],
      tied: null,
    })
    expect(strengths.text).toContain('Semua subdomain berada di level 4')
  })
})

describe('the strengths', () => {
  const namesFor = (levels: readonly number[]) => buildReport(factsOf(levels), 'en').strengths.names

  test('are all on the highest level reached', () => {
    expect(namesFor(growing)).toEqual(['Delivery', 'Target population', 'Social capital'])
  })

  test('leave out what is proposed as a priority', () => {
    expect(namesFor([2, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toEqual([
      'Delivery',
      'Reach',
      'Target population',
      'Resources',
      'Social capital',
      'Adaptive capacity',
      'Influence',
    ])
  })

  test('are none where all levels are equal', () => {
    expect(namesFor(allOf(2))).toEqual([])
    expect(namesFor(allOf(4))).toEqual([])
  })
})

describe('for any levels', () => {
  const level = fc.integer({ min: 1, max: 4 })
  const anyLevels = fc.array(level, { minLength: items.length, maxLength: items.length })

  test('nothing left out is lower than anything proposed, and ties are exactly the equals of the last', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const { proposed, tied } = rankingOf(factsOf(levels))
        const below = levels.filter((one) => one < 4).length
        expect(proposed).toHaveLength(Math.min(3, below))
        const last = proposed.at(-1)?.level ?? 4
        const left = items.filter((id) => !ids(proposed).includes(id))
        for (const id of left) expect(levels[items.indexOf(id)]).toBeGreaterThanOrEqual(last)
        expect(ids(tied)).toEqual(
          expect.arrayContaining(left.filter((id) => last < 4 && levels[items.indexOf(id)] === last)),
        )
      }),
    )
  })

  test('strengths stand on the highest level reached, are never proposed, and are none where all are equal', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const { strengths, proposed } = rankingOf(factsOf(levels))
        const best = Math.max(...levels)
        for (const one of strengths) {
          expect(one.level).toBe(best)
          expect(proposed).not.toContain(one)
        }
        expect(strengths.length === 0).toBe(best === Math.min(...levels))
      }),
    )
  })
})
