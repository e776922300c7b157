// Mails to those who look after a network. Numbers and links only: never a name, an address or an answer.
import type { Locale, Text } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { layOut, type Mail } from './mail.ts'

const KINDS = ['registrations', 'held', 'bounced'] as const

/** How many of each wait, and where each is looked after, built by us. */
export interface DigestFacts {
  readonly network: Text
  readonly duties: Readonly<Record<(typeof KINDS)[number], number>>
  readonly links: Readonly<Record<(typeof KINDS)[number], string>>
}

/** Lays out what waits for somebody in the morning. */
export function digestMail({ network, duties, links }: DigestFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.messages.mail.digest
  const name = network[locale]
  const waiting = KINDS.filter((kind) => duties[kind] > 0)
  return layOut(
    words.subject(name),
    [
      { kind: 'heading', rank: 1, text: words.subject(name) },
      ...(waiting.length === 0 ? [{ kind: 'paragraph', text: words.none } as const] : []),
      ...waiting.map(
        (kind): Block => ({
          kind: 'link',
          label: words[kind](String(duties[kind])),
          href: links[kind],
        }),
      ),
      { kind: 'paragraph', look: 'small', text: words.why(name) },
    ],
    locale,
  )
}

/** How many answers are owed for too long or have failed, and the address of the ledger, built by us. */
export interface AlertFacts {
  readonly network: Text
  readonly owed: number
  readonly failed: number
  readonly link: string
}

/** Lays out that something is wrong. */
export function alertMail({ network, owed, failed, link }: AlertFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.messages.mail.alert
  const name = network[locale]
  const told = [
    ...(owed > 0 ? [words.owed(String(owed))] : []),
    ...(failed > 0 ? [words.failed(String(failed))] : []),
    ...(owed + failed === 0 ? [words.over] : []),
  ]
  return layOut(
    words.subject(name),
    [
      { kind: 'heading', rank: 1, text: words.subject(name) },
      ...told.map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'link', label: words.open, href: link },
      { kind: 'paragraph', look: 'small', text: words.why(name) },
    ],
    locale,
  )
}
