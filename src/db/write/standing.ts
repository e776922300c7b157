// What submissions count for in their round, and whether anything of them is owed or has failed.
import { type SQL, sql } from 'drizzle-orm'

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

/** Whether a step is owed for the submission. */
export const IS_OWED = sql`exists (select 1 from steps where submission_id = submissions.id)`

/** Whether something will never be done for the submission. The receipt that stands is the last one, to where mail goes. */
export const hasFailed = (email: SQL): SQL => sql`(
  exists (select 1 from steps where submission_id = submissions.id and dead_at is not null)
  or exists (
    select 1 from deliveries d
    where d.subject_id = submissions.id and d.kind = 'receipt' and d.failed_at is not null
      and d.recipient is ${email}
      and not exists (
        select 1 from deliveries o where o.subject_id = d.subject_id and o.kind = 'receipt' and o.generation > d.generation)))`
