// QR codes, read back by another library, from the squares, from the SVG and from the PNG.
import fc from 'fast-check'
import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { crc32, pngOf } from '../../src/documents/png.ts'
import { pathOf, qrOf, type Squares, svgOf } from '../../src/documents/qr.ts'

const ADDRESS = 'https://simpul.example/f/iko-2026-2'

/** What a reader sees in black and white pixels, or null. */
function readPixels(isDark: (x: number, y: number) => boolean, side: number): string | null {
  const pixels = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const shade = isDark(at % side, Math.floor(at / side)) ? 0 : 255
    pixels.set([shade, shade, shade, 255], at * 4)
  }
  return jsQR(pixels, side, side)?.data ?? null
}

const readSquares = (squares: Squares, scale = 4): string | null =>
  readPixels(
    (x, y) => squares[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false,
    squares.length * scale,
  )

/** The parts of a PNG by their names, each with its checksum checked. */
function chunksOf(png: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(png.buffer)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const kind = new TextDecoder().decode(png.subarray(at + 4, at + 8))
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)))
    chunks.set(kind, png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return chunks
}

const inflated = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe('a QR code', () => {
  it('says the address, with a quiet zone of four squares on each side', () => {
    const squares = qrOf(ADDRESS)
    expect(readSquares(squares)).toBe(ADDRESS)
    const side = squares.length
    const isEdge = (at: number) => at < 4 || at >= side - 4
    for (const [y, row] of squares.entries()) {
      expect(row).toHaveLength(side)
      for (const [x, isDark] of row.entries()) if (isEdge(x) || isEdge(y)) expect(isDark).toBe(false)
    }
    expect(squares[4]?.[4]).toBe(true)
  })

  it('says whatever address there can be', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,60}$/), (slug) => {
        const address = `https://formulir.jaringan-contoh.or.id/f/${slug}?lang=en`
        expect(readSquares(qrOf(address))).toBe(address)
      }),
      { numRuns: 25 },
    )
  })

  it('is the same as SVG: every dark square lies in the path once, and no other', () => {
    const squares = qrOf(ADDRESS)
    const drawn = new Set<string>()
    for (const [, x, y, length] of pathOf(squares).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let i = 0; i < Number(length); i++) {
        expect(drawn.has(`${Number(x) + i} ${y}`)).toBe(false)
        drawn.add(`${Number(x) + i} ${y}`)
      }
    const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
    expect([...drawn].toSorted()).toEqual(dark.toSorted())
    expect(svgOf(squares)).toContain(`viewBox="0 0 ${squares.length} ${squares.length}"`)
  })
})

describe('a PNG', () => {
  it('is large enough to print, of one bit a pixel, and says the same address', async () => {
    const squares = qrOf(ADDRESS)
    const png = await pngOf(squares, 1000)
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
    const chunks = chunksOf(png)
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
    const header = chunks.get('IHDR') ?? new Uint8Array(13)
    const side = new DataView(header.buffer, header.byteOffset).getUint32(0)
    expect(new DataView(header.buffer, header.byteOffset).getUint32(4)).toBe(side)
    expect([...header.subarray(8)]).toEqual([1, 0, 0, 0, 0])
    expect(side).toBeGreaterThanOrEqual(1000)
    expect(side % squares.length).toBe(0)
    const lines = await inflated(chunks.get('IDAT') ?? new Uint8Array())
    const width = 1 + Math.ceil(side / 8)
    expect(lines).toHaveLength(width * side)
    const isDark = (x: number, y: number) =>
      ((lines[y * width + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0
    expect(readPixels(isDark, side)).toBe(ADDRESS)
  })

  it('has the checksums that others compute', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082)
    expect(crc32(new Uint8Array())).toBe(0)
  })
})
