// Erasures since an export, replayed in what was restored from it: whatever is gone from a newer export goes here too.
import { getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type PersonalColumn, personalColumns } from '../../../src/db/schema/register.ts'
import type { Memory } from '../../demo/database.ts'

type Row = Readonly<Record<string, unknown>>
type Value = string | number | null

/** The names of the columns by which a row of a table is known. */
function keyOf(table: SQLiteTable): readonly string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const several = primaryKeys.flatMap((key) => key.columns.map(({ name }) => name))
  return several.length > 0 ? several : columns.filter(({ primary }) => primary).map(({ name }) => name)
}

/** The tables with personal columns, each with them. */
const tables: ReadonlyMap<SQLiteTable, readonly PersonalColumn[]> = Map.groupBy(
  personalColumns,
  ({ column }) => column.table as SQLiteTable,
)

/** Which submission a row of a table is of, in SQL; null: of none. */
function submissionOf(table: SQLiteTable): string | null {
  const { columns, name } = getTableConfig(table)
  const has = (column: string) => columns.some((one) => one.name === column)
  if (name === 'submissions') return 'id'
  if (has('submission_id')) return 'submission_id'
  return has('assessment_id') ? '(select submission_id from assessments where id = assessment_id)' : null
}

/** What erasure leaves in a column of a row. */
const leftIn = ({ erasedAs }: PersonalColumn, row: Row): Value =>
  erasedAs === 'id' ? String(row.id) : erasedAs === 'row' ? null : erasedAs

/** Moments that say that something is gone, which come with what is gone. */
const MOMENTS = ['withdrawn_at', 'erased_at'] as const

const idOf = (row: Row, key: readonly string[]): string => JSON.stringify(key.map((name) => row[name]))

/** The submissions that a newer database says are withdrawn or erased, and which it no longer has. */
function goneSubmissions(restored: Memory, newer: Memory): ReadonlySet<unknown> {
  const standing = newer.rows('select id from submissions where withdrawn_at is null and erased_at is null')
  const there = new Set(standing.map(({ id }) => id))
  return new Set(
    restored
      .rows('select id from submissions')
      .map(({ id }) => id)
      .filter((id) => !there.has(id)),
  )
}

/** What is to be done in one table: rows that go, and columns of rows that are emptied. */
interface Erasing {
  readonly gone: readonly Row[]
  readonly emptied: readonly { readonly row: Row; readonly column: PersonalColumn }[]
}

function erasingIn(
  table: SQLiteTable,
  restored: Memory,
  newer: Memory,
  withdrawn: ReadonlySet<unknown>,
): Erasing {
  const columns = tables.get(table) ?? []
  const key = keyOf(table)
  const goesWhole = columns.some(({ erasedAs }) => erasedAs === 'row')
  const owner = columns.some(({ holder }) => holder === 'submission') ? submissionOf(table) : null
  const select = `select *${owner ? `, ${owner} as "#submission"` : ''} from "${getTableName(table)}"`
  const now = new Map(newer.rows(select).map((row) => [idOf(row, key), row]))
  const gone: Row[] = []
  const emptied: { row: Row; column: PersonalColumn }[] = []
  for (const row of restored.rows(select)) {
    const later = now.get(idOf(row, key))
    if (!later && goesWhole) gone.push(row)
    for (const column of goesWhole ? [] : columns) {
      const { name } = column.column
      const left = leftIn(column, row)
      const isGone = !later || later[name] === left || withdrawn.has(row['#submission'])
      if (isGone && row[name] !== left) emptied.push({ row, column })
    }
  }
  return { gone, emptied }
}

const where = (key: readonly string[]): string => key.map((name) => `"${name}" is ?`).join(' and ')
const valuesOf = (row: Row, key: readonly string[]): Value[] => key.map((name) => row[name] as Value)

/**
 * Erases in a restored database what a newer one no longer holds, by the list of personal columns: rows that went, columns
 * that are empty there, and everything of a submission that is withdrawn or erased there. Gives how many rows that were.
 */
export function replayErasures(restored: Memory, newer: Memory): number {
  const withdrawn = goneSubmissions(restored, newer)
  const touched = new Set<string>()
  for (const table of tables.keys()) {
    const name = getTableName(table)
    const key = keyOf(table)
    const { gone, emptied } = erasingIn(table, restored, newer, withdrawn)
    restored.put(
      `delete from "${name}" where ${where(key)}`,
      gone.map((row) => valuesOf(row, key)),
    )
    for (const { row, column } of emptied) {
      restored.put(`update "${name}" set "${column.column.name}" = ? where ${where(key)}`, [
        [leftIn(column, row), ...valuesOf(row, key)],
      ])
    }
    for (const row of [...gone, ...emptied.map((one) => one.row)]) touched.add(`${name} ${idOf(row, key)}`)
  }
  for (const name of ['submissions', 'drafts']) copyMoments(name, restored, newer)
  return touched.size
}

/** Whatever says when it was withdrawn or erased says so here too. */
function copyMoments(table: string, restored: Memory, newer: Memory): void {
  const has = new Set(restored.rows(`select name from pragma_table_info('${table}')`).map(({ name }) => name))
  for (const moment of MOMENTS) {
    if (!has.has(moment)) continue
    const rows = newer.rows(`select id, ${moment} as at from ${table} where ${moment} is not null`)
    restored.put(
      `update ${table} set ${moment} = ? where id = ? and ${moment} is null`,
      rows.map(({ id, at }) => [Number(at), String(id)]),
    )
  }
}
