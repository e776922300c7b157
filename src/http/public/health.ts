// How the deployment stands, for whoever watches over it: numbers only.
import { limiterOf } from '../../actions/limit.ts'
import { readLedger } from '../../db/submission/ledger.read.ts'
import type { Deps } from '../../deps.ts'
import { respondJson } from '../kernel/respond.tsx'
import type { PublicPages } from './routes.ts'

/** What the ledger says. */
export function healthPage(pages: PublicPages, deps: Deps): void {
  const { db, clock } = deps
  pages.open('GET /healthz', async (c) => {
    try {
      const [{ oldestOwedAt, ...submissions }, limiter] = await Promise.all([
        readLedger(db),
        limiterOf(deps).works(),
      ])
      const oldestOwedSeconds = oldestOwedAt === null ? null : Math.round((clock.now() - oldestOwedAt) / 1000)
      return respondJson(c, { ok: true, database: true, limiter, submissions, oldestOwedSeconds })
    } catch {
      return respondJson(c, { ok: false, database: false }, 503)
    }
  })
}
