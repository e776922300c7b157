// The ring of keys: read whole or not at all, and a MAC that covers every part it is given.
import { describe, expect, it } from 'vitest'
import { mac, readSecrets, sameMac } from '../../../src/core/kernel/secrets.ts'
import { keys } from '../outside.ts'

const key = '5'.repeat(64)

describe('the ring of secrets', () => {
  it('signs with the first key and finds every key by its name', () => {
    const ring = readSecrets(`b:${key},a:${'6'.repeat(64)}`)
    expect(ring.current).toEqual({ name: 'b', bytes: new Uint8Array(32).fill(0x55) })
    expect(ring.find('b')).toBe(ring.current)
    expect(ring.find('a')?.bytes).toEqual(new Uint8Array(32).fill(0x66))
  })

  it('finds nothing under a name it does not hold', () => {
    const ring = readSecrets(`b:${key}`)
    for (const name of ['a', '', 'bb', 'B', '__proto__', 'constructor'])
      expect(ring.find(name)).toBeUndefined()
  })

  it('may be written on several lines', () => {
    expect(readSecrets(` b:${key},\n a:${key}\n`).find('a')).toBeDefined()
  })

  it('takes keys of more than 32 bytes', () => {
    expect(readSecrets(`a:${key}0f`).current.bytes).toHaveLength(33)
  })

  it.each([
    ['nothing', undefined],
    ['an empty setting', ''],
    ['a key without a name', `:${key}`],
    ['a name without a key', 'a:'],
    ['a name of two letters', `ab:${key}`],
    ['a name that needs escaping in an address', `é:${key}`],
    ['a key of 31 bytes', `a:${key.slice(2)}`],
    ['half a byte at the end', `a:${key}5`],
    ['a key that is not hexadecimal', `a:${key.slice(1)}g`],
    ['one short key among good ones', `b:${key},a:55`],
    ['an empty entry', `b:${key},`],
  ])('is refused where it is %s', (_what, setting) => {
    expect(() => readSecrets(setting)).toThrow(/LINK_SECRETS must read/)
  })

  it('is refused where a name stands twice', () => {
    expect(() => readSecrets(`a:${key},b:${key},a:${'6'.repeat(64)}`)).toThrow(/twice/)
  })

  it('never quotes a key when it is refused', () => {
    for (const setting of [`a:${key}5`, `a:${key},a:${key}`])
      expect(() => readSecrets(setting)).toThrow(expect.not.stringContaining('555'))
  })
})

describe('a MAC', () => {
  const { current } = readSecrets(keys('a'))
  const text = async (parts: readonly (string | number)[], secret = current) =>
    (await mac(secret, parts)).join()

  it('has 128 bits and is the same for the same parts', async () => {
    expect(await mac(current, ['receipt', 1])).toHaveLength(16)
    expect(await text(['receipt', 1])).toBe(await text(['receipt', 1]))
  })

  it('tells how the parts are divided, and a number from its digits', async () => {
    const macs = [['ab', 'c'], ['a', 'bc'], ['abc'], ['a', 'b', 'c'], ['a,b', 'c'], ['a', 1], ['a', '1']]
    const made = await Promise.all(macs.map((parts) => text(parts)))
    expect(new Set(made).size).toBe(macs.length)
  })

  it('differs from key to key', async () => {
    expect(await text(['a'], readSecrets(keys('b')).current)).not.toBe(await text(['a']))
  })

  it('is compared whole: every byte and the length count', async () => {
    const one = await mac(current, ['a'])
    expect(sameMac(one, one.slice())).toBe(true)
    for (let i = 0; i < 16; i++) {
      const other = one.slice()
      other[i] = (other[i] ?? 0) ^ 1
      expect(sameMac(one, other)).toBe(false)
    }
    expect(sameMac(one, one.slice(0, 15))).toBe(false)
    expect(sameMac(one.slice(0, 15), one)).toBe(false)
    expect(sameMac(new Uint8Array(), one)).toBe(false)
    expect(sameMac(one, new Uint8Array())).toBe(false)
  })
})
