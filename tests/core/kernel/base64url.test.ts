// Bytes in an address: what goes in comes out, and nothing else is read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '../../../src/core/kernel/base64url.ts'
import { anything } from '../anything.ts'

describe('base64url', () => {
  it('reads back the bytes it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
      }),
    )
  })

  it('needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(encodeURIComponent(toBase64url(bytes))).toBe(toBase64url(bytes))
      }),
    )
  })

  it.each([
    ['', []],
    ['Zg', [0x66]],
    ['Zm8', [0x66, 0x6f]],
    ['Zm9v', [0x66, 0x6f, 0x6f]],
    ['-_-_', [0xfb, 0xff, 0xbf]],
  ])('writes %j as RFC 4648 does', (text, bytes) => {
    expect(toBase64url(Uint8Array.from(bytes))).toBe(text)
    expect(fromBase64url(text)).toEqual(Uint8Array.from(bytes))
  })

  it.each([
    ['padding', 'Zg=='],
    ['a plus sign', 'Zm9+'],
    ['a slash', 'Zm9/'],
    ['a space', 'Zm 9'],
    ['a line end', 'Zm9v\n'],
    ['a letter with an accent', 'Zmé9'],
    ['a length no bytes have', 'Zm9vZ'],
  ])('is not read where there is %s', (_what, text) => {
    expect(fromBase64url(text)).toBeNull()
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(() => fromBase64url(text)).not.toThrow()
      }),
    )
  })
})
