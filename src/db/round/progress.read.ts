// The rounds of a network, each with how many organisations are expected and how many of them have sent.
import { desc, eq, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { type Counts, type Days, expectsAnybody } from '../../core/round/board.ts'
import type { Database } from '../database.ts'
import { countsInRound } from '../facts/submission.ts'
import { networks, rounds } from '../schema/index.ts'
import { isThere } from './expectation.read.ts'
import { endOf, type InPart, inParts, ORGANISATIONS_AT_ONCE, registryPart } from './part.read.ts'
import type { StoredRound } from './staff.read.ts'

/** How many rounds one page of the overview counts. */
export const ROUNDS_ON_A_PAGE = 10

/** A round with how many organisations are expected and how many of them have sent; 0 of 0 where nobody is expected. */
export interface RoundProgress extends Pick<Counts, 'expected' | 'sent'> {
  readonly round: StoredRound
}

interface ProgressRow extends InPart, Pick<Counts, 'expected' | 'sent'> {
  /** Of a round. */
  readonly id: string
}

/** Rounds of a network, the one that opens last first, each with its progress within one's districts. */
export async function roundsProgress(
  scope: Scope,
  db: Database,
  {
    page,
    days,
    most = ORGANISATIONS_AT_ONCE,
  }: { readonly page: number; readonly days: (round: StoredRound) => Days; readonly most?: number },
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
    .flatMap((round) => {
      const roles = round.audience === 'roles' ? (round.audienceRoles ?? []) : [null]
      return roles.map((role) => ({ id: round.id, role, ...days(round).opening }))
    })
  const rows = await inParts<ProgressRow>(
    db,
    most,
    (part) => sql`
      with registry as materialized (
        select o.id, o.district, o.status, o.confirmed_at, o.created_at ${registryPart(scope, part)}),
      asked as materialized (
        select value ->> 'id' as id, value ->> 'role' as role, value ->> 'day' as day, value ->> 'ends' as ends
        from json_each(${JSON.stringify(asked)})),
      expected as (
        select a.id, o.id as organisation
        from registry o cross join roles r cross join asked a
        where r.organisation_id = o.id and a.role = r.role and r.from_day <= a.day and (r.to_day is null or r.to_day >= a.day)
          and ${isThere(sql`a.ends`)}
        union
        select a.id, o.id from asked a cross join registry o where a.role is null and ${isThere(sql`a.ends`)})
      select id, count(*) as expected, sum(exists (
        select 1 from submissions s
        where s.organisation_id = e.organisation and s.round_id = e.id and +s.network_id = ${scope.network.id}
          and ${countsInRound('s')})) as sent, null as district, null as last
      from expected e group by id
      union all select '', 0, 0, district, last ${endOf(part)}`,
  )
  const progress = found.map(({ round }): RoundProgress => {
    const own = rows.filter(({ id }) => id === round.id)
    const sum = (count: 'expected' | 'sent') => own.reduce((total, row) => total + row[count], 0)
    return { round, expected: sum('expected'), sent: sum('sent') }
  })
  const [first] = found
  return { progress, count: first?.count ?? 0, minGroup: first?.minGroup ?? 0 }
}
