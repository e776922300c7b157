// The kinds of question in one table: how each is read from what was posted, and how its answer is shown as text.
import * as v from 'valibot'
import { readDate, showDate } from '../kernel/date.ts'
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'
import { cleanLine, cleanLines, lengthOf } from './clean.ts'
import { evidenceField, type Fields, firstOf } from './fields.ts'
import type { Problem } from './issue.ts'
import { readPhone, showPhone } from './phone.ts'
import type { Answer, Choices, LevelAnswer, Question } from './question.ts'

/** What reading needs besides the fields: the day it is (ISO 8601, where the network is) and the lowest level. */
export interface ReadingContext {
  readonly today: string
  readonly lowestLevel: number
}

/** An answer, a problem, or null where nothing was given. */
export type Reading = { readonly answer: Answer } | { readonly problem: Problem } | null

interface Kind<Q extends Question> {
  read(question: Q, id: string, fields: Fields, context: ReadingContext): Reading
  show(question: Q, answer: Answer, locale: Locale): string
}

type Kinds = { readonly [K in Question['kind']]: Kind<Extract<Question, { kind: K }>> }

/** How long texts and addresses may be, in characters, where a question says nothing else. */
export const TEXT_MAX = 500
export const LONG_TEXT_MAX = 5000
export const EMAIL_MAX = 254
const NUMBER_MAX = 1_000_000

// Thousands may be grouped the Indonesian way (1.500), the English way (1,500) or by spaces, but all in one way.
const WHOLE = /^-?(\d+|[1-9]\d{0,2}([. ,])\d{3}(\2\d{3})*)$/

const problem = (kind: Exclude<Problem['kind'], 'tooLong' | 'outside'>): Reading => ({ problem: { kind } })

const readText = (text: string, max: number): Reading => {
  if (text === '') return null
  const length = lengthOf(text)
  return length > max ? { problem: { kind: 'tooLong', max, length } } : { answer: text }
}

const emailAddress = v.pipe(v.string(), v.maxLength(EMAIL_MAX), v.email())

/** A mail address on one line, or null where it is none. */
export function readEmail(typed: string): string | null {
  const address = v.safeParse(emailAddress, cleanLine(typed))
  return address.success ? address.output : null
}

const isOffered = (choices: Choices | 'districts', choice: string): boolean =>
  typeof choices === 'object' && Object.hasOwn(choices, choice)

const labelOf = (choices: Choices | 'districts', choice: string, locale: Locale): string =>
  typeof choices === 'object' ? (choices[choice]?.[locale] ?? choice) : choice

const readOne = (choices: Choices | 'districts', id: string, fields: Fields): Reading => {
  const choice = firstOf(fields, id)
  if (choice === '') return null
  return isOffered(choices, choice) ? { answer: choice } : problem('notOffered')
}

const isLevelAnswer = (answer: Answer): answer is LevelAnswer =>
  typeof answer === 'object' && 'level' in answer

const asText = (_question: Question, answer: Answer): string => String(answer)

/** Every kind of question. A new kind is one entry here and one branch in the view. */
export const kinds: Kinds = {
  text: {
    read: ({ max = TEXT_MAX }, id, fields) => readText(cleanLine(firstOf(fields, id)), max),
    show: asText,
  },
  longText: {
    read: ({ max = LONG_TEXT_MAX }, id, fields) => readText(cleanLines(firstOf(fields, id)), max),
    show: asText,
  },
  email: {
    read(_question, id, fields) {
      const typed = cleanLine(firstOf(fields, id))
      if (typed === '') return null
      const address = readEmail(typed)
      return address ? { answer: address } : problem('notEmail')
    },
    show: asText,
  },
  phone: {
    read(_question, id, fields) {
      const typed = cleanLine(firstOf(fields, id))
      if (typed === '') return null
      const number = readPhone(typed)
      return number ? { answer: number } : problem('notPhone')
    },
    show: (_question, answer) => showPhone(String(answer)),
  },
  number: {
    read({ min = 0, max = NUMBER_MAX }, id, fields) {
      const typed = cleanLine(firstOf(fields, id))
      if (typed === '') return null
      if (!WHOLE.test(typed)) return problem('notWhole')
      // Adding zero turns a written −0 into 0.
      const answer = Number(typed.replace(/[. ,]/g, '')) + 0
      return answer < min || answer > max ? { problem: { kind: 'outside', min, max } } : { answer }
    },
    show: (_question, answer, locale) => new Intl.NumberFormat(locale).format(Number(answer)),
  },
  date: {
    read({ notAfterToday }, id, fields, { today }) {
      const typed = cleanLine(firstOf(fields, id))
      if (typed === '') return null
      const date = readDate(typed)
      if (!date) return problem('notDate')
      return notAfterToday && date > today ? problem('future') : { answer: date }
    },
    show: (_question, answer, locale) => showDate(String(answer), locale),
  },
  choice: {
    read: ({ choices }, id, fields) => readOne(choices, id, fields),
    show: ({ choices }, answer, locale) => labelOf(choices, String(answer), locale),
  },
  select: {
    read: ({ choices }, id, fields) => readOne(choices, id, fields),
    show: ({ choices }, answer, locale) => labelOf(choices, String(answer), locale),
  },
  choices: {
    read({ choices }, id, fields) {
      const ticked = (fields.get(id) ?? []).filter((choice) => choice !== '')
      if (ticked.length === 0) return null
      if (!ticked.every((choice) => isOffered(choices, choice))) return problem('notOffered')
      return { answer: Object.keys(choices).filter((choice) => ticked.includes(choice)) }
    },
    show: ({ choices }, answer, locale) =>
      Array.isArray(answer) ? answer.map((choice) => labelOf(choices, choice, locale)).join('; ') : '',
  },
  level: {
    read({ levels }, id, fields, { lowestLevel }) {
      const chosen = firstOf(fields, id)
      const note = readText(cleanLines(firstOf(fields, evidenceField(id))), LONG_TEXT_MAX)
      // A note without a level is asked for its level, so that it is not lost.
      if (chosen === '') return note ? problem('missing') : null
      const level = /^\d{1,3}$/.test(chosen) ? Number(chosen) : Number.NaN
      if (!levels[level - lowestLevel]) return problem('notOffered')
      if (note && 'problem' in note) return note
      return { answer: { level, evidence: note ? String(note.answer) : '' } }
    },
    show: (_question, answer) =>
      isLevelAnswer(answer) ? [String(answer.level), answer.evidence].filter(Boolean).join(' — ') : '',
  },
  consent: {
    // Only our own box says yes; whatever else is sent is no consent.
    read: (_question, id, fields) => (firstOf(fields, id) === 'yes' ? { answer: true } : null),
    show: (question, answer, locale) =>
      answer === true ? wordsFor(locale).page.check.agreed(question.label[locale]) : '',
  },
}
