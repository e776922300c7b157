// One plain sentence tells the result, never in more than 25 words.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import { buildReport } from '../../../src/core/report/report.ts'
import { countWords, listNames, sentence } from '../../../src/core/report/sentence.ts'
import { allOf, ikoWith, items } from '../instrument/levels.ts'
import { factsOf, growing } from './facts.ts'

const say = (levels: readonly (number | null)[], locale: 'id' | 'en') =>
  buildReport(factsOf(levels), locale).sentence

describe('the sentence', () => {
  test('tells index, band, strengths and what comes next', () => {
    expect(say(growing, 'id')).toBe(
      'Indeks 1,30 dari 4: tahap Tumbuh. Kuat di Pelaksanaan, Kelompok sasaran, dan Modal sosial; utamakan Standar, Hasil, dan Pembelajaran.',
    )
    expect(say(growing, 'en')).toBe(
      'Index 1.30 out of 4: Nascent stage. Strong in Delivery, Target population and Social capital; work on Standards, Results and Learning.',
    )
  })

  test('counts what it does not name', () => {
    expect(say([4, 4, 4, 4, 4, 3, 4, 4, 2, 4], 'id')).toBe(
      'Indeks 3,70 dari 4: tahap Dewasa. Kuat di Hasil, Standar, dan 6 lainnya; utamakan Daya adaptasi dan Pembelajaran.',
    )
  })

  test('calls nothing strong where all levels are equal', () => {
    expect(say(allOf(2), 'id')).toBe(
      'Indeks 2,00 dari 4: tahap Berkembang. Semua subdomain di level 2; mulai dari Standar, Hasil, dan Pembelajaran.',
    )
    expect(say(allOf(2), 'en')).toBe(
      'Index 2.00 out of 4: Emergent stage. All subdomains are at level 2; begin with Standards, Results and Learning.',
    )
  })

  test('says keep and mentor where all levels are the highest', () => {
    expect(say(allOf(4), 'id')).toBe(
      'Indeks 4,00 dari 4: tahap Dewasa. Semua subdomain di level 4; pertahankan, lalu dampingi organisasi lain.',
    )
    expect(say(allOf(4), 'en')).toBe(
      'Index 4.00 out of 4: Mature stage. All subdomains are at level 4; keep it up and mentor others.',
    )
  })

  test('says what is missing where there is no index', () => {
    expect(say([1, null, ...growing.slice(2)], 'id')).toBe(
      'Indeks belum dapat dihitung: 1 dari 10 level belum dipilih.',
    )
  })

  test('names no band where the instrument has none', () => {
    const form = ikoWith({ bands: [] })
    expect(buildReport(factsOf(allOf(4), { form }), 'en').sentence).toBe(
      'Index 4.00 out of 4. All subdomains are at level 4; keep it up and mentor others.',
    )
  })

  test('has at most 25 words for any levels, in every language', () => {
    const level = fc.integer({ min: 1, max: 4 })
    const levels = fc.array(level, { minLength: items.length, maxLength: items.length })
    fc.assert(
      fc.property(levels, fc.constantFrom(...LOCALES), (vector, locale) => {
        expect(countWords(say(vector, locale))).toBeLessThanOrEqual(25)
      }),
      { numRuns: 500 },
    )
  })

  test('stays within 25 words when every name has three words, by naming fewer', () => {
    const names = ['Satu dua tiga', 'Empat lima enam', 'Tujuh delapan sembilan', 'Sepuluh sebelas duabelas']
    const facts = {
      index: '1,30',
      band: 'Sangat Tumbuh',
      items: 10,
      unanswered: 0,
      highest: '4',
      shared: null,
      strengths: names,
      priorities: names.slice(0, 3),
    }
    for (const locale of LOCALES) {
      const said = sentence(facts, locale)
      expect(countWords(said), said).toBeLessThanOrEqual(25)
      expect(said).toContain('Satu dua tiga')
    }
  })
})

describe('names in a row', () => {
  test('stand as the language puts them', () => {
    const names = ['A', 'B', 'C', 'D']
    const rows = (locale: 'id' | 'en') => [1, 2, 3].map((count) => listNames(names.slice(0, count), locale))
    expect(rows('id')).toEqual(['A', 'A dan B', 'A, B, dan C'])
    expect(rows('en')).toEqual(['A', 'A and B', 'A, B and C'])
    expect(listNames(names, 'id', 2)).toBe('A dan 3 lainnya')
    expect(listNames(names, 'en', 3)).toBe('A, B and 2 more')
  })
})
