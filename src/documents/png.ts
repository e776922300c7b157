// Black and white squares as a PNG (ISO/IEC 15948) of one bit a pixel, which every programme opens.

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const number = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The checksum of a chunk: CRC-32 (ISO/IEC 15948, annex D). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const named = joined([textBytes(kind), data])
  return joined([number(data.length), named, number(crc32(named))])
}

/** zlib's format (RFC 1950), which the platform calls deflate. */
async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** One line of pixels: no filter, then eight pixels a byte, the first in the highest bit; white is one. */
function lineOf(row: readonly boolean[], scale: number): Uint8Array {
  const line = new Uint8Array(1 + Math.ceil((row.length * scale) / 8))
  for (let x = 0; x < row.length * scale; x++) {
    if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

/** Squares (dark ones true, as many rows as columns) as a PNG of at least so many pixels a side. */
export async function pngOf(
  squares: readonly (readonly boolean[])[],
  least: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.ceil(least / squares.length)
  const side = squares.length * scale
  const lines = squares.flatMap((row) => Array.from({ length: scale }, () => lineOf(row, scale)))
  // One bit a pixel, in shades of grey; the other three are the only values there are.
  const header = joined([number(side), number(side), Uint8Array.of(1, 0, 0, 0, 0)])
  return joined([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await compressed(joined(lines))),
    chunk('IEND', new Uint8Array()),
  ])
}
