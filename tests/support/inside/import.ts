// Lists of organisations as browsers send them, and one as a preview carries it.
import { COLUMNS } from '../../../src/core/organisation/import/columns.ts'

/** A chosen file, as a form sends it. */
export function list(bytes: string | Uint8Array<ArrayBuffer>, name = 'daftar.csv'): FormData {
  const form = new FormData()
  form.append('file', new File([bytes], name))
  return form
}

/** What a preview of one good row carries. */
export const carriedOne = JSON.stringify([
  [
    2,
    '01900000-0000-7000-8000-000000000901',
    COLUMNS.map((column) => ({ name: 'Bawaan Contoh', district: '35.07' })[column as string] ?? ''),
  ],
])
