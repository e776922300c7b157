// What stands between a preview and its confirmation: the rows that can be added, carried in the form and read anew there.
import * as v from 'valibot'
import { readId } from '../../kernel/id.ts'
import { byColumn, COLUMNS } from './columns.ts'
import { cellsFor, type GoodRow, type Row } from './read.ts'

/** The field that carries the rows. */
export const ROWS_FIELD = 'rows'

/** How many rows a list may have, and how long what is carried of it may be (UTF-8): one value of D1 holds 2 MB. */
export const ROWS_MAX = 2000
export const CARRIED_MAX = 1_000_000

/** A row with the id that its organisation is to have, so that the same confirmation makes it once. */
export interface CarriedRow extends Row {
  readonly id: string
}

// A row is its number, its id and its cells, in the order of the columns: names of columns would be most of it.
const carried = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.tuple([
      v.pipe(v.number(), v.integer()),
      v.string(),
      v.pipe(v.array(v.string()), v.length(COLUMNS.length)),
    ]),
  ),
  v.maxLength(ROWS_MAX),
)

/** Rows as the form carries them; `id` gives each its organisation's. */
export function carryRows(rows: readonly GoodRow[], id: () => string): string {
  return JSON.stringify(
    rows.map(({ number, organisation }) => {
      const cells = cellsFor(organisation)
      return [number, id(), COLUMNS.map((column) => cells[column])]
    }),
  )
}

/** Carried rows, to be read anew; null where it is nothing that a preview carries. */
export function readCarriedRows(text: string): readonly CarriedRow[] | null {
  const read = v.safeParse(carried, text)
  if (!read.success) return null
  const rows = read.output.map(([number, id, cells]) => ({
    number,
    id: readId(id) ?? '',
    cells: byColumn((column) => cells[COLUMNS.indexOf(column)] ?? ''),
  }))
  const ids = new Set(rows.map(({ id }) => id))
  const numbers = new Set(rows.map(({ number }) => number))
  return ids.has('') || Math.min(ids.size, numbers.size) < rows.length ? null : rows
}
