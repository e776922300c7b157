// The mail to somebody who was invited into a network: by whom, into which, and where to sign in.
import type { Locale, Text } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import { layOut, type Mail } from './mail.ts'
import { nameForMail } from './name.ts'

/** What the mail is made from; `by` is the inviter's name as it is known, or null. */
export interface InvitationFacts {
  readonly link: string
  readonly network: Text
  readonly by: string | null
}

/** Lays out the mail. */
export function invitedMail({ link, network, by }: InvitationFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.mail.invited
  const name = network[locale]
  return layOut(
    words.subject(name),
    [
      { kind: 'heading', rank: 1, text: words.subject(name) },
      { kind: 'paragraph', text: words.by((by && nameForMail(by)) ?? words.somebody, name) },
      { kind: 'paragraph', text: words.how },
      { kind: 'link', label: words.open, href: link },
      { kind: 'paragraph', look: 'small', text: words.notYou },
    ],
    locale,
  )
}
