// Makes ZIP archives by hand, right ones and hostile ones, and workbooks (XLSX) inside them.
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** What the directory says of its size, where that is not so. */
  readonly claimed?: number
  readonly flags?: number
  readonly method?: number
}

const deflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Numbers as so many bytes each, the lowest first. */
const numbers = (...all: readonly (readonly [value: number, bytes: number])[]): number[] =>
  all.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255))

/** Parts one after the other. */
function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** An archive of entries (APPNOTE.TXT 4.3); without checksums, which readers then do not ask for. */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, bytes, claimed, flags = 0, method = 8 } of entries) {
    const plain = new Uint8Array(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    const packed = method === 8 ? await deflated(plain) : plain
    const path = new TextEncoder().encode(name)
    const head = numbers(
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 8],
      [packed.length, 4],
      [claimed ?? plain.length, 4],
      [path.length, 2],
      [0, 2],
    )
    directory.push(joined([numbers([0x02014b50, 4], [20, 2]), head, numbers([0, 10], [at, 4]), path]))
    const local = joined([numbers([0x04034b50, 4]), head, path, packed])
    locals.push(local)
    at += local.length
  }
  const listed = joined(directory)
  const { length } = entries
  const end = numbers([0x06054b50, 4], [0, 4], [length, 2], [length, 2], [listed.length, 4], [at, 4], [0, 2])
  return joined([...locals, listed, end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NS = 'http://schemas.openxmlformats.org'
const REL = `${NS}/officeDocument/2006/relationships`

/** The entries of a workbook as Excel writes it, from the inside of each sheet's `sheetData`; style 1 is a date. */
export function workbook(sheets: readonly string[], strings: readonly string[] = []): readonly ZipEntry[] {
  const rels = (all: readonly (readonly [type: string, target: string])[]) =>
    `${XML}<Relationships xmlns="${NS}/package/2006/relationships">${all
      .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const main = `xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${REL}"`
  return [
    { name: '[Content_Types].xml', bytes: `${XML}<Types xmlns="${NS}/package/2006/content-types"/>` },
    { name: '_rels/.rels', bytes: rels([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      bytes: `${XML}<workbook ${main}><sheets>${sheets
        .map((_, i) => `<sheet name="Lembar${i + 1}" sheetId="${i + 1}" r:id="rId${i + 3}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: rels([
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ]),
    },
    {
      name: 'xl/styles.xml',
      bytes: `${XML}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `${XML}<sst ${main}>${strings.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map((data, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      bytes: `${XML}<worksheet ${main}><sheetData>${data}</sheetData></worksheet>`,
    })),
  ]
}

/** A cell with a text in it. */
export const cell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
