// The mail brings the whole report, the same in HTML and text, and nothing else that a sender typed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/kernel/text.ts'
import { buildReport } from '../../src/core/report/report.ts'
import { reportMail } from '../../src/mail/report.ts'
import { allOf, items } from '../core/instrument/levels.ts'
import { factsOf, growing } from '../core/report/facts.ts'
import { assertNeverSays, assertSays, shownHtml, shownText, wordsOf } from './says.ts'

const link = 'https://simpul.example/r/abc.def'
const note = 'Lihat https://jahat.example/unduh dan hubungi 081234567890'
const mailFor = (levels: readonly (number | null)[], locale: 'id' | 'en', changes = {}) =>
  reportMail(buildReport(factsOf(levels, changes), locale), { link })

describe('the report mail', () => {
  test('begins its subject with the organisation’s name', () => {
    expect(mailFor(growing, 'id').subject).toBe(
      'Yayasan Contoh Melati: laporan Indeks Kinerja Organisasi (IKO)',
    )
    expect(mailFor(growing, 'en').subject).toBe(
      'Yayasan Contoh Melati: Organisational Performance Index (IKO) report',
    )
  })

  test.each(LOCALES)('says everything the report says, in HTML and in text (%s)', (locale) => {
    const report = buildReport(factsOf(growing, { evidence: note }), locale)
    const mail = reportMail(report, { link })
    const said = [
      link,
      report.title,
      report.sentence,
      report.reference,
      report.district,
      report.network,
      report.round,
      report.period ?? 'a period',
      report.sentAt,
      report.basis,
      report.index.display ?? 'an index',
      report.band?.name ?? 'a band',
      report.band?.summary ?? 'a summary',
      report.band?.focus ?? 'a focus',
      report.strengths.text,
      ...report.strengths.names,
      report.priorities.text,
      ...report.priorities.proposed.flatMap(({ name, nextSteps }) => [name, ...nextSteps]),
      report.priorities.tied ?? 'the ties',
      ...report.domains.flatMap(({ name, score, subdomains }) => [
        `${name}: ${score.display}`,
        ...subdomains.flatMap(({ items: own }) =>
          own.flatMap((item) => [`${item.name}: ${item.placed}`, item.description]),
        ),
      ]),
      report.evidence.text,
      ...report.computation.flatMap(({ rule, numbers }) => [rule, ...numbers]),
      report.attribution,
    ]
    for (const phrase of said) assertSays(mail, phrase)
  })

  test('says the same words in the same order in both bodies, for any levels', () => {
    const level = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 20 })
    const levels = fc.array(level, { minLength: items.length, maxLength: items.length })
    fc.assert(
      fc.property(levels, fc.constantFrom(...LOCALES), (vector, locale) => {
        const mail = mailFor(vector, locale)
        expect(wordsOf(shownHtml(mail))).toEqual(wordsOf(shownText(mail)))
      }),
      { numRuns: 50 },
    )
  })

  test('writes numbers as the language does', () => {
    assertSays(mailFor(growing, 'id'), 'Indeks: 1,30 dari 4')
    assertSays(mailFor(growing, 'en'), 'Index: 1.30 out of 4')
  })

  test('lists evidence that is missing, and tells what is given without repeating it', () => {
    assertSays(mailFor(growing, 'id'), 'Siapkan bukti untuk yang berikut ini')
    assertSays(mailFor(growing, 'id'), 'Bukti: belum disebutkan.')
    assertSays(mailFor(growing, 'id', { evidence: note }), 'Bukti: disebutkan.')
  })

  test('says keep and mentor where every level is the highest', () => {
    assertSays(mailFor(allOf(4), 'en'), 'Keep it up, and mentor other organisations in the network.')
  })

  test('says who sends it, why it came, and where a reply goes', () => {
    const mail = mailFor(growing, 'id')
    assertSays(
      mail,
      'Surel ini dikirim oleh Jaringan Contoh lewat Simpul, karena alamat surel ini ditulis pada formulir Penilaian IKO.',
    )
    assertSays(mail, 'Balasan surel ini sampai ke Jaringan Contoh.')
  })
})

