// Measures one set of answers: levels in, a tree of exact numbers out.
import type { Form } from '../form/form.ts'
import type { Answers } from '../form/question.ts'
import { compare, exact, type Fraction, fraction, mean, parseFraction } from './fraction.ts'
import type { Band, Domain, Missing, Subdomain } from './instrument.ts'
import { type Item, instrumentOf, itemsOf, levelAnswer } from './items.ts'
import type { DomainScore, ItemScore, Scores, SubdomainScore } from './scores.ts'

/** A score with the number still as a fraction, for the node above it. */
interface Measured<S> {
  readonly score: S
  readonly value: Fraction | null
}

const levelOf = ({ level }: ItemScore): Fraction | null => (level === null ? null : fraction(BigInt(level)))

const exactly = (value: Fraction | null) => (value === null ? null : exact(value))

/** The mean of what is there; a missing part leaves no score or is left out, and is never zero. */
function meanOf(parts: readonly (Fraction | null)[], missing: Missing): Fraction | null {
  const present = parts.filter((part) => part !== null)
  return missing === 'incomplete' && present.length < parts.length ? null : mean(present)
}

/** The band a number lies in: the last one that begins at or below it. Bands stand in ascending order. */
const bandOf = (bands: readonly Band[], index: Fraction): Band | undefined =>
  bands.findLast((band) => compare(parseFraction(band.from), index) <= 0)

/**
 * Scores the level questions of a form by the rules of its instrument.
 * The items of a subdomain are the level questions that name it, in page order; a level is a whole number of the
 * scale. Every node keeps its rule and its parts. The band is that of the unrounded index.
 */
export function score(form: Form, answers: Answers): Scores {
  const { id, version, aggregate, missing, bands, domains } = instrumentOf(form)
  const items = itemsOf(form)

  const scoreItem = (item: Item): ItemScore => {
    const answer = levelAnswer(answers, item.id)
    return { id: item.id, level: answer?.level ?? null, evidence: answer?.evidence ?? '' }
  }
  const scoreSubdomain = (subdomain: Subdomain): Measured<SubdomainScore> => {
    const own = items.filter((item) => item.question.subdomain === subdomain.id).map(scoreItem)
    const value = meanOf(own.map(levelOf), missing)
    return { score: { id: subdomain.id, rule: 'mean', score: exactly(value), items: own }, value }
  }
  const scoreDomain = (domain: Domain): Measured<DomainScore> => {
    const own = domain.subdomains.map(scoreSubdomain)
    const value = meanOf(
      own.map((subdomain) => subdomain.value),
      missing,
    )
    const subdomains = own.map((subdomain) => subdomain.score)
    return { score: { id: domain.id, rule: 'mean', score: exactly(value), subdomains }, value }
  }

  const measured = domains.map(scoreDomain)
  const parts =
    aggregate === 'mean-of-items' ? items.map(scoreItem).map(levelOf) : measured.map((domain) => domain.value)
  const index = meanOf(parts, missing)
  return {
    instrument: { id, version },
    rule: aggregate === 'mean-of-items' ? 'mean-of-items' : 'mean',
    index: exactly(index),
    band: index === null ? null : (bandOf(bands, index)?.id ?? null),
    domains: measured.map((domain) => domain.score),
  }
}
