// What the address of a form fills in beforehand: `?p.organisation=…`. A person sees it, may change it, and sends it.
import { holds } from './condition.ts'
import { collectFields, evidenceField, type Fields } from './fields.ts'
import type { Form } from './form.ts'
import type { Question } from './question.ts'

/** What names of prefilled questions begin with in an address. */
const PREFILL = 'p.'

/** Nobody consents for somebody else, and what is nobody else's business stands in no address. */
const mayBeFilled = ({ kind, data }: Question): boolean => kind !== 'consent' && data !== 'sensitive'

/**
 * The fields that an address fills in; what it names and the form does not ask is left out, and so is what the form does
 * not ask of whoever answers like this: it would be sent unseen. Nothing is checked before it is sent.
 */
export function prefilled(form: Form, query: Iterable<readonly [string, string]>): Fields {
  const named = collectFields(
    [...query].flatMap(([name, value]) =>
      name.startsWith(PREFILL) && value.trim() !== '' ? [[name.slice(PREFILL.length), value] as const] : [],
    ),
  )
  const answers = Object.fromEntries(named)
  const given = new Set(named.keys())
  const fields = new Map<string, readonly string[]>()
  for (const [id, question] of Object.entries(form.questions)) {
    const isAsked = !question.when || holds(question.when, { answers, given })
    if (!isAsked || !mayBeFilled(question)) {
      // What hangs on it is not asked either.
      given.delete(id)
      delete answers[id]
      continue
    }
    for (const name of question.kind === 'level' ? [id, evidenceField(id)] : [id]) {
      const values = named.get(name)
      if (values) fields.set(name, values)
    }
  }
  return fields
}
