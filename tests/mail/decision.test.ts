// Mails that tell what was decided of a registration: what is open now or why not, and nothing anybody could follow.
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/kernel/text.ts'
import { confirmedMail, declinedMail } from '../../src/mail/decision.ts'
import { assertNeverSays, assertSays, shownHtml, shownText, wordsOf } from './says.ts'

const facts = {
  organisation: 'Yayasan Bina Karya Contoh',
  network: { id: 'Jaringan Contoh', en: 'Example Network' },
  form: { id: 'Pendaftaran organisasi', en: 'Register an organisation' },
}
const link = 'https://simpul.example/f/iko-2026-2'
const confirmed = { ...facts, open: [{ title: { id: 'IKO 2026', en: 'OPI 2026' }, link }] }
const declined = { ...facts, reason: 'Sudah terdaftar.\n\nLihat <daftar> & "tanyakan".' }

describe('a confirmation', () => {
  test('names the organisation, the network and each round that is open, with its link', () => {
    assertSays(
      confirmedMail(confirmed, 'id'),
      'Yayasan Bina Karya Contoh sekarang menjadi bagian dari Jaringan Contoh.',
    )
    assertSays(confirmedMail(confirmed, 'en'), 'Yayasan Bina Karya Contoh is now part of Example Network.')
    expect(confirmedMail(confirmed, 'en').text).toContain(`OPI 2026:\n${link}`)
    expect(confirmedMail(confirmed, 'id').html).toContain(`href="${link}"`)
  })

  test('says so where nothing is open', () => {
    const mail = confirmedMail({ ...facts, open: [] }, 'id')
    assertSays(mail, 'Saat ini tidak ada formulir yang perlu diisi.')
    assertNeverSays(mail, 'https://')
  })
})

describe('a refusal', () => {
  test('gives the reason as it was written, and no way to follow', () => {
    const mail = declinedMail(declined, 'id')
    assertSays(mail, 'Sudah terdaftar.')
    assertSays(mail, 'Lihat <daftar> & "tanyakan".')
    expect(mail.html).not.toContain('<daftar>')
    assertNeverSays(mail, 'https://')
  })
})

describe('both', () => {
  const both = (organisation: string) => [
    confirmedMail({ ...confirmed, organisation }, 'id'),
    declinedMail({ ...declined, organisation }, 'id'),
  ]

  test.each(['Menang di jahat.example', 'Telepon 0812 3456 7890'])(
    'never say a name that is none: %s',
    (name) => {
      for (const mail of both(name)) {
        assertNeverSays(mail, name)
        assertSays(mail, 'Organisasi Anda')
      }
    },
  )

  test.each(LOCALES)('say the same in text and HTML (%s)', (locale) => {
    for (const mail of [confirmedMail(confirmed, locale), declinedMail(declined, locale)])
      expect(wordsOf(shownHtml(mail))).toEqual(wordsOf(shownText(mail)))
  })
})
