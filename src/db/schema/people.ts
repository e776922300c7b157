// Staff: who they are, what they may do in which network, and how they are signed in.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Role } from '../../core/kernel/scope.ts'
import { createdAt, id, locale } from './columns.ts'
import { networkId } from './network.ts'

/** Staff of networks. Who a person is stands once; what they may do stands in each network's membership. */
export const people = sqliteTable('people', {
  id: id(),
  /** In lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  locale: locale(),
  createdAt: createdAt(),
})

/** The person that a row is about. */
export const personId = () =>
  text('person_id')
    .notNull()
    .references(() => people.id)

export const memberships = sqliteTable(
  'memberships',
  {
    id: id(),
    networkId: networkId(),
    personId: personId(),
    role: text('role').$type<Role>().notNull(),
    /** Kemendagri codes, or null for every district of the network. */
    districts: text('districts', { mode: 'json' }).$type<readonly string[]>(),
    /** What whoever invited them calls them; null where a script brought them in, or an older release did. */
    name: text('name'),
    /** The person who invited, or null where a script did. */
    invitedBy: text('invited_by'),
    createdAt: createdAt(),
    removedAt: integer('removed_at'),
  },
  (table) => [
    uniqueIndex('memberships_by_network').on(table.networkId, table.personId),
    index('memberships_by_person').on(table.personId),
  ],
)

/** Links that were mailed to sign in; the link itself is computed, as every other. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: id(),
    personId: personId(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('sign_ins_by_person').on(table.personId, table.createdAt),
    index('sign_ins_by_expiry').on(table.expiresAt),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie. */
    hash: text('hash').primaryKey(),
    personId: personId(),
    createdAt: createdAt(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    index('sessions_by_person').on(table.personId),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
)
