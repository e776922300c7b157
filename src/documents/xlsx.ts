// Excel workbooks (XLSX), read as rows of text and written from them.
import { type CellValue, streamXlsxRows, XlsxStreamWriter } from 'hucre/xlsx'
import type { TableRow } from '../core/organisation/import/columns.ts'
import { archiveTrouble } from './archive.ts'
import { gather, type Table } from './rows.ts'

// Of each row an array as wide as its last column is made, so a cell far to the right costs what thousands of cells cost.
// Columns of three letters (from AAA, the 703rd) are refused, as is whatever hides its letters behind an entity.
const FAR_RIGHT = /\br\s*=\s*["']?\s*(?:[A-Za-z]{3,}\d|[^"'\s<>]*&)/

const SHEETS_MAX = 10
// Rows that hold nothing but a format stand in the file as well.
const ROWS_READ_MAX = 20_000

/** A cell as text: what a formula gave when the file was saved, a day as ISO 8601, never anything computed here. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
}

async function* rowsOf(bytes: Uint8Array<ArrayBuffer>, sheet: number): AsyncGenerator<TableRow> {
  let number = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet, maxRows: ROWS_READ_MAX })) {
    // A damaged file may number its rows as it likes; each has a number of its own here.
    number = Number.isSafeInteger(index) && index >= number ? index + 1 : number + 1
    yield { number, cells: Array.from(values, textOf) }
  }
}

/** The first sheet that holds anything. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  const trouble = await archiveTrouble(bytes, FAR_RIGHT)
  if (trouble !== null) return { problem: trouble === 'refused' ? 'wide' : trouble }
  try {
    for (let sheet = 0; sheet < SHEETS_MAX; sheet++) {
      const table = await gather(rowsOf(bytes, sheet))
      if ('problem' in table || table.rows.length > 0) return table
    }
    return { rows: [] }
  } catch {
    // A damaged file makes the reader throw errors of many kinds; the person can only save it anew.
    return { problem: 'unreadable' }
  }
}

const BLANK_ROWS = 300

/** An empty list under its headings, every cell a text, so that Excel leaves zeros and codes as they are typed. */
export async function emptyXlsx(
  sheet: string,
  headings: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new XlsxStreamWriter({
    name: sheet,
    columns: headings.map((heading) => ({ width: Math.max(16, heading.length + 4), numFmt: '@' })),
    freezePane: { rows: 1 },
  })
  writer.addRow([...headings])
  for (let row = 0; row < BLANK_ROWS; row++) writer.addRow(headings.map(() => null))
  return new Uint8Array(await writer.finish())
}
