// The hash of the rules changes with what can change a score, and with nothing else.
import { describe, expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import type { Instrument } from '../../../src/core/instrument/instrument.ts'
import { instrumentOf } from '../../../src/core/instrument/items.ts'
import { rulesHash } from '../../../src/core/instrument/rules.ts'
import { ikoWith } from './levels.ts'

const instrument = instrumentOf(iko)
const [first, second, ...others] = instrument.bands
if (!first || !second) throw new Error('the IKO has bands')
const other = { id: 'Lain', en: 'Other' }

describe('the hash of the rules', () => {
  test('is 64 hexadecimal digits and always the same', async () => {
    expect(await rulesHash(iko)).toMatch(/^[0-9a-f]{64}$/)
    expect(await rulesHash(iko)).toBe(await rulesHash(structuredClone(iko)))
  })

  const changing: Record<string, Partial<Instrument>> = {
    'the instrument’s id': { id: 'other' },
    'its version': { version: 2 },
    'its scale': { scale: { min: 1, max: 5, direction: 'higher-is-better' } },
    'its aggregate': { aggregate: 'mean-of-items' },
    'its missing rule': { missing: 'excluded' },
    'a band’s limit': { bands: [first, { ...second, from: '1.6' }, ...others] },
    'a band’s id': { bands: [{ ...first, id: 'other' }, second, ...others] },
    'the tree': { domains: instrument.domains.slice(1) },
  }
  test.each(Object.entries(changing))('changes with %s', async (_, rules) => {
    expect(await rulesHash(ikoWith(rules))).not.toBe(await rulesHash(iko))
  })

  test('changes when an item moves to another subdomain', async () => {
    const { results } = iko.questions
    const moved = { ...iko, questions: { ...iko.questions, results: { ...results, subdomain: 'standards' } } }
    expect(await rulesHash(moved)).not.toBe(await rulesHash(iko))
  })

  test('changes when another item stands in the place of one', async () => {
    const { results, ...stay } = iko.questions
    expect(await rulesHash({ ...iko, questions: { ...stay, outcomes: results } })).not.toBe(
      await rulesHash(iko),
    )
  })

  const unchanging: Record<string, Partial<Instrument>> = {
    'a name': { name: other },
    'the wording of a band': {
      bands: [{ ...first, name: other, summary: other, focus: other }, second, ...others],
    },
    'what a band puts first': { bands: [{ ...first, focusOn: [] }, second, ...others] },
    'another spelling of a limit': { bands: [first, { ...second, from: '1.50' }, ...others] },
    'the order of domains': { domains: instrument.domains.toReversed() },
    'the order of subdomains': {
      domains: instrument.domains.map((domain) => ({
        ...domain,
        subdomains: domain.subdomains.toReversed(),
      })),
    },
    'the order in which bands are written': { bands: instrument.bands.toReversed() },
  }
  test.each(Object.entries(unchanging))('does not change with %s', async (_, rules) => {
    expect(await rulesHash(ikoWith(rules))).toBe(await rulesHash(iko))
  })

  test('does not change with the wording or the order of questions', async () => {
    const { results } = iko.questions
    const questions = Object.fromEntries(
      Object.entries({ ...iko.questions, results: { ...results, label: other } }).reverse(),
    )
    expect(await rulesHash({ ...iko, title: other, questions })).toBe(await rulesHash(iko))
  })
})
