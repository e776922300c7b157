// Masked addresses: their owner knows them, nobody else learns them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskEmail, withoutAddresses } from '../../../src/core/kernel/mask.ts'

describe('a masked address', () => {
  it.each([
    ['bu.siti@contoh.id', 'b…i@contoh.id'],
    ['abc@contoh.id', 'a…c@contoh.id'],
    ['ab@contoh.id', '…@contoh.id'],
    ['a@contoh.id', '…@contoh.id'],
    ['"siti@rumah"@contoh.id', '"…"@contoh.id'],
  ])('of %s is %s', (address, masked) => {
    expect(maskEmail(address)).toBe(masked)
  })

  it('shows its whole domain, so that a mistyped one is seen', () => {
    expect(maskEmail('siti@gmial.example')).toMatch(/@gmial\.example$/)
  })

  it('shows at most two characters before the @ and not how many there are', () => {
    const local = fc.string({ unit: fc.constantFrom(...'abcxyz019.'), minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(local, (name) => {
        expect(maskEmail(`${name}@contoh.id`)).toBe(`${name[0]}…${name.at(-1)}@contoh.id`)
      }),
    )
  })
})

describe('a text without addresses', () => {
  it.each([
    ['550 5.1.1 <siti@contoh.example>: unknown', '550 5.1.1 <(address)>: unknown'],
    ['mailbox siti.contoh+iko@contoh.example is full', 'mailbox (address) is full'],
    ["'siti@contoh.example' and budi@contoh.example", "'(address)' and (address)"],
    ['connection closed', 'connection closed'],
    ['', ''],
  ])('%j is %j', (text, kept) => {
    expect(withoutAddresses(text)).toBe(kept)
  })
})
