// Who may sign in to a network, and as what. Every write asks again whether the writer may: roles change meanwhile.
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { Post } from '../../core/people/post.ts'
import type { Database } from '../database.ts'
import { administratorsOf, stillAdministers } from '../facts/theirs.ts'
import { people } from '../schema/index.ts'
import { insertMailSteps } from '../step/insert.write.ts'
import { CHANGED, guarded, type RowAfterWrite } from '../write.ts'

/** Somebody who is to come into a network; `now` in ms UTC. */
export interface NewMember extends Post {
  readonly personId: string
  readonly membershipId: string
  readonly delivery: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly locale: Locale
  readonly now: number
}

/**
 * What became of a change. `last`: the network would be left without an administrator; `gone`: that person is not in the
 * network; `refused`: whoever asked is no administrator any more.
 */
export type MemberChangeOutcome = 'done' | 'last' | 'gone' | 'refused'

const districtsOf = ({ districts }: Post) => (districts === null ? null : JSON.stringify(districts))

/**
 * Brings a person into the network under the name that is given, with the mail that says so; whoever was removed comes back. Who
 * has a membership already keeps it, and what they are called elsewhere stays as it is. `there`: they are in the network already; `refused`: the writer is no administrator any more.
 */
export async function storeMember(
  scope: Scope<'people'>,
  db: Database,
  row: NewMember,
): Promise<'stored' | 'there' | 'refused'> {
  const { network, person } = scope
  const standing = await guarded(scope, db, {
    may: stillAdministers(scope),
    now: row.now,
    event: { verb: 'invite', subject: 'membership', id: row.membershipId },
    statements: (event) => [
      sql`
      insert into people (id, email, name, locale, created_at)
      select ${row.personId}, ${row.email}, ${row.name}, ${row.locale}, ${row.now} where ${stillAdministers(scope)}
      on conflict (email) do nothing`,
      sql`
      insert into memberships (id, network_id, person_id, role, districts, name, invited_by, created_at)
      select ${row.membershipId}, ${network.id}, id, ${row.role}, ${districtsOf(row)}, ${row.name}, ${person.id}, ${row.now}
      from people where email = ${row.email} and ${stillAdministers(scope)}
      on conflict (network_id, person_id) do update set role = excluded.role, districts = excluded.districts, name = excluded.name,
        invited_by = excluded.invited_by, created_at = excluded.created_at, removed_at = null
      where removed_at is not null`,
      event,
      // Nothing where the person was there already.
      sql`
      insert into deliveries (id, network_id, kind, subject_id, person_id, generation, recipient, locale, created_at)
      select ${row.delivery}, m.network_id, 'invited', m.id, p.id,
        (select coalesce(max(generation) + 1, 0) from deliveries where subject_id = m.id and kind = 'invited'),
        p.email, p.locale, ${row.now}
      from people p join memberships m on m.network_id = ${network.id} and m.person_id = p.id
      where p.email = ${row.email} and ${CHANGED}`,
      insertMailSteps(sql`d.id = ${row.delivery}`),
    ],
    asked: { stored: sql`exists (select 1 from deliveries where id = ${row.delivery})` },
  })
  if (standing?.stored === 1) return 'stored'
  return standing?.may ? 'there' : 'refused'
}

/** The membership of that id, unless it is that of the last administrator, and only while the writer still may. */
const changeable = (scope: Scope<'people'>, id: string): SQL => sql`
  id = ${id} and network_id = ${scope.network.id} and removed_at is null and ${stillAdministers(scope)}
  and (role <> 'administrator' or exists (select 1 from ${administratorsOf(scope.network.id)} and a.id <> memberships.id))`

/** Changes a membership and keeps that; what became of it is told by what stands, so that it is done however often it is asked. */
async function writeMembership(
  scope: Scope<'people'>,
  db: Database,
  { id, verb, now }: { readonly id: string; readonly verb: 'change' | 'remove'; readonly now: number },
  statements: readonly [SQL, ...SQL[]],
  isDone: SQL,
): Promise<MemberChangeOutcome> {
  const [deciding, ...others] = statements
  const standing: RowAfterWrite<'isDone' | 'isThere'> | null = await guarded(scope, db, {
    may: stillAdministers(scope),
    now,
    event: { verb, subject: 'membership', id },
    statements: (event) => [deciding, event, ...others],
    asked: { isDone, isThere: sql`removed_at is null` },
    of: sql`from memberships where id = ${id} and network_id = ${scope.network.id}`,
  })
  if (standing?.isDone === 1) return 'done'
  if (standing?.isThere !== 1) return 'gone'
  return standing.may ? 'last' : 'refused'
}

/** Gives a person of the network another role or other districts. */
export function updateMembership(
  scope: Scope<'people'>,
  db: Database,
  id: string,
  post: Post,
  now: number,
): Promise<MemberChangeOutcome> {
  const { role } = post
  const districts = districtsOf(post)
  const update = sql`
    update memberships set role = ${role}, districts = ${districts}
    where ${changeable(scope, id)} and (role <> ${role} or districts is not ${districts})`
  const isDone = sql`(role = ${role} and districts is ${districts} and removed_at is null)`
  return writeMembership(scope, db, { id, verb: 'change', now }, [update], isDone)
}

/** Takes a person out of the network. Whoever has no network left is signed out everywhere in the same batch. */
export function endMembership(
  scope: Scope<'people'>,
  db: Database,
  id: string,
  now: number,
): Promise<MemberChangeOutcome> {
  const statements = [
    sql`update memberships set removed_at = ${now} where ${changeable(scope, id)}`,
    sql`
      update sessions set revoked_at = ${now}
      where revoked_at is null
        and person_id = (select person_id from memberships where id = ${id} and network_id = ${scope.network.id})
        and not exists (select 1 from memberships m where m.person_id = sessions.person_id and m.removed_at is null)`,
  ] as const
  return writeMembership(scope, db, { id, verb: 'remove', now }, statements, sql`(removed_at is not null)`)
}

/** Sets the language of a person's pages and mails. */
export const setLocale = ({ person }: Self, db: Database, locale: Locale) =>
  db.$again(async () => db.update(people).set({ locale }).where(eq(people.id, person.id)))
