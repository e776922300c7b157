// The IKO is scored as worked out by hand, and by its rules for any answers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { compare, parseFraction } from '../../../src/core/instrument/fraction.ts'
import { score } from '../../../src/core/instrument/score.ts'
import { allOf, answersOf, ikoWith, items } from './levels.ts'

const vectors = [
  { levels: allOf(1), domains: ['1/1', '1/1', '1/1', '1/1', '1/1'], index: '1/1', band: 'nascent' },
  {
    levels: [1, 1, 2, 1, 2, 1, 1, 2, 1, 1],
    domains: ['1/1', '3/2', '3/2', '3/2', '1/1'],
    index: '13/10',
    band: 'nascent',
  },
  {
    levels: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2],
    domains: ['3/2', '3/2', '3/2', '3/2', '3/2'],
    index: '3/2',
    band: 'emergent',
  },
  {
    levels: [2, 1, 2, 2, 3, 2, 1, 3, 1, 2],
    domains: ['3/2', '2/1', '5/2', '2/1', '3/2'],
    index: '19/10',
    band: 'emergent',
  },
  {
    levels: [4, 3, 4, 3, 4, 3, 4, 3, 4, 3],
    domains: ['7/2', '7/2', '7/2', '7/2', '7/2'],
    index: '7/2',
    band: 'mature',
  },
  {
    levels: [4, 3, 4, 3, 4, 4, 3, 4, 3, 3],
    domains: ['7/2', '7/2', '4/1', '7/2', '3/1'],
    index: '7/2',
    band: 'mature',
  },
  { levels: allOf(4), domains: ['4/1', '4/1', '4/1', '4/1', '4/1'], index: '4/1', band: 'mature' },
]

const withGaps = [2, null, 2, 3, null, null, 1, 2, 2, 1]
const level = fc.integer({ min: 1, max: 4 })
const anyLevels = fc.array(level, { minLength: items.length, maxLength: items.length })
const domainScores = (scores: ReturnType<typeof score>) => scores.domains.map((domain) => domain.score)
const indexOf = (levels: readonly (number | null)[], form: Form = iko) =>
  parseFraction(score(form, answersOf(levels)).index ?? 'none')

describe('the IKO', () => {
  test.each(vectors)(
    'scores $levels as worked out by hand: $index, $band',
    ({ levels, domains, index, band }) => {
      const scores = score(iko, answersOf(levels))
      expect(domainScores(scores)).toEqual(domains)
      expect(scores).toMatchObject({
        index,
        band,
        instrument: { id: 'iko-simpul', version: 1 },
        rule: 'mean',
      })
    },
  )

  test('just below a cut-off stays in the lower band', () => {
    expect(score(iko, answersOf([1, 2, 1, 2, 1, 2, 1, 2, 1, 1]))).toMatchObject({
      index: '7/5',
      band: 'nascent',
    })
    expect(score(iko, answersOf([4, 3, 4, 3, 4, 3, 4, 3, 3, 3]))).toMatchObject({
      index: '17/5',
      band: 'emergent',
    })
  })

  test('keeps the items and the rule that made each number', () => {
    const { domains } = score(iko, answersOf([1, 2, 1, 1, 1, 1, 1, 1, 1, 1], 'Notulen rapat'))
    expect(domains[0]).toEqual({
      id: 'effectiveness',
      rule: 'mean',
      score: '3/2',
      subdomains: [
        {
          id: 'results',
          rule: 'mean',
          score: '1/1',
          items: [{ id: 'results', level: 1, evidence: 'Notulen rapat' }],
        },
        {
          id: 'standards',
          rule: 'mean',
          score: '2/1',
          items: [{ id: 'standards', level: 2, evidence: 'Notulen rapat' }],
        },
      ],
    })
  })

  test('has an index but no band where the instrument has no bands', () => {
    expect(score(ikoWith({ bands: [] }), answersOf(allOf(2)))).toMatchObject({ index: '2/1', band: null })
  })

  test('has no index over all items either while one is unanswered', () => {
    expect(score(ikoWith({ aggregate: 'mean-of-items' }), answersOf(withGaps)).index).toBeNull()
  })

  test('has no index and no band while an item is unanswered, and no zero either', () => {
    const scores = score(iko, answersOf(withGaps))
    expect(domainScores(scores)).toEqual([null, '5/2', null, '3/2', '3/2'])
    expect(scores).toMatchObject({ index: null, band: null })
    expect(scores.domains[0]?.subdomains[1]).toMatchObject({ score: null, items: [{ level: null }] })
  })
})

describe('an instrument that leaves out what is unanswered', () => {
  const domains = ['2/1', '5/2', null, '3/2', '3/2']

  test('takes the mean of the domain means, each as heavy as the other', () => {
    const scores = score(ikoWith({ missing: 'excluded' }), answersOf(withGaps))
    expect(domainScores(scores)).toEqual(domains)
    expect(scores).toMatchObject({ index: '15/8', band: 'emergent', rule: 'mean' })
  })

  test('or the mean of all items, each as heavy as the other', () => {
    const scores = score(ikoWith({ missing: 'excluded', aggregate: 'mean-of-items' }), answersOf(withGaps))
    expect(domainScores(scores)).toEqual(domains)
    expect(scores).toMatchObject({ index: '13/7', band: 'emergent', rule: 'mean-of-items' })
  })

  test('has no index where nothing is answered', () => {
    expect(score(ikoWith({ missing: 'excluded' }), {})).toMatchObject({ index: null, band: null })
  })
})

describe('for any answers', () => {
  test('the index lies between the lowest and the highest level', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const index = indexOf(levels)
        expect(compare(index, parseFraction(String(Math.min(...levels))))).toBeGreaterThanOrEqual(0)
        expect(compare(index, parseFraction(String(Math.max(...levels))))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('one level more never lowers the index, and raises it where all items count', () => {
    fc.assert(
      fc.property(anyLevels, fc.nat({ max: items.length - 1 }), (levels, place) => {
        fc.pre((levels[place] ?? 4) < 4)
        const raised = levels.map((one, at) => (at === place ? one + 1 : one))
        expect(compare(indexOf(raised), indexOf(levels))).toBeGreaterThan(0)
      }),
    )
  })

  test('the order in which answers arrive and items are declared changes nothing', () => {
    fc.assert(
      fc.property(
        anyLevels,
        fc.shuffledSubarray(items.slice(), { minLength: items.length }),
        (levels, order) => {
          const answers = answersOf(levels)
          const shuffled = Object.fromEntries(order.flatMap((id) => (answers[id] ? [[id, answers[id]]] : [])))
          expect(score(iko, shuffled)).toEqual(score(iko, answers))
          const questions = Object.fromEntries(Object.entries(iko.questions).reverse())
          expect(score({ ...iko, questions }, answers)).toEqual(score(iko, answers))
        },
      ),
    )
  })

  test('both aggregates agree, since every domain has two items', () => {
    const flat = ikoWith({ aggregate: 'mean-of-items' })
    fc.assert(
      fc.property(anyLevels, (levels) => {
        expect(indexOf(levels, flat)).toEqual(indexOf(levels))
      }),
    )
  })

  test('the band is the one whose half-open interval holds the index', () => {
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const sum = levels.reduce((total, one) => total + one, 0)
        const band = sum < 15 ? 'nascent' : sum < 35 ? 'emergent' : 'mature'
        expect(score(iko, answersOf(levels)).band).toBe(band)
      }),
    )
  })
})

test('a form without an instrument has no score', () => {
  const { instrument: _, ...form } = iko
  expect(() => score(form, {})).toThrow('iko')
})
