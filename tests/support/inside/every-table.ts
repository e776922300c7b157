// Rows for every table of the schema in every place, column by column, so that a table nobody thought of is seeded or says why not.
import { env } from 'cloudflare:workers'
import { getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { tablesInOrder } from '../../../src/db/schema/order.ts'
import { COUNTS, EVERYBODYS, OF_NETWORKS, type Row, VALUES } from './every-values.ts'
import { idOf, markOf, PLACES, type Place } from './places.ts'
import { START } from './world.ts'

type Value = string | number | null | Uint8Array<ArrayBuffer>

const names = tablesInOrder.map((table) => getTableName(table))
const isOfNetworks = (table: string): boolean => Object.hasOwn(OF_NETWORKS, table)

/** How many rows of a table a place has: two, where nothing else is said, so that one can be merged into another. */
const countOf = (table: string): number => COUNTS[table] ?? 2

/** The id of a row of a table that a row of a place names: its network's, where the table is of networks. */
function idIn(place: Place, table: string, index: number): string {
  const number = names.indexOf(table) + 1
  const owner = isOfNetworks(table) ? { ...place, side: 'all' as const } : place
  return idOf(owner, number, index % countOf(table))
}

/** A row that is made. */
const rowIn = (table: string, place: Place, index: number): Row => ({
  table,
  place,
  index,
  mark: markOf(place),
  idOf: (other, at = index) => idIn(place, other, at),
})

/** The table that a column names rows of, by its reference or by its name; null: none. */
function namedBy(table: SQLiteTable, column: SQLiteColumn): string | null {
  const { foreignKeys } = getTableConfig(table)
  const found = foreignKeys
    .map(({ reference }) => reference())
    .find(({ columns }) => columns.includes(column))
  if (found) return getTableName(found.foreignTable)
  if (/(?:^|_)by$/.test(column.name)) return 'people'
  const named = `${column.name.replace(/_id$/, '')}s`
  return column.name.endsWith('_id') && names.includes(named) ? named : null
}

// Words that code knows, and what has a shape of its own: a mark in its place would be no row that can be.
const KNOWN_WORDS =
  /(?:^|_)(?:kind|role|status|state|outcome|class|basis|verb|type|policy|framing|audience|per|for|locale|zone|district)$/

function ofItself(column: SQLiteColumn, { table, index, mark }: Row, isJson: boolean): Value {
  const type = column.getSQLType()
  if (type === 'integer' && /(?:^|_)at$/.test(column.name)) return column.notNull ? START : null
  if (type === 'integer' || type === 'real') return 1
  if (type === 'blob') return Uint8Array.from(new TextEncoder().encode(mark))
  if (/(?:^|_)day$/.test(column.name)) return column.notNull ? '2026-11-20' : null
  if (isJson || KNOWN_WORDS.test(column.name))
    throw new Error(
      `${table}.${column.name} needs a value in VALUES of tests/support/inside/every-values.ts: no mark can stand in it`,
    )
  return `${mark} ${table} ${column.name} ${index}`
}

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array

function stored(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || isBytes(value)) return value
  return JSON.stringify(value)
}

function heldIn(table: SQLiteTable, column: SQLiteColumn, row: Row): Value {
  const said = [`${row.table}.${column.name}`, `*.${column.name}`].find((name) => Object.hasOwn(VALUES, name))
  if (said !== undefined) {
    const value = VALUES[said]
    return stored(typeof value === 'function' ? value(row) : value)
  }
  if (column.name === 'id') return row.idOf(row.table)
  const named = namedBy(table, column)
  return named === null ? ofItself(column, row, column.dataType === 'json') : row.idOf(named)
}

/** The rows of a table in a place, by column; what has a default keeps it, unless a value is said. */
export function rowsOf(table: SQLiteTable, place: Place): readonly Readonly<Record<string, Value>>[] {
  const { name, columns } = getTableConfig(table)
  const filled = columns.filter(
    (column) => !column.hasDefault || Object.hasOwn(VALUES, `${name}.${column.name}`),
  )
  return Array.from({ length: countOf(name) }, (_, index) => {
    const row = rowIn(name, place, index)
    return Object.fromEntries(filled.map((column) => [column.name, heldIn(table, column, row)]))
  })
}

/** Fills every table in every place, each after those that it refers to. */
export async function seedEveryTable(): Promise<void> {
  const statements = tablesInOrder.flatMap((table) => {
    const name = getTableName(table)
    if (Object.hasOwn(EVERYBODYS, name)) return []
    const owners = isOfNetworks(name)
      ? ([1, 2] as const).map((network): Place => ({ network, side: 'all' }))
      : PLACES
    return owners
      .flatMap((place) => rowsOf(table, place))
      .map((row) => {
        const columns = Object.keys(row)
        return env.DB.prepare(
          `insert into ${name} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        ).bind(...Object.values(row))
      })
  })
  await env.DB.batch(statements)
}

/** The id of a row in a place, for addresses. */
export const idAt = (place: Place, table: string, index = 0): string => idIn(place, table, index)
