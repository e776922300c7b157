// Limits as the binding counts them, but exactly and by the clock of the test: so many in each ten seconds.

import type { LimitKind, Limits } from '../../../src/core/kernel/ports.ts'
import wrangler from '../../../wrangler.toml?raw'

const PERIOD = 10_000

/** What wrangler.toml says one address may do in ten seconds. */
export function limitOf(kind: LimitKind): number {
  const found = new RegExp(`name = "${kind.toUpperCase()}"[^[]*limit = (\\d+), period = 10 `).exec(wrangler)
  if (!found) throw new Error(`wrangler.toml has no limit of ten seconds for ${kind}`)
  return Number(found[1])
}

/** Counts by a clock that is set by hand. */
export function windowLimits(clock: { readonly now: number }): Limits {
  const counts = new Map<string, number>()
  return {
    async isWithin(kind, address) {
      const key = `${kind} ${address} ${Math.floor(clock.now / PERIOD)}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count <= limitOf(kind)
    },
  }
}
