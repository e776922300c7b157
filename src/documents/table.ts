// A file that holds a list: told apart by its first bytes, since names and types of files are often wrong.
import { readCsv } from './csv.ts'
import type { Table } from './rows.ts'
import { readXlsx } from './xlsx.ts'

/** The largest file that is read, in bytes. */
export const FILE_MAX = 2_000_000

const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte)

/** The rows of a file, or why there are none. Never throws, whatever the bytes. */
export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  if (bytes.length > FILE_MAX) return { problem: 'large' }
  // `PK`, an archive; D0 CF 11 E0, a compound file of older Office, or a workbook behind a password (MS-CFB 2.2).
  if (begins(bytes, 0x50, 0x4b)) return readXlsx(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'old' }
  return readCsv(bytes)
}
