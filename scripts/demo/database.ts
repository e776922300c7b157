// A database in memory that is spoken to as D1 is: the demo is played in it by the Worker's own code, and then written out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { getTableName } from 'drizzle-orm'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { tablesInOrder } from '../../src/db/schema/order.ts'
import { root } from '../run/place.ts'

type Row = Readonly<Record<string, unknown>>

/** The database as the application sees it, and as scripts do. */
export interface Memory {
  readonly db: Database
  exec(sql: string): void
  rows(sql: string): readonly Row[]
  /** Runs one statement for each list of values, all or none. */
  put(sql: string, lists: Iterable<readonly SQLInputValue[]>): void
  /** Applies the migrations that come after the one of this name. */
  migrate(after: string): void
}

/** The migrations in their order, each with its name and its statements. */
export const migrations = (): readonly { readonly name: string; readonly sql: string }[] =>
  readdirSync(join(root, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(root, 'migrations', name), 'utf8') }))

/** What a statement of D1 does, on SQLite; each is run only when it is asked to. */
function statement(sqlite: DatabaseSync, sql: string, params: readonly SQLInputValue[] = []) {
  const run = (isArrays: boolean) => {
    const prepared = sqlite.prepare(sql)
    prepared.setReturnArrays(isArrays)
    return prepared.all(...params)
  }
  const all = async () => ({ success: true, results: run(false), meta: {} })
  return {
    bind: (...values: SQLInputValue[]) => statement(sqlite, sql, values),
    all,
    run: all,
    raw: async () => run(true),
  }
}

/** One transaction for all statements, as D1's batch is. */
async function batch(sqlite: DatabaseSync, statements: readonly ReturnType<typeof statement>[]) {
  sqlite.exec('begin')
  try {
    const results = []
    for (const one of statements) results.push(await one.all())
    sqlite.exec('commit')
    return results
  } catch (error) {
    sqlite.exec('rollback')
    throw error
  }
}

/** An empty database with every table, or with those that there were after the migration of this name. */
export function memoryDatabase(until = '~'): Memory {
  const sqlite = new DatabaseSync(':memory:')
  const apply = (isWanted: (name: string) => boolean) => {
    for (const { name, sql } of migrations()) if (isWanted(name)) sqlite.exec(sql)
  }
  apply((name) => name <= until)
  const d1 = {
    prepare: (sql: string) => statement(sqlite, sql),
    batch: (statements: readonly ReturnType<typeof statement>[]) => batch(sqlite, statements),
  }
  return {
    // The part of D1 that drizzle and `atomically` use; anything else would throw at once.
    db: openDatabase(d1 as unknown as D1Database),
    exec: (sql) => sqlite.exec(sql),
    rows: (sql) => sqlite.prepare(sql).all(),
    put: (sql, lists) => {
      const prepared = sqlite.prepare(sql)
      sqlite.exec('savepoint put')
      try {
        for (const values of lists) prepared.run(...values)
      } catch (error) {
        sqlite.exec('rollback to put')
        throw error
      } finally {
        sqlite.exec('release put')
      }
    },
    migrate: (after) => apply((name) => name > after),
  }
}

// A statement of D1 has at most 100,000 bytes.
const LONGEST = 60_000

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return String(value)
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`
  return `'${String(value).replaceAll("'", "''")}'`
}

/** Everything in a database as statements that change nothing where the rows are there, one a line. */
export function statementsOf({ rows }: Memory): readonly string[] {
  return tablesInOrder.flatMap((one) => {
    const table = getTableName(one)
    const [first, ...others] = rows(`select * from ${table}`)
    if (!first) return []
    const into = `insert or ignore into ${table} (${Object.keys(first).join(', ')}) values `
    const groups: string[][] = []
    let length = LONGEST
    for (const row of [first, ...others]) {
      // A line end in a value would end the statement for those who read a statement a line.
      const value = `(${Object.values(row).map(literalOf).join(', ')})`.replaceAll('\n', "'||char(10)||'")
      if (length + value.length > LONGEST) {
        groups.push([])
        length = 0
      }
      groups.at(-1)?.push(value)
      length += value.length
    }
    return groups.map((values) => `${into}${values.join(', ')};`)
  })
}
