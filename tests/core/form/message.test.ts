// Issues in words: every message names its question and says what to do about it, in both languages.
import { describe, expect, it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import type { Form } from '../../../src/core/form/form.ts'
import type { Problem } from '../../../src/core/form/issue.ts'
import { conditionFor, messageFor, questionName } from '../../../src/core/form/message.ts'
import type { Condition, Question } from '../../../src/core/form/question.ts'
import { LOCALES, type Locale } from '../../../src/core/kernel/text.ts'
import { asked, formAsking, level, texts } from './asking.ts'

const problems: { readonly [K in Problem['kind']]: Extract<Problem, { kind: K }> } = {
  missing: { kind: 'missing' },
  tooLong: { kind: 'tooLong', max: 5000, length: 6234 },
  notEmail: { kind: 'notEmail' },
  notPhone: { kind: 'notPhone' },
  notWhole: { kind: 'notWhole' },
  outside: { kind: 'outside', min: 3, max: 10_000 },
  notDate: { kind: 'notDate' },
  future: { kind: 'future' },
  notOffered: { kind: 'notOffered' },
}

/** What a message asks for; none says only that something is wrong. */
const asksFor: Readonly<Record<Locale, RegExp>> = {
  id: /^ (?:isi|pilih|tulis|paling banyak .* Kurangi) /,
  en: /^ (?:fill|choose|write|at most .* Shorten) /,
}

const everyForm = forms.map((form): [string, Form] => [form.id, form])
const every = everyForm.flatMap(([id, form]) => LOCALES.map((locale) => [id, locale, form] as const))

describe.each(every)('in %s (%s), every message', (_id, locale, form) => {
  const messages = Object.entries(form.questions).flatMap(([id, question]) =>
    Object.values(problems).map((problem) => ({
      name: questionName(question, locale),
      message: messageFor(form, { question: id, problem }, locale),
    })),
  )

  it('begins with what its question is called', () => {
    expect(messages.filter(({ name, message }) => !message.startsWith(`${name}: `))).toEqual([])
  })

  it('then says what to do, in a whole sentence', () => {
    const unhelpful = messages.filter(({ name, message }) => {
      const rest = message.slice(name.length + 1)
      return !asksFor[locale].test(rest) || !rest.endsWith('.')
    })
    expect(unhelpful).toEqual([])
  })

  it('has all its words', () => {
    expect(messages.filter(({ message }) => /undefined|NaN|null|\[object|\{|\$/.test(message))).toEqual([])
  })
})

const choices = {
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  rather: { id: 'Agak', en: 'Rather' },
}
const labelled = { ...asked, label: { id: 'Hasil?', en: 'Results?' } }
const short: Question = { kind: 'text', ...labelled }
const item: Question = {
  kind: 'level',
  ...labelled,
  subdomain: 'plans',
  levels: [level, level, level],
  evidence: texts,
}

const messageOn = (question: Question, problem: Problem): readonly string[] =>
  LOCALES.map((locale) => messageFor(formAsking({ q: question }), { question: 'q', problem }, locale))

describe('in a message, a question', () => {
  const label = { id: 'Nama Anda', en: 'Your name' }
  const sentence = { id: `Apakah ${'ada '.repeat(10)}hasil?`, en: `Are there ${'any '.repeat(8)}results?` }
  const name = { id: 'Hasil', en: 'Results' }

  it.each<readonly [rule: string, question: Question, called: string]>([
    [
      'is called by its label, as it stands on the page',
      { kind: 'text', ...asked, label, name },
      'Your name',
    ],
    ['loses the closing mark of its label', short, 'Results'],
    [
      'with a whole sentence as its label is called by its short name',
      { kind: 'text', ...asked, label: sentence, name },
      'Results',
    ],
    [
      'that asks in words is called by its short name',
      { kind: 'text', ...labelled, name: sentence },
      sentence.en.slice(0, -1),
    ],
    ['that asks for a level is called by its short name', { ...item, label, name }, 'Results'],
    [
      'without a short name is called by its label, however long',
      { kind: 'text', ...asked, label: sentence },
      sentence.en.slice(0, -1),
    ],
  ])('%s', (_rule, question, called) => {
    expect(questionName(question, 'en')).toBe(called)
    expect(messageFor(formAsking({ q: question }), { question: 'q', problem: problems.future }, 'en')).toBe(
      `${called}: write today’s date or an earlier one.`,
    )
  })
})

describe('the message', () => {
  it.each<readonly [rule: string, question: Question, problem: Problem, id: string, en: string]>([
    [
      'for a missing text asks to fill it in',
      short,
      problems.missing,
      'Hasil: isi ini.',
      'Results: fill this in.',
    ],
    [
      'for a missing choice asks for one',
      { kind: 'choice', ...labelled, choices },
      problems.missing,
      'Hasil: pilih salah satu.',
      'Results: choose one.',
    ],
    [
      'for a missing entry of a list asks for one',
      { kind: 'select', ...labelled, choices },
      problems.missing,
      'Hasil: pilih salah satu.',
      'Results: choose one.',
    ],
    [
      'for missing choices asks for at least one',
      { kind: 'choices', ...labelled, choices },
      problems.missing,
      'Hasil: pilih sedikitnya satu.',
      'Results: choose at least one.',
    ],
    [
      'for a missing level names the lowest and the highest',
      item,
      problems.missing,
      'Hasil: pilih satu level, dari 1 sampai 3.',
      'Results: choose one level, from 1 to 3.',
    ],
    [
      'for too long a text says how much and how much too much',
      short,
      problems.tooLong,
      'Hasil: paling banyak 5.000 karakter. Kurangi 1.234 karakter.',
      'Results: at most 5,000 characters. Shorten it by 1,234.',
    ],
    [
      'for a number outside names both ends',
      short,
      problems.outside,
      'Hasil: tulis bilangan dari 3 sampai 10.000.',
      'Results: write a number from 3 to 10,000.',
    ],
  ])('%s', (_rule, question, problem, id, en) => {
    expect(messageOn(question, problem)).toEqual([id, en])
  })

  it('for an answer that is needed only without another names the other one as well', () => {
    const form = formAsking({
      phone: {
        kind: 'phone',
        ...asked,
        label: { id: 'Nomor WhatsApp', en: 'WhatsApp number' },
        data: 'personal',
      },
      q: { ...short, required: { question: 'phone', answered: false } },
    })
    const issue = { question: 'q', problem: problems.missing }
    expect(messageFor(form, issue, 'id')).toBe('Hasil: isi ini, atau isi “Nomor WhatsApp”.')
    expect(messageFor(form, issue, 'en')).toBe('Results: fill this in, or fill in “WhatsApp number”.')
  })

  it('for an answer that is needed with another asks for this one only', () => {
    const form = formAsking({
      phone: short,
      q: { ...short, required: { question: 'phone', answered: true } },
    })
    expect(messageFor(form, { question: 'q', problem: problems.missing }, 'en')).toBe(
      'Results: fill this in.',
    )
  })

  it('for a missing level counts from the lowest of the scale', () => {
    const instrument = forms.find((form) => 'instrument' in form)?.instrument
    if (!instrument) throw new Error('no form has an instrument')
    const form = formAsking({ q: item }, { ...instrument, scale: { ...instrument.scale, min: 0, max: 2 } })
    expect(messageFor(form, { question: 'q', problem: problems.missing }, 'en')).toBe(
      'Results: choose one level, from 0 to 2.',
    )
  })

  it.each([
    ['an address', problems.notEmail, /nama@contoh\.id/, /name@example\.org/],
    ['a telephone number', problems.notPhone, /0812 3456 7890/, /0812 3456 7890/],
    ['a number', problems.notWhole, /misalnya 12\b/, /for example 12\b/],
    ['a date', problems.notDate, /31\/12\/2026/, /31\/12\/2026/],
  ])('shows by an example how %s is written', (_what, problem, id, en) => {
    const [inIndonesian, inEnglish] = messageOn(short, problem)
    expect(inIndonesian).toMatch(id)
    expect(inEnglish).toMatch(en)
  })

  it('is there even where the form has no such question', () => {
    for (const problem of Object.values(problems))
      expect(messageFor(formAsking({}), { question: 'gone', problem }, 'en')).toMatch(/^gone: /)
  })
})

describe('a condition in words', () => {
  const other: Question = { kind: 'text', ...labelled }
  const conditionOn = (condition: Condition, as: 'when' | 'required') => {
    const questions: Record<string, Question> = {
      role: { kind: 'choice', ...labelled, choices },
      people: { kind: 'number', ...asked, label: { id: 'Berapa orang?', en: 'How many people?' } },
      last: { ...other, [as]: condition },
    }
    const form = formAsking(questions)
    const last = form.questions.last ?? other
    return LOCALES.map((locale) => conditionFor(form, last, locale))
  }

  it.each<readonly [rule: string, condition: Condition, as: 'when' | 'required', id: string, en: string]>([
    [
      'names the choice under which a question is asked',
      { question: 'role', is: 'yes' },
      'when',
      'Hanya bila jawaban untuk “Hasil” adalah: Ya.',
      'Only if the answer to “Results” is: Yes.',
    ],
    [
      'names every such choice',
      { question: 'role', is: ['yes', 'rather'] },
      'when',
      'Hanya bila jawaban untuk “Hasil” adalah: Ya atau Agak.',
      'Only if the answer to “Results” is: Yes or Rather.',
    ],
    [
      'parts more than two by commas, with one “or”',
      { question: 'role', is: ['yes', 'rather', 'no'] },
      'when',
      'Hanya bila jawaban untuk “Hasil” adalah: Ya, Agak, atau Tidak.',
      'Only if the answer to “Results” is: Yes, Rather or No.',
    ],
    [
      'says that a question is asked after an answer',
      { question: 'people', answered: true },
      'when',
      'Hanya bila “Berapa orang” diisi.',
      'Only if “How many people” is filled in.',
    ],
    [
      'says that a question is asked without an answer',
      { question: 'people', answered: false },
      'when',
      'Hanya bila “Berapa orang” dikosongkan.',
      'Only if “How many people” is left empty.',
    ],
    [
      'names the choice under which an answer is needed',
      { question: 'role', is: 'no' },
      'required',
      'Wajib diisi bila jawaban untuk “Hasil” adalah: Tidak.',
      'Needed if the answer to “Results” is: No.',
    ],
    [
      'says that an answer is needed after another',
      { question: 'people', answered: true },
      'required',
      'Wajib diisi bila “Berapa orang” diisi.',
      'Needed if “How many people” is filled in.',
    ],
    [
      'says that an answer is needed without another',
      { question: 'people', answered: false },
      'required',
      'Wajib diisi bila “Berapa orang” dikosongkan.',
      'Needed if “How many people” is left empty.',
    ],
  ])('%s', (_rule, condition, as, id, en) => {
    expect(conditionOn(condition, as)).toEqual([id, en])
  })

  it('says when a question is asked rather than when it is needed', () => {
    const when: Condition = { question: 'role', is: 'yes' }
    const form = formAsking({ role: { kind: 'choice', ...labelled, choices } })
    const required: Condition = { question: 'role', is: 'no' }
    expect(conditionFor(form, { ...other, when, required }, 'en')).toBe(
      'Only if the answer to “Results” is: Yes.',
    )
    expect(conditionFor(form, { ...other, when, required: true }, 'en')).toMatch(/^Only if /)
  })

  it('is not there where there is no condition', () => {
    expect(conditionFor(formAsking({ q: other }), other, 'id')).toBeNull()
    expect(conditionFor(formAsking({ q: other }), { ...other, required: true }, 'id')).toBeNull()
  })

  it.each(everyForm)('of %s is there wherever there is a condition, without an id in it', (_id, form) => {
    for (const question of Object.values<Question>(form.questions))
      for (const locale of LOCALES) {
        const words = conditionFor(form, question, locale)
        expect(words !== null).toBe(question.when !== undefined || typeof question.required === 'object')
        expect(words ?? '').not.toMatch(/[a-z]_[a-z]|undefined/)
      }
  })
})
