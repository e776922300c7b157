// A picture is known by its bytes: what it is and how large, and that nothing else passes for one.
import { describe, expect, it } from 'vitest'
import { fitInto, readPicture } from '../../../src/core/kernel/picture.ts'

const text = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0))
const bytes = (...parts: readonly (readonly number[] | number)[]): Uint8Array => {
  const made = parts.flat()
  return Uint8Array.from([...made, ...Array.from({ length: 40 }, () => 0)])
}

const PNG = [0x89, ...text('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...text('IHDR')]
const png = bytes(PNG, 0, 0, 1, 0x40, 0, 0, 0, 0xf0)
// An application segment of 16 bytes, a fill byte, a table, then the frame: 240 high, 320 wide.
const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  [0xff, 0xff, 0xc4, 0, 3, 9],
  [0xff, 0xc2, 0, 17, 8, 0, 0xf0, 1, 0x40],
)
const riff = [...text('RIFF'), 60, 0, 0, 0, ...text('WEBP')]
const lossy = bytes(riff, text('VP8 '), [9, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 0x41, 0xf0, 0x40])
// 320 and 240, less one, in 14 bits each.
const lossless = bytes(riff, text('VP8L'), [9, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0x10])
const extended = bytes(riff, text('VP8X'), [10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0])

describe('a picture', () => {
  it.each([
    ['PNG', png, 'image/png'],
    ['JPEG', jpeg, 'image/jpeg'],
    ['WebP, lossy', lossy, 'image/webp'],
    ['WebP, lossless', lossless, 'image/webp'],
    ['WebP, extended', extended, 'image/webp'],
  ])('is told with its size: %s', (_what, file, mediaType) => {
    expect(readPicture(file)).toEqual({ mediaType, width: 320, height: 240 })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a drawing with script', bytes(text('<svg xmlns="http://www.w3.org/2000/svg"><script>'))],
    ['a page', bytes(text('<!doctype html><title>image/png</title>'))],
    ['a moving picture', bytes(text('GIF89a'))],
    ['a PNG without its first chunk', bytes([0x89, ...text('PNG\r\n\x1a\n')], text('<script>'))],
    ['a JPEG that never comes to its frame', bytes([0xff, 0xd8, 0xff, 0xd9])],
    ['a JPEG whose lengths lead nowhere', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ['a sound in RIFF', bytes(text('RIFF'), [9, 0, 0, 0], text('WAVEfmt '))],
    ['a WebP of no kind', bytes(riff, text('VP9 '))],
  ])('is not %s', (_what, file) => {
    expect(readPicture(file)).toBeNull()
  })

  it('cut off anywhere is none, or is the same', () => {
    for (const file of [png, jpeg, lossy, lossless, extended])
      for (let length = 0; length < file.length; length++) {
        const cut = readPicture(file.subarray(0, length))
        expect([null, 320]).toContain(cut === null ? null : cut.width)
      }
  })

  it('keeps its shape in a box, and is never made larger', () => {
    expect(fitInto({ width: 400, height: 100 }, { width: 200, height: 200 })).toEqual({
      width: 200,
      height: 50,
    })
    expect(fitInto({ width: 30, height: 20 }, { width: 200, height: 200 })).toEqual({ width: 30, height: 20 })
    expect(fitInto({ width: 2000, height: 1 }, { width: 20, height: 20 })).toEqual({ width: 20, height: 1 })
  })
})
