// Lists as text (CSV): in whichever encoding and with whichever separator a spreadsheet saved them.
import { streamCsvRows, writeCsv } from 'hucre/csv'
import type { TableRow } from '../core/organisation/import/columns.ts'
import { gather, type Table } from './rows.ts'

/** The text of a file by its mark (BOM); without one UTF-8, or what Excel on Windows writes where it is none. */
export function textIn(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

// Excel takes the separator from a first line such as `sep=;`.
const SEPARATOR_LINE = /^sep=(.)(?:\r?\n|$)/i

function* rowsOf(text: string): Generator<TableRow> {
  const delimiter = SEPARATOR_LINE.exec(text)?.[1]
  // What a list that was made to be safe for spreadsheets put before `=`, `+`, `-` and `@` is taken away again.
  const options = { unescapeFormulae: true, ...(delimiter ? { delimiter } : {}) }
  let number = 0
  for (const values of streamCsvRows(text, options)) {
    number++
    yield { number, cells: values.map((value) => String(value ?? '')) }
  }
}

/** Rows of a text; a row is counted as spreadsheets do, line ends within quotes not. */
export async function readCsv(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  const text = textIn(bytes)
  return text.includes('\0') ? { problem: 'format' } : gather(rowsOf(text))
}

/**
 * Rows as CSV that Excel opens as a table where a comma is the decimal mark: separated by semicolons, UTF-8 with its mark,
 * with an apostrophe before whatever would begin a formula.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  writeCsv(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, escapeFormulae: true },
  )
