// When a question is asked, and when it must be answered.
import type { Answers, Condition, Question } from './question.ts'

/** What is known of the earlier questions; `given` also holds questions whose answer was not taken. */
export interface Earlier {
  readonly answers: Answers
  readonly given: ReadonlySet<string>
}

/** By what a question is asked, and when it must be answered. */
export type Rule = Pick<Question, 'required' | 'when'>

/** Whether a condition holds. */
export function holds(condition: Condition, { answers, given }: Earlier): boolean {
  if ('answered' in condition) return given.has(condition.question) === condition.answered
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  const answer = answers[condition.question]
  const chosen = Array.isArray(answer) ? answer : [answer]
  return wanted.some((choice) => chosen.includes(choice))
}

/** Whether a question must be answered: it is asked at all, and it is required then. */
export function isNeeded({ required, when }: Rule, earlier: Earlier): boolean {
  if (!required || (when && !holds(when, earlier))) return false
  return required === true || holds(required, earlier)
}
