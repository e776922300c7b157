// What of a page is kept of half-filled answers: what its form asks, no longer than it may be, and of that what only sealed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { registration } from '../../../forms/registration/v1.ts'
import { keptBefore, partsOf } from '../../../src/core/draft/keep.ts'
import { collectFields } from '../../../src/core/form/fields.ts'
import { runs } from '../../support/runs.ts'

const typed = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  collectFields(
    Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
    ),
  )

describe('a page', () => {
  it('is kept by what its form asks; fields of the page itself, and empty ones, are none of it', () => {
    const parts = partsOf(
      iko,
      typed({
        organisation: 'Forum',
        'results.evidence': 'Foto',
        reach: '',
        submission: 'key',
        action: 'save',
        lang: 'id',
        'form-hash': 'x',
        invented: 'lain',
        'organisation.evidence': 'lain',
        __proto__x: 'lain',
      }),
    )
    expect(parts.open).toEqual({ organisation: ['Forum'], 'results.evidence': ['Foto'] })
    expect([parts.sealed, parts.tooLong]).toEqual([{}, []])
    expect(parts.unasked).toEqual({ invented: ['lain'], 'organisation.evidence': ['lain'] })
  })

  it('is kept once where it names a field twice, and by each choice where several can be ticked', () => {
    const { open } = partsOf(
      registration,
      typed({ organisation: ['Forum', 'Lain'], themes: ['disability', 'other'], profile: ['a', 'b', 'c'] }),
    )
    expect(open).toEqual({ organisation: ['Forum'], themes: ['disability', 'other'], profile: ['a'] })
  })

  it('holds at most as many choices as there are, and none that is no choice’s name', () => {
    const { open } = partsOf(
      registration,
      typed({ themes: Array.from({ length: 500 }, (_, i) => `t${i}`), network_role: 'x'.repeat(101) }),
    )
    expect(open.network_role).toBeUndefined()
    expect(open.themes?.length).toBeLessThan(20)
  })
})

describe('a text', () => {
  it('is kept whole a tenth beyond what may be sent, and then refused by its name, never cut', () => {
    const within = partsOf(iko, typed({ 'results.evidence': 'a'.repeat(5500) }))
    expect([within.tooLong, within.open['results.evidence']?.[0]?.length]).toEqual([[], 5500])
    const { tooLong } = partsOf(iko, typed({ 'results.evidence': 'a'.repeat(5501) }))
    expect(tooLong).toEqual([{ question: 'results', problem: { kind: 'tooLong', max: 5000, length: 5501 } }])
  })

  it('is as long as a person sees it: line ends, accents and emoji are counted as they are sent', () => {
    const lines = 'baris\r\n'.repeat(830)
    expect(lines.length).toBeGreaterThan(5500)
    for (const text of [lines, '😀'.repeat(5000)])
      expect(partsOf(iko, typed({ 'results.evidence': text })).tooLong).toEqual([])
    expect(partsOf(iko, typed({ 'results.evidence': ' '.repeat(20_001) })).tooLong).toHaveLength(1)
  })

  it('that may be sent is kept, whatever it holds', () => {
    const text = fc.string({ maxLength: 500, unit: 'binary', size: 'medium' })
    fc.assert(
      fc.property(text, (organisation) => {
        fc.pre(organisation !== '')
        expect(partsOf(iko, typed({ organisation })).open.organisation).toEqual([organisation])
      }),
      { numRuns: runs(20, 2000) },
    )
  })
})

it('what a form does not ask is kept only to the letter of what the draft holds already', () => {
  const before = typed({ profile: 'Satu', other: ['a', 'b'] })
  expect(keptBefore({ profile: ['Satu'], other: ['a'], invented: ['x'] }, before)).toEqual({
    profile: ['Satu'],
  })
})
