// Levels, choices, numbers, days, telephone numbers and consents that no page of ours sends; unknown and repeated fields.
import type { ValueCase } from './case.ts'

const level = (title: string, typed: string | readonly string[]): ValueCase => ({
  title: `a level: ${title}`,
  form: 'iko',
  typed: { results: typed },
  refused: { results: 'notOffered' },
})

const levels: readonly ValueCase[] = [
  level('one above the highest', '5'),
  level('one below the lowest', '0'),
  level('between two levels', '2.5'),
  level('between two levels, with a comma', '2,5'),
  level('below zero', '-1'),
  level('with a sign', '+2'),
  level('in words', 'dua'),
  level('as a power of ten', '2e0'),
  level('in hexadecimal', '0x2'),
  level('in Arabic digits', '٢'),
  level('in digits of full width', '２'),
  level('too large for a number', '1e309'),
  level('too large to be exact', '999999999999999999999'),
  level('of 10,000 digits', '2'.repeat(10_000)),
  level('no number', 'NaN'),
  level('infinite', 'Infinity'),
  level('null', 'null'),
  level('an object', '{"level":2}'),
  level('a list', '[2]'),
  level('the length of the list of levels', 'length'),
  level('a name every object knows', 'constructor'),
  level('markup', '<b>2</b>'),
  level('with a space', '2 '),
  level('with NUL', '2\0'),
  level('two in one', '2,3'),
  level('a wrong one before a right one', ['5', '2']),
  {
    title: 'a level: a right one before a wrong one',
    form: 'iko',
    typed: { results: ['2', '5'], 'results.evidence': '' },
    kept: { results: { level: 2, evidence: '' } },
  },
  {
    title: 'a level: none, with evidence for it',
    form: 'iko',
    typed: { results: '', 'results.evidence': 'Surat' },
    refused: { results: 'missing' },
  },
  {
    title: 'a level: under other spellings of its field',
    form: 'iko',
    typed: { results: '', 'results[level]': '4', 'results.level': '4', 'results[]': '4', RESULTS: '4' },
    refused: { results: 'missing' },
  },
  {
    title: 'evidence: under other spellings of its field',
    form: 'iko',
    typed: { 'results[evidence]': 'x', 'results.evidence.evidence': 'x', 'results.Evidence': 'x' },
    kept: { results: { level: 1, evidence: '' } },
  },
  {
    title: 'evidence: repeated',
    form: 'iko',
    typed: { 'results.evidence': ['Surat', '<b>Surat</b>'] },
    kept: { results: { level: 1, evidence: 'Surat' } },
  },
  {
    title: 'levels of everything wrong at once',
    form: 'iko',
    typed: { results: '5', standards: '2.5', delivery: '', district: 'x', assessed_on: 'x', email: 'x' },
    refused: {
      district: 'notOffered',
      assessed_on: 'notDate',
      email: 'notEmail',
      results: 'notOffered',
      standards: 'notOffered',
      delivery: 'missing',
    },
  },
]

const choice = (title: string, question: string, typed: string | readonly string[]): ValueCase => ({
  title: `a choice: ${title}`,
  form: 'registration',
  typed: { [question]: typed },
  refused: { [question]: 'notOffered' },
})

const choices: readonly ValueCase[] = [
  choice('one that is not offered', 'legal_form', 'kerajaan'),
  choice('one in capitals', 'network_role', 'MEMBER'),
  choice('one with a space', 'network_role', 'member '),
  choice('one with NUL', 'network_role', 'member\0'),
  choice('the words of one', 'network_role', 'Anggota'),
  choice('the number of one', 'network_role', '0'),
  choice('__proto__', 'network_role', '__proto__'),
  choice('constructor', 'network_role', 'constructor'),
  choice('toString', 'network_role', 'toString'),
  choice('hasOwnProperty', 'disability_organisation', 'hasOwnProperty'),
  choice('markup', 'disability_organisation', '<option value="yes" selected>'),
  choice('of 10,000 letters', 'disability_organisation', 'y'.repeat(10_000)),
  choice('a wrong one before a right one', 'disability_organisation', ['maybe', 'yes']),
  choice('a district that is not there', 'district', '35.99'),
  choice('a district of another network', 'district', '31.71'),
  choice('a district without its dot', 'district', '3507'),
  choice('a district with SQL', 'district', "35.07' or '1'='1"),
  choice('a district with markup', 'district', '</select><script>alert(1)</script>'),
  choice('the word that stands for all districts', 'district', 'districts'),
  choice('several, one of them not offered', 'themes', ['health', 'kerajaan', 'other']),
  choice('several in one', 'themes', 'health,other'),
  choice('several, one of them known to every object', 'themes', ['other', '__proto__']),
  {
    title: 'a choice: repeated, the first one counts',
    form: 'registration',
    typed: { disability_organisation: ['yes', 'no', '<b>'] },
    kept: { disability_organisation: 'yes' },
  },
  {
    title: 'several choices: each repeated 2,000 times',
    form: 'registration',
    typed: { themes: Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 'other' : 'health')) },
    kept: { themes: ['health', 'other'] },
  },
  {
    title: 'several choices: none, said in several ways',
    form: 'registration',
    typed: { themes: ['', '', ''] },
    refused: { themes: 'missing' },
  },
  {
    title: 'several choices: under another spelling of the field',
    form: 'registration',
    typed: { themes: [], 'themes[]': ['health'], 'themes[0]': 'health' },
    refused: { themes: 'missing' },
  },
]

