// Networks: what they say of themselves and go by.
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MediaType } from '../../core/kernel/picture.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { QuietDays, RoleName } from '../../core/network/registry.ts'
import { createdAt, id, words } from './columns.ts'

export const networks = sqliteTable('networks', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: words('name').notNull(),
  timeZone: text('time_zone').notNull(),
  languages: text('languages', { mode: 'json' }).$type<readonly Locale[]>().notNull(),
  provinces: text('provinces', { mode: 'json' }).$type<readonly string[]>().notNull(),
  replyTo: text('reply_to').notNull(),
  minGroup: integer('min_group').notNull().default(5),
  /** Days without mails to organisations: weekdays (ISO 8601, 1 = Monday) and single days. */
  quietDays: text('quiet_days', { mode: 'json' }).$type<QuietDays>(),
  /** What an older release goes by instead of `network_roles`: written with them, read by nobody but the sweep. */
  roleNames: text('role_names', { mode: 'json' }).$type<readonly RoleName[]>(),
  privacyNotice: words('privacy_notice'),
  privacyContact: text('privacy_contact'),
  /** The last local day whose digest was looked after, ISO 8601. */
  digestedDay: text('digested_day'),
  /** When administrators were last told that something is owed for too long or failed. */
  alertedAt: integer('alerted_at'),
  createdAt: createdAt(),
})

/** The network that a row belongs to. */
export const networkId = () =>
  text('network_id')
    .notNull()
    .references(() => networks.id)

/** A network's picture beside its name; small, so it stands in the database. */
export const networkLogos = sqliteTable('network_logos', {
  networkId: text('network_id')
    .primaryKey()
    .references(() => networks.id),
  mediaType: text('media_type').$type<MediaType>().notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  alt: words('alt').notNull(),
  /** SHA-256 of the bytes, base64url: part of its address, so that a browser may keep it. */
  hash: text('hash').notNull(),
  createdAt: createdAt(),
})

/** A year of the network's programme, first and last day included. */
export const programmeYears = sqliteTable(
  'programme_years',
  {
    id: id(),
    networkId: networkId(),
    name: words('name').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('programme_years_by_network').on(table.networkId, table.fromDay)],
)

/** What organisations can be in a network. */
export const networkRoles = sqliteTable(
  'network_roles',
  {
    networkId: networkId(),
    /** Lower-case letters, digits and hyphens; never given to another role. */
    key: text('key').notNull(),
    name: words('name').notNull(),
    /** The order in which they are offered. */
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.networkId, table.key] })],
)
