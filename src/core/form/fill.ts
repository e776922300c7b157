// From answers back to the fields they were read from, to show them in the form again.
import { collectFields, evidenceField, type Fields } from './fields.ts'
import type { Answer, Answers } from './question.ts'

function fieldsOfAnswer(id: string, answer: Answer): readonly (readonly [string, string])[] {
  if (typeof answer === 'boolean') return answer ? [[id, 'yes']] : []
  if (typeof answer !== 'object') return [[id, String(answer)]]
  if ('level' in answer)
    return [
      [id, String(answer.level)],
      [evidenceField(id), answer.evidence],
    ]
  return answer.map((choice) => [id, choice] as const)
}

/** The fields of a form that is filled in with some answers; reading them gives the same answers. */
export const fieldsOfAnswers = (answers: Answers): Fields =>
  collectFields(Object.entries(answers).flatMap(([id, answer]) => fieldsOfAnswer(id, answer)))
