// The columns of a list of organisations: what their headings may say, and where they stand in a list.
import { normaliseName } from '../organisation.ts'

/** What a list can say of an organisation, in the order of the template. */
export const COLUMNS = [
  'name',
  'district',
  'short',
  'others',
  'legalForm',
  'decreeNo',
  'themes',
  'role',
  'since',
  'contact',
  'position',
  'email',
  'whatsapp',
  'language',
] as const
export type Column = (typeof COLUMNS)[number]

/** Without these columns nothing can be read. */
export const NEEDED = ['name', 'district'] as const satisfies readonly Column[]

/** The cells of one organisation; empty where the list says nothing. */
export type Cells = Readonly<Record<Column, string>>

/** A row of a table, with the number that spreadsheets show beside it: the first row is 1. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** What headings say, in Indonesian and English, without spaces, marks and case. */
const HEADINGS: Readonly<Record<Column, string>> = {
  name: 'nama namaorganisasi namaresmi namalembaga namaresmiorganisasi organisasi lembaga name nameoftheorganisation nameoftheorganization nameoforganisation nameoforganization organisation organization organisationname organizationname officialname',
  district:
    'kabupatenataukota kabupatenkota kabkota kabupaten kota wilayah daerah kodewilayah kodekabupatenkota district districtcode districtorcity districtcity regency city',
  short: 'singkatan namasingkat akronim shortname abbreviation acronym',
  others: 'namalain namalainnya alias othernames othername otherknownnames aliases',
  legalForm: 'bentukorganisasi bentukbadanhukum badanhukum bentuk legalform formoforganisation legalstatus',
  decreeNo:
    'nomorsk nosk nomorskt noskt nomorskbadanhukum nomorskbadanhukumatauskt skbadanhukum decreenumber decreeno decree registrationnumber',
  themes: 'tema temakerja isu isukerja bidang bidangkerja themes theme themesofwork issues',
  role: 'peran perandijaringan role roles roleinthenetwork',
  since: 'peransejak sejak tanggalmulai rolesince since from',
  contact: 'narahubung namanarahubung kontak namakontak contact contactname contactperson',
  position: 'jabatan jabatannarahubung position',
  email: 'surel email alamatsurel alamatemail emailaddress mail',
  whatsapp:
    'whatsapp nomorwhatsapp nowhatsapp wa nomorwa nowa nomorhp nohp hp handphone telepon nomortelepon notelepon telp phone phonenumber mobile telephone whatsappnumber',
  language: 'bahasa bahasasurat language',
}

const byHeading: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => HEADINGS[column].split(' ').map((heading) => [heading, column] as const)),
)

/** The column that a heading names, or null: `Kab./Kota (wajib)` is the district. */
export const columnOf = (heading: string): Column | null =>
  byHeading.get(normaliseName(heading.replace(/\([^)]*\)/g, '')).replaceAll(' ', '')) ?? null

/** A list under its headings. */
export interface TitledTable {
  /** What each column of the table says, in their order; null where that is not understood. */
  readonly columns: readonly (Column | null)[]
  /** Headings that are not understood: what stands below them is left out. */
  readonly unknown: readonly string[]
  readonly rows: readonly TableRow[]
}

// Lists begin with a title or two before their headings.
const MOST_TITLES = 10

const isEmpty = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '')

/** The rows of a table that hold anything, below its headings; or which of the columns that are needed it lacks. */
export function readHeadings(
  table: readonly TableRow[],
): TitledTable | { readonly missing: readonly Column[] } {
  const filled = table.filter((row) => !isEmpty(row))
  const missingIn = (columns: readonly (Column | null)[]) =>
    NEEDED.filter((column) => !columns.includes(column))
  const tops = filled.slice(0, MOST_TITLES).map(({ cells }) => ({ cells, columns: cells.map(columnOf) }))
  const at = tops.findIndex(({ columns }) => missingIn(columns).length === 0)
  const top = tops[at]
  if (!top) {
    const nearest = tops.map(({ columns }) => missingIn(columns)).toSorted((a, b) => a.length - b.length)
    return { missing: nearest[0] ?? NEEDED }
  }
  const unknown = top.cells.filter((heading, i) => top.columns[i] === null && heading.trim() !== '')
  return { columns: top.columns, unknown, rows: filled.slice(at + 1) }
}

/** The cells of a row by what they say; of two columns that say the same, the first that is filled counts. */
export function cellsOf(columns: readonly (Column | null)[], { cells }: TableRow): Cells {
  const cellOf = (column: Column): string =>
    cells.find((cell, i) => columns[i] === column && cell.trim() !== '') ?? ''
  return byColumn(cellOf)
}

/** What each column gives. */
export function byColumn(cellOf: (column: Column) => string): Cells {
  // Every column is in the list, and no other key.
  return Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column)])) as Cells
}
