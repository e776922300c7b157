// The report as data: everything an organisation is told, in its language.
import { describe, expect, test } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { shortNameOf } from '../../../src/core/form/show.ts'
import { instrumentOf } from '../../../src/core/instrument/items.ts'
import { buildReport } from '../../../src/core/report/report.ts'
import type { Report } from '../../../src/core/report/shape.ts'
import { allOf, ikoWith } from '../instrument/levels.ts'
import { factsOf, growing } from './facts.ts'

const itemsOf = ({ domains }: Report) =>
  domains.flatMap((domain) => domain.subdomains).flatMap((subdomain) => subdomain.items)
const numbersOf = ({ computation }: Report) => computation.flatMap(({ numbers }) => numbers)

describe('the report', () => {
  test('says what it is about, in the network’s time zone', () => {
    expect(buildReport(factsOf(growing), 'id')).toMatchObject({
      title: 'Laporan Indeks Kinerja Organisasi (IKO)',
      organisation: 'Yayasan Contoh Melati',
      reference: 'KX4-RT7-WN5',
      district: 'Kabupaten Malang',
      network: 'Jaringan Contoh',
      round: 'IKO Oktober 2026',
      period: '1 April 2026 sampai 30 September 2026',
      sentAt: '25 Oktober 2026 pukul 01.04 WIB',
      basis: 'Penilaian organisasi sendiri, belum diverifikasi',
    })
  })

  test('stands in the reader’s language, numbers too', () => {
    const report = buildReport(factsOf(growing, { timeZone: 'Asia/Jayapura' }), 'en')
    expect(report).toMatchObject({
      round: 'IKO October 2026',
      period: '1 April 2026 to 30 September 2026',
      sentAt: '25 October 2026 at 03:04 WIT',
      index: { display: '1.30' },
      band: { name: 'Nascent' },
    })
    expect(buildReport(factsOf(growing), 'id').index.display).toBe('1,30')
  })

  test('has no period where the round names none', () => {
    expect(buildReport(factsOf(growing, { period: null }), 'id').period).toBeNull()
  })

  test('tells what the band means and what to do in it', () => {
    const { band } = buildReport(factsOf(allOf(4)), 'id')
    expect(band).toEqual({
      id: 'mature',
      name: 'Dewasa',
      summary: iko.instrument?.bands[2]?.summary.id,
      focus: iko.instrument?.bands[2]?.focus.id,
    })
  })

  test('describes every chosen level', () => {
    const items = itemsOf(buildReport(factsOf(growing), 'id'))
    expect(items).toHaveLength(10)
    expect(items[2]).toMatchObject({
      name: 'Pelaksanaan',
      placed: 'level 2 dari 4',
      description: iko.questions.delivery.levels[1].description.id,
      bar: ['full', 'full', 'empty', 'empty'],
    })
  })

  test('fills half a cell for half a level', () => {
    const { domains } = buildReport(factsOf(growing), 'id')
    expect(domains[1]?.score).toEqual({ display: '1,50', bar: ['full', 'half', 'empty', 'empty'] })
  })

  test('carries the words on where the instrument comes from', () => {
    const { attribution } = buildReport(factsOf(growing), 'id')
    for (const phrase of ['OPI', 'Pact', 'MADANI', 'belum divalidasi', 'bukan IKO dari Kementerian'])
      expect(attribution).toContain(phrase)
  })

  test('needs a form with an instrument, and its own scores', () => {
    const { instrument: _, ...form } = iko
    expect(() => buildReport({ ...factsOf(growing), form }, 'id')).toThrow('iko')
    const { results: __, ...questions } = iko.questions
    expect(() => buildReport({ ...factsOf(growing), form: { ...iko, questions } }, 'id')).toThrow('results')
  })
})

