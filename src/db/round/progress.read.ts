// The rounds of a network, each with how many organisations are expected and how many of them have sent.
import { desc, eq, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { type Counts, type Days, expectsAnybody } from '../../core/round/board.ts'
import { among, type Database } from '../database.ts'
import { countsInRound } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { networks, rounds } from '../schema/index.ts'
import { isThere } from './expectation.read.ts'
import type { StoredRound } from './staff.read.ts'

/** How many rounds one page of the overview counts. */
export const ROUNDS_ON_A_PAGE = 10

/** A round with how many organisations are expected and how many of them have sent; 0 of 0 where nobody is expected. */
export interface RoundProgress extends Pick<Counts, 'expected' | 'sent'> {
  readonly round: StoredRound
}

/** Rounds of a network, the one that opens last first, each with its progress within one's districts. */
export async function roundsProgress(
  scope: Scope,
  db: Database,
  { page, days }: { readonly page: number; readonly days: (round: StoredRound) => Days },
) {
  const found = await db
    .select({ round: rounds, count: sql<number>`count(*) over ()`, minGroup: networks.minGroup })
    .from(rounds)
    .innerJoin(networks, eq(networks.id, rounds.networkId))
    .where(eq(rounds.networkId, scope.network.id))
    .orderBy(desc(rounds.opensAt), desc(rounds.id))
    .limit(ROUNDS_ON_A_PAGE)
    .offset((page - 1) * ROUNDS_ON_A_PAGE)
  const asked = found
    .map(({ round }) => round)
    .filter(expectsAnybody)
    .map((round) => {
      const { opening } = days(round)
      return {
        id: round.id,
        ...opening,
        roles: round.audience === 'roles' ? (round.audienceRoles ?? []) : null,
      }
    })
  const part = (name: string) => sql.raw(`a.value ->> '${name}'`)
  const rows = await db.all<{ id: string; expected: number; sent: number }>(sql`
    select ${part('id')} as id, count(*) as expected, sum(${part('id')} || o.id in (
        select s.round_id || s.organisation_id from submissions s
        where ${among(
          sql`s.round_id`,
          asked.map(({ id }) => id),
        )} and s.network_id = ${scope.network.id} and s.organisation_id is not null and ${countsInRound('s')})) as sent
    from json_each(${JSON.stringify(asked)}) a
    join organisations o on o.network_id = ${scope.network.id} and o.merged_into is null
      and ${withinDistricts(scope, sql`o.district`)} and ${isThere(part('ends'))}
      and (${part('roles')} is null or exists (
        select 1 from roles r
        where r.organisation_id = o.id and r.role in (select value from json_each(${part('roles')}))
          and r.from_day <= ${part('day')} and (r.to_day is null or r.to_day >= ${part('day')})))
    group by 1`)
  const progress = found.map(({ round }): RoundProgress => {
    const { expected = 0, sent = 0 } = rows.find(({ id }) => id === round.id) ?? {}
    return { round, expected, sent }
  })
  const [first] = found
  return { progress, count: first?.count ?? 0, minGroup: first?.minGroup ?? 0 }
}
