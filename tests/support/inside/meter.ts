// A D1 that counts: which calls a request makes, what they read and write; and that refuses when told to.
import { env } from 'cloudflare:workers'
import { type Database, openDatabase } from '../../../src/db/database.ts'

/** One journey to the database: a statement of its own, or a batch of several. */
export interface Call {
  readonly statements: readonly string[]
  readonly isBatch: boolean
  readonly read: number
  readonly written: number
}

export interface Meter {
  readonly d1: D1Database
  readonly db: Database
  /** Every call since the last `take`. */
  take(): Call[]
  /** While true, every call fails as D1 fails when it cannot be reached. */
  refuses: boolean
  /** What it says then: that it cannot be reached, unless it is told something else, such as what will not pass. */
  says: string
}

const METHODS = ['all', 'run', 'first', 'raw'] as const
type Method = (typeof METHODS)[number]
const isMethod = (name: string | symbol): name is Method => METHODS.some((method) => method === name)

/** Puts a meter before the database. */
export function newMeter(d1: D1Database = env.DB): Meter {
  let calls: Call[] = []
  const behind = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; sql: string }>()

  const check = (): void => {
    if (meter.refuses) throw new Error(meter.says)
  }
  const note = (isBatch: boolean, statements: readonly string[], metas: readonly D1Meta[]): void => {
    const sum = (column: 'rows_read' | 'rows_written') =>
      metas.reduce((total, meta) => total + meta[column], 0)
    calls.push({ isBatch, statements, read: sum('rows_read'), written: sum('rows_written') })
  }

  async function run(statement: D1PreparedStatement, sql: string, method: Method): Promise<unknown> {
    check()
    // `raw` and `first` do not tell what they cost: a reading statement is run once more to learn it.
    if (/^\s*select/i.test(sql) && method !== 'all' && method !== 'run') {
      note(false, [sql], [(await statement.all()).meta])
      return method === 'raw' ? statement.raw() : statement.first()
    }
    const result = await statement.all()
    note(false, [sql], [result.meta])
    if (method === 'raw') return result.results.map((row) => Object.values(row))
    return method === 'first' ? (result.results[0] ?? null) : result
  }

  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(_target, name) {
        if (name === 'bind') return (...values: unknown[]) => wrap(statement.bind(...values), sql)
        if (isMethod(name)) return () => run(statement, sql, name)
        throw new Error(`the meter does not know ${String(name)}`)
      },
    })
    behind.set(wrapped, { statement, sql })
    return wrapped
  }

  const batch = async (wrapped: readonly D1PreparedStatement[]): Promise<D1Result[]> => {
    check()
    const known = wrapped.map((one) => behind.get(one) ?? { statement: one, sql: '?' })
    const results = await d1.batch(known.map(({ statement }) => statement))
    note(
      true,
      known.map(({ sql }) => sql),
      results.map(({ meta }) => meta),
    )
    return results
  }

  const metered = new Proxy(d1, {
    get(_target, name) {
      if (name === 'prepare') return (sql: string) => wrap(d1.prepare(sql), sql)
      if (name === 'batch') return batch
      throw new Error(`the meter does not know ${String(name)}`)
    },
  })

  const meter: Meter = {
    d1: metered,
    db: openDatabase(metered),
    take() {
      const taken = calls
      calls = []
      return taken
    },
    refuses: false,
    says: 'D1_ERROR: Network connection lost.',
  }
  return meter
}

/** Rows that were read and written. */
export type Cost = readonly [read: number, written: number]

/** What some calls read and wrote together. */
export const total = (calls: readonly Call[]): Cost => {
  const sum = (column: 'read' | 'written') => calls.reduce((all, call) => all + call[column], 0)
  return [sum('read'), sum('written')]
}

/** What an action reads and writes. */
export async function costOf(meter: Meter, action: () => Promise<unknown>): Promise<Cost> {
  meter.take()
  await action()
  return total(meter.take())
}
