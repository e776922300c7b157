// How often somebody was turned away from a round on a day, and by what.
import { sql } from 'drizzle-orm'
import type { LimitKind } from '../../core/kernel/ports.ts'
import type { Database } from '../database.ts'

/** So many on one day (UTC, ISO 8601). */
export interface Refusals {
  readonly slug: string
  readonly day: string
  readonly kind: LimitKind
  readonly count: number
}

/** Adds to the counts, in one statement. What names no round of ours is not counted. */
export const countRefusals = (db: Database, refusals: readonly Refusals[]) =>
  db.run(sql`
    insert into refusals (round_id, network_id, day, kind, count)
    select r.id, r.network_id, value ->> 'day', value ->> 'kind', value ->> 'count'
    from json_each(${JSON.stringify(refusals)}) cross join rounds r on r.slug = value ->> 'slug' where true
    on conflict (round_id, day, kind) do update set count = count + excluded.count`)