const number = (title: string, typed: string, problem: 'notWhole' | 'outside' = 'notWhole'): ValueCase => ({
  title: `a number: ${title}`,
  form: 'iko',
  typed: { participants_women: typed },
  refused: { participants_women: problem },
})

const numbers: readonly ValueCase[] = [
  number('too large for a number', '1e309'),
  number('too large to be exact', '999999999999999999999', 'outside'),
  number('of 400 digits', '9'.repeat(400), 'outside'),
  number('of 10,000 digits', '1'.repeat(10_000), 'outside'),
  number('of 10,000 groups', '1.'.repeat(10_000)),
  number('one too large', '10001', 'outside'),
  number('below zero', '-1', 'outside'),
  number('with two signs', '--1'),
  number('with plus', '+5'),
  number('broken', '1.5'),
  number('a fraction', '½'),
  number('in hexadecimal', '0x10'),
  number('with underscores', '1_000'),
  number('in Arabic digits', '١٢'),
  number('in Devanagari digits', '१२'),
  number('in digits of full width', '１２'),
  number('infinite', 'Infinity'),
  number('none', 'NaN'),
  number('with markup', '<b>12</b>'),
  number('with SQL', '12; drop table rounds'),
  {
    title: 'a number: minus nothing',
    form: 'iko',
    typed: { participants_women: '-0' },
    kept: { participants_women: 0 },
  },
  {
    title: 'a number: repeated, the first one counts',
    form: 'iko',
    typed: { participants_women: ['12', '1e309'] },
    kept: { participants_women: 12 },
  },
]

const day = (title: string, typed: string, problem: 'notDate' | 'future' = 'notDate'): ValueCase => ({
  title: `a day: ${title}`,
  form: 'iko',
  typed: { assessed_on: typed },
  refused: { assessed_on: problem },
})

const days: readonly ValueCase[] = [
  day('of no year, month and day', '0000-00-00'),
  day('in no month', '2026-13-01'),
  day('30 February', '2026-02-30'),
  day('29 February of a year without one', '29/2/2026'),
  day('the last one there is', '9999-12-31', 'future'),
  day('tomorrow', '2026-11-24', 'future'),
  day('of a year with five digits', '20260-01-01'),
  day('of a year with a sign', '+002026-11-20'),
  day('before the first year', '-000001-01-01'),
  day('with a time', '2026-11-20T00:00:00Z'),
  day('in one number', '20261120'),
  day('in milliseconds', '1795000000000'),
  day('in Arabic digits', '٢٠٢٦-١١-٢٠'),
  day('in words', 'kemarin'),
  day('with markup', '2026-11-20"><script>alert(1)</script>'),
  day('of 10,000 digits', '1'.repeat(10_000)),
  {
    title: 'a day: with characters nobody sees',
    form: 'iko',
    typed: { assessed_on: '2026\u200b-11-\u202e20\0' },
    kept: { assessed_on: '2026-11-20' },
  },
]

const phone = (title: string, typed: string): ValueCase => ({
  title: `a telephone number: ${title}`,
  form: 'registration',
  typed: { whatsapp: typed },
  refused: { whatsapp: 'notPhone' },
})

