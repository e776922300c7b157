// The people of a network, for those who look after who may sign in.
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { nameHere } from '../facts/people.ts'
import { memberships, people } from '../schema/index.ts'

const members = (scope: Scope<'people'>, db: Database, which?: SQL) =>
  db
    .select({
      id: memberships.id,
      personId: people.id,
      name: nameHere.as('name_here'),
      email: people.email,
      role: memberships.role,
      districts: memberships.districts,
      createdAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.networkId, scope.network.id), isNull(memberships.removedAt), which))
    .orderBy(asc(nameHere), asc(people.email))

/** A person with their role in the network, by what it calls them; `createdAt` is when they came (ms UTC). */
export type Member = Awaited<ReturnType<typeof members>>[number]

/** Everybody who may sign in to the network, by name. */
export const membersOf = (scope: Scope<'people'>, db: Database): Promise<Member[]> => members(scope, db)

/** One of them by the id of the membership, or null. */
export const memberById = async (scope: Scope<'people'>, db: Database, id: string): Promise<Member | null> =>
  (await members(scope, db, eq(memberships.id, id)))[0] ?? null
