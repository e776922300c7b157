// Done, failed or owed: what a submission is, told again from its rows after somebody changed what is owed for it.
import { type SQL, sql } from 'drizzle-orm'

/** Whether a report that failed (`d`) was handed over by hand since, for its submission (`s`). */
const isByHand = sql`exists (select 1 from handovers h where h.submission_id = s.id and h.at >= d.created_at)`

// The last receipt, as long as mail goes there; the report of the answers that stand.
const stands = sql`
  case d.kind
    when 'receipt' then
      not exists (select 1 from deliveries o where o.subject_id = d.subject_id and o.kind = d.kind and o.generation > d.generation)
      and exists (
        select 1 from revisions r, json_each(r.answers) a where r.key = s.current_revision and a.value = d.recipient)
    else
      s.set_aside_at is null and not ${isByHand}
      and exists (select 1 from assessments a where a.id = d.subject_id and a.revision_key = s.current_revision)
  end`

/** Whether something of a submission (`s`) will not succeed by itself. */
const hasFailed = sql`(
  exists (select 1 from steps where submission_id = s.id and dead_at is not null)
  or exists (select 1 from deliveries d where d.submission_id = s.id and d.failed_at is not null and ${stands}))`

const count = (sign: '+' | '-', which: SQL): SQL => {
  const change = (column: string) => sql.raw(`${column} = round_tallies.${column} ${sign} c.${column}`)
  return sql`
    update round_tallies set ${change('done')}, ${change('failed')}
    from (
      select s.round_id as changed, count(s.done_at) as done, count(s.failed_at) as failed
      from submissions s where ${which} group by s.round_id
    ) as c
    where round_id = c.changed`
}

/**
 * The statements that change what is owed and tell again what some submissions are; `which` names them (`s`), and the
 * changes do not change what it names. Harmless when nothing changes.
 */
export const settled = (which: SQL, changes: readonly SQL[], now: number): readonly SQL[] => [
  count('-', which),
  ...changes,
  sql`
    update submissions as s set
      failed_at = case when ${hasFailed} then coalesce(failed_at, ${now}) end,
      done_at = case
        when not ${hasFailed} and not exists (select 1 from steps where submission_id = s.id) then coalesce(done_at, ${now}) end
    where ${which} and s.held_at is null`,
  count('+', which),
]
