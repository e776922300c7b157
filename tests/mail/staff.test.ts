// Mails to staff: a link to sign in and nothing else, and an invitation that names who invites whom to what.
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/core/kernel/text.ts'
import { invitedMail } from '../../src/mail/invitation.ts'
import { signInMail } from '../../src/mail/sign-in.ts'
import { assertNeverSays, assertSays, shownHtml, shownText, wordsOf } from './says.ts'

const signIn = {
  link: 'https://simpul.example/c/sign-in/abc.def',
  expiresAt: Date.UTC(2026, 10, 23, 3, 15),
  timeZone: 'Asia/Jayapura',
}
const invited = {
  link: 'https://simpul.example/c/sign-in',
  network: { id: 'Jaringan Contoh', en: 'Example Network' },
  by: 'Ratna Contoh',
}

describe('the mail that signs in', () => {
  test('says how long the link works, by the clocks of the network, and how often', () => {
    assertSays(
      signInMail(signIn, 'id'),
      'hanya dapat dipakai satu kali, dan berlaku sampai 23 November 2026 pukul 12.15 WIT.',
    )
    assertSays(signInMail(signIn, 'en'), 'only once, and works until 23 November 2026 at 12:15 WIT.')
  })

  test.each(LOCALES)('has one link, in both bodies (%s)', (locale) => {
    const { text, html } = signInMail(signIn, locale)
    expect(text.match(/https?:\/\/\S+/g)).toEqual([signIn.link])
    expect(html.match(/href="([^"]+)"/g)).toEqual([`href="${signIn.link}"`])
  })
})

describe('the invitation', () => {
  test('says who invites to what, and where to sign in', () => {
    assertSays(
      invitedMail(invited, 'id'),
      'Ratna Contoh mengundang Anda untuk ikut mengurus Jaringan Contoh di Simpul.',
    )
    assertSays(
      invitedMail(invited, 'en'),
      'Ratna Contoh invites you to look after Example Network on Simpul.',
    )
    assertSays(invitedMail(invited, 'en'), invited.link)
  })

  test.each(['www.jahat.example', 'Hubungi 0812 3456 7890', null])(
    'never says a name that is none: %s',
    (by) => {
      const mail = invitedMail({ ...invited, by }, 'id')
      assertSays(mail, 'Seorang pengelola mengundang Anda')
      if (by) assertNeverSays(mail, by)
    },
  )
})

test.each(LOCALES)('both bodies of both mails say the same (%s)', (locale) => {
  for (const mail of [signInMail(signIn, locale), invitedMail(invited, locale)])
    expect(wordsOf(shownHtml(mail))).toEqual(wordsOf(shownText(mail)))
})
