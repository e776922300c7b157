// What an answer counts for in its round, said once.
import { type SQL, sql } from 'drizzle-orm'
import { takesOneEach } from './round.ts'

/** The name or alias of `submissions` in a query. */
type Submissions = 'submissions' | 's' | 'o'

/** Whether an answer counts in its round: it is neither held nor withdrawn nor set aside. */
export const countsInRound = (table: Submissions): SQL =>
  sql.raw(
    ['held_at', 'withdrawn_at', 'set_aside_at'].map((moment) => `${table}.${moment} is null`).join(' and '),
  )

/**
 * The answer of a respondent that counts in a round (`o`), behind which every other one waits; the source of a query.
 * Nothing waits in a round for practice.
 */
export const firstAnswer = (round: SQL, respondent: SQL): SQL => sql`
  from submissions o
  where o.round_id = ${round} and o.respondent_key = ${respondent} and ${countsInRound('o')}
    and exists (select 1 from rounds where rounds.id = o.round_id and ${takesOneEach('rounds')})`
