// Only what is shaped like the name of an organisation may stand in a mail to an unknown address.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameForMail } from '../../src/mail/name.ts'

describe('a name', () => {
  test.each([
    'Yayasan Contoh Melati',
    'PKK RW 05 Sukamaju',
    'Forum Warga Desa (FWD) & Mitra',
    'Perkumpulan Bina Ibu, Anak dan Remaja',
    "Sanggar Ma'arif",
    'Sanggar Ma’arif',
    'Komunitas 45/Melati-Putih',
    'P.K.K. Desa Sukamaju',
    'CV. Contoh',
    'Fundación Ñandú',
  ])('%s may stand in a mail', (name) => {
    expect(nameForMail(name)).toBe(name)
  })

  test('loses the blanks around it', () => {
    expect(nameForMail(' Yayasan Contoh ')).toBe('Yayasan Contoh')
  })
})

describe('what is no name', () => {
  test.each([
    ['an address of a page', 'https://contoh.example/x'],
    ['a page without scheme', 'Yayasan contoh.example'],
    ['a short link', 'klik bit.ly/x'],
    ['a page of two letters', 'a.id'],
    ['a page by its habit', 'www contoh'],
    ['an address of two slashes', 'Yayasan //contoh'],
    ['a mail address', 'nama@contoh'],
    ['an address of numbers', '10.20.30.40 Yayasan'],
    ['a short address of numbers', 'Yayasan 1.1.1.1'],
    ['a telephone number', 'Telepon 081234567890'],
    ['a telephone number with blanks', 'Telepon 0812 3456 7890'],
    ['a telephone number with marks', 'Telepon (0812)-345.678'],
    ['markup', '<b>Yayasan</b>'],
    ['an entity', 'Yayasan &amp; Mitra'],
    ['a second header', 'Yayasan\r\nBcc: orang'],
    ['a line break', 'Yayasan\nContoh'],
    ['a tab', 'Yayasan\tContoh'],
    ['a control character', 'Yayasan\u0007'],
    ['a bidi override', 'Yayasan \u202egnol'],
    ['an invisible character', 'Yaya\u200bsan'],
    ['a letter that only looks Latin', 'Yayas\u0430n'],
    ['a dot that only looks like one', 'contoh\uff0eexample'],
    ['a sentence mark', 'Menangkan hadiah!'],
    ['nothing', ''],
    ['blanks', '   '],
    ['a number', '12345'],
    ['one letter', 'x'],
    ['more than 80 characters', 'Yayasan '.repeat(11)],
  ])('%s stays out: %j', (_, typed) => {
    expect(nameForMail(typed)).toBeNull()
  })

  test('whatever is typed, a name that passes holds nothing a mail program makes a link of', () => {
    const unit = fc.constantFrom(...'abZé 019.,/-:@<>&\n\r\u202e'.split(''), 'www', '://', '.com')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 90 }), (typed) => {
        expect(nameForMail(typed) ?? '').not.toMatch(/[@:<>\r\n\u202e]|www|\.com|\d{6}|\/\//)
      }),
      { numRuns: 2000 },
    )
  })
})
