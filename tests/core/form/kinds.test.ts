// The contract of every kind of question: what is taken, what is refused and why, and what is no answer at all.
import { describe, expect, it } from 'vitest'
import { collectFields, type Fields } from '../../../src/core/form/fields.ts'
import type { Problem } from '../../../src/core/form/issue.ts'
import { kinds } from '../../../src/core/form/kinds.ts'
import type { Answer, Question } from '../../../src/core/form/question.ts'
import { readAnswers } from '../../../src/core/form/read.ts'
import { asked, formAsking, level, text, texts, today } from './asking.ts'

/** What is posted to the question `q`: one value, several, or a level with the note on its evidence. */
type Sent = string | readonly string[] | { readonly level: string; readonly note: string }

interface Contract<Q extends Question> {
  readonly question: Q
  readonly taken: readonly (readonly [rule: string, sent: Sent, answer: Answer, question?: Partial<Q>])[]
  readonly refused: readonly (readonly [rule: string, sent: Sent, problem: Problem, question?: Partial<Q>])[]
  readonly nothing: readonly (readonly [rule: string, sent: Sent])[]
}

const isList = (sent: Sent): sent is readonly string[] => Array.isArray(sent)

function fieldsOf(sent: Sent): Fields {
  if (typeof sent === 'string') return collectFields([['q', sent]])
  if (isList(sent)) return collectFields(sent.map((value) => ['q', value]))
  return collectFields([
    ['q', sent.level],
    ['q.evidence', sent.note],
  ])
}

const choices = { a: text, b: text, c: text }
const tooLong = (max: number, length: number): Problem => ({ kind: 'tooLong', max, length })
const outside = (min: number, max: number): Problem => ({ kind: 'outside', min, max })
const notEmail: Problem = { kind: 'notEmail' }
const notWhole: Problem = { kind: 'notWhole' }
const notDate: Problem = { kind: 'notDate' }
const notOffered: Problem = { kind: 'notOffered' }
const empty: readonly (readonly [string, Sent])[] = [
  ['nothing typed', ''],
  ['nothing but space', ' \t\u00a0\r\n'],
  ['nothing that can be seen', '\u200b\u202e'],
]
/** What a list offers is sent by the page, so only its very words are taken. */
const strangers: readonly (readonly [string, Sent, Problem])[] = [
  ['what is not offered', 'd', notOffered],
  ['the text of a choice instead of its id', 'Teks', notOffered],
  ['a choice in capitals', 'A', notOffered],
  ['a choice with space around it', ' a', notOffered],
  ['what every object has', 'constructor', notOffered],
  ['what every object comes from', '__proto__', notOffered],
]
const email = (length: number): string => `${'s'.repeat(length - 15)}@contoh.example`

