// The mail that confirms what was sent. Nothing typed by the sender stands in it, except a plain name.
import { showMoment } from '../core/kernel/moment.ts'
import type { Locale, Text } from '../core/kernel/text.ts'
import { spellReference } from '../core/submission/reference.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { footer } from './footer.ts'
import type { Mail } from './mail.ts'
import { nameForMail } from './name.ts'
import { layOutOf } from './practice.ts'

/** What a receipt is made from. */
export interface ReceiptFacts {
  readonly form: { readonly title: Text; readonly afterwards: Text }
  readonly network: Text
  readonly round: Text
  /** Whether the round is for practice. */
  readonly practice: boolean
  /** As the sender typed it. */
  readonly organisation: string
  readonly reference: string
  /** When it was sent, in ms UTC, and the IANA time zone of the respondent's district to show it in. */
  readonly sentAt: number
  readonly timeZone: string
  /** When they were corrected last, in ms UTC, or null. */
  readonly correctedAt: number | null
  /** The address of the receipt's page, built by us. */
  readonly link: string
  /** True where answers for the same organisation came before and a coordinator decides. */
  readonly held: boolean
  /** True where a coordinator chose other answers of the same organisation. */
  readonly setAside: boolean
  /** True where a report follows. */
  readonly hasInstrument: boolean
}

/** Lays out a receipt. */
export function receiptMail(facts: ReceiptFacts, locale: Locale): Mail {
  const { report, mail } = wordsFor(locale)
  const words = mail.receipt
  const { reference } = facts
  const organisation = nameForMail(facts.organisation) ?? mail.yourOrganisation
  const form = facts.form.title[locale]
  const network = facts.network[locale]
  const moment = (at: number) => showMoment(at, facts.timeZone, locale)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

  const kept = facts.setAside ? words.setAside : facts.held ? words.held : null
  const next: readonly string[] = kept
    ? [kept.first, kept.kept]
    : [facts.hasInstrument ? words.reportFollows : facts.form.afterwards[locale]]
  const blocks: readonly Block[] = [
    { kind: 'heading', rank: 1, text: words.heading },
    {
      kind: 'facts',
      facts: [
        [report.facts.reference, reference],
        [words.spelled, spellReference(facts.reference)],
        [report.facts.organisation, organisation],
        [words.form, form],
        ...(facts.round[locale] === form ? [] : [[report.facts.round, facts.round[locale]] as const]),
        [report.facts.network, network],
        [report.facts.sent, moment(facts.sentAt)],
        ...(facts.correctedAt === null ? [] : [[words.corrected, moment(facts.correctedAt)] as const]),
      ],
    },
    { kind: 'heading', rank: 2, text: kept ? kept.heading : words.next },
    ...next.map(paragraph),
    paragraph(words.keep),
    { kind: 'link', label: words.open, href: facts.link },
    ...footer(network, form, locale),
  ]
  return layOutOf(facts, words.subject(organisation, reference), blocks, locale)
}
