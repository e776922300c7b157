// Indonesian telephone numbers, as people write them and as nobody should have to.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone, showPhone } from '../../../src/core/form/phone.ts'

describe('a telephone number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['0812.3456.7890', '+6281234567890'],
    ['0812 – 3456 – 7890', '+6281234567890'],
    ['0812‑3456‑7890', '+6281234567890'],
    ['0812/34567890', '+6281234567890'],
    ['+6281234567890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    ['006281234567890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['+62 0812 3456 7890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['(021) 123 4567', '+62211234567'],
    ['0341-123456', '+62341123456'],
    ['0622 123456', '+62622123456'],
    ['0812345678', '+62812345678'],
    ['0812 3456 78901', '+62812345678901'],
  ])('%s is %s', (typed, number) => {
    expect(readPhone(typed)).toBe(number)
  })

  it.each([
    ['words', 'tidak ada'],
    ['a number with words', '0812 3456 7890 (Siti)'],
    ['two numbers', '0812 3456 7890, 0813 3456 7890'],
    ['one digit too short', '0812 3456'],
    ['one digit too long', '0812 3456 7890 12'],
    ['zeros', '0000 0000 0000'],
    ['without area code', '123 4567'],
    ['an area code without its zero', '21 1234 5678'],
    ['a country without its number', '+62'],
    ['in digits of another script', '٠٨١٢٣٤٥٦٧٨٩٠'],
    ['a plus inside', '0812+34567890'],
    ['two pluses', '++6281234567890'],
    ['empty', ''],
    ['signs only', '+ () -'],
    ['an e-mail address', 'siti@contoh.example'],
  ])('is refused where it is %s', (_what, typed) => {
    expect(readPhone(typed)).toBeNull()
  })

  it.each([
    ['the United States', '+1 202 555 0100'],
    ['Malaysia', '+60 12 345 6789'],
    ['Singapore', '+65 6123 4567'],
    ['Japan', '+81 90 1234 5678'],
    ['Japan, dialled with 00', '0081 90 1234 5678'],
    ['South Korea', '+82 10 1234 5678'],
    ['Viet Nam', '+84 91 234 56 78'],
    ['China', '+86 131 2345 6789'],
    ['Hong Kong', '+852 5123 4567'],
    ['Taiwan', '+886 912 345 678'],
  ])('of %s is refused, and never taken for an Indonesian one', (_where, typed) => {
    expect(readPhone(typed)).toBeNull()
  })

  it('reads back as itself', () => {
    const subscriber = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 11 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), subscriber, (first, rest) => {
        expect(readPhone(`+62${first}${rest}`)).toBe(`+62${first}${rest}`)
      }),
    )
  })
})

describe('a stored number is shown', () => {
  it.each([
    ['+6281234567890', '0812 3456 7890'],
    ['+62812345678', '0812 3456 78'],
    ['+62812345678901', '0812 3456 78901'],
    ['+62211234567', '021 1234567'],
    ['+62341123456', '0341 123456'],
    ['+62622123456', '0622 123456'],
  ])('%s as people write it: %s', (stored, shown) => {
    expect(showPhone(stored)).toBe(shown)
  })

  it('so that it is read as the same number, and never changes again', () => {
    const national = fc.stringMatching(/^[1-9][0-9]{7,11}$/)
    fc.assert(
      fc.property(national, (digits) => {
        const shown = showPhone(`+62${digits}`)
        expect(shown).toMatch(/^0[\d ]+$/)
        expect(readPhone(shown)).toBe(`+62${digits}`)
        expect(showPhone(shown)).toBe(shown)
      }),
    )
  })

  it.each(['', '0812 3456', '+1 202 555 0100', '+62', 'nomor saya'])(
    'as it is where it is no stored number: %s',
    (typed) => {
      expect(showPhone(typed)).toBe(typed)
    },
  )
})
