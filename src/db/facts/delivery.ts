// Where mail about an answer goes, and which mails are missed: said once. `d` is the mail.
import { type SQL, sql } from 'drizzle-orm'

/** The name or alias of `submissions` in a query. */
export type Submissions = 'submissions' | 's' | 'o' | 'h'

/** The name or alias of `deliveries` in a query. */
type Deliveries = 'deliveries' | 'd'

/** Whether something went wrong with a mail, in the words by which indexes know such mails. */
export const isInTrouble = (table: Deliveries): SQL =>
  sql.raw(
    `(${['bounced_at', 'complained_at', 'failed_at'].map((moment) => `${table}.${moment} is not null`).join(' or ')})`,
  )

/** What the current answers say of their sender where their form asks for it; or null. For mail, the address it goes to. */
export const senderAnswer = (what: 'organisation' | 'district' | 'email', answer: Submissions): SQL => sql`(
  select json_extract(r.answers, '$."' || json_extract(f.definition, ${sql.raw(`'$.respondent.${what}'`)}) || '"')
  from revisions r join form_versions f on f.hash = r.form_hash
  where r.key = ${sql.raw(answer)}.current_revision)`

/**
 * Where mail about an answer goes, or null. What an older release wrote does not say: its answers tell.
 */
export const mailGoesTo = (answer: Submissions): SQL => {
  const its = (column: string) => sql.raw(`${answer}.${column}`)
  return sql`iif(${its('respondent_name')} is null, ${senderAnswer('email', answer)}, ${its('respondent_email')})`
}

/** Whether no mail of its kind was sent in place of it. */
export const isLastOfKind = sql`not exists (
  select 1 from deliveries o where o.subject_id = d.subject_id and o.kind = d.kind and o.generation > d.generation)`

/** Whether a report tells of the answers that stand. */
export const isCurrentReport = (answer: Submissions): SQL => sql`(
  ${sql.raw(answer)}.set_aside_at is null and exists (
    select 1 from assessments a where a.id = d.subject_id and a.revision_key = ${sql.raw(answer)}.current_revision))`

/** Whether a report was handed over by hand since its mail was made. */
const isByHand = (answer: Submissions): SQL =>
  sql`exists (select 1 from handovers h where h.submission_id = ${sql.raw(answer)}.id and h.at >= d.created_at)`

/**
 * Whether a mail may go out, or go out once more: it is the last of its kind, a receipt goes where mail goes, and a report tells
 * of the answers that stand. That of a decision goes where a person sends it.
 */
export const mayGoOut = (answer: Submissions): SQL => sql`(
  ${isLastOfKind} and case d.kind when 'receipt' then d.recipient = ${mailGoesTo(answer)}
  when 'report' then ${isCurrentReport(answer)} else true end)`

/** Whether a mail about an answer that failed is missed: it could go out still, and is no report that was handed over by hand. */
export const isMissed = (answer: Submissions): SQL => sql`(
  ${mayGoOut(answer)} and not (d.kind = 'report' and ${isByHand(answer)}))`
