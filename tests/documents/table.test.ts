// Lists are read from whatever spreadsheets save, up to what is taken, and whatever the bytes are, reading never throws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableRow } from '../../src/core/organisation/import/columns.ts'
import { csvOf } from '../../src/documents/csv.ts'
import { FILE_MAX, readTable } from '../../src/documents/table.ts'
import { emptyXlsx } from '../../src/documents/xlsx.ts'
import { runs } from '../support/runs.ts'
import { cell, workbook, zip } from './zip.ts'

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittle)
  return bytes
}

async function rows(bytes: Uint8Array<ArrayBuffer>): Promise<readonly TableRow[]> {
  const table = await readTable(bytes)
  if ('problem' in table) throw new Error(table.problem)
  return table.rows
}
const cells = async (bytes: Uint8Array<ArrayBuffer>) => (await rows(bytes)).map((row) => row.cells)
const problem = async (bytes: Uint8Array<ArrayBuffer>) => {
  const table = await readTable(bytes)
  return 'problem' in table ? table.problem : null
}

describe('a CSV file', () => {
  const expected = [
    ['Nama', 'Kota'],
    ['Café Contoh', 'Kota Malang'],
  ]
  const text = 'Nama;Kota\r\nCafé Contoh;Kota Malang\r\n'
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`)],
    ['Windows-1252', latin(text)],
    ['UTF-16LE', utf16(`\uFEFF${text}`, true)],
    ['UTF-16BE', utf16(`\uFEFF${text}`, false)],
    ['line feeds', utf8(text.replaceAll('\r\n', '\n'))],
    ['old Mac line ends', utf8(text.replaceAll('\r\n', '\r'))],
    ['commas', utf8(text.replaceAll(';', ','))],
    ['tabs', utf8(text.replaceAll(';', '\t'))],
    ['a line that names the separator', utf8(`sep=;\r\n${text}`)],
  ])('is read: %s', async (_what, bytes) => {
    expect((await cells(bytes)).slice(-2)).toEqual(expected)
  })

  it('holds separators, quotes and line ends within quotes, and rows count as spreadsheets count', async () => {
    const text = 'Nama;Tema\n"Yayasan ""A;B""";"satu\ndua"\n;\n\nC;'
    expect(await rows(utf8(text))).toEqual([
      { number: 1, cells: ['Nama', 'Tema'] },
      { number: 2, cells: ['Yayasan "A;B"', 'satu\ndua'] },
      { number: 5, cells: ['C', ''] },
    ])
  })

  it('gives back what a file that leaves was guarded with', async () => {
    const dangerous = ['=1+1', '+62', '-x', '@y', "'z"]
    const csv = csvOf([dangerous])
    expect(csv).toBe(`\uFEFF'=1+1;'+62;'-x;'@y;'z`)
    expect(await cells(utf8(csv))).toEqual([dangerous])
  })

  it('keeps what it looks like: no number, date or formula is made of a text', async () => {
    expect(await cells(utf8('0812;35.10;1/2/2026;=1+1;TRUE'))).toEqual([
      ['0812', '35.10', '1/2/2026', '=1+1', 'TRUE'],
    ])
  })

  it('is nothing where it holds zeros, which text never does', async () => {
    expect(await problem(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).toBe('format')
  })
})

