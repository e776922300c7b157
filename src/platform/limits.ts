// Limits on Cloudflare's rate-limiting binding: it counts in memory, in each of its places for itself, and about right.
import type { LimitKind, Limits } from '../core/kernel/ports.ts'

/** The rate limits of wrangler.toml, by what they count. */
export type Bindings = Readonly<Record<LimitKind, Pick<RateLimit, 'limit'>>>

/** How long a request waits for its answer, in milliseconds: it usually takes less than one. */
const PATIENCE = 300

/** Limits by the bindings of a Worker. Throws where a binding does, or has no answer in time. */
export const bindingLimits = (bindings: Bindings, patience = PATIENCE): Limits => ({
  async isWithin(kind, address) {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new Error('no answer in time')), patience)
    try {
      return (await Promise.race([bindings[kind].limit({ key: address }), late.promise])).success
    } finally {
      clearTimeout(timer)
    }
  },
})
