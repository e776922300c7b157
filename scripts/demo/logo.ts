// The picture of the demo network, drawn point by point: three dots that are held by lines.
import { toBase64url } from '../../src/core/kernel/base64url.ts'

const WIDTH = 96
const HEIGHT = 64
// White, blue and a pale blue; a point is one of them by its number.
const COLOURS = [255, 255, 255, 11, 79, 138, 140, 196, 255]
const [WHITE, BLUE, PALE] = [0, 1, 2]
const DOTS = [
  [18, 48],
  [48, 14],
  [78, 48],
] as const

/** How far a point is from a line between two others. */
function fromLine(x: number, y: number, a: readonly [number, number], b: readonly [number, number]): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const along = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy)
}

function colourAt(x: number, y: number): number {
  if (DOTS.some(([dx, dy]) => Math.hypot(x - dx, y - dy) <= 11)) return BLUE
  const [left, top, right] = DOTS
  const distance = Math.min(
    fromLine(x, y, left, top),
    fromLine(x, y, top, right),
    fromLine(x, y, left, right),
  )
  return distance <= 3 ? PALE : WHITE
}

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const big = (number: number): readonly number[] => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255)

/** A chunk with its length before and its checksum behind it (PNG, third edition, §5.3). */
function chunk(type: string, data: readonly number[]): readonly number[] {
  const body = [...ascii(type), ...data]
  return [...big(data.length), ...body, ...big(checksum(Uint8Array.from(body)))]
}

/** Bytes as zlib takes them without making them smaller (RFC 1950, RFC 1951 §3.2.4). */
function stored(bytes: readonly number[]): readonly number[] {
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  const [low, high] = [bytes.length & 255, bytes.length >>> 8]
  return [0x78, 0x01, 1, low, high, ~low & 255, ~high & 255, ...bytes, ...big(((b << 16) | a) >>> 0)]
}

/** The picture as a PNG of 96 × 64 points, in hexadecimal digits, with the hash that stands in its address. */
export async function demoLogo() {
  const lines = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (__, x) => colourAt(x, y)),
  ])
  const bytes = Uint8Array.from([
    ...[0x89, ...ascii('PNG\r\n\x1a\n')],
    // Eight bits a point, each the number of a colour.
    ...chunk('IHDR', [...big(WIDTH), ...big(HEIGHT), 8, 3, 0, 0, 0]),
    ...chunk('PLTE', COLOURS),
    ...chunk('IDAT', stored(lines.flat())),
    ...chunk('IEND', []),
  ])
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  return { hex, hash, width: WIDTH, height: HEIGHT }
}
