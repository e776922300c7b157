// Finds the items of an instrument among the questions of its form, and their levels among the answers.
import type { Form } from '../form/form.ts'
import type { Answers, LevelAnswer, LevelQuestion } from '../form/question.ts'
import type { Instrument } from './instrument.ts'

/** One item: the id of the question and the question itself. */
export interface Item {
  readonly id: string
  readonly question: LevelQuestion
}

/** The instrument of a form that is known to have one; a form without it has nothing to measure, which is a bug. */
export function instrumentOf(form: Form): Instrument {
  if (!form.instrument) throw new Error(`form ${form.id} version ${form.version} has no instrument`)
  return form.instrument
}

/** All items of a form, in page order. */
export const itemsOf = (form: Form): readonly Item[] =>
  Object.entries(form.questions).flatMap(([id, question]) =>
    question.kind === 'level' ? [{ id, question }] : [],
  )

/** The answer to one item, or null where no level was chosen. */
export function levelAnswer(answers: Answers, item: string): LevelAnswer | null {
  const answer = answers[item]
  return typeof answer === 'object' && 'level' in answer ? answer : null
}
