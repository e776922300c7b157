// One spelling for one value.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../../src/core/kernel/canonical.ts'

/** The same value with the members of every object in another order. */
function turned(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((member) => turned(member, by))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, member]) => [key, turned(member, by)] as const)
  const at = by % Math.max(1, entries.length)
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse())
}

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    const value = { b: 1, a: { d: undefined, c: [{ z: true, y: null }] } }
    expect(canonicalJson(value)).toBe('{"a":{"c":[{"y":null,"z":true}]},"b":1}')
  })

  it('keeps the order of lists, which means something', () => {
    expect(canonicalJson(['b', 'a'])).toBe('["b","a"]')
  })

  it('sorts by code unit, whatever the language of the machine', () => {
    expect(canonicalJson({ é: 1, z: 2, Z: 3, a_b: 4, a: 5 })).toBe('{"Z":3,"a":5,"a_b":4,"z":2,"é":1}')
  })

  it('is the same text whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat({ max: 10 }), (value, by) => {
        expect(canonicalJson(turned(value, by))).toBe(canonicalJson(value))
      }),
    )
  })

  it('says everything: read back, it is the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ])('of %j is written in 64 hexadecimal digits', async (text, hash) => {
    expect(await sha256(text)).toBe(hash)
  })
})
