// How the machine is: when it last did what it does all the time, and what waits too long.
import { sql } from 'drizzle-orm'
import type { MachineFacts } from '../../core/step/health.ts'
import type { PulseKind } from '../../core/step/step.ts'
import type { Database } from '../database.ts'
import { isByRule, isDelivering } from '../facts/step.ts'
import { pulses } from '../schema/index.ts'

/** What is known of the machine and of its mail; moments in ms UTC. */
export interface MachineState extends MachineFacts {
  readonly handedAt: number | null
  /** What the mail service said last of a mail that it did not take; null where it took one since. */
  readonly unsent: string | null
}

/**
 * Reads how the machine is: a row a pulse and one of each kind of step that is asked for, plus a row for each mail that waits by
 * a rule. What waited by a rule is owed from the moment on to which it was put off.
 */
export async function readMachine(db: Database, now: number): Promise<MachineState> {
  const isOwedMail = sql`dead_at is null and ${isDelivering('steps')}`
  const [beats, [waits]] = await db.batch([
    db.select().from(pulses),
    db
      .select({
        mailAt: sql<number | null>`(
        select created_at from steps where ${isOwedMail} and not ${isByRule('steps')} order by created_at limit 1)`,
        putOffTo: sql<number | null>`(
        select due_at from steps where class = 'bulk' and ${isOwedMail} and ${isByRule('steps')} and due_at <= ${now}
        order by due_at limit 1)`,
        stopped: sql<number>`(select count(*) from steps where dead_at is not null)`,
      })
      .from(sql`(select 1)`),
  ])
  const beat = (kind: PulseKind) => beats.find((one) => one.kind === kind)
  const [handed, unsent] = [beat('handed'), beat('unsent')]
  const owedAt = [waits?.mailAt, waits?.putOffTo].filter((at) => typeof at === 'number')
  return {
    sweptAt: beat('swept')?.at ?? null,
    oldestMailAt: owedAt.length > 0 ? Math.min(...owedAt) : null,
    stopped: waits?.stopped ?? 0,
    handedAt: handed?.at ?? null,
    unsent: unsent && unsent.at > (handed?.at ?? 0) ? unsent.reason : null,
  }
}
