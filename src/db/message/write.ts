// Mails to organisations, sent once more by coordinators, and dead steps that are tried again.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { isLastOfKind, mayGoOut } from '../facts/delivery.ts'
import { subjectIn } from '../facts/step.ts'
import { isPresent, respondentDistrict } from '../facts/submission.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { insertMailSteps } from '../step/insert.write.ts'
import { changeAndRecount } from '../submission/tally.write.ts'
import { guarded, type StaffEvent } from '../write.ts'

type Coordinating = Scope<'coordination'>

/** The submission that a mail is about: a decision names it as its subject only, since nothing waits for that mail. */
const ABOUT = sql`coalesce(d.submission_id, d.subject_id)`

const mayBeSent = (scope: Coordinating, delivery: string): SQL => sql`
  d.id = ${delivery} and d.network_id = ${scope.network.id} and d.kind in ('receipt', 'report', 'confirmed', 'declined')
  and ${isPresent('s')} and ${mayGoOut('s')}
  and ${stillCoordinates(scope, respondentDistrict('s'))}`

/**
 * The statements that owe a mail anew: another delivery, which replaces the one before. `to` is its recipient where it goes
 * elsewhere; `holds` has to hold as well. `event` follows the statement that decides.
 */
export const replaceMail = (
  scope: Coordinating,
  { delivery, anew, to, now }: Resend & { readonly to: string | null },
  holds: SQL,
  event: readonly SQL[] = [],
): readonly SQL[] => [
  sql`
    insert into deliveries (id, network_id, submission_id, kind, subject_id, organisation_id, generation, recipient, locale, replaces, created_at)
    select ${anew}, d.network_id, d.submission_id, d.kind, d.subject_id, d.organisation_id, d.generation + 1, coalesce(${to}, d.recipient),
      d.locale, d.id, ${now}
    from deliveries d join submissions s on s.id = ${ABOUT}
    where ${mayBeSent(scope, delivery)} and ${holds}`,
  ...event,
  insertMailSteps(sql`d.id = ${anew} and d.handed_at is null`),
]

/** A mail that is to go out once more, and the delivery that is to replace it. */
export interface Resend {
  readonly delivery: string
  readonly anew: string
  readonly now: number
}

/** Where the answer is that a mail is about. */
const districtOf = (delivery: string): SQL => sql`(
  select ${respondentDistrict('s')} from deliveries d join submissions s on s.id = ${ABOUT} where d.id = ${delivery})`

const aboutMail = (
  verb: 'send' | 'redirect',
  { delivery, anew }: Pick<Resend, 'delivery' | 'anew'>,
): StaffEvent => ({
  verb,
  subject: 'delivery',
  id: delivery,
  district: districtOf(delivery),
  detail: { anew },
})

/**
 * Sends a mail that was handed over once more to the same address; one that was sent once more already is not. Tells whether
 * one goes out, by this or another press.
 */
export async function storeResend(scope: Coordinating, db: Database, row: Resend): Promise<boolean> {
  const wasHanded = sql`d.handed_at is not null and d.complained_at is null and d.delivered_at is null`
  const which = sql`s.id = (select submission_id from deliveries where id = ${row.delivery})`
  const standing = await guarded(scope, db, {
    may: stillCoordinates(scope),
    now: row.now,
    event: aboutMail('send', row),
    statements: (event) =>
      changeAndRecount(which, replaceMail(scope, { ...row, to: null }, wasHanded, [event]), row.now),
    asked: {
      isSent: sql`exists (select 1 from deliveries d where d.id = ${row.delivery} and not ${isLastOfKind})`,
    },
  })
  return standing?.isSent === 1
}

/** Sends a mail that nothing waits for once more, to another address. */
export async function storeResendElsewhere(
  scope: Coordinating,
  db: Database,
  row: Resend & { readonly to: string },
): Promise<void> {
  await guarded(scope, db, {
    may: stillCoordinates(scope),
    now: row.now,
    event: aboutMail('redirect', row),
    statements: (event) => replaceMail(scope, row, sql`d.submission_id is null`, [event]),
  })
}

/**
 * The steps among some (`kind:subject`) that are the coordinator's; a mail that was refused has its step's name still, and is
 * one to try again only where it may go out.
 */
const theirs = (scope: Coordinating, steps: readonly string[]): SQL => sql`
  select j.value as id, s.id as submission, case when ${mayGoOut('s')} then d.id end as mail
  from json_each(${JSON.stringify(steps)}) j
    left join steps st on st.id = j.value
    left join deliveries d on d.id = ${subjectIn(sql`j.value`)}
    left join submissions s on s.id = coalesce(st.submission_id, ${ABOUT})
  where coalesce(st.network_id, d.network_id) = ${scope.network.id}
    and (s.id is not null or ${scope.role === 'administrator'}) and ${isPresent('s')}
    and ${stillCoordinates(scope, respondentDistrict('s'))}`

/**
 * Makes dead steps, and mails that the mail service refused, due as if they were new. What is neither is left alone, so
 * doing it again changes nothing. Tells whether one of them is owed now.
 */
export async function retrySteps(
  scope: Coordinating,
  db: Database,
  steps: readonly string[],
  now: number,
): Promise<boolean> {
  const named = theirs(scope, steps)
  const isRefused = sql`
    failed_at is not null and handed_at is null and id in (select mail from (${named}))`
  const isDead = sql`dead_at is not null and id in (select id from (${named}))`
  const standing = await guarded(scope, db, {
    may: stillCoordinates(scope),
    now,
    event: {
      verb: 'retry',
      subject: 'network',
      id: scope.network.id,
      detail: { steps },
      when: sql`(
        exists (select 1 from deliveries where ${isRefused}) or exists (select 1 from steps where ${isDead}))`,
    },
    statements: (event) =>
      changeAndRecount(
        sql`s.id in (select submission from (${named}))`,
        [
          event,
          insertMailSteps(isRefused, now),
          sql`update deliveries set failed_at = null, reason = null where ${isRefused}`,
          sql`
            update steps set dead_at = null, reason = null, lease_until = null, attempts = 0, due_at = ${now}, created_at = ${now}
            where ${isDead}`,
        ],
        now,
      ),
    asked: {
      isOwed: sql`exists (
        select 1 from steps where dead_at is null and id in (select value from json_each(${JSON.stringify(steps)})))`,
    },
  })
  return standing?.isOwed === 1
}

/** The statements that give the new address to whom the organisation of a submission is reached by under the old one. */
export const updateContactAddress = (
  submission: string,
  before: string | null,
  after: string,
  holds: SQL,
): readonly SQL[] =>
  before === null
    ? []
    : [
        sql`
          update contacts set email = ${after.toLowerCase()}, bounced_at = null
          where email = ${before.toLowerCase()} and ${holds}
            and organisation_id = (select organisation_id from submissions where id = ${submission})`,
      ]
