// What an answer counts for in its round, said once.
import { type SQL, sql } from 'drizzle-orm'
import { isMissed, type Submissions } from './delivery.ts'
import { takesOneEach } from './round.ts'

const hasNone = (table: Submissions, moments: readonly string[]): SQL =>
  sql.raw(moments.map((moment) => `${table}.${moment} is null`).join(' and '))

/** Whether an answer waits, or waited when it was withdrawn: it is counted as held. */
export const isHeld = (table: Submissions): SQL => sql.raw(`${table}.held_at is not null`)

/** Whether everything that was owed for an answer is done. */
export const isDone = (table: Submissions): SQL => sql.raw(`${table}.done_at is not null`)

/** Whether another answer was chosen in its place. */
export const isSetAside = (table: Submissions): SQL => sql.raw(`${table}.set_aside_at is not null`)

/** Whether nothing of what it said is left. */
export const isErased = (table: Submissions): SQL => sql.raw(`${table}.erased_at is not null`)

/** Whether something is owed for an answer: it is neither done nor failed, and waits for nobody. */
export const isUnfinished = (table: Submissions): SQL => hasNone(table, ['done_at', 'failed_at', 'held_at'])

/** Whether an answer is still there: it was neither withdrawn nor erased. */
export const isPresent = (table: Submissions): SQL => hasNone(table, ['withdrawn_at', 'erased_at'])

/** Whether an answer stands: it is there, and no other one was chosen in its place. It counts unless it is held. */
export const standsInRound = (table: Submissions): SQL =>
  sql`${hasNone(table, ['set_aside_at'])} and ${isPresent(table)}`

/** Whether an answer counts in its round: it stands and is not held. */
export const countsInRound = (table: Submissions): SQL =>
  sql`${hasNone(table, ['held_at'])} and ${standsInRound(table)}`

/** Whether an answer waits for a person to decide whether it counts. */
export const waitsInRound = (table: Submissions): SQL => sql`${isHeld(table)} and ${isPresent(table)}`

/** By what respondents of a round are told apart: the key of the organisation, and who of it where people answer. */
export interface RespondentOf {
  readonly key: SQL
  readonly person: SQL
}

/** By what the respondent of an answer is told apart. */
export const respondentOf = (table: Submissions): RespondentOf => ({
  key: sql.raw(`${table}.respondent_key`),
  person: sql.raw(`${table}.respondent_person`),
})

/**
 * The answer of a respondent that counts in a round (`o`), behind which every other one waits; the source of a query.
 * Nothing waits in a round for practice.
 */
export const firstAnswer = (round: SQL, { key, person }: RespondentOf): SQL => sql`
  from submissions o
  where o.round_id = ${round} and o.respondent_key = ${key} and o.respondent_person is ${person} and ${countsInRound('o')}
    and exists (select 1 from rounds where rounds.id = o.round_id and ${takesOneEach('rounds')})`

/** Whether the machine owes something for an answer, or gave it up. */
export const isOwed = (table: Submissions): SQL =>
  sql`exists (select 1 from steps t where t.submission_id = ${sql.raw(table)}.id)`

/** The mails of an answer that failed and are missed (`d`); the source of a query. */
export const failedMails = (table: Submissions): SQL => sql`
  from deliveries d
  where d.submission_id = ${sql.raw(table)}.id and d.failed_at is not null and ${isMissed(table)}`

/** Whether something of an answer will not be done by itself: a step is dead, or a mail that is missed has failed. */
export const hasFailed = (table: Submissions): SQL => sql`(
  exists (select 1 from steps t where t.submission_id = ${sql.raw(table)}.id and t.dead_at is not null)
  or exists (select 1 ${failedMails(table)}))`

/** The district (Kemendagri code) in the key of a respondent, by which one organisation is known from another. */
export const keyDistrict = (key: SQL): SQL => sql`substr(${key}, 1, instr(${key}, '/') - 1)`

/** The name in the key of a respondent, as it is compared. */
export const keyName = (key: SQL): SQL => sql`substr(${key}, instr(${key}, '/') + 1)`

/**
 * The district (Kemendagri code) that an answer says it comes from; `table` is the name or alias of `submissions`. Where an
 * older release wrote it, the key tells: an answer without any district would be everybody's.
 */
export const respondentDistrict = (table: Submissions): SQL<string> =>
  sql`coalesce(${sql.raw(table)}.respondent_district, ${keyDistrict(sql.raw(`${table}.respondent_key`))})`

/** What an answer calls its sender, empty where it does not say; as it is compared, where an older release wrote it. */
export const respondentName = (table: Submissions): SQL<string> =>
  sql`coalesce(${sql.raw(table)}.respondent_name, ${keyName(sql.raw(`${table}.respondent_key`))})`

/** Where the answer of an id says it comes from. */
export const districtOfAnswer = (id: string): SQL =>
  sql`(select ${respondentDistrict('s')} from submissions s where s.id = ${id})`
