// Every table as it stands, some rows at a time, by the number that SQLite gives each row: cheap, and it tells nothing of anybody.
import { getTableName, sql } from 'drizzle-orm'
import type { Cell, ExportPage } from '../../core/export/export.ts'
import type { Database } from '../database.ts'
import { tablesInOrder } from '../schema/order.ts'

/** What is owed comes first, so that nothing is missing that was owed; then each table after those that it refers to. */
export const exportedTables: readonly string[] = [
  'steps',
  ...tablesInOrder.map((table) => getTableName(table)).filter((name) => name !== 'steps'),
]

const ROW = '#'

const columnsOf = (part: (table: string) => string): string =>
  exportedTables.map((table) => `(${part(table)}) as ${table}`).join(', ')

/** A page, and the number of its last row; null: there are no more. */
export interface Read {
  readonly page: ExportPage
  readonly after: number
}

type Raw = Readonly<Record<string, unknown>>

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  // D1 gives bytes as numbers or as a buffer.
  const bytes = Array.isArray(value) ? Uint8Array.from(value) : new Uint8Array(value as ArrayBuffer)
  return { base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}

function readOf(table: string, rows: readonly Raw[]): Read | null {
  const last = rows.at(-1)
  if (!last) return null
  const columns = Object.keys(last).filter((name) => name !== ROW)
  const cells = rows.map((row) => columns.map((name) => cellOf(row[name])))
  return { page: { table, columns, rows: cells }, after: Number(last[ROW]) }
}

const some = (table: string): string =>
  `select rowid as "${ROW}", * from ${table} where rowid > ? and rowid <= ? order by rowid limit ?`

/** Which rows there are now: the newest migration, and the last row of each table; with the first of what is owed. */
export interface Beginning {
  readonly migration: string
  readonly last: Readonly<Record<string, number>>
  readonly first: Read | null
}

/** Where an export begins: one moment for every table, and for what is owed. */
export async function beginExport(db: Database, limit: number): Promise<Beginning> {
  const [table = ''] = exportedTables
  const [migration, last, rows] = await db.$client.batch<Raw>([
    db.$client.prepare('select name from d1_migrations order by id desc limit 1'),
    db.$client.prepare(`select ${columnsOf((one) => `select coalesce(max(rowid), 0) from ${one}`)}`),
    db.$client.prepare(some(table)).bind(0, Number.MAX_SAFE_INTEGER, limit),
  ])
  return {
    migration: String(migration?.results[0]?.name ?? ''),
    last: Object.fromEntries(
      Object.entries(last?.results[0] ?? {}).map(([name, row]) => [name, Number(row)]),
    ),
    first: readOf(table, rows?.results ?? []),
  }
}

/** The rows of a table after one and up to another, in their order; null: there are none. */
export async function readRows(
  db: Database,
  table: string,
  { after, until, limit }: { readonly after: number; readonly until: number; readonly limit: number },
): Promise<Read | null> {
  if (after >= until) return null
  const { results } = await db.$client.prepare(some(table)).bind(after, until, limit).all<Raw>()
  return readOf(table, results)
}

/** How many rows of each table are there up to its last one. */
export async function countRows(
  db: Database,
  last: Readonly<Record<string, number>>,
): Promise<Readonly<Record<string, number>>> {
  const counted = columnsOf((one) => `select count(*) from ${one} where rowid <= ${Number(last[one] ?? 0)}`)
  const row = await db.get<Raw>(sql.raw(`select ${counted}`))
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]))
}
