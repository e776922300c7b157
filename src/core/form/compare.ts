// Two answers to the same form side by side, question by question.
import { canonicalJson } from '../kernel/canonical.ts'
import type { Form } from './form.ts'
import type { Answer, Answers, Question } from './question.ts'

/** A form with what was answered. */
export interface AnswersToForm {
  readonly form: Form
  readonly answers: Answers
}

/** One question with both answers; undefined where it was not answered. */
export interface ComparedAnswers {
  readonly id: string
  readonly question: Question
  readonly one: Answer | undefined
  readonly other: Answer | undefined
  readonly isSame: boolean
}

const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other)

/**
 * Every question with the answers of both, in the order of the form; what only an earlier version of the form asked stands
 * at the end.
 */
export function compareAnswers(one: AnswersToForm, other: AnswersToForm): readonly ComparedAnswers[] {
  const questions = { ...one.form.questions, ...other.form.questions, ...one.form.questions }
  return Object.entries(questions).map(([id, question]) => ({
    id,
    question,
    one: one.answers[id],
    other: other.answers[id],
    isSame: isSame(one.answers[id], other.answers[id]),
  }))
}
