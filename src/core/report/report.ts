// Builds the report on one assessment as data; page and mail only lay it out.
import { instrumentOf } from '../instrument/items.ts'
import { showDate } from '../kernel/date.ts'
import { showMoment } from '../kernel/moment.ts'
import type { Locale } from '../kernel/text.ts'
import { type Words, wordsFor } from '../words/index.ts'
import { explain } from './computation.ts'
import type { ReportFacts } from './facts.ts'
import { reportScore } from './numbers.ts'
import { placeDomains } from './placed.ts'
import { priority, type Ranked, type Ranking, rankingOf } from './priorities.ts'
import { listNames, sentence } from './sentence.ts'
import type { Report, ReportItem } from './shape.ts'
import { reportDomain } from './tree.ts'

export type { Report }

function strengthsText({ strengths, shared }: Ranking, words: Words['report']): string {
  if (shared !== null) return words.strengths.equal(String(shared))
  const best = strengths[0]
  return best ? words.strengths.intro(String(best.level)) : words.strengths.none
}

function prioritiesText({ proposed }: Ranking, items: readonly ReportItem[], words: Words['report']): string {
  if (proposed.length > 0) return words.priorities.intro
  return items.some(({ level }) => level !== null) ? words.priorities.keepAndMentor : words.priorities.none
}

function evidenceOf(
  items: readonly ReportItem[],
  lowest: number,
  words: Words['report'],
): Report['evidence'] {
  const needed = items.filter(({ level }) => level !== null && level > lowest)
  const missing = needed.filter(({ evidence }) => evidence === 'missing').map(({ name }) => name)
  const given = needed.length - missing.length
  const text =
    needed.length === 0
      ? words.evidence.noneNeeded(String(lowest))
      : words.evidence.summary(String(given), String(needed.length), String(lowest + 1))
  return { text, missing }
}

/**
 * The report on one assessment in one language.
 * The form must have an instrument and the scores must be of that form; anything else is a bug and throws.
 */
export function buildReport(facts: ReportFacts, locale: Locale): Report {
  const words = wordsFor(locale).report
  const { form, scores, period } = facts
  const { name, attribution, scale, bands } = instrumentOf(form)
  const highest = String(scale.max)
  const domains = placeDomains(form, scores).map((domain) => reportDomain(domain, scale, locale))
  const items = domains.flatMap((domain) => domain.subdomains).flatMap((subdomain) => subdomain.items)
  const ranking = rankingOf(facts)
  const { strengths, proposed, tied, shared } = ranking
  const namesOf = (ranked: readonly Ranked[]) => ranked.map(({ subdomain }) => subdomain.name[locale])
  const index = reportScore(scores.index, scale.max, locale)
  const band = bands.find(({ id }) => id === scores.band)

  return {
    locale,
    title: words.title(name[locale]),
    sentence: sentence(
      {
        index: index.display,
        band: band?.name[locale] ?? null,
        items: items.length,
        unanswered: items.filter(({ level }) => level === null).length,
        highest,
        shared: shared === null ? null : String(shared),
        strengths: namesOf(strengths),
        priorities: namesOf(proposed),
      },
      locale,
    ),
    organisation: facts.organisation,
    reference: facts.reference,
    district: facts.district,
    network: facts.network[locale],
    round: facts.round[locale],
    practice: facts.practice,
    period: period && words.periodFromTo(showDate(period.from, locale), showDate(period.to, locale)),
    sentAt: showMoment(facts.sentAt, facts.timeZone, locale),
    correction:
      facts.correctedAt === null
        ? null
        : words.correction(showMoment(facts.correctedAt, facts.timeZone, locale)),
    basis: words.basis,
    formTitle: form.title[locale],
    instrument: name[locale],
    attribution: attribution[locale],
    highest,
    index,
    band: band
      ? { id: band.id, name: band.name[locale], summary: band.summary[locale], focus: band.focus[locale] }
      : null,
    domains,
    strengths: { text: strengthsText(ranking, words), names: namesOf(strengths) },
    priorities: {
      text: prioritiesText(ranking, items, words),
      proposed: proposed.map((one) => priority(one, scale.min, locale)),
      tied: tied[0] ? words.priorities.tied(String(tied[0].level), listNames(namesOf(tied), locale)) : null,
    },
    evidence: evidenceOf(items, scale.min, words),
    computation: explain(facts, locale),
  }
}
