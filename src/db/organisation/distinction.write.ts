// Two organisations that look alike and are not the same, said and taken back by coordinators of both.
import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { orderedPair } from '../../core/organisation/duplicates.ts'
import type { Database } from '../database.ts'
import { districtOfOrganisation } from '../facts/organisation.ts'
import { guarded } from '../write.ts'
import { bothTheirs, type MergeOutcome } from './merge.write.ts'

/** Two organisations of which something is said; `now` in ms UTC. */
export interface Pair {
  readonly one: string
  readonly other: string
  readonly now: number
}

/** Says that two organisations are two (`areTwo`), or takes that back. The same said twice is said once. */
export async function distinguish(
  scope: Scope<'coordination'>,
  db: Database,
  { one, other, now }: Pair,
  areTwo: boolean,
): Promise<MergeOutcome> {
  const [first, second] = orderedPair(one, other)
  const theirs = sql`
    from organisations a, organisations b where ${bothTheirs(scope, sql`${first}`, sql`${second}`)}`
  const stand = sql`a.merged_into is null and b.merged_into is null`
  const standing = await guarded(scope, db, {
    may: sql`exists (select 1 ${theirs})`,
    now,
    event: {
      verb: areTwo ? 'distinguish' : 'reconsider',
      subject: 'organisation',
      id: first,
      district: districtOfOrganisation(first),
      detail: { other: second },
    },
    statements: (event) => [
      areTwo
        ? sql`
            insert into distinctions (network_id, one_id, other_id, decided_by, decided_at)
            select a.network_id, a.id, b.id, ${scope.person.id}, ${now} ${theirs} and ${stand}
            on conflict do nothing`
        : sql`
            delete from distinctions
            where one_id = ${first} and other_id = ${second} and exists (select 1 ${theirs} and ${stand})`,
      event,
    ],
    asked: { stand: sql`exists (select 1 ${theirs} and ${stand})` },
  })
  return !standing?.may ? 'refused' : standing.stand === 1 ? 'done' : 'changed'
}
