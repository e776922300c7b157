// Mails about half-filled answers: their link, to whoever asked for it, and that the form closes soon.
import { dayOf, showDate } from '../core/kernel/date.ts'
import { showMoment } from '../core/kernel/moment.ts'
import type { Locale, Text } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { footer } from './footer.ts'
import { layOut, type Mail } from './mail.ts'
import { nameForMail } from './name.ts'

/** What both mails are made from; moments in ms UTC, to be shown in an IANA time zone. */
export interface DraftFacts {
  readonly form: Text
  readonly network: Text
  readonly round: Text
  /** As it was typed; empty where it was not. */
  readonly organisation: string
  readonly expiresAt: number
  readonly timeZone: string
  /** The address of the draft's page, built by us. */
  readonly link: string
}

function layOutDraft(
  facts: DraftFacts,
  { subject, heading, text }: { subject: string; heading: string; text: string },
  locale: Locale,
): Mail {
  const { drafts, mail, report } = wordsFor(locale)
  const { open, until } = drafts.mails
  const form = facts.form[locale]
  const network = facts.network[locale]
  const blocks: readonly Block[] = [
    { kind: 'heading', rank: 1, text: heading },
    { kind: 'paragraph', text },
    {
      kind: 'facts',
      facts: [
        [report.facts.organisation, nameForMail(facts.organisation) ?? mail.yourOrganisation],
        [report.facts.round, facts.round[locale]],
        [report.facts.network, network],
      ],
    },
    { kind: 'link', label: open, href: facts.link },
    { kind: 'paragraph', text: until(showDate(dayOf(facts.expiresAt, facts.timeZone), locale)) },
    ...footer(network, form, locale),
  ]
  return layOut(subject, blocks, locale)
}

/** Lays out the mail with a draft's link. */
export function resumeMail(facts: DraftFacts, locale: Locale): Mail {
  const words = wordsFor(locale).drafts.mails.resume
  return layOutDraft(facts, { ...words, subject: words.subject(facts.round[locale]) }, locale)
}

/** Lays out the mail that says that the round of an unfinished draft closes soon. */
export function closingMail(facts: DraftFacts & { readonly closesAt: number }, locale: Locale): Mail {
  const words = wordsFor(locale).drafts.mails.closing
  const text = words.text(showMoment(facts.closesAt, facts.timeZone, locale))
  return layOutDraft(facts, { ...words, subject: words.subject(facts.round[locale]), text }, locale)
}
