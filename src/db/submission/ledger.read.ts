// The ledger in numbers: what was accepted is done, waits for a person, is owed by the machine, or has failed.
import { asc, isNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../database.ts'
import { roundTallies, steps } from '../schema/index.ts'

/** Counts of submissions; `done + waiting + owed + failed = accepted`. `oldestOwedAt` is in ms UTC. */
export interface Ledger {
  readonly accepted: number
  readonly done: number
  readonly waiting: number
  readonly owed: number
  readonly failed: number
  readonly oldestOwedAt: number | null
}

const sum = (column: SQLiteColumn) => sql<number>`coalesce(sum(${column}), 0)`

/** Reads the ledger from the counters: one row a round, and one step. */
export async function readLedger(db: Database): Promise<Ledger> {
  const [counts, oldest] = await db.batch([
    db
      .select({
        accepted: sum(roundTallies.accepted),
        done: sum(roundTallies.done),
        waiting: sum(roundTallies.held),
        failed: sum(roundTallies.failed),
      })
      .from(roundTallies),
    db
      .select({ createdAt: steps.createdAt })
      .from(steps)
      .where(isNull(steps.deadAt))
      .orderBy(asc(steps.createdAt))
      .limit(1),
  ])
  const { accepted, done, waiting, failed } = counts[0] ?? { accepted: 0, done: 0, waiting: 0, failed: 0 }
  const owed = accepted - done - waiting - failed
  return { accepted, done, waiting, owed, failed, oldestOwedAt: oldest[0]?.createdAt ?? null }
}
