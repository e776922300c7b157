// What a browser posted: every value of every field, as typed.
import { linkedId } from '../kernel/link.ts'

/** Values by field name, in the order they came. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** The field that carries the key minted with the page. */
export const KEY_FIELD = 'submission'

/** The field that carries the receipt's link of answers sent before from the same page. */
export const EARLIER_FIELD = 'earlier'

/** The link of the receipt that a page was told of, or null; it opens nothing until it is checked. */
export function earlierIn(fields: Fields): string | null {
  const link = firstOf(fields, EARLIER_FIELD)
  return /^[\w.-]+$/.test(link) && linkedId(link) !== null ? link : null
}

/** The fields of a page that tells of answers sent before. */
export const withEarlier = (fields: Fields, link: string): Fields => withField(fields, EARLIER_FIELD, link)

/** Fields with another value for one of them. */
export const withField = (fields: Fields, name: string, value: string): Fields =>
  new Map([...fields, [name, [value]]])

/** No field at all: the blank page. */
export const noFields: Fields = new Map()

/** Collects name and value pairs, e.g. of a form-encoded body. */
export function collectFields(pairs: Iterable<readonly [string, string]>): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** The first value of a field; empty where there is none. */
export const firstOf = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? ''

/** The field that carries the evidence note of a level question. */
export const evidenceField = (question: string): string => `${question}.evidence`
