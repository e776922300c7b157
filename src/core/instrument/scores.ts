// The result of measuring: a tree of exact numbers, each with the rule and the parts that made it.

/** An exact number as `numerator/denominator` in lowest terms, e.g. `13/10`; plain JSON, no floating drift. */
export type Exact = string

/** Whose levels scores stand on: the organisation's own, those a facilitator verified, or those both agreed on. */
export type Basis = 'self' | 'verified' | 'agreed'

/** One item as the organisation placed itself. */
export interface ItemScore {
  readonly id: string
  /** The level chosen, or null where none was. */
  readonly level: number | null
  readonly evidence: string
}

/** A number and what it was made of: `rule` applied to the scores directly below. */
export interface Scored {
  readonly id: string
  readonly rule: 'mean' | 'mean-of-items'
  /** Null where the missing rule of the instrument leaves no score; never zero for that. */
  readonly score: Exact | null
}

export interface SubdomainScore extends Scored {
  readonly items: readonly ItemScore[]
}

export interface DomainScore extends Scored {
  readonly subdomains: readonly SubdomainScore[]
}

/** One revision measured by one instrument version, on one basis. */
export interface Scores {
  readonly instrument: { readonly id: string; readonly version: number }
  readonly rule: 'mean' | 'mean-of-items'
  readonly index: Exact | null
  /** The id of the band the unrounded index lies in, or null where there is no index. */
  readonly band: string | null
  readonly domains: readonly DomainScore[]
}
