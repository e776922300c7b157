// Explains every number of a report: the rule in words and the numbers it was applied to.

import type { Form } from '../form/form.ts'
import { exact, parseFraction } from '../instrument/fraction.ts'
import { instrumentOf } from '../instrument/items.ts'
import type { Exact } from '../instrument/scores.ts'
import type { Locale } from '../kernel/text.ts'
import { type Words, wordsFor } from '../words/index.ts'
import type { ReportFacts } from './facts.ts'
import { showPart, showScore } from './numbers.ts'
import { type PlacedItem, placeDomains } from './placed.ts'
import type { Computed } from './shape.ts'

type ComputationWords = Words['report']['computation']

const say = (rule: string, numbers: readonly string[] = []): Computed => ({ rule, numbers })

/** The band's part of the index, e.g. `dari 1,00 sampai kurang dari 1,50`. */
function rangeOf(form: Form, band: string, words: ComputationWords, locale: Locale): string {
  const { bands, scale } = instrumentOf(form)
  const place = bands.findIndex(({ id }) => id === band)
  const show = (limit: string) => showScore(exact(parseFraction(limit)), locale)
  const from = show(bands[place]?.from ?? String(scale.min))
  const next = bands[place + 1]
  return next ? words.range(from, show(next.from)) : words.lastRange(from, show(String(scale.max)))
}

/** How the index came about, from the levels up to the band, and how the priorities were put in order. */
export function explain({ form, scores }: ReportFacts, locale: Locale): readonly Computed[] {
  const { report } = wordsFor(locale)
  const words = report.computation
  const instrument = instrumentOf(form)
  const band = instrument.bands.find(({ id }) => id === scores.band)

  /** `Efektivitas: (1 + 2) dibagi 2 = 1,50`; what has no score is left out. */
  const mean = (name: string, parts: readonly (string | null)[], result: Exact | null): string => {
    const present = parts.filter((part) => part !== null)
    return result === null
      ? words.noResult(name)
      : words.result(name, present.join(' + '), String(present.length), showScore(result, locale))
  }
  const levels = (items: readonly PlacedItem[]) =>
    items.map(({ score }) => (score.level === null ? null : String(score.level)))
  const show = (score: Exact | null) => score && showScore(score, locale)

  const domains = placeDomains(form, scores)
  const subdomains = domains.flatMap((domain) => domain.subdomains)
  const items = subdomains.flatMap((subdomain) => subdomain.items)
  const ofSubdomains = subdomains
    .filter((subdomain) => subdomain.items.length > 1)
    .map((placed) => mean(placed.subdomain.name[locale], levels(placed.items), placed.score))
  const ofDomains = domains.map(({ domain, score, subdomains: own }) =>
    mean(
      domain.name[locale],
      own.map((subdomain) => subdomain.score && showPart(subdomain.score, locale)),
      score,
    ),
  )
  const missing = items.some(({ score }) => score.level === null)

  return [
    say(words.basis),
    ...(missing ? [say(words[instrument.missing])] : []),
    ...(ofSubdomains.length > 0 ? [say(words.subdomains, ofSubdomains)] : []),
    say(words.domains, ofDomains),
    scores.rule === 'mean-of-items'
      ? say(words.indexOfItems, [mean(report.index, levels(items), scores.index)])
      : say(words.indexOfDomains, [
          mean(
            report.index,
            domains.map(({ score }) => show(score)),
            scores.index,
          ),
        ]),
    ...(band ? [say(words.band(band.name[locale], rangeOf(form, band.id, words, locale)))] : []),
    say(words.rounding),
    say(words.order),
    say(words.version(instrument.name[locale], String(instrument.version))),
  ]
}
