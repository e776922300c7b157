// Who signed in, and the links and sessions by which they did.
import { and, asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Self, SelfFacts } from '../../core/kernel/scope.ts'
import { SESSION_IDLE } from '../../core/people/session.ts'
import type { Database } from '../database.ts'
import { logoColumns } from '../network/settings.read.ts'
import { memberships, networkLogos, networks, people, sessions, signIns } from '../schema/index.ts'

/** Sessions that neither ended nor ran out. */
const isAlive = (now: number): SQL | undefined =>
  and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - SESSION_IDLE))

/** Whose a session is, by the hash of its token; null where it ended, ran out, or opens no network any more. */
export async function selfBySession(db: Database, hash: string, now: number): Promise<SelfFacts | null> {
  const rows = await db
    .select({
      person: { id: people.id, name: people.name, email: people.email, locale: people.locale },
      session: { hash: sessions.hash, seenAt: sessions.seenAt },
      role: memberships.role,
      districts: memberships.districts,
      network: {
        id: networks.id,
        slug: networks.slug,
        name: networks.name,
        timeZone: networks.timeZone,
        provinces: networks.provinces,
      },
      logo: logoColumns,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.removedAt)))
    .innerJoin(networks, eq(networks.id, memberships.networkId))
    .leftJoin(networkLogos, eq(networkLogos.networkId, networks.id))
    .where(and(eq(sessions.hash, hash), isAlive(now)))
  const [first] = rows
  if (!first) return null
  const { person, session } = first
  const theirs = rows.map(({ network, logo, role, districts }) => ({
    network: { ...network, logo },
    role,
    districts,
  }))
  return {
    person,
    session,
    memberships: theirs.toSorted((a, b) => a.network.name.id.localeCompare(b.network.name.id)),
  }
}

/** A person's own sessions that are still good, the one seen last first. */
export const sessionsOf = ({ person }: Self, db: Database, now: number) =>
  db
    .select({ hash: sessions.hash, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, person.id), isAlive(now)))
    .orderBy(desc(sessions.seenAt), asc(sessions.createdAt))

/** A session as its owner sees it; moments in ms UTC. */
export type OwnSession = Awaited<ReturnType<typeof sessionsOf>>[number]

/** What a mailed link to sign in says of itself, or null. */
export async function signInById(db: Database, id: string) {
  const [found] = await db
    .select({
      id: signIns.id,
      expiresAt: signIns.expiresAt,
      usedAt: signIns.usedAt,
      email: people.email,
      locale: people.locale,
      isMember: sql<number>`exists (
        select 1 from ${memberships}
        where ${memberships.personId} = ${people.id} and ${memberships.removedAt} is null)`,
    })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(eq(signIns.id, id))
  return found ? { ...found, isMember: found.isMember === 1 } : null
}

/** A mailed link to sign in; moments in ms UTC. */
export type SignIn = NonNullable<Awaited<ReturnType<typeof signInById>>>
