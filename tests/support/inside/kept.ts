// Rows kept beside their tables under a name, so that tests go back to them in one batch instead of making them anew.
import { env } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { tablesInOrder } from '../../../src/db/schema/order.ts'

/** What the names of copies begin with. */
export const KEPT = 'kept_'

const tables: readonly string[] = tablesInOrder.map((table) => getTableName(table))

/** How to go back: the statements that do it, made once. */
export type WayBack = readonly string[]

/** Deletes every row of every table, children first: a parent that is deleted is looked for in each of their rows. */
export const emptied = [
  // Keeps the product from what tests do here.
  'drop trigger if exists events_are_kept',
  'pragma defer_foreign_keys = on',
  ...tables.toReversed().map((table) => `delete from ${table}`),
]

/** Runs statements together. */
export const together = (statements: readonly string[]) =>
  env.DB.batch(statements.map((sql) => env.DB.prepare(sql)))

/** Keeps the rows of every table as they are now, instead of those that had the name before. */
export async function keepRows(name: string): Promise<WayBack> {
  const found = await env.DB.batch(tables.map((table) => env.DB.prepare(`select 1 from ${table} limit 1`)))
  const filled = tables.filter((_table, i) => (found[i]?.results.length ?? 0) > 0)
  const copy = (table: string) => `${KEPT}${name}_${table}`
  await together([
    ...tables.map((table) => `drop table if exists ${copy(table)}`),
    ...filled.map((table) => `create table ${copy(table)} as select * from ${table} order by rowid`),
  ])
  return [
    ...emptied,
    ...filled.map((table) => `insert into ${table} select * from ${copy(table)} order by rowid`),
  ]
}
