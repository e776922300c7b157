// One line of the log: JSON, and of each fact only what nobody can be known or reached by.
import { errorClass } from './fault.ts'
import { withoutAddresses } from './mask.ts'
import type { LogFacts } from './ports.ts'

const LONGEST = 200

// What opens a receipt, a report, a draft or a session: `<id>.<key><mac>`, wherever it stands.
const LINK = /[\w-]{22}\.[\w-]{23,}/g

const cleaned = (text: string): string => withoutAddresses(text).replace(LINK, '(link)').slice(0, LONGEST)

const written = (value: unknown): unknown =>
  typeof value === 'string' ? cleaned(value) : Array.isArray(value) ? value.map(written) : value

// The order of a line; what is in no field here is not written, whoever hands it over.
const FIELDS = [
  'request',
  'code',
  'method',
  'route',
  'status',
  'ms',
  'network',
  'kind',
  'step',
  'steps',
  'attempt',
  'result',
  'reason',
  'count',
] as const satisfies readonly Exclude<keyof LogFacts, 'error'>[]

/** An event as a line: what happened first, then what is known of it. Of an error its class is written. */
export function lineOf(event: string, facts: LogFacts): string {
  const told = FIELDS.flatMap((name) => (facts[name] === undefined ? [] : [[name, written(facts[name])]]))
  const error = facts.error === undefined ? {} : { error: errorClass(facts.error) }
  return JSON.stringify({ event, ...Object.fromEntries(told), ...error })
}
