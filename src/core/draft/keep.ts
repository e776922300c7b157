// What of a page is kept of half-filled answers: the fields of its form, no longer than they can be; and what of that is sealed.
import { cleanLines, lengthOf } from '../form/clean.ts'
import { EARLIER_FIELD, evidenceField, type Fields, KEY_FIELD } from '../form/fields.ts'
import type { Form } from '../form/form.ts'
import type { Issue } from '../form/issue.ts'
import { EMAIL_MAX, LONG_TEXT_MAX, TEXT_MAX } from '../form/kinds.ts'
import type { Question } from '../form/question.ts'
import { TRAP_FIELD } from '../form/trap.ts'
import type { DraftFields } from './draft.ts'

/** How much longer than it may be sent a text is kept: whoever has to shorten it does so later, on another phone. */
const TOLERANCE = 1.1

/** How many UTF-16 units are kept for each character that may be sent: what is not seen is kept as it was typed, within reason. */
const UNITS = 4

/** How long anything else may be: a number, a day, the name of a choice. */
const SHORT = 100

/** What a field of a form can hold. */
interface Field {
  readonly question: string
  /** In characters. */
  readonly max: number
  /** Whether a person types it; else the page gives it. */
  readonly isTyped: boolean
  /** How many values are kept. */
  readonly values: number
  readonly isSealed: boolean
}

function longest(question: Question): number {
  switch (question.kind) {
    case 'text':
      return question.max ?? TEXT_MAX
    case 'longText':
      return question.max ?? LONG_TEXT_MAX
    case 'email':
      return EMAIL_MAX
    default:
      return SHORT
  }
}

const TYPED: ReadonlySet<Question['kind']> = new Set(['text', 'longText', 'email', 'phone', 'number', 'date'])

/** The fields of a form, by name. */
function fieldsOf({ questions }: Form): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(questions).flatMap(([id, question]): (readonly [string, Field])[] => {
      const isSealed = question.data === 'sensitive'
      const values = question.kind === 'choices' ? Object.keys(question.choices).length : 1
      const isTyped = TYPED.has(question.kind)
      const field = [id, { question: id, max: longest(question), isTyped, values, isSealed }] as const
      const evidence = { question: id, max: LONG_TEXT_MAX, isTyped: true, values: 1, isSealed }
      return question.kind === 'level' ? [field, [evidenceField(id), evidence]] : [field]
    }),
  )
}

/** How long a typed value is, where that is more than is kept; else null. */
function excessOf({ max }: Field, value: string): number | null {
  if (value.length > max * UNITS) return value.length
  // What has as few units has no more characters, and most have.
  if (value.length <= max) return null
  const length = lengthOf(cleanLines(value))
  return length > max * TOLERANCE ? length : null
}

const ANSWER = /^[a-z][a-z0-9_]*(?:\.evidence)?$/
const OF_THE_PAGE = new Set([KEY_FIELD, EARLIER_FIELD, TRAP_FIELD, 'action', 'lang', 'locale'])

/** What is kept of a page. */
export interface DraftParts {
  /** What may be kept as it is, and what only sealed. */
  readonly open: DraftFields
  readonly sealed: DraftFields
  /** What the form does not ask, though it may be an answer to a question of another version. */
  readonly unasked: DraftFields
  /** Texts that are longer than is kept: nothing is cut off, so nothing of the page is kept before they are shorter. */
  readonly tooLong: readonly Issue[]
}

/** Parts the fields of a page, empty ones left out. Of a repeated field the first counts, except for `choices`. */
export function partsOf(form: Form, fields: Fields): DraftParts {
  const known = fieldsOf(form)
  const open: Record<string, readonly string[]> = {}
  const sealed: Record<string, readonly string[]> = {}
  const unasked: Record<string, readonly string[]> = {}
  const tooLong: Issue[] = []
  for (const [name, values] of fields) {
    if (values.every((value) => value === '')) continue
    const field = known.get(name)
    if (!field) {
      if (ANSWER.test(name) && !OF_THE_PAGE.has(name)) unasked[name] = values
      continue
    }
    const kept = values.slice(0, field.values)
    if (field.isTyped) {
      const length = excessOf(field, kept[0] ?? '')
      if (length !== null)
        tooLong.push({ question: field.question, problem: { kind: 'tooLong', max: field.max, length } })
    }
    const offered = field.isTyped ? kept : kept.filter((value) => value.length <= SHORT)
    if (offered.length > 0) (field.isSealed ? sealed : open)[name] = offered
  }
  return { open, sealed, unasked, tooLong }
}

/** Of what a form does not ask, what a draft holds already to the letter: it was kept when it was asked. */
export const keptBefore = (unasked: DraftFields, before: Fields): DraftFields =>
  Object.fromEntries(
    Object.entries(unasked).filter(
      ([name, values]) => JSON.stringify(before.get(name)) === JSON.stringify(values),
    ),
  )
