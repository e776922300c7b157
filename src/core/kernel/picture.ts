// Pictures that somebody uploads: what they are is told by their bytes, never by a name or by what a browser says.
import type { Text } from './text.ts'

/** A network's picture as pages show it; the hash is part of its address. */
export interface Logo {
  readonly hash: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** What it tells to whoever does not see it (WCAG 2.2 SC 1.1.1). */
  readonly alt: Text
}

/** The kinds of pictures taken. */
export type MediaType = 'image/png' | 'image/jpeg' | 'image/webp'

/** What a picture is, with its size in pixels. */
export interface Picture {
  readonly mediaType: MediaType
  readonly width: number
  readonly height: number
}

const beginsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, i) => bytes[at + i] === byte)

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const big = (bytes: Uint8Array, at: number, length: 2 | 4): number =>
  bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)

const little = (bytes: Uint8Array, at: number, length: 2 | 3): number =>
  bytes.subarray(at, at + length).reduceRight((sum, byte) => sum * 256 + byte, 0)

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Signature, then the chunk IHDR with the size (PNG, third edition, §5.2 and §11.2.1). */
const readPng = (bytes: Uint8Array): Picture | null =>
  beginsWith(bytes, PNG) && beginsWith(bytes, ascii('IHDR'), 12) && bytes.length > 24
    ? { mediaType: 'image/png', width: big(bytes, 16, 4), height: big(bytes, 20, 4) }
    : null

// Start of frame: 0xC0 to 0xCF, but for the tables C4 and CC and the reserved C8 (ITU-T T.81, table B.1).
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Segments, each with its length, until the one of the frame, which has the size (ITU-T T.81 §B.2.2). */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!beginsWith(bytes, [0xff, 0xd8, 0xff])) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', width: big(bytes, at + 7, 2), height: big(bytes, at + 5, 2) }
    // A fill byte stands before a marker and has no length.
    at += marker === 0xff ? 1 : 2 + Math.max(2, big(bytes, at + 2, 2))
  }
  return null
}

/** A RIFF file whose first chunk tells the size, in one of three ways (RFC 9649 §2.5 to §2.7). */
function readWebp(bytes: Uint8Array): Picture | null {
  if (!beginsWith(bytes, ascii('RIFF')) || !beginsWith(bytes, ascii('WEBP'), 8) || bytes.length < 30)
    return null
  const size = (width: number, height: number): Picture => ({ mediaType: 'image/webp', width, height })
  if (beginsWith(bytes, ascii('VP8X'), 12)) return size(little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
  if (beginsWith(bytes, ascii('VP8 '), 12) && beginsWith(bytes, [0x9d, 0x01, 0x2a], 23))
    return size(little(bytes, 26, 2) & 0x3fff, little(bytes, 28, 2) & 0x3fff)
  if (!beginsWith(bytes, ascii('VP8L'), 12) || bytes[20] !== 0x2f) return null
  const low = little(bytes, 21, 2)
  const high = little(bytes, 23, 2)
  return size((low & 0x3fff) + 1, ((low >> 14) | ((high & 0x0fff) << 2)) + 1)
}

/** What a file is as a picture, or null where its bytes are none of those taken. */
export const readPicture = (bytes: Uint8Array): Picture | null =>
  readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)

/** The largest size with the same shape that fits a box, in CSS pixels; never larger than the picture itself. */
export function fitInto(
  { width, height }: Pick<Picture, 'width' | 'height'>,
  box: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, box.width / width, box.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
