// Signing in and out: mailed links, and the sessions that they begin.
import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Self } from '../../core/kernel/scope.ts'
import {
  KEPT_AFTER_END,
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
  readonly id: string
  readonly delivery: string
  /** In lower case. */
  readonly email: string
  readonly now: number
}

const STANDING = sql`from memberships where person_id = p.id and removed_at is null`

/**
 * Stores a link to sign in with its mail and the step for it, if the address is that of somebody with a network who has
 * not had too many of them, and tells whether it did. The same statements run whoever asks.
 */
export async function storeSignIn(db: Database, { id, delivery, email, now }: NewSignIn): Promise<boolean> {
  const stored = await atomically(db, [
    sql`
      insert into sign_ins (id, person_id, expires_at, created_at)
      select ${id}, p.id, ${now + SIGN_IN_LASTS}, ${now} from people p
      where p.email = ${email} and exists (select 1 ${STANDING}) and not exists (select 1 from sign_ins where id = ${id})
        and (select count(*) from sign_ins where person_id = p.id and created_at > ${now - SIGN_INS.within}) < ${SIGN_INS.most}`,
    sql`
      insert into deliveries (id, network_id, kind, subject_id, person_id, recipient, locale, created_at)
      select ${delivery}, (select network_id ${STANDING} order by created_at limit 1), 'sign-in', s.id, p.id, p.email, p.locale, ${now}
      from sign_ins s join people p on p.id = s.person_id where s.id = ${id}
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