describe('an Excel file', () => {
  it('is read as text: strings, numbers, days, truth, and what formulas gave', async () => {
    const data = [
      `<row r="2">${cell('A2', 'Nama')}<c r="B2" t="s"><v>0</v></c></row>`,
      `<row r="4"><c r="A4"><v>81234567890</v></c><c r="C4" s="1"><v>46350</v></c><c r="D4" t="b"><v>1</v></c></row>`,
      `<row r="5"><c r="A5" t="str"><f>CMD("x")</f><v>hasil</v></c><c r="B5"><f>1+1</f><v>2</v></c><c r="C5" t="e"><v>#N/A</v></c></row>`,
      `<row r="9">${cell('A9', '=1+1 &amp; &lt;b&gt;')}</row>`,
    ].join('')
    expect(await rows(await zip(workbook([data], ['Kota'])))).toEqual([
      { number: 2, cells: ['Nama', 'Kota'] },
      { number: 4, cells: ['81234567890', '', '2026-11-24', 'true'] },
      { number: 5, cells: ['hasil', '2', '#N/A'] },
      { number: 9, cells: ['=1+1 & <b>'] },
    ])
  })

  it('is read from the first sheet that holds anything', async () => {
    const blank = '<row r="1"><c r="A1" s="1"/></row>'
    const [first, second] = [
      `<row r="3">${cell('A3', 'Dua')}</row>`,
      `<row r="1">${cell('A1', 'Tiga')}</row>`,
    ]
    expect(await rows(await zip(workbook([blank, first, second])))).toEqual([{ number: 3, cells: ['Dua'] }])
    expect(await rows(await zip(workbook([blank, blank])))).toEqual([])
  })

  it('is the empty one that we give, with what was filled in', async () => {
    const headings = ['Nama', 'Kota']
    expect(await rows(await emptyXlsx('Organisasi', headings))).toEqual([{ number: 1, cells: headings }])
  })

  it('of an old kind or behind a password is named as such', async () => {
    expect(await problem(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe('old')
  })
})

describe('what is too much', () => {
  it('is a file of more than 2 MB', async () => {
    expect(await problem(new Uint8Array(FILE_MAX + 1))).toBe('large')
    expect(await problem(new Uint8Array(FILE_MAX).fill(32))).toBe(null)
  })

  it('are thousands of rows, filled or empty', async () => {
    expect(await problem(utf8('a;b\n'.repeat(2020)))).toBe(null)
    expect(await problem(utf8('a;b\n'.repeat(2021)))).toBe('rows')
    expect(await problem(utf8('\n'.repeat(100_000)))).toBe('rows')
    expect(await problem(await zip(workbook(['<row><c><v>1</v></c></row>'.repeat(2021)])))).toBe('rows')
    expect(await problem(await zip(workbook(['<row><c s="1"/></row>'.repeat(30_000)])))).toBe('rows')
  })

  it.each([
    '<c r="AAA1"><v>1</v></c>',
    '<c s="1" r = "xfd1"/>',
    "<c r='XFD1'/>",
    '<c r=XFD1 />',
    '<c r="&#88;FD1"/>',
    '<c x=">" r="XFD1"/>',
  ])('is a cell far to the right, since a row of its width would be made: %s', async (far) => {
    expect(await problem(await zip(workbook([`<row r="1">${far}</row>`])))).toBe('wide')
  })

  it('is what unpacks to more than a list needs, whatever the archive says of its size', async () => {
    const spaces = ' '.repeat(11_000_000)
    for (const claimed of [spaces.length, 1000, 0])
      expect(
        await problem(await zip([...workbook(['']), { name: 'xl/bom.xml', bytes: spaces, claimed }])),
      ).toBe('large')
    const half = { bytes: spaces.slice(0, 6_000_000) }
    expect(
      await problem(
        await zip([
          { name: 'a', ...half },
          { name: 'b', ...half },
        ]),
      ),
    ).toBe('large')
  })

  it('are entries without a size of their own, and thousands of them', async () => {
    const empty = { name: 'x', bytes: '', method: 0, flags: 8 }
    expect(await problem(await zip([...workbook(['']), empty]))).toBe('unreadable')
    const many = Array.from({ length: 1001 }, (_, i) => ({ name: `${i}`, bytes: '' }))
    expect(await problem(await zip(many))).toBe('unreadable')
  })
})

describe('whatever the bytes are', async () => {
  const sane = async (bytes: Uint8Array<ArrayBuffer>) => {
    const table = await readTable(bytes)
    if ('problem' in table) return
    let last = 0
    for (const { number, cells } of table.rows) {
      expect(Number.isSafeInteger(number) && number > last).toBe(true)
      last = number
      expect(cells.every((one) => typeof one === 'string')).toBe(true)
    }
  }
  const whole = await zip(
    workbook(
      [`<row r="1">${cell('A1', 'Nama')}</row><row r="2"><c r="A2" s="1"><v>46350</v></c></row>`],
      ['x'],
    ),
  )

  it('reading gives rows or a reason', async () => {
    const any = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes))
    await fc.assert(fc.asyncProperty(any, sane))
    const zipped = any.map((bytes) => Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes))
    await fc.assert(fc.asyncProperty(zipped, sane))
  })

  it('a workbook with any bytes changed, cut off or put in gives rows or a reason', async () => {
    const mutation = fc.record({
      at: fc.nat(whole.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
      kind: fc.constantFrom('change', 'cut', 'insert'),
    })
    await fc.assert(
      fc.asyncProperty(mutation, async ({ at, bytes, kind }) => {
        const [head, tail] = [
          whole.subarray(0, at),
          whole.subarray(kind === 'insert' ? at : at + bytes.length),
        ]
        await sane(kind === 'cut' ? new Uint8Array(head) : Uint8Array.of(...head, ...bytes, ...tail))
      }),
      { numRuns: 100 },
    )
  })

  it('a workbook whose parts hold anything gives rows or a reason', async () => {
    const parts = workbook([''])
    const mark = fc.constantFrom(
      '<row r="1">',
      '<c r="A1">',
      '</c>',
      '<v>',
      '9',
      '</row>',
      '<row r="x">',
      '&',
      '<',
      '"',
      '<c t="s">',
      'r="',
      '<!--',
      ']]>',
      '<is><t>',
    )
    const xml = fc
      .array(fc.oneof(mark, fc.string({ maxLength: 5 })), { maxLength: 20 })
      .map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), xml, fc.boolean(), async (which, inner, isWhole) => {
        const changed = parts.map((part, i) => {
          if (i !== which) return part
          return {
            ...part,
            bytes: isWhole ? inner : String(part.bytes).replace(/(<\/\w+>)?$/, (end) => inner + end),
          }
        })
        await sane(await zip(changed))
      }),
      { numRuns: runs(25, 2000) },
    )
  })
})
