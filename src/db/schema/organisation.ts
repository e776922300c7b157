// Organisations with what they are called, what they are, whom to reach, and which of them are one.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MergeRecord } from '../../core/network/registry.ts'
import type { NameKind, Status } from '../../core/organisation/organisation.ts'
import { createdAt, id, locale } from './columns.ts'
import { networkId } from './network.ts'

export const organisations = sqliteTable(
  'organisations',
  {
    id: id(),
    networkId: networkId(),
    legalForm: text('legal_form'),
    district: text('district').notNull(),
    status: text('status').$type<Status>().notNull(),
    decreeNo: text('decree_no'),
    npwp: text('npwp'),
    mergedInto: text('merged_into'),
    confirmedAt: integer('confirmed_at'),
    /** The submission that registered it; null where it came from a list. */
    registrationId: text('registration_id'),
    /** What it works on, in the words of the list or form it came from. */
    themes: text('themes', { mode: 'json' }).$type<readonly string[]>(),
    /** The list it came from. */
    importId: text('import_id'),
    createdAt: createdAt(),
  },
  (table) => [
    // The id goes on where districts are alike: the registry is read in parts.
    index('organisations_by_district').on(table.networkId, table.district, table.id),
    uniqueIndex('organisations_by_registration').on(table.registrationId),
    index('organisations_merged').on(table.networkId).where(sql`merged_into is not null`),
  ],
)

export const organisationNames = sqliteTable(
  'organisation_names',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind').$type<NameKind>().notNull(),
    name: text('name').notNull(),
    normalised: text('normalised').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('organisation_names_by_name').on(table.networkId, table.normalised),
    index('organisation_names_by_organisation').on(table.organisationId),
  ],
)

export const roles = sqliteTable(
  'roles',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').notNull(),
    district: text('district'),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [
    index('roles_by_organisation').on(table.organisationId),
    index('roles_by_network').on(table.networkId, table.role),
  ],
)

export const contacts = sqliteTable(
  'contacts',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id').references(() => organisations.id),
    name: text('name'),
    position: text('position'),
    email: text('email'),
    whatsapp: text('whatsapp'),
    locale: locale(),
    /** As an older release keeps them; `opt_outs` and `addresses` tell. */
    optedOutAt: integer('opted_out_at'),
    bouncedAt: integer('bounced_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('contacts_by_email').on(table.networkId, table.email),
    index('contacts_by_organisation').on(table.organisationId),
    index('contacts_of_before').on(table.id).where(sql`bounced_at is not null or opted_out_at is not null`),
  ],
)

/** Two organisations that belong together: a lead partner with a learning forum, a forum with its members. */
export const relations = sqliteTable(
  'relations',
  {
    id: id(),
    networkId: networkId(),
    kind: text('kind').$type<'pair' | 'member'>().notNull(),
    /** Of a membership, the forum. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    otherId: text('other_id')
      .notNull()
      .references(() => organisations.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
    createdAt: createdAt(),
  },
  (table) => [
    index('relations_by_organisation').on(table.organisationId),
    index('relations_by_other').on(table.otherId),
  ],
)

/** One organisation merged into another by hand; `moved` is what undoing has to bring back. */
export const merges = sqliteTable(
  'merges',
  {
    id: id(),
    networkId: networkId(),
    keptId: text('kept_id')
      .notNull()
      .references(() => organisations.id),
    mergedId: text('merged_id')
      .notNull()
      .references(() => organisations.id),
    moved: text('moved', { mode: 'json' }).$type<MergeRecord>().notNull(),
    mergedBy: text('merged_by').notNull(),
    mergedAt: integer('merged_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
  },
  (table) => [index('merges_by_network').on(table.networkId, table.mergedAt)],
)

/** Two organisations that look alike and are not the same, as somebody has said; the smaller id first. */
export const distinctions = sqliteTable(
  'distinctions',
  {
    networkId: networkId(),
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })],
)

/** A list of organisations that was taken into the registry. */
export const imports = sqliteTable(
  'imports',
  {
    id: id(),
    networkId: networkId(),
    importedBy: text('imported_by').notNull(),
    /** How many organisations it added. */
    added: integer('added').notNull(),
    importedAt: integer('imported_at').notNull(),
  },
  (table) => [index('imports_by_network').on(table.networkId, table.importedAt)],
)
