// Rows of a list are read as organisations, or everything that is wrong with them is said; what is read reads the same again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryRows, readCarriedRows } from '../../../../src/core/organisation/import/carry.ts'
import { byColumn, type Cells, COLUMNS } from '../../../../src/core/organisation/import/columns.ts'
import { cellsFor, namesIn, readRow, readRows } from '../../../../src/core/organisation/import/read.ts'

const context = {
  provinces: ['35'],
  districts: null,
  roleNames: [
    { key: 'member', name: { id: 'Anggota', en: 'Member' } },
    { key: 'learning-forum', name: { id: 'Simpul belajar', en: 'Learning forum' } },
  ],
  today: '2026-11-23',
}

const cells = (changes: Partial<Cells> = {}): Cells => {
  const row: Partial<Cells> = { name: 'Yayasan Contoh', district: 'Kab. Malang', ...changes }
  return byColumn((column) => row[column] ?? '')
}
const read = (changes: Partial<Cells> = {}, districts: readonly string[] | null = null) =>
  readRow(cells(changes), { ...context, districts })
const organisation = (changes: Partial<Cells> = {}) => {
  const row = read(changes)
  if ('faults' in row) throw new Error(JSON.stringify(row.faults))
  return row.organisation
}
const faults = (changes: Partial<Cells>, districts: readonly string[] | null = null) => {
  const row = read(changes, districts)
  return 'faults' in row ? row.faults : []
}

describe('a row', () => {
  it('needs a name and a district, and no more', () => {
    expect(organisation()).toEqual({
      name: 'Yayasan Contoh',
      district: '35.07',
      short: [],
      others: [],
      legalForm: null,
      decreeNo: null,
      themes: [],
      roles: [],
      since: '2026-11-23',
      contact: null,
    })
  })

  it('is read in full', () => {
    const full = organisation({
      name: '  Yayasan   "Bina" Contoh ',
      short: 'YBC; Bina',
      others: 'Kelompok Bina\nBina, Malang',
      legalForm: 'Yayasan',
      decreeNo: 'AHU-0012',
      themes: 'Kesehatan, air bersih; Kesehatan',
      role: 'ANGGOTA; learning forum',
      since: '1/2/2026',
      contact: 'Siti Contoh',
      position: 'Ketua',
      email: 'Siti@Contoh.Example',
      whatsapp: '81234567890',
      language: 'Bahasa Inggris',
    })
    expect(full).toEqual({
      name: 'Yayasan "Bina" Contoh',
      district: '35.07',
      short: ['YBC', 'Bina'],
      others: ['Kelompok Bina', 'Bina, Malang'],
      legalForm: 'Yayasan',
      decreeNo: 'AHU-0012',
      themes: ['Kesehatan', 'air bersih'],
      roles: ['member', 'learning-forum'],
      since: '2026-02-01',
      contact: {
        name: 'Siti Contoh',
        position: 'Ketua',
        email: 'siti@contoh.example',
        whatsapp: '+6281234567890',
        locale: 'en',
      },
    })
  })

  it.each([
    [{ name: ' ' }, { kind: 'missing', column: 'name' }],
    [{ district: '' }, { kind: 'missing', column: 'district' }],
    [{ name: '#N/A' }, { kind: 'broken', column: 'name', typed: '#N/A' }],
    [{ themes: 'a; #REF!' }, { kind: 'broken', column: 'themes', typed: '#REF!' }],
    [{ email: '#VALUE!' }, { kind: 'broken', column: 'email', typed: '#VALUE!' }],
    [{ name: 'x'.repeat(201) }, { kind: 'long', column: 'name', max: 200 }],
    [{ decreeNo: 'x'.repeat(101) }, { kind: 'long', column: 'decreeNo', max: 100 }],
    [{ themes: 'x'.repeat(201) }, { kind: 'long', column: 'themes', max: 200 }],
    [
      { themes: Array.from({ length: 21 }, (_, i) => `t${i}`).join(';') },
      { kind: 'many', column: 'themes', max: 20 },
    ],
    [
      { district: 'MALANG' },
      { kind: 'ambiguous', column: 'district', typed: 'MALANG', likely: ['Kabupaten Malang', 'Kota Malang'] },
    ],
    [{ district: 'Bandung' }, { kind: 'unreadable', column: 'district', typed: 'Bandung' }],
    [{ role: 'anggota; raja' }, { kind: 'unreadable', column: 'role', typed: 'anggota; raja' }],
    [{ since: '31/2/2026' }, { kind: 'unreadable', column: 'since', typed: '31/2/2026' }],
    [{ email: 'siti' }, { kind: 'unreadable', column: 'email', typed: 'siti' }],
    [{ whatsapp: '8,12E+10' }, { kind: 'unreadable', column: 'whatsapp', typed: '8,12E+10' }],
    [
      { email: 'a@b.example', language: 'Jawa' },
      { kind: 'unreadable', column: 'language', typed: 'Jawa' },
    ],
    [{ contact: 'Siti' }, { kind: 'unreached', column: 'contact' }],
  ])('%j is faulty, and nothing else of it', (changes, fault) => {
    expect(faults(changes)).toEqual([fault])
  })

  it('of a district that is not the reader’s own is faulty', () => {
    expect(faults({}, ['35.78'])).toEqual([{ kind: 'outside', column: 'district', name: 'Kabupaten Malang' }])
    expect(faults({}, ['35.07'])).toEqual([])
  })

  it('tells all of its faults at once', () => {
    expect(faults({ name: '', district: 'x', email: 'y' }).map(({ column }) => column)).toEqual([
      'name',
      'district',
      'email',
    ])
  })

  it('keeps what would be a formula as the text it is', () => {
    expect(organisation({ name: '=cmd|calc!A0', others: '+1; -2; @x' })).toMatchObject({
      name: '=cmd|calc!A0',
      others: ['+1', '-2', '@x'],
    })
  })
})

