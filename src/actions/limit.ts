// How much one address may do. Where nobody can tell, everything goes on: a limit is never why an answer is lost.
import { utcDay } from '../core/kernel/date.ts'
import type { LimitKind } from '../core/kernel/ports.ts'
import { countRefusals, type Refusals } from '../db/round/refusal.write.ts'
import type { Deps } from '../deps.ts'

/** After how many seconds there is room again: the periods of the limits in wrangler.toml. */
export const PERIODS: Readonly<Record<LimitKind, 10 | 60>> = {
  pages: 10,
  posts: 10,
  sends: 10,
  drafts: 60,
  mails: 60,
  signIns: 60,
}

/** How often the refusals of an isolate are written at most, in milliseconds. */
const WRITE_EVERY = 5000

/** Of how many rounds refusals are remembered between two writes: addresses can be made up without end. */
const MOST_KEPT = 100

/** How long the limiter counts as failing after it did, in milliseconds. */
const FAILING_FOR = 10 * 60 * 1000

/** What one isolate knows of those it has turned away. */
export interface Limiter {
  /** Counts one more from an address; null is nobody in particular, whom nothing limits. */
  isWithin(kind: LimitKind, address: string | null): Promise<boolean>
  /** Remembers that somebody was turned away from a round. */
  refused(slug: string, kind: LimitKind): void
  /** Writes the refusals remembered, where it is time to; null where it is not. A few are lost when an isolate ends. */
  write(): Promise<void> | null
  /** Whether the limiter answers now, and has not failed in this isolate for ten minutes. */
  works(): Promise<boolean>
}

function makeLimiter({ limits, db, clock, log }: Deps): Limiter {
  const kept = new Map<string, Refusals>()
  let writtenAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY

  async function asked(kind: LimitKind, address: string): Promise<boolean> {
    try {
      return await limits.isWithin(kind, address)
    } catch (error) {
      const now = clock.now()
      // A line a request would be a flood of its own.
      if (now - failedAt >= WRITE_EVERY) {
        log.error('limiter failed', { kind, error })
        failedAt = now
      }
      return true
    }
  }

  async function store(refusals: readonly Refusals[]): Promise<void> {
    try {
      await countRefusals(db, refusals)
    } catch (error) {
      log.error('refusals lost', { error })
    }
  }

  return {
    isWithin: async (kind, address) => address === null || asked(kind, address),
    refused(slug, kind) {
      const day = utcDay(clock.now())
      const key = JSON.stringify([slug, day, kind])
      const count = (kept.get(key)?.count ?? 0) + 1
      if (count > 1 || kept.size < MOST_KEPT) kept.set(key, { slug, day, kind, count })
    },
    write() {
      if (kept.size === 0) return null
      const now = clock.now()
      if (now - writtenAt < WRITE_EVERY) return null
      writtenAt = now
      const refusals = [...kept.values()]
      kept.clear()
      return store(refusals)
    },
    async works() {
      await asked('pages', 'healthz')
      return clock.now() - failedAt >= FAILING_FOR
    },
  }
}

const limiters = new WeakMap<Deps, Limiter>()

/** The one limiter of an application. */
export function limiterOf(deps: Deps): Limiter {
  const limiter = limiters.get(deps) ?? makeLimiter(deps)
  limiters.set(deps, limiter)
  return limiter
}
