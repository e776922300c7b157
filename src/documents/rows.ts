// Rows of a table as they come out of a file, up to what is taken.
import type { TableRow } from '../core/organisation/import/columns.ts'

/** The most rows that hold anything; a list has its headings, and a title or two, besides. */
const ROWS_MAX = 2020
const ALL_ROWS_MAX = 20_000

/** Why a file gives no table. */
export type FileProblem =
  /** Neither CSV nor XLSX. */
  | 'format'
  /** An old Excel file (.xls), or one behind a password: both look the same from outside. */
  | 'old'
  /** Damaged. */
  | 'unreadable'
  /** Unpacks to more than is taken. */
  | 'large'
  | 'rows'
  | 'wide'

export type Table = { readonly rows: readonly TableRow[] } | { readonly problem: FileProblem }

/** Collects the rows that hold anything. */
export async function gather(rows: AsyncIterable<TableRow> | Iterable<TableRow>): Promise<Table> {
  const filled: TableRow[] = []
  let count = 0
  for await (const row of rows) {
    count++
    if (row.cells.some((cell) => cell.trim() !== '')) filled.push(row)
    if (filled.length > ROWS_MAX || count >= ALL_ROWS_MAX) return { problem: 'rows' }
  }
  return { rows: filled }
}
