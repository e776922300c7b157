// Ids: UUIDs that sort by the time they were made, and nothing else is taken for one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeAt, newId, readId } from '../../../src/core/kernel/id.ts'
import { clockAt, foreseen } from '../outside.ts'

const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const anyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const made = (time: number, bytes: Uint8Array) => newId(clockAt(time), foreseen(...bytes))

describe('a new id', () => {
  it('is a UUID of version 7 with the time in front, as in RFC 9562', () => {
    // The example of RFC 9562, appendix A.6.
    const random = foreseen(0, 0, 0, 0, 0, 0, 0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
    expect(newId(clockAt(0x017f22e279b0), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('has version and variant in their places, whatever the bytes', () => {
    fc.assert(
      fc.property(anyTime, anyBytes, (time, bytes) => {
        expect(made(time, bytes)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
      }),
    )
  })

  it('tells when it was made, to the millisecond', () => {
    fc.assert(
      fc.property(anyTime, anyBytes, (time, bytes) => {
        expect(madeAt(made(time, bytes))).toBe(time)
      }),
    )
  })

  it('made later stands later in the alphabet', () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyBytes, anyBytes, (one, two, bytes, others) => {
        fc.pre(one < two)
        expect(made(one, bytes) < made(two, others)).toBe(true)
      }),
    )
  })

  it('made in the same millisecond differs by 74 random bits', () => {
    const zeros = made(0, new Uint8Array(16))
    const ones = made(0, new Uint8Array(16).fill(0xff))
    expect(zeros).toBe('00000000-0000-7000-8000-000000000000')
    expect(ones).toBe('00000000-0000-7fff-bfff-ffffffffffff')
  })
})

describe('the moment inside an id', () => {
  it.each([1, 3, 4, 5, 6, 8])('is not told by version %i', (version) => {
    expect(madeAt(`017f22e2-79b0-${version}cc3-98c4-dc0c0c07398f`)).toBeNull()
  })
})

describe('an id from outside', () => {
  it('is read as it is, whatever its version', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readId(id)).toBe(id)
      }),
    )
  })

  it('is read in lower case and without the space around it', () => {
    expect(readId(' 017F22E2-79B0-7CC3-98C4-DC0C0C07398F\n')).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it.each([
    ['nothing at all', undefined],
    ['an empty text', ''],
    ['the UUID of zeros', '00000000-0000-0000-0000-000000000000'],
    ['the UUID of ones', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['a UUID without hyphens', '017f22e279b07cc398c4dc0c0c07398f'],
    ['a UUID in braces', '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}'],
    ['a UUID as a URN', 'urn:uuid:017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
    ['a version that does not exist', '017f22e2-79b0-9cc3-98c4-dc0c0c07398f'],
    ['another variant', '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f'],
    ['one digit too few', '017f22e2-79b0-7cc3-98c4-dc0c0c07398'],
    ['one digit too many', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f0'],
    ['a letter that is no digit', '017f22e2-79b0-7cc3-98c4-dc0c0c07398g'],
    ['two lines', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
    ['a quotation mark after it', "017f22e2-79b0-7cc3-98c4-dc0c0c07398f'"],
  ])('is refused where it is %s', (_what, text) => {
    expect(readId(text)).toBeNull()
  })
})
