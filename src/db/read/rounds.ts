// Rounds of a network as those who look after it see them, open or not.
import { and, desc, eq } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import type { Database } from '../database.ts'
import { rounds } from '../schema.ts'

/** A round with all its settings. */
export type KeptRound = typeof rounds.$inferSelect

/** The rounds of a network, the one that opens last first. */
export const roundsIn = (scope: Scope, db: Database): Promise<KeptRound[]> =>
  db
    .select()
    .from(rounds)
    .where(eq(rounds.networkId, scope.network.id))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))

/** A round of a network, or null. */
export async function roundIn(scope: Scope, db: Database, id: string): Promise<KeptRound | null> {
  const [found] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.networkId, scope.network.id), eq(rounds.id, id)))
  return found ?? null
}