describe('rows that say the same organisation', () => {
  it('are named by the first of them, whatever the case and marks', () => {
    const rows = [
      { number: 2, cells: cells() },
      { number: 3, cells: cells({ name: 'YAYASAN "contoh"', district: '35.07' }) },
      { number: 4, cells: cells({ district: 'Kota Malang' }) },
      { number: 9, cells: cells({ name: 'yayasan-contoh' }) },
    ]
    const { good, faulty } = readRows(rows, context)
    expect(good.map(({ number }) => number)).toEqual([2, 4])
    expect(faulty).toEqual([
      { number: 3, name: 'YAYASAN "contoh"', faults: [{ kind: 'repeated', column: 'name', row: 2 }] },
      { number: 9, name: 'yayasan-contoh', faults: [{ kind: 'repeated', column: 'name', row: 2 }] },
    ])
  })

  it('do not count where the earlier one is faulty', () => {
    const rows = [
      { number: 2, cells: cells({ email: 'x' }) },
      { number: 3, cells: cells() },
    ]
    expect(readRows(rows, context).good.map(({ number }) => number)).toEqual([3])
  })
})

it('names are kept once, the official one first', () => {
  const names = namesIn(organisation({ short: 'YC; yayasan contoh', others: 'y.c.; Contoh' }))
  expect(names.map(({ kind, name }) => [kind, name])).toEqual([
    ['official', 'Yayasan Contoh'],
    ['short', 'YC'],
    ['alias', 'y.c.'],
    ['alias', 'Contoh'],
  ])
})

describe('what is carried from the preview to the confirmation', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('a;b', 'x, y', '=1+1', '"'),
  )
  const anyCells = fc.record({
    ...Object.fromEntries(COLUMNS.map((column) => [column, word])),
    district: fc.constantFrom('Kab. Malang', '35.78', 'MALANG'),
    email: fc.constantFrom('', 'siti@contoh.example'),
    whatsapp: fc.constantFrom('', '0812 3456 7890', '6281234567'),
    role: fc.constantFrom('', 'Anggota', 'member, Simpul belajar'),
    since: fc.constantFrom('', '24/11/2026'),
    language: fc.constantFrom('', 'en', 'Indonesia'),
  }) as fc.Arbitrary<Cells>

  it('reads the same again, whatever was typed', () => {
    let read = 0
    fc.assert(
      fc.property(fc.array(anyCells, { maxLength: 8 }), (all) => {
        const rows = all.map((cells, i) => ({ number: i + 2, cells }))
        const { good } = readRows(rows, context)
        let id = 0
        const text = carryRows(good, () => `01900000-0000-7000-8000-${String(++id).padStart(12, '0')}`)
        const again = readRows(readCarriedRows(text) ?? [], { ...context, today: '2030-01-01' })
        expect(again.faulty).toEqual([])
        expect(again.good).toEqual(good)
        read += good.length
      }),
    )
    expect(read).toBeGreaterThan(50)
  })

  it('is nothing else: no other shape is read, and reading never throws', () => {
    const row = (number: unknown, id: unknown, cells: unknown) => JSON.stringify([[number, id, cells]])
    const id = '01900000-0000-7000-8000-000000000001'
    const right = COLUMNS.map(() => '')
    expect(readCarriedRows(row(2, id, right))).toHaveLength(1)
    for (const text of [
      '',
      '{}',
      'null',
      '[',
      row('2', id, right),
      row(2.5, id, right),
      row(2, 'x', right),
      row(2, id, right.slice(1)),
      row(
        2,
        id,
        right.map(() => 1),
      ),
      JSON.stringify([
        [2, id, right],
        [3, id, right],
      ]),
      JSON.stringify(Array.from({ length: 2001 }, () => [2, id, right])),
    ])
      expect([text.slice(0, 80), readCarriedRows(text)]).toEqual([text.slice(0, 80), null])
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readCarriedRows(text)))
  })

  it('keeps every column', () => {
    const full = cells({
      short: 'a',
      others: 'b',
      legalForm: 'c',
      decreeNo: 'd',
      themes: 'e',
      role: 'member',
    })
    const more = {
      since: '2026-01-02',
      contact: 'f',
      position: 'g',
      email: 'h@i.example',
      whatsapp: '0812345678',
      language: 'en',
    }
    expect(Object.values(cellsFor(organisation({ ...full, ...more }))).every(Boolean)).toBe(true)
  })
})
