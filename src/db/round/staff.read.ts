// Rounds of a network as those who look after it see them, open or not.
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { rounds, roundTallies } from '../schema/index.ts'

/** A round with all its settings. */
export type StoredRound = typeof rounds.$inferSelect

/** The rounds of a network, the one that opens last first. */
export const roundsIn = (scope: Scope, db: Database): Promise<StoredRound[]> =>
  db
    .select()
    .from(rounds)
    .where(eq(rounds.networkId, scope.network.id))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))

/** A round of a network, or null. */
export async function roundIn(scope: Scope, db: Database, id: string): Promise<StoredRound | null> {
  const [found] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.networkId, scope.network.id), eq(rounds.id, id)))
  return found ?? null
}

/** How many answers a round has taken. */
export async function acceptedAnswers(scope: Scope, db: Database, { id }: StoredRound): Promise<number> {
  const [found] = await db
    .select({ accepted: roundTallies.accepted })
    .from(roundTallies)
    .where(and(eq(roundTallies.networkId, scope.network.id), eq(roundTallies.roundId, id)))
  return found?.accepted ?? 0
}

/** The addresses in use that begin with a word: the word itself, and those that go on after a hyphen. */
export async function takenSlugs(
  _scope: Scope<'coordination'>,
  db: Database,
  stem: string,
): Promise<readonly string[]> {
  // A full stop comes after the hyphen, and no address holds one.
  const found = await db
    .select({ slug: rounds.slug })
    .from(rounds)
    .where(and(gte(rounds.slug, stem), lt(rounds.slug, `${stem}.`)))
  return found.map(({ slug }) => slug)
}
