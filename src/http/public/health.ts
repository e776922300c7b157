// How the deployment stands, for whoever watches over it: numbers only.
import { limiterOf } from '../../actions/limit.ts'
import { needsOf } from '../../core/step/health.ts'
import { readMachine } from '../../db/step/health.read.ts'
import { readLedger } from '../../db/submission/ledger.read.ts'
import type { Deps } from '../../deps.ts'
import { respondJson } from '../kernel/respond.tsx'
import type { PublicPages } from './routes.ts'

/** What the ledger and the machine say; with `?strict` it is 503 as soon as something needs somebody. */
export function healthPage(pages: PublicPages, deps: Deps): void {
  const { db, clock } = deps
  pages.open('GET /healthz', async (c) => {
    const now = clock.now()
    const secondsSince = (moment: number | null) =>
      moment === null ? null : Math.round((now - moment) / 1000)
    try {
      const [{ oldestOwedAt, ...submissions }, machine, limiter] = await Promise.all([
        readLedger(db),
        readMachine(db, now),
        limiterOf(deps).works(),
      ])
      const needs = needsOf(machine, now)
      const isStrict = c.req.query('strict') !== undefined
      const state = {
        ok: true,
        database: true,
        limiter,
        submissions,
        oldestOwedSeconds: secondsSince(oldestOwedAt),
        sweptSecondsAgo: secondsSince(machine.sweptAt),
        mail: {
          oldestOwedSeconds: secondsSince(machine.oldestMailAt),
          lastHandedSecondsAgo: secondsSince(machine.handedAt),
          lastReason: machine.unsent,
        },
        stopped: machine.stopped,
        needs,
      }
      return respondJson(c, state, isStrict && needs.length > 0 ? 503 : 200)
    } catch {
      return respondJson(c, { ok: false, database: false }, 503)
    }
  })
}
