// What rounds are to organisations, said once: whose their answers are, and how often one may answer.
import { type SQL, sql } from 'drizzle-orm'

/** The name or alias of `rounds` in a query. */
type Rounds = 'rounds' | 'r'

/** Whether what is sent in a round counts in its network: what is practised does nowhere. */
export const countsInNetwork = (table: Rounds): SQL => sql.raw(`${table}.practice = 0`)

/** Whether answers of a round belong to organisations of the registry, so that they can be known by their names. */
export const attributesAnswers = (table: Rounds): SQL =>
  sql`${sql.raw(table)}.anonymous = 0 and ${countsInNetwork(table)}`

/**
 * Whether one answer of each respondent counts in a round, an organisation or a person of one, as its form says; whoever
 * practises does so as often as they like.
 */
export const takesOneEach = (table: Rounds): SQL =>
  sql`${countsInNetwork(table)} and ${sql.raw(`coalesce(${table}.answers_per, 'organisation') <> 'any'`)}`

/**
 * Whether, once two organisations are one, the later of their answers in a round waits for a decision. Registrations do
 * not: each was decided by itself.
 */
export const awaitsDecisionOnMerge = (table: Rounds): SQL =>
  sql`${sql.raw(`${table}.kind <> 'registration'`)} and ${takesOneEach(table)}`
