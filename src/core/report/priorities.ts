// Decides what an organisation is strong in and what it is proposed to work on next.
import { instrumentOf } from '../instrument/items.ts'
import type { Locale } from '../kernel/text.ts'
import type { ReportFacts } from './facts.ts'
import { type Placed, placeDomains } from './placed.ts'
import type { Priority } from './shape.ts'

const MOST = 3

/** A subdomain that stands somewhere. */
export interface Ranked extends Placed {
  readonly level: number
}

/** What stands out, what is proposed, and what is as low as the last proposed one but left out. */
export interface Ranking {
  readonly strengths: readonly Ranked[]
  readonly proposed: readonly Ranked[]
  readonly tied: readonly Ranked[]
  /** The level of all subdomains that stand somewhere, or null where they differ or none stands anywhere. */
  readonly shared: number | null
}

const isRanked = (placed: Placed): placed is Ranked => placed.level !== null

/**
 * Ranks subdomains given in instrument order.
 * Proposed are up to three below `highest`: lowest level first, then the place in `focusOn`, then instrument order.
 * Strengths are those on the highest level reached that are not proposed; none where all levels are equal, since
 * then nothing stands out.
 */
export function rank(placed: readonly Placed[], highest: number, focusOn: readonly string[]): Ranking {
  const ranked = placed.filter(isRanked)
  const focus = ({ subdomain }: Ranked): number => {
    const place = focusOn.indexOf(subdomain.id)
    return place === -1 ? focusOn.length : place
  }
  // Sorting keeps the order of equals, which is instrument order.
  const urgent = ranked
    .filter(({ level }) => level < highest)
    .sort((a, b) => a.level - b.level || focus(a) - focus(b))
  const proposed = urgent.slice(0, MOST)
  const tied = urgent.slice(MOST).filter(({ level }) => level === proposed.at(-1)?.level)

  const best = Math.max(...ranked.map(({ level }) => level))
  const equal = ranked.length > 0 && ranked.every(({ level }) => level === best)
  const strengths = equal ? [] : ranked.filter((one) => one.level === best && !proposed.includes(one))
  return { strengths, proposed, tied, shared: equal ? best : null }
}

/** Ranks the subdomains of one assessment by its scale and by the focus of its band. */
export function rankingOf({ form, scores }: ReportFacts): Ranking {
  const { bands, scale } = instrumentOf(form)
  const subdomains = placeDomains(form, scores).flatMap((domain) => domain.subdomains)
  return rank(subdomains, scale.max, bands.find(({ id }) => id === scores.band)?.focusOn ?? [])
}

/** A proposed subdomain with its next steps: those its lowest items give for the level they are on. */
export const priority = ({ subdomain, level, items }: Ranked, lowest: number, locale: Locale): Priority => ({
  subdomain: subdomain.id,
  name: subdomain.name[locale],
  level,
  nextSteps: items
    .filter(({ score }) => score.level === level)
    .flatMap(({ question }) => question.levels[level - lowest]?.nextSteps[locale] ?? []),
})
