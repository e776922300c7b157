// The report for programs: unrounded numbers, and every level with its evidence.
import { describe, expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { reportJson } from '../../../src/core/report/json.ts'
import { ikoWith } from '../instrument/levels.ts'
import { factsOf, growing } from './facts.ts'

describe('the report as JSON', () => {
  const json = reportJson(factsOf(growing, { evidence: 'Notulen rapat' }), 'en')

  test('has exactly the promised parts', () => {
    expect(Object.keys(json)).toEqual([
      'reference',
      'organisation',
      'round',
      'practice',
      'basis',
      'instrument',
      'index',
      'band',
      'domains',
      'priorities',
    ])
    expect(json).toMatchObject({
      reference: 'KX4-RT7-WN5',
      organisation: 'Yayasan Contoh Melati',
      round: 'IKO October 2026',
      basis: 'self',
      instrument: { id: 'iko-simpul', version: 1 },
      index: 1.3,
      band: 'nascent',
    })
  })

  test('gives every domain, subdomain and item, with only the organisation’s own level', () => {
    expect(json.domains).toHaveLength(5)
    expect(json.domains[1]).toEqual({
      id: 'efficiency',
      score: 1.5,
      subdomains: [
        {
          id: 'delivery',
          score: 2,
          items: [{ id: 'delivery', self: 2, verified: null, agreed: null, evidence: 'Notulen rapat' }],
        },
        {
          id: 'reach',
          score: 1,
          items: [{ id: 'reach', self: 1, verified: null, agreed: null, evidence: 'Notulen rapat' }],
        },
      ],
    })
  })

  test('proposes the priorities with next steps in the language asked for', () => {
    expect(json.priorities.map(({ subdomain, level }) => [subdomain, level])).toEqual([
      ['standards', 1],
      ['results', 1],
      ['learning', 1],
    ])
    expect(json.priorities[0]).toEqual({
      subdomain: 'standards',
      level: 1,
      nextSteps: iko.questions.standards.levels[0].nextSteps.en,
    })
  })

  test('does not round', () => {
    const form = ikoWith({ missing: 'excluded', aggregate: 'mean-of-items' })
    const { index, domains } = reportJson(factsOf([2, null, 2, 3, null, null, 1, 2, 2, 1], { form }), 'id')
    expect(index).toBe(13 / 7)
    expect(domains[2]).toMatchObject({ score: null, subdomains: [{ items: [{ self: null }] }, {}] })
  })
})