describe('evidence', () => {
  test('is missing from level 2 on, and not asked for at level 1', () => {
    const report = buildReport(factsOf(growing), 'id')
    expect(itemsOf(report).map(({ evidence }) => evidence)).toEqual(
      growing.map((level) => (level > 1 ? 'missing' : null)),
    )
    expect(report.evidence).toEqual({
      text: 'Bukti sudah disebutkan untuk 0 dari 3 jawaban di level 2 ke atas.',
      missing: ['Pelaksanaan', 'Kelompok sasaran', 'Modal sosial'],
    })
  })

  test('is given wherever there is a note, at any level', () => {
    const report = buildReport(factsOf(growing, { evidence: ' Notulen rapat ' }), 'id')
    expect(
      itemsOf(report).every(({ evidence, note }) => evidence === 'given' && note === 'Notulen rapat'),
    ).toBe(true)
    expect(report.evidence).toEqual({
      text: 'Bukti sudah disebutkan untuk 3 dari 3 jawaban di level 2 ke atas.',
      missing: [],
    })
  })

  test('of blanks is none', () => {
    expect(buildReport(factsOf(growing, { evidence: ' \n ' }), 'id').evidence.missing).toHaveLength(3)
  })

  test('is not needed at all where every level is the lowest', () => {
    expect(buildReport(factsOf(allOf(1)), 'id').evidence.text).toBe(
      'Semua jawaban berada di level 1, yang tidak memerlukan bukti.',
    )
  })
})

describe('the computation', () => {
  test('shows how the levels became the index', () => {
    expect(numbersOf(buildReport(factsOf(growing), 'id'))).toEqual([
      'Efektivitas: (1 + 1) dibagi 2 = 1,00',
      'Efisiensi: (2 + 1) dibagi 2 = 1,50',
      'Relevansi: (2 + 1) dibagi 2 = 1,50',
      'Keberlanjutan: (1 + 2) dibagi 2 = 1,50',
      'Ketahanan: (1 + 1) dibagi 2 = 1,00',
      'Indeks: (1,00 + 1,50 + 1,50 + 1,50 + 1,00) dibagi 5 = 1,30',
    ])
  })

  test('gives the limits of the band', () => {
    const rules = (levels: readonly number[]) =>
      buildReport(factsOf(levels), 'id').computation.map(({ rule }) => rule)
    expect(rules(growing)).toContain('Tahap Tumbuh mencakup indeks dari 1,00 sampai kurang dari 1,50.')
    expect(rules(allOf(4))).toContain('Tahap Dewasa mencakup indeks dari 3,50 sampai 4,00.')
  })

  test('leaves out what is unanswered where the instrument says so', () => {
    const form = ikoWith({ missing: 'excluded', aggregate: 'mean-of-items' })
    const report = buildReport(factsOf([2, null, 2, 3, null, null, 1, 2, 2, 1], { form }), 'en')
    expect(numbersOf(report)).toEqual([
      'Effectiveness: (2) divided by 1 = 2.00',
      'Efficiency: (2 + 3) divided by 2 = 2.50',
      'Relevance: cannot be worked out yet',
      'Sustainability: (1 + 2) divided by 2 = 1.50',
      'Resilience: (2 + 1) divided by 2 = 1.50',
      'Index: (2 + 2 + 3 + 1 + 2 + 2 + 1) divided by 7 = 1.86',
    ])
    expect(report.computation.map(({ rule }) => rule)).toContain(
      'A question left unanswered does not count as zero, but is left out of the average.',
    )
  })

  test('has no index where the instrument needs every answer', () => {
    const report = buildReport(factsOf([null, ...growing.slice(1)]), 'id')
    expect(report).toMatchObject({ index: { display: null }, band: null })
    expect(numbersOf(report)).toContain('Indeks: belum dapat dihitung')
    expect(itemsOf(report)[0]).toMatchObject({
      level: null,
      placed: 'belum dijawab',
      description: '',
      evidence: null,
    })
  })
})

test('two items of one subdomain are told apart, and the lower one says where it stands', () => {
  const [effectiveness, ...others] = instrumentOf(iko).domains
  if (!effectiveness) throw new Error('the IKO has domains')
  const { results, standards } = iko.questions
  const form = {
    ...ikoWith({
      domains: [{ ...effectiveness, subdomains: effectiveness.subdomains.slice(0, 1) }, ...others],
    }),
    questions: { ...iko.questions, standards: { ...standards, subdomain: 'results' } },
  }
  const report = buildReport(factsOf([2, 1, ...allOf(4).slice(2)], { form }), 'id')
  expect(report.domains[0]?.subdomains).toMatchObject([
    {
      score: { display: '1,50' },
      items: [{ name: shortNameOf(results, 'id') }, { name: shortNameOf(standards, 'id') }],
    },
  ])
  expect(numbersOf(report)[0]).toBe('Hasil: (2 + 1) dibagi 2 = 1,50')
  expect(report.priorities.proposed).toMatchObject([
    { subdomain: 'results', level: 1, nextSteps: standards.levels[0].nextSteps.id },
  ])
})
