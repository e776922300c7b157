// Puts the scores beside the declaration that explains them.

import type { Form } from '../form/form.ts'
import type { LevelQuestion } from '../form/question.ts'
import type { Domain, Subdomain } from '../instrument/instrument.ts'
import { instrumentOf } from '../instrument/items.ts'
import type { DomainScore, Exact, ItemScore, Scores } from '../instrument/scores.ts'

/** An item with its question. */
export interface PlacedItem {
  readonly score: ItemScore
  readonly question: LevelQuestion
}

/** A subdomain with its items and where it stands: at its lowest item, or nowhere while none is answered. */
export interface Placed {
  readonly subdomain: Subdomain
  readonly score: Exact | null
  readonly level: number | null
  readonly items: readonly PlacedItem[]
}

/** A domain with its subdomains. */
export interface PlacedDomain {
  readonly domain: Domain
  readonly score: Exact | null
  readonly subdomains: readonly Placed[]
}

/** The level question an item score speaks about; scores of another form are a bug. */
function questionOf(form: Form, item: ItemScore): LevelQuestion {
  const question = form.questions[item.id]
  if (question?.kind !== 'level') throw new Error(`form ${form.id} has no item ${item.id}`)
  return question
}

function placeSubdomain(form: Form, subdomain: Subdomain, scored: DomainScore | undefined): Placed {
  const own = scored?.subdomains.find(({ id }) => id === subdomain.id)
  const items = own?.items ?? []
  const levels = items.flatMap(({ level }) => (level === null ? [] : [level]))
  return {
    subdomain,
    score: own?.score ?? null,
    level: levels.length === 0 ? null : Math.min(...levels),
    items: items.map((score) => ({ score, question: questionOf(form, score) })),
  }
}

/** Every domain of the instrument with its subdomains, in instrument order. */
export const placeDomains = (form: Form, scores: Scores): readonly PlacedDomain[] =>
  instrumentOf(form).domains.map((domain) => {
    const scored = scores.domains.find(({ id }) => id === domain.id)
    return {
      domain,
      score: scored?.score ?? null,
      subdomains: domain.subdomains.map((subdomain) => placeSubdomain(form, subdomain, scored)),
    }
  })
