// Answers as text, as people read them.
import { describe, expect, it } from 'vitest'
import type { Answer, Question } from '../../../src/core/form/question.ts'
import { questionsIn, shortNameOf, showAnswer, showNothing, textAnswer } from '../../../src/core/form/show.ts'
import { asked, formAsking, level, texts } from './asking.ts'

const choices = { yes: { id: 'Ya', en: 'Yes' }, no: { id: 'Tidak', en: 'No' } }
const photos = { id: 'Foto saya boleh dipakai.', en: 'Photos of me may be used.' }

/** One example of every kind: the question, its answer, and the answer in both languages. */
const shown: {
  readonly [K in Question['kind']]: readonly [Extract<Question, { kind: K }>, Answer, string, string]
} = {
  text: [{ kind: 'text', ...asked }, 'Bina Karya', 'Bina Karya', 'Bina Karya'],
  longText: [{ kind: 'longText', ...asked }, 'Satu\nDua', 'Satu\nDua', 'Satu\nDua'],
  email: [{ kind: 'email', ...asked }, 'siti@contoh.example', 'siti@contoh.example', 'siti@contoh.example'],
  phone: [{ kind: 'phone', ...asked }, '+6281234567890', '0812 3456 7890', '0812 3456 7890'],
  number: [{ kind: 'number', ...asked }, 1500, '1.500', '1,500'],
  date: [{ kind: 'date', ...asked }, '2026-08-17', '17 Agustus 2026', '17 August 2026'],
  choice: [{ kind: 'choice', ...asked, choices }, 'yes', 'Ya', 'Yes'],
  select: [{ kind: 'select', ...asked, choices }, 'no', 'Tidak', 'No'],
  choices: [{ kind: 'choices', ...asked, choices }, ['yes', 'no'], 'Ya; Tidak', 'Yes; No'],
  level: [
    { kind: 'level', ...asked, subdomain: 'plans', levels: [level], evidence: texts },
    { level: 3, evidence: 'Notulen' },
    '3 — Notulen',
    '3 — Notulen',
  ],
  consent: [
    { kind: 'consent', ...asked, label: photos, purpose: 'photos' },
    true,
    `disetujui: ${photos.id}`,
    `agreed: ${photos.en}`,
  ],
}

describe('an answer', () => {
  it.each(Object.entries(shown))(
    'to a %s question is shown in both languages',
    (_kind, [question, answer, id, en]) => {
      expect(showAnswer(question, answer, 'id')).toBe(id)
      expect(showAnswer(question, answer, 'en')).toBe(en)
    },
  )

  it('with a level but no evidence is the level alone', () => {
    expect(showAnswer(shown.level[0], { level: 2, evidence: '' }, 'id')).toBe('2')
  })

  it('that is no longer offered is shown as it was stored', () => {
    expect(showAnswer(shown.choice[0], 'maybe', 'id')).toBe('maybe')
    expect(showAnswer(shown.choices[0], ['yes', 'maybe'], 'en')).toBe('Yes; maybe')
  })

  it('that names a district is its code as long as the form has no places', () => {
    expect(showAnswer({ kind: 'select', ...asked, choices: 'districts' }, '35.07', 'id')).toBe('35.07')
  })
})

describe('no answer', () => {
  it('is a question that was not filled in', () => {
    expect(showNothing(shown.text[0], 'id')).toBe('tidak diisi')
    expect(showNothing(shown.level[0], 'en')).toBe('not filled in')
  })

  it('to a box of consent is a no', () => {
    expect(showNothing(shown.consent[0], 'id')).toBe('tidak disetujui')
    expect(showNothing(shown.consent[0], 'en')).toBe('not agreed')
  })
})

describe('the name of a question', () => {
  it('is its short name, else its label', () => {
    const label = { id: 'Nama organisasi', en: 'Name of the organisation' }
    const name = { id: 'Organisasi', en: 'Organisation' }
    expect(shortNameOf({ kind: 'text', ...asked, label }, 'en')).toBe('Name of the organisation')
    expect(shortNameOf({ kind: 'text', ...asked, label, name }, 'id')).toBe('Organisasi')
  })

  it.each(['Tema lain apa?', 'Tema lain apa:', 'Tema lain apa.'])('loses the closing mark of %s', (words) => {
    expect(shortNameOf({ kind: 'text', ...asked, label: { id: words, en: words } }, 'id')).toBe(
      'Tema lain apa',
    )
  })

  it('keeps marks inside it', () => {
    const label = { id: 'Kab./Kota: di mana?', en: 'Where?' }
    expect(shortNameOf({ kind: 'text', ...asked, label }, 'id')).toBe('Kab./Kota: di mana')
  })
})

describe('an answer as a string', () => {
  const answers = {
    name: 'Bina Karya',
    people: 3,
    themes: ['health'],
    note: { level: 1, evidence: '' },
    agreed: true,
  }

  it('is the string that was answered', () => {
    expect(textAnswer(answers, 'name')).toBe('Bina Karya')
  })

  it.each(['people', 'themes', 'note', 'agreed', 'nothing', undefined])('is empty for %s', (id) => {
    expect(textAnswer(answers, id)).toBe('')
  })
})

describe('the questions of a section', () => {
  const other = { ...asked, section: 'other' }
  const form = formAsking({
    second: { kind: 'text', ...asked },
    apart: { kind: 'text', ...other },
    first: { kind: 'date', ...asked },
  })

  it('are those that stand in it, in page order', () => {
    expect(questionsIn(form, 'about').map(([id]) => id)).toEqual(['second', 'first'])
    expect(questionsIn(form, 'other')).toEqual([['apart', form.questions.apart]])
    expect(questionsIn(form, 'none')).toEqual([])
  })
})
