// What submissions count for in their round, and whether anything of them is owed or has failed.
import { type SQL, sql } from 'drizzle-orm'
import { hasFailed, isOwed } from '../facts/submission.ts'

/** Takes what some submissions count for out of the counters of their rounds, or puts it in. */
export const countAgain = (which: SQL, sign: '+' | '-', where: SQL): SQL => {
  const change = (column: string) => sql.raw(`${column} = round_tallies.${column} ${sign} counts.${column}`)
  return sql`
    update round_tallies set
      ${change('done')}, ${change('failed')}, ${change('held')}, ${change('assessed')}
    from (
      select round_id, count(done_at) as done, count(failed_at) as failed, count(held_at) as held,
        sum(set_aside_at is null and exists (select 1 from assessments a where a.submission_id = submissions.id)) as assessed
      from submissions where ${which} and ${where} group by round_id
    ) as counts
    where round_tallies.round_id = counts.round_id`
}

/**
 * The statement that tells anew whether some submissions (`s`) are done or have failed, from what stands in their rows;
 * of those that are held it tells nothing.
 */
export const tellAgain = (which: SQL, now: number): SQL => sql`
  update submissions as s set
    failed_at = case when ${hasFailed('s')} then coalesce(failed_at, ${now}) end,
    done_at = case when not ${hasFailed('s')} and not ${isOwed('s')} then coalesce(done_at, ${now}) end
  where ${which} and s.held_at is null`
