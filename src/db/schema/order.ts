// Every table after those that it refers to, so that rows can be read and put into them one table after the other.
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from './index.ts'

/** The tables of the schema, each after those that its rows refer to. */
export const tablesInOrder: readonly SQLiteTable[] = (() => {
  const ordered = new Set<SQLiteTable>()
  const add = (table: SQLiteTable): void => {
    if (ordered.has(table)) return
    for (const { reference } of getTableConfig(table).foreignKeys) add(reference().foreignTable)
    ordered.add(table)
  }
  for (const value of Object.values(schema)) if (is(value, SQLiteTable)) add(value)
  return [...ordered]
})()
