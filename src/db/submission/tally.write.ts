// The counters of rounds: the only statements that write them, and what submissions are, told again from their rows.
import { type SQL, sql } from 'drizzle-orm'
import { hasFailed, isHeld, isOwed, isSetAside } from '../facts/submission.ts'

/** What is counted of a round. */
export type Counter = 'accepted' | 'assessed' | 'done' | 'held' | 'failed' | 'expired'

const COUNTERS: readonly Counter[] = ['accepted', 'assessed', 'done', 'held', 'failed', 'expired']

/**
 * The statement that adds to the counters of rounds; `of` is the rest of a query, with a condition, that has `round_id` and
 * `network_id` in one row a round. `now` in ms UTC.
 */
export function addToTallies(counts: Readonly<Partial<Record<Counter, SQL>>>, of: SQL, now: number): SQL {
  const changed = COUNTERS.flatMap((name) =>
    counts[name] ? [{ column: sql.raw(name), count: counts[name] }] : [],
  )
  const list = (part: (one: (typeof changed)[number]) => SQL): SQL => sql.join(changed.map(part), sql`, `)
  return sql`
    insert into round_tallies (round_id, network_id, ${list(({ column }) => column)}, changed_at)
    select round_id, network_id, ${list(({ count }) => count)}, ${now} ${of}
    on conflict (round_id) do update set ${list(({ column }) => sql`${column} = ${column} + excluded.${column}`)},
      changed_at = excluded.changed_at`
}

/** Takes what some submissions (`s`) count for out of the counters of their rounds, or puts it in. */
export const recountTallies = (sign: '+' | '-', which: SQL, now: number): SQL => {
  const by = (count: SQL) => sql`${sql.raw(sign)} ${count}`
  return addToTallies(
    {
      assessed: by(sql`sum(
        not (${isSetAside('s')}) and exists (select 1 from assessments a where a.submission_id = s.id))`),
      done: by(sql`count(s.done_at)`),
      held: by(sql`count(s.held_at)`),
      failed: by(sql`count(s.failed_at)`),
    },
    sql`from submissions s where ${which} group by s.round_id`,
    now,
  )
}

/**
 * The statement that tells anew whether some submissions (`s`) are done or have failed, from what stands in their rows;
 * of those that are held it tells nothing.
 */
export const updateOutcomes = (which: SQL, now: number): SQL => sql`
  update submissions as s set
    failed_at = case when ${hasFailed('s')} then coalesce(failed_at, ${now}) end,
    done_at = case when not ${hasFailed('s')} and not ${isOwed('s')} then coalesce(done_at, ${now}) end
  where ${which} and not (${isHeld('s')})`

/**
 * The statements that change what is owed and tell again what some submissions are; `which` names them (`s`), and the
 * changes do not change what it names. Harmless when nothing changes.
 */
export const changeAndRecount = (which: SQL, changes: readonly SQL[], now: number): readonly SQL[] => [
  recountTallies('-', which, now),
  ...changes,
  updateOutcomes(which, now),
  recountTallies('+', which, now),
]
