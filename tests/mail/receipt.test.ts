// The receipt tells what was sent, what happens next, and how to ask about it.
import { describe, expect, test } from 'vitest'
import { iko } from '../../forms/iko/v1.ts'
import { registration } from '../../forms/registration/v1.ts'
import { LOCALES } from '../../src/core/kernel/text.ts'
import { type ReceiptFacts, receiptMail } from '../../src/mail/receipt.ts'
import { assertNeverSays, assertSays, shownHtml, shownText, wordsOf } from './says.ts'

const facts: ReceiptFacts = {
  form: iko,
  network: { id: 'Jaringan Contoh', en: 'Example Network' },
  round: { id: 'IKO Oktober 2026', en: 'IKO October 2026' },
  organisation: 'Yayasan Contoh Melati',
  reference: 'KX4-RT7-WN5',
  sentAt: Date.UTC(2026, 9, 24, 8, 4),
  correctedAt: null,
  timeZone: 'Asia/Makassar',
  link: 'https://simpul.example/s/abc.def',
  practice: false,
  held: false,
  setAside: false,
  hasInstrument: true,
}
const heldWords = {
  id: [
    'Untuk sementara, jawaban pertama yang dihitung.',
    'Jawaban Anda tetap tersimpan. Koordinator jaringan memutuskan jawaban mana yang dipakai.',
  ],
  en: [
    'For now, the first ones count.',
    'Your answers stay stored. The network’s coordinator decides which ones are used.',
  ],
}

describe('the receipt', () => {
  test('begins its subject with the organisation’s name and names the code', () => {
    expect(receiptMail(facts, 'id').subject).toBe('Yayasan Contoh Melati: jawaban diterima, kode KX4-RT7-WN5')
    expect(receiptMail(facts, 'en').subject).toBe('Yayasan Contoh Melati: answers received, code KX4-RT7-WN5')
  })

  test('gives the code for the eye and for the ear, and the way to the page', () => {
    const mail = receiptMail(facts, 'id')
    for (const phrase of [
      'Kode: KX4-RT7-WN5',
      'Ejaan kode: K X 4, R T 7, W N 5',
      'Dikirim: 24 Oktober 2026 pukul 16.04 WITA',
      'Formulir: Penilaian IKO',
      facts.link,
    ])
      assertSays(mail, phrase)
  })

  test.each(LOCALES)('names form, round and network in its own language (%s)', (locale) => {
    const mail = receiptMail(facts, locale)
    const other = locale === 'id' ? 'en' : 'id'
    for (const text of [facts.form.title, facts.round, facts.network]) {
      assertSays(mail, text[locale])
      assertNeverSays(mail, text[other])
    }
  })

  test('of the IKO says that the report follows within minutes', () => {
    assertSays(receiptMail(facts, 'id'), 'menyusul ke alamat surel ini dalam beberapa menit')
    assertSays(receiptMail(facts, 'en'), 'follows to this e-mail address within minutes')
  })

  test.each(LOCALES)('of a form without report says what that form says happens next (%s)', (locale) => {
    const mail = receiptMail({ ...facts, form: registration, hasInstrument: false }, locale)
    assertSays(mail, registration.afterwards[locale])
    assertNeverSays(mail, iko.afterwards[locale])
  })

  test.each(LOCALES)(
    'of a second answer says that it is kept and who decides, and promises no report (%s)',
    (locale) => {
      const mail = receiptMail({ ...facts, held: true }, locale)
      for (const phrase of heldWords[locale]) {
        assertSays(mail, phrase)
        assertNeverSays(receiptMail(facts, locale), phrase)
      }
      assertNeverSays(mail, 'menyusul')
      assertNeverSays(mail, 'within minutes')
    },
  )

  test.each(LOCALES)('says the same words in the same order in both bodies (%s)', (locale) => {
    for (const held of [true, false]) {
      const mail = receiptMail({ ...facts, held }, locale)
      expect(wordsOf(shownHtml(mail))).toEqual(wordsOf(shownText(mail)))
    }
  })

  test('never repeats a name that is none', () => {
    const mail = receiptMail({ ...facts, organisation: 'Hadiah di jahat.example\r\nBcc: orang' }, 'id')
    expect(mail.subject).toBe('Organisasi Anda: jawaban diterima, kode KX4-RT7-WN5')
    for (const part of ['jahat', 'Hadiah', 'Bcc']) assertNeverSays(mail, part)
  })
})
