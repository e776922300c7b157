// Names the rules that made a score, so that a stored result can be told from one made by other rules.

import type { Form } from '../form/form.ts'
import { canonicalJson, sha256 } from '../kernel/canonical.ts'
import { exact, parseFraction } from './fraction.ts'
import { instrumentOf, itemsOf } from './items.ts'

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/**
 * SHA-256, as 64 hex digits, over everything of a form that can change a score and nothing else: the instrument's
 * id, version, scale, aggregate, missing rule, band limits, and its tree down to the items. Wording and the order
 * on the page do not change it.
 */
export function rulesHash(form: Form): Promise<string> {
  const hash = hashes.get(form) ?? hashOf(form)
  hashes.set(form, hash)
  return hash
}

const hashes = new WeakMap<Form, Promise<string>>()

function hashOf(form: Form): Promise<string> {
  const { id, version, scale, aggregate, missing, bands, domains } = instrumentOf(form)
  const items = itemsOf(form)
  const rules = {
    id,
    version,
    scale: { min: scale.min, max: scale.max, direction: scale.direction },
    aggregate,
    missing,
    bands: bands.map((band) => ({ id: band.id, from: exact(parseFraction(band.from)) })).sort(byId),
    domains: domains
      .map((domain) => ({
        id: domain.id,
        subdomains: domain.subdomains
          .map((subdomain) => ({
            id: subdomain.id,
            items: items
              .filter((item) => item.question.subdomain === subdomain.id)
              .map((item) => item.id)
              .sort(),
          }))
          .sort(byId),
      }))
      .sort(byId),
  }
  return sha256(canonicalJson(rules))
}
