// The D1 database as drizzle sees it, and the one way to write several statements as one.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import * as schema from './schema.ts'

export type Database = DrizzleD1Database<typeof schema> & { readonly $client: D1Database }

/** Opens a D1 binding. */
export const openDatabase = (d1: D1Database): Database => drizzle(d1, { schema })

const dialect = new SQLiteAsyncDialect()

/** Whether a column is one of many values: one parameter however many they are, because D1 takes a hundred. */
export const among = (column: SQLWrapper, values: readonly string[]): SQL =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`

/**
 * Runs statements as one transaction, in their order, and gives the rows of the last one as they come.
 * drizzle's own `batch` fails on hand-written statements with parameters (0.45.4), and conditional inserts are such.
 */
export async function atomically(db: Database, statements: readonly SQLWrapper[]): Promise<unknown[]> {
  const results = await db.$client.batch(
    statements.map((statement) => {
      const { sql, params } = dialect.sqlToQuery(statement.getSQL())
      // D1 knows no booleans; drizzle turns only those into numbers that belong to a column.
      return db.$client
        .prepare(sql)
        .bind(...params.map((param) => (typeof param === 'boolean' ? Number(param) : param)))
    }),
  )
  return results.at(-1)?.results ?? []
}
