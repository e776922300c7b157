// Limits as the binding counts them, but exactly and by the clock of the test.
import type { LimitKind, Limits } from '../../../src/core/kernel/ports.ts'
import type { Bindings } from '../../../src/platform/limits.ts'
import wrangler from '../../../wrangler.toml?raw'

/** Everything that is counted. */
export const kinds: readonly LimitKind[] = ['pages', 'posts', 'sends', 'drafts', 'mails', 'signIns']

/** Bindings that all do the same. */
export const allBoundTo = (limit: RateLimit['limit']): Bindings => ({
  pages: { limit },
  posts: { limit },
  sends: { limit },
  drafts: { limit },
  mails: { limit },
  signIns: { limit },
})

interface Limit {
  readonly most: number
  /** In ms. */
  readonly period: number
}

const read = new Map<LimitKind, Limit>()

/** What wrangler.toml says one address may do in how long. */
function limitIn(kind: LimitKind): Limit {
  const known = read.get(kind)
  if (known) return known
  const name = kind.replace(/[A-Z]/g, '_$&').toUpperCase()
  const found = new RegExp(`name = "${name}"[^[]*limit = (\\d+), period = (10|60) `).exec(wrangler)
  if (!found) throw new Error(`wrangler.toml has no limit for ${kind}`)
  const limit = { most: Number(found[1]), period: Number(found[2]) * 1000 }
  read.set(kind, limit)
  return limit
}

/** How much of a kind wrangler.toml lets one address do in a period, and how long that is (ms). */
export const limitOf = (kind: LimitKind): number => limitIn(kind).most
export const periodOf = (kind: LimitKind): number => limitIn(kind).period

/** Counts by a clock that is set by hand. */
export function windowLimits(clock: { readonly now: number }): Limits {
  const counts = new Map<string, number>()
  return {
    async isWithin(kind, address) {
      const { most, period } = limitIn(kind)
      const key = `${kind} ${address} ${Math.floor(clock.now / period)}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count <= most
    },
  }
}
