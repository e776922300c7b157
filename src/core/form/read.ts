// From what was posted to typed answers, or to the issues that stand in the way.
import { isNeeded } from './condition.ts'
import type { Fields } from './fields.ts'
import type { Form } from './form.ts'
import type { Issue } from './issue.ts'
import { kinds, type Reading, type ReadingContext } from './kinds.ts'
import type { Answer, Answers, Question } from './question.ts'

/** The answers, and the issues in page order; the answers may be stored only where there is no issue. */
export interface ReadAnswers {
  readonly answers: Answers
  readonly issues: readonly Issue[]
}

const readQuestion = (question: Question, id: string, fields: Fields, context: ReadingContext): Reading => {
  // The table pairs each kind with its own question type, which an index by a union cannot express.
  const read = kinds[question.kind].read as (q: Question, i: string, f: Fields, c: ReadingContext) => Reading
  return read(question, id, fields, context)
}

/**
 * Reads the answers to a form. Unknown fields are ignored; of a repeated field the first counts, except for `choices`.
 * An answer to a question whose condition does not hold is kept: nothing typed is lost.
 * `today` is the day where the network is (ISO 8601).
 */
export function readAnswers(form: Form, fields: Fields, today: string): ReadAnswers {
  const context: ReadingContext = { today, lowestLevel: form.instrument?.scale.min ?? 1 }
  const answers: Record<string, Answer> = {}
  const given = new Set<string>()
  const issues: Issue[] = []
  for (const [id, question] of Object.entries(form.questions)) {
    const reading = readQuestion(question, id, fields, context)
    if (reading) given.add(id)
    if (reading && 'answer' in reading) answers[id] = reading.answer
    else if (reading) issues.push({ question: id, problem: reading.problem })
    else if (isNeeded(question, { answers, given }))
      issues.push({ question: id, problem: { kind: 'missing' } })
  }
  return { answers, issues }
}
