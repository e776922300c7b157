// The text fields of a form, and what must come of a text that is typed into them.
import type { Form } from '../../../../src/core/form/form.ts'
import type { TextCase } from '../data/case.ts'

/** A field that takes any text. */
export interface TextField {
  readonly field: string
  readonly question: string
  readonly isLines: boolean
  readonly isNeeded: boolean
  readonly max: number
}

/** Every text field, in page order; a note of evidence belongs to its level. */
export const textFieldsOf = ({ questions }: Form): readonly TextField[] =>
  Object.entries(questions).flatMap(([id, question]): readonly TextField[] => {
    const isNeeded = question.required !== undefined
    switch (question.kind) {
      case 'text':
        return [{ field: id, question: id, isLines: false, isNeeded, max: question.max ?? 500 }]
      case 'longText':
        return [{ field: id, question: id, isLines: true, isNeeded, max: question.max ?? 5000 }]
      case 'level':
        return [{ field: `${id}.evidence`, question: id, isLines: true, isNeeded: false, max: 5000 }]
      default:
        return []
    }
  })

/** The fields a text is typed into: all of them, unless the whole would be too large for one form. */
export function fieldsFor(form: Form, { typed }: TextCase): readonly TextField[] {
  const fields = textFieldsOf(form)
  if (typed.length < 3000) return fields
  const lines = fields.find(({ isLines }) => isLines)
  return [...fields.slice(0, 1), ...(lines ? [lines] : [])]
}

/** What a field keeps of a text. */
export const keptIn = ({ isLines }: TextField, { typed, line, lines }: TextCase): string =>
  (isLines ? lines : line) ?? typed

/** The problems a text makes in some fields, by question. */
export function problemsOf(fields: readonly TextField[], text: TextCase): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const kept = keptIn(field, text)
    if (kept === '' && field.isNeeded) problems[field.question] = 'missing'
    if (Array.from(kept).length > field.max) problems[field.question] = 'tooLong'
  }
  return problems
}
