// The report for programs: the same facts with unrounded numbers.
import { parseFraction, toNumber } from '../instrument/fraction.ts'
import { instrumentOf } from '../instrument/items.ts'
import type { Exact } from '../instrument/scores.ts'
import type { Locale } from '../kernel/text.ts'
import type { ReportFacts } from './facts.ts'
import { priority, rankingOf } from './priorities.ts'

/** What `GET /r/<link>` answers as JSON. Scores are numbers, or null where there is none. */
export interface ReportJson {
  readonly reference: string
  readonly organisation: string
  readonly round: string
  /** Whether the round is for practice. */
  readonly practice: boolean
  readonly basis: 'self'
  readonly instrument: { readonly id: string; readonly version: number }
  readonly index: number | null
  readonly band: string | null
  readonly domains: readonly {
    readonly id: string
    readonly score: number | null
    readonly subdomains: readonly {
      readonly id: string
      readonly score: number | null
      readonly items: readonly {
        readonly id: string
        readonly self: number | null
        readonly verified: null
        readonly agreed: null
        readonly evidence: string
      }[]
    }[]
  }[]
  readonly priorities: readonly {
    readonly subdomain: string
    readonly level: number
    readonly nextSteps: readonly string[]
  }[]
}

const number = (score: Exact | null): number | null =>
  score === null ? null : toNumber(parseFraction(score))

/** The report on one assessment as JSON data; the round's title and the next steps are in `locale`. */
export function reportJson(facts: ReportFacts, locale: Locale): ReportJson {
  const { form, scores } = facts
  const lowest = instrumentOf(form).scale.min
  return {
    reference: facts.reference,
    organisation: facts.organisation,
    round: facts.round[locale],
    practice: facts.practice,
    basis: 'self',
    instrument: { id: scores.instrument.id, version: scores.instrument.version },
    index: number(scores.index),
    band: scores.band,
    domains: scores.domains.map((domain) => ({
      id: domain.id,
      score: number(domain.score),
      subdomains: domain.subdomains.map((subdomain) => ({
        id: subdomain.id,
        score: number(subdomain.score),
        items: subdomain.items.map(({ id, level, evidence }) => ({
          id,
          self: level,
          verified: null,
          agreed: null,
          evidence,
        })),
      })),
    })),
    priorities: rankingOf(facts).proposed.map((ranked) => {
      const { subdomain, level, nextSteps } = priority(ranked, lowest, locale)
      return { subdomain, level, nextSteps }
    }),
  }
}
