// Answers as plain text, and questions by their short names.
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'
import type { Form } from './form.ts'
import { kinds } from './kinds.ts'
import type { Answer, Question } from './question.ts'

/** The short name of a question: its own, or its label without the closing mark. */
export const shortNameOf = (question: Question, locale: Locale): string =>
  (question.name ?? question.label)[locale].replace(/[?:.]$/, '')

/** One answer as text, in one language; several lines stay several lines. */
export function showAnswer(question: Question, answer: Answer, locale: Locale): string {
  // The table pairs each kind with its own question type, which an index by a union cannot express.
  const show = kinds[question.kind].show as (q: Question, a: Answer, l: Locale) => string
  return show(question, answer, locale)
}

/** What is read where a question has no answer: a box that is not ticked is an answer of its own. */
export function showNothing({ kind }: Question, locale: Locale): string {
  const words = wordsFor(locale).page.check
  return kind === 'consent' ? words.notAgreed : words.empty
}

/** The answer to a question whose id the form names, as a string; empty where there is none. */
export const textAnswer = (answers: Readonly<Record<string, Answer>>, id: string | undefined): string => {
  const answer = id === undefined ? undefined : answers[id]
  return typeof answer === 'string' ? answer : ''
}

/** The questions of one section, in page order. */
export const questionsIn = (form: Form, section: string): readonly (readonly [string, Question])[] =>
  Object.entries(form.questions).filter(([, question]) => question.section === section)
