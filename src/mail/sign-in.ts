// The mail that signs somebody in: one link, how long it works, and not a word of anything else.
import { showMoment } from '../core/kernel/moment.ts'
import type { Locale } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import { layOut, type Mail } from './mail.ts'

/** What the mail is made from; `expiresAt` in ms UTC, to be shown in an IANA time zone. */
export interface SignInFacts {
  readonly link: string
  readonly expiresAt: number
  readonly timeZone: string
}

/** Lays out the mail. */
export function signInMail({ link, expiresAt, timeZone }: SignInFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.mail.signIn
  return layOut(
    words.subject,
    [
      { kind: 'heading', rank: 1, text: words.subject },
      { kind: 'paragraph', text: words.how },
      { kind: 'link', label: words.open, href: link },
      { kind: 'paragraph', text: words.until(showMoment(expiresAt, timeZone, locale)) },
      { kind: 'paragraph', look: 'small', text: words.notYou },
    ],
    locale,
  )
}
