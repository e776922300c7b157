// What a step is, said once: its kind and what it is about. An older release wrote both into its id alone.
import { type SQL, sql } from 'drizzle-orm'
import { RULES } from '../../core/message/message.ts'
import { classesByKind } from '../../core/step/step.ts'

/** The name or alias of `steps` in a query. */
type Steps = 'steps' | 't'

/** What the id of a step names, where the step itself may be gone. */
export const subjectIn = (id: SQL): SQL => sql`substr(${id}, instr(${id}, ':') + 1)`

/** The kind of step that an id tells. */
export const kindIn = (id: SQL): SQL => sql`substr(${id}, 1, instr(${id}, ':') - 1)`

/** The id of what a step is about: of a revision or of a mail. */
export const stepSubject = (table: Steps): SQL =>
  sql`coalesce(${sql.raw(`${table}.subject_id`)}, ${subjectIn(sql.raw(`${table}.id`))})`

/** The kind of a step. */
const stepKind = (table: Steps): SQL =>
  sql`coalesce(${sql.raw(`${table}.kind`)}, ${kindIn(sql.raw(`${table}.id`))})`

/** Whether a step measures a revision. */
export const isAssessing = (table: Steps): SQL => sql`${stepKind(table)} = 'assess'`

/** Whether a step hands over a mail. */
export const isDelivering = (table: Steps): SQL => sql`${stepKind(table)} = 'deliver'`

/** Whether a step hands over one of some mails; `which` says which of `deliveries`. */
export const isOfMail = (table: Steps, which: SQL): SQL =>
  sql`exists (select 1 from deliveries where deliveries.id = ${stepSubject(table)} and ${which})`

/** Whether a step waits by a rule of ours. */
export const isByRule = (table: Steps): SQL =>
  sql`coalesce(${sql.raw(`${table}.reason`)} in (${sql.join(
    RULES.map((rule) => sql`${rule}`),
    sql`, `,
  )}), false)`

/** The id of the step that owes a mail; `mail` is its id. */
export const stepOfMail = (mail: SQL): SQL => sql`'deliver:' || ${mail}`

/** The class of a mail as a step, how long it may wait, as SQL; `kind` is the column with the kind of the mail. */
export const classText = (kind: string): string =>
  `case ${kind} ${classesByKind.map(([one, name]) => `when '${one}' then '${name}'`).join(' ')} end`

/** The class of a mail (`d`) as a step. */
export const classOfMail: SQL = sql.raw(classText('d.kind'))
