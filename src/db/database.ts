// The D1 database as drizzle sees it, and the one way to write several statements as one.
import { SQL, type SQLWrapper, StringChunk, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { type Again, tryAgain } from '../core/kernel/again.ts'
import type { Patience } from '../core/kernel/ports.ts'
import { patientD1 } from './patient.ts'
import * as schema from './schema/index.ts'

export type Database = DrizzleD1Database<typeof schema> & {
  readonly $client: D1Database
  /** Asks again where D1 stumbles: for writes that may be made twice, since the answer of the first may have been lost. */
  readonly $again: Again
}

/** A D1 binding whose reads are asked by `again`, and so are writes that may be made twice. */
export const databaseAsking = (d1: D1Database, again: Again): Database =>
  Object.assign(drizzle(patientD1(d1, again), { schema }), { $again: again })

/** Opens a D1 binding. Where it stumbles it is asked again with `patience` only. */
export const openDatabase = (d1: D1Database, patience: Patience | null = null): Database =>
  patience === null
    ? Object.assign(drizzle(d1, { schema }), { $again: <T>(act: () => Promise<T>) => act() })
    : databaseAsking(d1, (act) => tryAgain(act, patience))

const dialect = new SQLiteAsyncDialect()

/** Whether a column is one of many values: one parameter however many they are, because D1 takes a hundred. */
export const among = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

interface Compiled {
  readonly text: string
  readonly params: readonly unknown[]
}

/** A statement that holds nothing but text, values and other such statements; null where it holds more. */
function compilePlain(statement: SQL): Compiled | null {
  let text = ''
  const params: unknown[] = []
  const add = (part: unknown): boolean => {
    if (part instanceof StringChunk) text += part.value.join('')
    else if (part instanceof SQL) return part.queryChunks.every(add)
    else if (part === undefined || (typeof part === 'object' && part !== null)) return false
    else {
      text += '?'
      params.push(part)
    }
    return true
  }
  return add(statement) ? { text, params } : null
}

// drizzle asks each part of a statement which of a dozen kinds it is: of a sending that is a twentieth of all its time.
function compile(statement: SQL): Compiled {
  const plain = compilePlain(statement)
  if (plain) return plain
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { text, params }
}

/**
 * Runs statements as one transaction, in their order, and gives the rows of the last one as they come. Where D1 stumbles
 * they run again, though they may have been written the first time: so written once or twice they have to come to the same,
 * and the last one has to tell what stands, not what it did. What cannot come to the same is asked `once`.
 * drizzle's own `batch` fails on hand-written statements with parameters (0.45.4), and conditional inserts are such.
 */
export async function atomically(
  db: Database,
  statements: readonly SQLWrapper[],
  once = false,
): Promise<unknown[]> {
  const prepared = statements.map((statement) => {
    const { text, params } = compile(statement.getSQL())
    // D1 knows no booleans; drizzle turns only those into numbers that belong to a column.
    return db.$client
      .prepare(text)
      .bind(...params.map((param) => (typeof param === 'boolean' ? Number(param) : param)))
  })
  const ask = () => db.$client.batch(prepared)
  const results = await (once ? ask() : db.$again(ask))
  return results.at(-1)?.results ?? []
}
