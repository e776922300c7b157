// Whose requests are counted together.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addressClass } from '../../../src/core/kernel/client-address.ts'
import { runs } from '../../support/runs.ts'

describe('an address is counted', () => {
  it.each([
    ['an IPv4 address by itself', '203.0.113.7', '203.0.113.7'],
    ['an IPv6 address with its whole /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['however it is shortened', '2001:db8::1', '2001:db8:0:0::/64'],
    ['however it is written', ' 2001:0DB8:0001:0002::9 ', '2001:db8:1:2::/64'],
    ['with zeros at its beginning', '::2', '0:0:0:0::/64'],
    ['with zeros at its end', '2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['as IPv4 where it stands for one', '::ffff:203.0.113.7', '203.0.113.7'],
    ['as IPv4 where it stands for one in groups', '::FFFF:cb00:7107', '203.0.113.7'],
  ])('%s', (_, address, counted) => expect(addressClass(address)).toBe(counted))

  it('not where there is none, or none that can be read', () => {
    for (const text of [
      '',
      ' ',
      'unknown',
      '203.0.113',
      '203.0.113.256',
      '203.0.113.7.',
      '203.0.113.7, 10.0.0.1',
    ])
      expect([text, addressClass(text)]).toEqual([text, null])
    for (const text of [
      '2001:db8',
      ':::',
      '1::2::3',
      '[::2]',
      'fe80::1%eth0',
      '2001:db8::1/64',
      '::ffff:1.2.3',
    ])
      expect([text, addressClass(text)]).toEqual([text, null])
    expect(addressClass(undefined)).toBeNull()
  })

  it('not where it is the machine’s own, as in a local copy', () => {
    for (const text of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
      expect(addressClass(text)).toBeNull()
  })
})

test('two addresses are counted together if and only if their first 64 bits are the same', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const half = fc.array(group, { minLength: 4, maxLength: 4 })
  const written = (groups: readonly number[]) =>
    groups.map((one) => one.toString(16).padStart(4, '0')).join(':')
  const upper = half.filter((groups) => groups.some((one) => one !== 0))
  fc.assert(
    fc.property(upper, upper, half, half, (line, other, a, b) => {
      const counted = addressClass(written([...line, ...a]))
      expect(counted).not.toBeNull()
      expect(addressClass(written([...line, ...b]))).toBe(counted)
      expect(addressClass(written([...other, ...b])) === counted).toBe(line.join() === other.join())
    }),
  )
})

test('whatever stands in the header, nothing is thrown', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void addressClass(text)))
  const likely = fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.[]%/ @?#') })
  fc.assert(
    fc.property(likely, (text) => void addressClass(text)),
    { numRuns: runs(200, 20_000) },
  )
})