const contracts: { readonly [K in Question['kind']]: Contract<Extract<Question, { kind: K }>> } = {
  text: {
    question: { kind: 'text', ...asked },
    taken: [
      ['one line, cleaned', ' Yayasan\u200b  Bina\r\nKarya ', 'Yayasan Bina Karya'],
      ['500 characters', 'a'.repeat(500), 'a'.repeat(500)],
      ['500 characters of two UTF-16 units each', '🙂'.repeat(500), '🙂'.repeat(500)],
      ['500 characters, once they are composed', 'e\u0301'.repeat(500), 'é'.repeat(500)],
      ['as many characters as the question allows', 'abc', 'abc', { max: 3 }],
      ['zero', '0', '0'],
    ],
    refused: [
      ['501 characters', 'a'.repeat(501), tooLong(500, 501)],
      ['501 characters of two units, counted as 501', '🙂'.repeat(501), tooLong(500, 501)],
      ['one character more than the question allows', 'abcd', tooLong(3, 4), { max: 3 }],
    ],
    nothing: empty,
  },
  longText: {
    question: { kind: 'longText', ...asked },
    taken: [
      ['several lines', 'Satu\r\n\r\nDua ', 'Satu\n\nDua'],
      ['5,000 characters', '🙂'.repeat(5000), '🙂'.repeat(5000)],
      [
        '5,000 characters, each line end counted once',
        'a\r\n'.repeat(2500).trim(),
        'a\n'.repeat(2500).trim(),
      ],
    ],
    refused: [
      ['5,001 characters', '🙂'.repeat(5001), tooLong(5000, 5001)],
      ['more than the question allows', 'a\nb', tooLong(2, 3), { max: 2 }],
    ],
    nothing: empty,
  },
  email: {
    question: { kind: 'email', ...asked },
    taken: [
      ['an address', 'siti@contoh.example', 'siti@contoh.example'],
      ['an address with space around it', ' siti@contoh.example\u00a0', 'siti@contoh.example'],
      ['an address as it was pasted', '\u202asiti@contoh.example\u202c', 'siti@contoh.example'],
      ['dots, plus and digits', 's.c+iko2026@surel.contoh.co.id', 's.c+iko2026@surel.contoh.co.id'],
      ['capitals, kept', 'Siti.C@Contoh.example', 'Siti.C@Contoh.example'],
      ['the 254 characters of the longest address', email(254), email(254)],
    ],
    refused: [
      ['a name', 'siti', notEmail],
      ['an address without domain', 'siti@', notEmail],
      ['an address without name', '@contoh.example', notEmail],
      ['a domain without ending', 'siti@contoh', notEmail],
      ['two dots in a row', 'siti@contoh..example', notEmail],
      ['a dot at the end', 'siti@contoh.example.', notEmail],
      ['two addresses', 'siti@contoh.example, budi@contoh.example', notEmail],
      ['a name in front', 'Siti <siti@contoh.example>', notEmail],
      ['words in front, which would become part of it', 'surel saya siti@contoh.example', notEmail],
      ['words behind, which would become part of it', 'siti@contoh.example terima kasih', notEmail],
      ['a name of two words, which would become another', 'siti contoh@contoh.example', notEmail],
      ['a line end with a header behind it', 'siti@contoh.example\r\nBcc: x@y.example', notEmail],
      ['255 characters', email(255), notEmail],
      ['a domain in letters that look like others', 'siti@ｃontoh.example', notEmail],
      ['a letter that only looks like an s', '\u017fiti@contoh.example', notEmail],
    ],
    nothing: empty,
  },
  phone: {
    question: { kind: 'phone', ...asked, data: 'personal' },
    taken: [
      ['a number as people write it', '0812 3456-7890', '+6281234567890'],
      ['a number as it was pasted', '\u202a+62\u00a0812\u20113456\u20117890\u202c', '+6281234567890'],
    ],
    refused: [
      ['words', 'tidak ada', { kind: 'notPhone' }],
      ['too few digits', '0812', { kind: 'notPhone' }],
    ],
    nothing: empty,
  },
  number: {
    question: { kind: 'number', ...asked },
    taken: [
      ['digits', '12', 12],
      ['zero', '0', 0],
      ['zero written as less than nothing', '-0', 0],
      ['zeros in front', '007', 7],
      ['space around', ' 12\u00a0', 12],
      ['thousands grouped by dots', '1.500', 1500],
      ['thousands grouped by commas', '1,500', 1500],
      ['thousands grouped by spaces', '1 500', 1500],
      ['thousands grouped twice', '1.000.000', 1_000_000],
      ['less than nothing, where it is allowed', '-5', -5, { min: -10 }],
      ['the lowest number allowed', '3', 3, { min: 3, max: 5 }],
      ['the highest number allowed', '5', 5, { min: 3, max: 5 }],
    ],
    refused: [
      ['a number in words', 'dua belas', notWhole],
      ['a number with its unit', '12 orang', notWhole],
      ['a power of ten', '1e3', notWhole],
      ['a hexadecimal number', '0x10', notWhole],
      ['half a number', '2.5', notWhole],
      ['half a number with a comma', '2,5', notWhole],
      ['half a number with three places, which would become five hundred', '0.500', notWhole],
      ['a group of four digits', '1.5000', notWhole],
      ['a first group of four digits', '1500.000', notWhole],
      ['an empty group', '1..500', notWhole],
      ['a dot at the end', '15.', notWhole],
      ['groups of two kinds, of which one would be a fraction', '1.500,000', notWhole, { max: 10_000_000 }],
      ['a plus sign', '+5', notWhole],
      ['a minus sign alone', '-', notWhole],
      ['digits of another script', '١٢', notWhole],
      ['digits of another width', '１２', notWhole],
      ['no number at all', 'NaN', notWhole],
      ['a number without end', 'Infinity', notWhole],
      ['less than zero, unless that is allowed', '-1', outside(0, 1_000_000)],
      ['more than a million, unless that is allowed', '1.000.001', outside(0, 1_000_000)],
      ['less than is allowed', '2', outside(3, 5), { min: 3, max: 5 }],
      ['more than is allowed', '6', outside(3, 5), { min: 3, max: 5 }],
      ['more than a computer counts exactly', '9'.repeat(400), outside(0, 1_000_000)],
    ],
    nothing: empty,
  },
  date: {
    question: { kind: 'date', ...asked },
    taken: [
      ['a day as browsers send it', '2026-11-22', '2026-11-22'],
      ['a day as people type it', ' 22/11/2026 ', '2026-11-22'],
      ['today, where a day to come is refused', today, today, { notAfterToday: true }],
      ['a day to come, unless that is refused', '2027-01-31', '2027-01-31'],
    ],
    refused: [
      ['a day that does not exist', '31/02/2026', notDate],
      ['a word', 'kemarin', notDate],
      ['tomorrow, where a day to come is refused', '24/11/2026', { kind: 'future' }, { notAfterToday: true }],
      [
        'next year, where a day to come is refused',
        '2027-01-01',
        { kind: 'future' },
        { notAfterToday: true },
      ],
    ],
    nothing: empty,
  },
  choice: {
    question: { kind: 'choice', ...asked, choices },
    taken: [
      ['what is offered', 'b', 'b'],
      ['the first of two', ['b', 'a'], 'b'],
    ],
    refused: [...strangers, ['a stranger in front of what is offered', ['d', 'a'], notOffered]],
    nothing: [['nothing chosen', '']],
  },
  select: {
    question: { kind: 'select', ...asked, choices },
    taken: [['what is offered', 'b', 'b']],
    refused: [
      ...strangers,
      ['any district, as long as the form has no places', '35.07', notOffered, { choices: 'districts' }],
    ],
    nothing: [['the invitation to choose', '']],
  },
  choices: {
    question: { kind: 'choices', ...asked, choices },
    taken: [
      ['one', 'b', ['b']],
      ['several, in the order of the page', ['c', 'a'], ['a', 'c']],
      ['each once, however often it is there', ['a', 'a', 'b', 'a'], ['a', 'b']],
      ['what is ticked beside nothing', ['', 'b', ''], ['b']],
    ],
    refused: [...strangers, ['all, where one is not offered', ['a', 'd', 'b'], notOffered]],
    nothing: [
      ['nothing ticked', []],
      ['only empty values', ['', '']],
    ],
  },
  level: {
    question: {
      kind: 'level',
      ...asked,
      subdomain: 'plans',
      levels: [level, level, level, level],
      evidence: texts,
    },
    taken: [
      ['the lowest level', '1', { level: 1, evidence: '' }],
      ['the highest level', '4', { level: 4, evidence: '' }],
      [
        'a level with a note on its evidence',
        { level: '2', note: ' Notulen\r\nrapat ' },
        { level: 2, evidence: 'Notulen\nrapat' },
      ],
      [
        'a level with 5,000 characters of evidence',
        { level: '3', note: '🙂'.repeat(5000) },
        { level: 3, evidence: '🙂'.repeat(5000) },
      ],
      // The page never sends this, but it can only mean one level that is offered.
      ['a level with a zero in front', '02', { level: 2, evidence: '' }],
    ],
    refused: [
      ['zero, on a scale from 1', '0', notOffered],
      ['one more than the highest', '5', notOffered],
      ['less than nothing', '-1', notOffered],
      ['half a level', '2.5', notOffered],
      ['half a level with a comma', '2,5', notOffered],
      ['a level with space around it', '2 ', notOffered],
      ['a level as a power of ten', '2e0', notOffered],
      ['a level with a plus sign', '+2', notOffered],
      ['a level in another script', '٢', notOffered],
      ['what every list has', 'length', notOffered],
      ['a level with too long a note', { level: '2', note: '🙂'.repeat(5001) }, tooLong(5000, 5001)],
      ['a level that is not offered, whatever its note', { level: '9', note: 'x'.repeat(5001) }, notOffered],
    ],
    nothing: [
      ['no level and no note', { level: '', note: '' }],
      ['no level and an empty note', { level: '', note: ' \n\u200b' }],
    ],
  },
  consent: {
    question: { kind: 'consent', ...asked, purpose: 'photos' },
    taken: [['the ticked box', 'yes', true]],
    refused: [],
    nothing: [
      ['the box that is not ticked', []],
      ['the empty value', ''],
    ],
  },
}

