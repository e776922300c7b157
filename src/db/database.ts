// The D1 database as drizzle sees it, and the one way to write several statements as one.
import { SQL, type SQLWrapper, StringChunk, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import * as schema from './schema/index.ts'

export type Database = DrizzleD1Database<typeof schema> & { readonly $client: D1Database }

/** Opens a D1 binding. */
export const openDatabase = (d1: D1Database): Database => drizzle(d1, { schema })

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
 * Runs statements as one transaction, in their order, and gives the rows of the last one as they come.
 * drizzle's own `batch` fails on hand-written statements with parameters (0.45.4), and conditional inserts are such.
 */
export async function atomically(db: Database, statements: readonly SQLWrapper[]): Promise<unknown[]> {
  const results = await db.$client.batch(
    statements.map((statement) => {
      const { text, params } = compile(statement.getSQL())
      // D1 knows no booleans; drizzle turns only those into numbers that belong to a column.
      return db.$client
        .prepare(text)
        .bind(...params.map((param) => (typeof param === 'boolean' ? Number(param) : param)))
    }),
  )
  return results.at(-1)?.results ?? []
}
