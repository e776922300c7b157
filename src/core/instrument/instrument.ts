// What measures: an instrument's tree, scale, rules and bands, as plain data inside a form.
import type { Text } from '../kernel/text.ts'

/** The levels an item can have: whole numbers from `min` to `max`, both included. */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly direction: 'higher-is-better'
}

/**
 * How item levels become the index.
 * `mean-of-means`: items → subdomain → domain → index, each the mean of what is directly below it.
 * `mean-of-items`: domains and subdomains as above, the index is the mean of all items.
 */
export type Aggregate = 'mean-of-means' | 'mean-of-items'

/**
 * What a missing level does. `incomplete`: whatever stands above it has no score.
 * `excluded`: it is left out of the mean. It is never zero.
 */
export type Missing = 'incomplete' | 'excluded'

/**
 * A range of the index, closed below and open above: it runs from `from` up to the next band's `from`,
 * the last one to the end of the scale. `from` is a decimal in a string, so that it is read exactly.
 */
export interface Band {
  readonly id: string
  readonly from: string
  readonly name: Text
  /** What this band means. */
  readonly summary: Text
  /** What an organisation in this band does next. */
  readonly focus: Text
  /** Subdomains that come first among equally low ones, most urgent first. */
  readonly focusOn: readonly string[]
}

/** A part of a domain; its items are the level questions of the form that name it. */
export interface Subdomain {
  readonly id: string
  readonly name: Text
}

/** A part of the index. */
export interface Domain {
  readonly id: string
  readonly name: Text
  readonly description: Text
  readonly subdomains: readonly Subdomain[]
}

/** The measuring part of a form. Never changed under its version. */
export interface Instrument {
  readonly id: string
  readonly version: number
  readonly name: Text
  /** Where the layout comes from, and that the wording is our own and not validated. */
  readonly attribution: Text
  readonly scale: Scale
  readonly aggregate: Aggregate
  readonly missing: Missing
  readonly bands: readonly Band[]
  readonly domains: readonly Domain[]
}
