// Writing down what the machine just did: one row a kind, the last time.
import { sql } from 'drizzle-orm'
import type { PulseKind } from '../../core/step/step.ts'
import { atomically, type Database } from '../database.ts'

/** What was done; of a mail that was not taken also what the mail service said, without addresses. */
export interface Pulse {
  readonly kind: PulseKind
  readonly reason: string | null
}

/** Keeps when (ms UTC) something was done last. */
export async function storePulses(db: Database, pulses: readonly Pulse[], now: number): Promise<void> {
  await atomically(
    db,
    pulses.map(
      ({ kind, reason }) => sql`
        insert into pulses (kind, at, reason) values (${kind}, ${now}, ${reason})
        on conflict (kind) do update set at = excluded.at, reason = excluded.reason where at <= excluded.at`,
    ),
  )
}