const phones: readonly ValueCase[] = [
  phone('a script', 'javascript:alert(1)'),
  phone('of another country', '+1 202 555 0100'),
  phone('with its scheme', 'tel:081234567890'),
  phone('with an extension', '081234567890;ext=1'),
  phone('with a code that forwards calls', '*21*081234567890#'),
  phone('with markup', '0812<b>3456</b>7890'),
  phone('in Arabic digits', '٠٨١٢٣٤٥٦٧٨٩٠'),
  phone('two of them', '081234567890 081234567891'),
  phone('of 10,000 digits', '08'.repeat(5000)),
  phone('of zeros only', '0'.repeat(12)),
  {
    title: 'a telephone number: over two lines, with characters nobody sees',
    form: 'registration',
    typed: { whatsapp: '0812\r\n3456\u200b\u202e 7890\0' },
    kept: { whatsapp: '+6281234567890' },
  },
]

const consent = (title: string, typed: string): ValueCase => ({
  title: `a consent: ${title}`,
  form: 'registration',
  typed: { consent_photos: typed },
  kept: { consent_photos: null },
})

const consents: readonly ValueCase[] = [
  consent('no', 'no'),
  consent('tidak', 'tidak'),
  consent('false', 'false'),
  consent('zero', '0'),
  consent('off', 'off'),
  consent('a space', ' '),
  {
    title: 'a consent: repeated',
    form: 'registration',
    typed: { consent_photos: ['yes', 'yes', 'yes'] },
    kept: { consent_photos: true },
  },
  {
    title: 'a consent: for a purpose nobody asks about',
    form: 'registration',
    typed: { consent_everything: 'yes', purpose: 'everything', photos: 'yes' },
    kept: { consent_photos: null },
  },
]

const known = { organisation: 'Yayasan Bina Karya Contoh' }

const fields: readonly ValueCase[] = [
  {
    title: 'fields named like columns',
    form: 'iko',
    typed: { id: 'x', network_id: 'x', round_id: 'x', reference: 'KX4-RT7-WN5', held_at: '1', done_at: '1' },
    kept: { ...known, id: null, network_id: null, reference: null },
  },
  {
    title: 'fields named like powers',
    form: 'iko',
    typed: { admin: 'true', role: 'coordinator', score: '4', index: '4', basis: 'verified', locale: 'xx' },
    kept: { ...known, admin: null, score: null, locale: null },
  },
  {
    title: 'fields named like what every object has',
    form: 'iko',
    typed: Object.fromEntries(
      ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'].map((name) => [
        name,
        ['x', 'y'],
      ]),
    ),
    kept: { ...known, toString: null, constructor: null },
  },
  {
    title: 'fields named like parts of what every object has',
    form: 'iko',
    typed: { '__proto__[admin]': '1', '__proto__.admin': '1', 'constructor.prototype.admin': '1' },
    kept: { ...known, admin: null },
  },
  {
    title: 'fields with markup and line ends for names',
    form: 'iko',
    typed: { '"><script>alert(1)</script>': 'x', 'a\r\nSet-Cookie: x=1': 'x', '\0': 'x', '': 'x' },
    kept: known,
  },
  {
    title: 'other spellings of a field',
    form: 'iko',
    typed: {
      'organisation[]': 'B',
      'organisation[0]': 'B',
      'organisation ': 'B',
      ORGANISATION: 'B',
      organisatıon: 'B',
    },
    kept: known,
  },
  {
    title: 'fields of another form',
    form: 'iko',
    typed: { contact_name: 'x', legal_form: 'foundation', consent_donors: 'yes', themes: ['health'] },
    kept: { ...known, contact_name: null, consent_donors: null },
  },
  {
    title: 'a repeated name, the first one counts',
    form: 'iko',
    typed: { organisation: ['Yayasan Pertama', '<b>Kedua</b>', 'Ketiga'] },
    kept: { organisation: 'Yayasan Pertama' },
  },
  {
    title: 'a repeated name, the first one empty',
    form: 'iko',
    typed: { organisation: ['', 'Yayasan Kedua'] },
    refused: { organisation: 'missing' },
  },
  {
    title: 'a name repeated 5,000 times',
    form: 'iko',
    typed: { organisation: Array.from({ length: 5000 }, () => 'Yayasan Contoh') },
    kept: { organisation: 'Yayasan Contoh' },
  },
]

export const values: readonly ValueCase[] = [
  ...levels,
  ...choices,
  ...numbers,
  ...days,
  ...phones,
  ...consents,
  ...fields,
]
