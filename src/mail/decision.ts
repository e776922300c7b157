// The mails that tell an organisation what was decided of its registration, and what it can answer now.
import type { Locale, Text } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { footer } from './footer.ts'
import { layOut, type Mail } from './mail.ts'
import { nameForMail } from './name.ts'

/** What both mails are made from. */
interface DecidedFacts {
  /** As the sender typed it. */
  readonly organisation: string
  readonly network: Text
  readonly form: Text
}

export interface ConfirmedFacts extends DecidedFacts {
  /** The rounds that are open for it, each with its address, built by us. */
  readonly open: readonly { readonly title: Text; readonly link: string }[]
}

export interface DeclinedFacts extends DecidedFacts {
  /** As the coordinator wrote it: without any address, which was refused when it was written. */
  readonly reason: string
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const namesIn = ({ organisation, network, form }: DecidedFacts, locale: Locale) => ({
  organisation: nameForMail(organisation) ?? wordsFor(locale).mail.yourOrganisation,
  network: network[locale],
  form: form[locale],
})

/** Lays out the mail that says that an organisation is part of the network. */
export function confirmedMail(facts: ConfirmedFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.registry.mail.confirmed
  const { organisation, network, form } = namesIn(facts, locale)
  return layOut(
    words.subject(organisation, network),
    [
      { kind: 'heading', rank: 1, text: words.heading },
      paragraph(words.text(organisation, network)),
      { kind: 'heading', rank: 2, text: words.open },
      ...(facts.open.length === 0 ? [paragraph(words.none)] : []),
      ...facts.open.map(({ title, link }): Block => ({ kind: 'link', label: title[locale], href: link })),
      ...footer(network, form, locale),
    ],
    locale,
  )
}

/** Lays out the mail that says that a registration was declined, and why. */
export function declinedMail(facts: DeclinedFacts, locale: Locale): Mail {
  const words = wordsFor(locale).coordinator.registry.mail.declined
  const { organisation, network, form } = namesIn(facts, locale)
  return layOut(
    words.subject(organisation),
    [
      { kind: 'heading', rank: 1, text: words.heading },
      paragraph(words.text(organisation, network)),
      { kind: 'heading', rank: 2, text: words.reason },
      ...facts.reason.split('\n').filter(Boolean).map(paragraph),
      paragraph(words.again),
      ...footer(network, form, locale),
    ],
    locale,
  )
}
