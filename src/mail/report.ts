// The mail that brings an organisation its report. Nothing typed by the sender stands in it, except a plain name.
import type { Report, ReportDomain, ReportItem, ReportScore, ReportSubdomain } from '../core/report/shape.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { footer } from './footer.ts'
import type { Mail } from './mail.ts'
import { nameForMail } from './name.ts'
import { layOutOf } from './practice.ts'

const heading = (text: string, rank: 1 | 2 | 3 = 2): Block => ({ kind: 'heading', rank, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const list = (items: readonly string[]): readonly Block[] =>
  items.length > 0 ? [{ kind: 'list', items }] : []

function scoreBlock(
  look: 'index' | 'domain' | 'item',
  name: string,
  { display, bar }: ReportScore,
  { locale, highest }: Report,
  details: readonly string[] = [],
): Block {
  const words = wordsFor(locale).report
  const value = display === null ? words.noIndex : words.outOf(display, highest)
  return { kind: 'score', look, name, value, bar, details }
}

function itemBlock({ name, placed, description, bar, evidence }: ReportItem, report: Report): Block {
  const words = wordsFor(report.locale).report.evidence
  const state = evidence === null ? '' : `${words.label}: ${words[evidence]}.`
  return {
    kind: 'score',
    look: 'item',
    name,
    value: placed,
    bar,
    details: [description, state].filter(Boolean),
  }
}

/** A subdomain of one item is told by that item. */
const subdomainBlocks = ({ name, score, items }: ReportSubdomain, report: Report): readonly Block[] => [
  ...(items.length > 1 ? [scoreBlock('item', name, score, report)] : []),
  ...items.map((item) => itemBlock(item, report)),
]

const domainBlocks = ({ name, score, subdomains }: ReportDomain, report: Report): readonly Block[] => [
  scoreBlock('domain', name, score, report),
  ...subdomains.flatMap((subdomain) => subdomainBlocks(subdomain, report)),
]

const about = (report: Report, organisation: string): Block => {
  const words = wordsFor(report.locale).report.facts
  return {
    kind: 'facts',
    facts: [
      [words.organisation, organisation],
      [words.district, report.district],
      [words.network, report.network],
      [words.round, report.round],
      ...(report.period === null ? [] : [[words.period, report.period] as const]),
      [words.sent, report.sentAt],
      [words.reference, report.reference],
      [words.basis, report.basis],
    ],
  }
}

function indexBlock(report: Report): Block {
  const words = wordsFor(report.locale).report
  const { band } = report
  const details = band ? [`${words.band}: ${band.name}`, band.summary, band.focus] : []
  return scoreBlock('index', words.index, report.index, report, details)
}

function priorityBlocks({ locale, priorities: { text, proposed, tied } }: Report): readonly Block[] {
  const words = wordsFor(locale).report.priorities
  return [
    paragraph(text),
    ...proposed.flatMap(({ name, level, nextSteps }) => [
      heading(words.item(name, String(level)), 3),
      ...list(nextSteps),
    ]),
    ...(tied === null ? [] : [paragraph(tied)]),
  ]
}

const evidenceBlocks = ({ locale, evidence: { text, missing } }: Report): readonly Block[] => [
  paragraph(text),
  ...(missing.length > 0 ? [paragraph(wordsFor(locale).report.evidence.missingIntro)] : []),
  ...list(missing),
]

/** Lays out a report. `link` is the address of the report's page, built by us. */
export function reportMail(report: Report, { link }: { readonly link: string }): Mail {
  const { report: words, mail } = wordsFor(report.locale)
  const { headings } = words
  const organisation = nameForMail(report.organisation) ?? mail.yourOrganisation
  const blocks: readonly Block[] = [
    heading(`${organisation}: ${report.title}`, 1),
    { kind: 'paragraph', look: 'lead', text: report.sentence },
    ...(report.correction === null ? [] : [paragraph(report.correction)]),
    { kind: 'link', label: mail.report.open, href: link },
    paragraph(mail.report.openHint),
    about(report, organisation),
    heading(headings.index),
    indexBlock(report),
    heading(headings.strengths),
    paragraph(report.strengths.text),
    ...list(report.strengths.names),
    heading(headings.priorities),
    ...priorityBlocks(report),
    heading(headings.scores),
    ...report.domains.flatMap((domain) => domainBlocks(domain, report)),
    heading(headings.evidence),
    ...evidenceBlocks(report),
    heading(headings.computation),
    ...report.computation.flatMap(({ rule, numbers }) => [paragraph(rule), ...list(numbers)]),
    heading(headings.attribution),
    paragraph(report.attribution),
    ...footer(report.network, report.formTitle, report.locale),
  ]
  return layOutOf(report, mail.report.subject(organisation, report.instrument), blocks, report.locale)
}
