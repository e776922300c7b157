// Headings are understood in both languages, whatever their order, case, spaces and marks.
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../../src/core/kernel/text.ts'
import {
  COLUMNS,
  cellsOf,
  columnOf,
  readHeadings,
  type TableRow,
} from '../../../../src/core/organisation/import/columns.ts'
import { wordsFor } from '../../../../src/core/words/index.ts'

const rowsOf = (...rows: readonly (readonly string[])[]): readonly TableRow[] =>
  rows.map((cells, i) => ({ number: i + 1, cells }))

describe('a heading', () => {
  it.each(LOCALES)('is understood as the pages and the empty file write it: %s', (locale) => {
    const { columns, needed } = wordsFor(locale).coordinator.imports
    for (const column of COLUMNS) {
      expect([column, columnOf(columns[column])]).toEqual([column, column])
      expect(columnOf(` ${columns[column].toUpperCase()} (${needed}) `)).toBe(column)
    }
  })

  it.each([
    ['NAMA  ORGANISASI', 'name'],
    ['Kab./Kota', 'district'],
    ['kabupaten / kota', 'district'],
    ['No. HP', 'whatsapp'],
    ['E-mail', 'email'],
    ['Role (since)', 'role'],
    ['Catatan', null],
    ['', null],
  ])('%j is %s', (heading, column) => expect(columnOf(heading)).toBe(column))
})

describe('the headings of a list', () => {
  it('may stand below a title and empty rows, and keep the numbers of the file', () => {
    const list = readHeadings(
      rowsOf(
        ['Daftar 2026', ''],
        ['', ''],
        ['Kota', 'Catatan', 'Nama'],
        ['Kota Malang', 'x', 'A'],
        ['', '', ''],
        [' ', '', 'B'],
      ),
    )
    expect(list).toEqual({
      columns: ['district', null, 'name'],
      unknown: ['Catatan'],
      rows: [
        { number: 4, cells: ['Kota Malang', 'x', 'A'] },
        { number: 6, cells: [' ', '', 'B'] },
      ],
    })
  })

  it('are missed by name', () => {
    expect(readHeadings(rowsOf(['Nama', 'Surel'], ['A', 'b']))).toEqual({ missing: ['district'] })
    expect(readHeadings(rowsOf(['x', 'y']))).toEqual({ missing: ['name', 'district'] })
    expect(readHeadings([])).toEqual({ missing: ['name', 'district'] })
  })
})

it('of two columns that say the same, the first that is filled counts', () => {
  const columns = ['name', 'whatsapp', 'whatsapp'] as const
  const whatsapp = (...cells: string[]) => cellsOf(columns, { number: 2, cells }).whatsapp
  expect(whatsapp('A', '1', '2')).toBe('1')
  expect(whatsapp('A', ' ', '2')).toBe('2')
  expect(whatsapp('A')).toBe('')
})
