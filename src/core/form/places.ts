// Fills in the lists that belong to the network, so that the rest of the code sees concrete choices only.
import type { Form } from './form.ts'
import type { Choices, Question } from './question.ts'

/** A district by its Kemendagri code. */
export interface Place {
  readonly code: string
  readonly name: string
}

/** The form with the districts of a network in place of the word `districts`. */
export function withPlaces(form: Form, places: readonly Place[]): Form {
  const choices: Choices = Object.fromEntries(places.map(({ code, name }) => [code, { id: name, en: name }]))
  const fill = (question: Question): Question =>
    question.kind === 'select' && question.choices === 'districts' ? { ...question, choices } : question
  return {
    ...form,
    questions: Object.fromEntries(
      Object.entries(form.questions).map(([id, question]) => [id, fill(question)]),
    ),
  }
}
