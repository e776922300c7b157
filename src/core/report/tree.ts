// The domains of a report, each with its subdomains, levels and evidence.

import { shortNameOf } from '../form/show.ts'
import { fraction } from '../instrument/fraction.ts'
import type { Scale } from '../instrument/instrument.ts'
import type { Locale } from '../kernel/text.ts'
import { wordsFor } from '../words/index.ts'
import { barOf, reportScore } from './numbers.ts'
import type { Placed, PlacedDomain, PlacedItem } from './placed.ts'
import type { EvidenceState, ReportDomain, ReportItem } from './shape.ts'

function evidenceState({ score }: PlacedItem, scale: Scale): EvidenceState | null {
  if (score.level === null) return null
  if (score.evidence.trim() !== '') return 'given'
  return score.level > scale.min ? 'missing' : null
}

function reportItem(item: PlacedItem, placed: Placed, scale: Scale, locale: Locale): ReportItem {
  const words = wordsFor(locale).report
  const { id, level, evidence } = item.score
  return {
    id,
    name: placed.items.length === 1 ? placed.subdomain.name[locale] : shortNameOf(item.question, locale),
    level,
    placed: level === null ? words.noLevel : words.level(String(level), String(scale.max)),
    description: level === null ? '' : (item.question.levels[level - scale.min]?.description[locale] ?? ''),
    bar: barOf(level === null ? null : fraction(BigInt(level)), scale.max),
    evidence: evidenceState(item, scale),
    note: evidence.trim(),
  }
}

/** One domain in one language. */
export const reportDomain = (placed: PlacedDomain, scale: Scale, locale: Locale): ReportDomain => ({
  id: placed.domain.id,
  name: placed.domain.name[locale],
  description: placed.domain.description[locale],
  score: reportScore(placed.score, scale.max, locale),
  subdomains: placed.subdomains.map((subdomain) => ({
    id: subdomain.subdomain.id,
    name: subdomain.subdomain.name[locale],
    score: reportScore(subdomain.score, scale.max, locale),
    items: subdomain.items.map((item) => reportItem(item, subdomain, scale, locale)),
  })),
})
