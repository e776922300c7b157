// A D1 binding whose reads are tried again where it stumbles. What writes is not: only whoever wrote it knows whether it may.
import type { Again } from '../core/kernel/again.ts'

const READS = /^\s*(?:select|with)\b/i
const WRITES = /\b(?:insert|update|delete|replace\s+into)\b/i
const isReading = (query: string): boolean => READS.test(query) && !WRITES.test(query)

type Statement = ReturnType<D1Database['prepare']>

const ASKING: ReadonlySet<string | symbol> = new Set(['all', 'raw', 'first', 'run'])

/** The binding, more patient: single statements and batches that only read are tried again. */
export function patientD1(d1: D1Database, again: Again): D1Database {
  // What D1 itself prepared, and of statements that only read, by what is handed out for them.
  const prepared = new WeakMap<Statement, { statement: Statement; isReading: boolean }>()

  function handOut(statement: Statement, reading: boolean): Statement {
    const patient = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => handOut(target.bind(...values), reading)
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        const ask = (...options: unknown[]): Promise<unknown> => member.apply(target, options)
        return reading && ASKING.has(name) ? (...options: unknown[]) => again(() => ask(...options)) : ask
      },
    })
    prepared.set(patient, { statement, isReading: reading })
    return patient
  }

  function batch(statements: readonly Statement[]): Promise<unknown> {
    const known = statements.map((one) => prepared.get(one) ?? { statement: one, isReading: false })
    const ask = (): Promise<unknown> => d1.batch(known.map(({ statement }) => statement))
    return known.every((one) => one.isReading) ? again(ask) : ask()
  }

  return new Proxy(d1, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => handOut(target.prepare(query), isReading(query))
      if (name === 'batch') return batch
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
