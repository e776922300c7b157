// Signing in and out: mailed links, and the sessions that they begin.
import { and, eq, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Self } from '../../core/kernel/scope.ts'
import {
  KEPT_AFTER_END,
  MOST_LINKS,
  SEEN_EVERY,
  SESSION_LASTS,
  SIGN_IN_LASTS,
  SIGN_INS,
} from '../../core/people/session.ts'
import { atomically, type Database } from '../database.ts'
import { sessions, signIns } from '../schema/index.ts'
import { insertMailSteps } from '../step/insert.write.ts'

/** A mailed link that is asked for; `now` in ms UTC. */
export interface NewSignIn {
  /** Of the link, where none lives. */
  readonly id: string
  readonly delivery: string
  /** In lower case. */
  readonly email: string
  readonly now: number
}

const STANDING = sql`from memberships where person_id = p.id and removed_at is null`

const mailsOf = (signIn: SQL) => sql`from deliveries d where d.subject_id = ${signIn} and d.kind = 'sign-in'`

/** The link of `people p` that was mailed and can still be used; what a script has printed is none of these. */
const livingLink = (now: number) => sql`
  (select s.id from sign_ins s
    where s.person_id = p.id and s.created_at > ${now - SIGN_IN_LASTS} and s.used_at is null and s.expires_at > ${now}
      and exists (select 1 ${mailsOf(sql`s.id`)})
    order by s.created_at desc limit 1)`

/** Whether it may be mailed once more: the mail of it is not on its way still, and none was mailed again lately. */
const mayGoAgain = (signIn: SQL, now: number) => sql`
  not exists (select 1 ${mailsOf(signIn)} and d.handed_at is null and d.failed_at is null)
  and (
    select count(*) from sign_ins o join deliveries d on d.subject_id = o.id and d.kind = 'sign-in'
    where o.person_id = p.id and o.created_at > ${now - SIGN_INS.within - SIGN_IN_LASTS}
      and d.generation > 0 and d.created_at > ${now - SIGN_INS.within}
  ) < ${SIGN_INS.again}`

/**
 * Owes a mail with a link to sign in, if the address is that of somebody with a network, and tells whether it does: with the
 * link that lives, or with a new one where none does. The same statements run whoever asks.
 */
export async function storeSignIn(db: Database, { id, delivery, email, now }: NewSignIn): Promise<boolean> {
  const stored = await atomically(db, [
    sql`
      insert into sign_ins (id, person_id, expires_at, created_at)
      select ${id}, p.id, ${now + SIGN_IN_LASTS}, ${now} from people p
      where p.email = ${email} and exists (select 1 ${STANDING}) and ${livingLink(now)} is null
        and (select count(*) from sign_ins where person_id = p.id and created_at > ${now - SIGN_INS.within}) < ${MOST_LINKS}`,
    sql`
      insert into deliveries (id, network_id, kind, subject_id, generation, person_id, recipient, locale, created_at)
      select ${delivery}, (select network_id ${STANDING} order by created_at limit 1), 'sign-in', l.id,
        (select count(*) ${mailsOf(sql`l.id`)}), p.id, p.email, p.locale, ${now}
      from people p
        join sign_ins l on l.id = coalesce((select id from sign_ins where id = ${id}), ${livingLink(now)})
      where p.email = ${email} and exists (select 1 ${STANDING}) and (l.id = ${id} or ${mayGoAgain(sql`l.id`, now)})
      on conflict do nothing`,
    insertMailSteps(sql`d.id = ${delivery}`),
    sql`select 1 from deliveries where id = ${delivery}`,
  ])
  return stored.length > 0
}

/** Spends a mailed link for a session, and tells whether it did: of two who try at once, one gets it. */
export async function beginSession(
  db: Database,
  { signIn, hash, now }: { readonly signIn: string; readonly hash: string; readonly now: number },
): Promise<boolean> {
  const begun = sql`select 1 from sessions where hash = ${hash}`
  const found = await atomically(db, [
    sql`
      insert into sessions (hash, person_id, created_at, seen_at, expires_at)
      select ${hash}, p.id, ${now}, ${now}, ${now + SESSION_LASTS}
      from sign_ins s join people p on p.id = s.person_id
      where s.id = ${signIn} and s.used_at is null and s.expires_at > ${now} and exists (select 1 ${STANDING})`,
    sql`update sign_ins set used_at = ${now} where id = ${signIn} and exists (${begun})`,
    begun,
  ])
  return found.length > 0
}

/** Writes down that a session was seen, unless that was done lately. */
export const markSeen = ({ session }: Self, db: Database, now: number) =>
  db
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.hash, session.hash), lt(sessions.seenAt, now - SEEN_EVERY)))

/** Ends one of a person's own sessions. */
export const endSession = ({ person }: Self, db: Database, hash: string, now: number) =>
  db.$again(async () =>
    db
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.personId, person.id), eq(sessions.hash, hash), isNull(sessions.revokedAt))),
  )

/** Ends all of a person's own sessions but the one they are using. */
export const endOtherSessions = ({ person, session }: Self, db: Database, now: number) =>
  db.$again(async () =>
    db
      .update(sessions)
      .set({ revokedAt: now })
      .where(
        and(eq(sessions.personId, person.id), ne(sessions.hash, session.hash), isNull(sessions.revokedAt)),
      ),
  )

// A minute's portion, so that a sweep stays as quick as it is.
const FORGOTTEN_AT_ONCE = 100

/** Deletes links and sessions that ran out long ago; in one journey, whether there are any or not. */
export async function forgetEnded(db: Database, now: number): Promise<void> {
  const long = (table: typeof signIns | typeof sessions) => sql`
    delete from ${table} where rowid in (
      select rowid from ${table} where expires_at < ${now - KEPT_AFTER_END} limit ${FORGOTTEN_AT_ONCE})`
  await atomically(db, [long(signIns), long(sessions)])
}
