// Done, failed or owed: what a submission is, told again from its rows after somebody changed what is owed for it.
import { type SQL, sql } from 'drizzle-orm'
import { tellAgain } from './standing.ts'

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
  tellAgain(which, now),
  count('+', which),
]