const context = { today, lowestLevel: 1 }

describe.each(Object.entries(contracts))('a %s question', (_kind, { question, taken, refused, nothing }) => {
  const reading = (sent: Sent, change?: object) => {
    const form = formAsking({ q: { ...question, ...change } })
    return readAnswers(form, fieldsOf(sent), today)
  }

  it.each(taken.map(([rule, ...rest]) => [rule, rest] as const))(
    'takes %s',
    (_rule, [sent, answer, change]) => {
      expect(reading(sent, change)).toEqual({ answers: { q: answer }, issues: [] })
    },
  )

  it.each(refused.map(([rule, ...rest]) => [rule, rest] as const))(
    'refuses %s',
    (_rule, [sent, problem, change]) => {
      expect(reading(sent, change)).toEqual({ answers: {}, issues: [{ question: 'q', problem }] })
    },
  )

  it.each(nothing)('finds no answer in %s', (_rule, sent) => {
    expect(reading(sent)).toEqual({ answers: {}, issues: [] })
    expect(reading(sent, { required: true }).issues).toEqual([
      { question: 'q', problem: { kind: 'missing' } },
    ])
  })
})

describe('a level question', () => {
  const { question } = contracts.level

  it('counts its levels from the lowest of the scale', () => {
    const fields = (chosen: string) => collectFields([['q', chosen]])
    const fromZero = { ...context, lowestLevel: 0 }
    expect(kinds.level.read(question, 'q', fields('0'), fromZero)).toEqual({
      answer: { level: 0, evidence: '' },
    })
    expect(kinds.level.read(question, 'q', fields('3'), fromZero)).toEqual({
      answer: { level: 3, evidence: '' },
    })
    expect(kinds.level.read(question, 'q', fields('4'), fromZero)).toEqual({ problem: notOffered })
  })

  it('never loses a note: evidence without a level is an issue', () => {
    const fields = collectFields([['q.evidence', 'Notulen rapat']])
    const missing = [{ question: 'q', problem: { kind: 'missing' } }]
    for (const required of [{ required: true }, {}] as const)
      expect(readAnswers(formAsking({ q: { ...question, ...required } }), fields, today)).toEqual({
        answers: {},
        issues: missing,
      })
    expect(fields.get('q.evidence')).toEqual(['Notulen rapat'])
  })
})

describe('a consent question', () => {
  it.each(['no', 'tidak', 'false', 'off', '0', ' '])('never takes %j for consent', (sent) => {
    expect(
      readAnswers(formAsking({ q: contracts.consent.question }), fieldsOf(sent), today).answers,
    ).not.toEqual({
      q: true,
    })
  })
})