describe('what a sender typed', () => {
  test('as evidence never stands in the mail', () => {
    const mail = mailFor(growing, 'id', { evidence: note })
    for (const part of [note, 'jahat', '081234567890', 'unduh']) assertNeverSays(mail, part)
  })

  test.each([
    '<img src=x onerror=alert(1)>',
    'Menang hadiah di https://jahat.example',
    'jahat.example',
    'Yayasan\r\nBcc: orang@jahat.example',
  ])('as a name that is none never stands in the mail: %j', (organisation) => {
    const mail = mailFor(growing, 'id', { organisation })
    expect(mail.subject).toMatch(/^Organisasi Anda: /)
    assertSays(mail, 'Organisasi: Organisasi Anda')
    for (const part of [organisation, 'jahat', '<img', 'Bcc']) assertNeverSays(mail, part)
    expect(mailFor(growing, 'en', { organisation }).subject).toMatch(/^Your organisation: /)
  })

  test('as a proper name is shown as it is, never as markup', () => {
    const mail = mailFor(growing, 'id', { organisation: "Forum Ma'arif & Mitra" })
    assertSays(mail, "Organisasi: Forum Ma'arif & Mitra")
    expect(mail.html).toContain('Forum Ma&#39;arif &amp; Mitra')
  })

  test('is not alone in being shown as it is: nothing else is markup either', () => {
    const network = { id: 'Jaringan <b>A</b> & B', en: 'Network <b>A</b> & B' }
    const mail = mailFor(growing, 'id', { network })
    assertSays(mail, 'Jaringan: Jaringan <b>A</b> & B')
    assertSays(mail, 'Balasan surel ini sampai ke Jaringan <b>A</b> & B.')
  })

  test('never breaks a line of the subject', () => {
    for (const organisation of ['Yayasan\nContoh', 'Yayasan\u2028Contoh'])
      expect(mailFor(growing, 'id', { organisation }).subject).not.toMatch(/[\r\n\u2028\u2029]/)
  })
})

describe('the HTML body', () => {
  const { html } = mailFor([1, 2, 3, 4, 1, 2, 3, 4, 1, 2], 'id')

  test('names its language and has one h1', () => {
    expect(html).toContain('<html lang="id">')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  test('needs no picture, no script, no style sheet and nothing from anywhere', () => {
    expect(html).not.toMatch(/<(img|script|link|style|svg|iframe|form)\b|url\(|@import|background=/i)
    expect(html.match(/https?:\/\/[^"<\s]+/g)).toEqual([link, link])
  })

  test('draws every bar as table cells beside the number they repeat', () => {
    const bars = html.match(/<table role="presentation" aria-hidden="true"/g)
    expect(bars).toHaveLength(1 + 5 + 10)
    expect(html.match(/level \d dari 4<\/span><\/td>/g)).toHaveLength(10)
  })

  test('leaves text and background to the reader’s light or dark colours', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).not.toMatch(/[^-]color:(?!inherit)/)
    expect(new Set(html.match(/#[0-9a-f]{6}/gi))).toEqual(new Set(['#2f74c0']))
  })

  test('has no line longer than mail may carry (RFC 5322, 998 characters)', () => {
    expect(html.split('\n').filter((line) => line.length > 998)).toEqual([])
  })

  test('stays below the size at which mail programs cut', () => {
    expect(new TextEncoder().encode(html).length).toBeLessThan(100_000)
  })
})

test('lines of the text body have at most 76 characters, links excepted', () => {
  const long = mailFor(growing, 'en')
    .text.split('\n')
    .filter((line) => line.length > 76)
  expect(long.filter((line) => !line.startsWith('https://'))).toEqual([])
})
