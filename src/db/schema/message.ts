// Mails, and reports handed over by hand.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DeliveryKind, OptOutKind } from '../../core/message/kind.ts'
import { createdAt, id, locale } from './columns.ts'
import { networkId } from './network.ts'
import { submissions } from './submission.ts'

export const deliveries = sqliteTable(
  'deliveries',
  {
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id').references(() => submissions.id),
    kind: text('kind').$type<DeliveryKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    /** The organisation that it is about, where it is about no answer: an answer knows its own. */
    organisationId: text('organisation_id'),
    /** The person on the staff that it is for; null only where an older release wrote it, for an hour at most. */
    personId: text('person_id'),
    generation: integer('generation').notNull().default(0),
    recipient: text('recipient').notNull(),
    locale: locale(),
    providerId: text('provider_id'),
    handedAt: integer('handed_at'),
    deliveredAt: integer('delivered_at'),
    bouncedAt: integer('bounced_at'),
    complainedAt: integer('complained_at'),
    failedAt: integer('failed_at'),
    reason: text('reason'),
    replaces: text('replaces'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('deliveries_by_subject').on(table.subjectId, table.kind, table.generation),
    index('deliveries_by_submission_and_kind').on(table.submissionId, table.kind),
    index('deliveries_by_network').on(table.networkId, table.createdAt),
    index('deliveries_by_provider').on(table.providerId).where(sql`provider_id is not null`),
    // Cost a sending nothing: its mails name neither.
    index('deliveries_by_organisation').on(table.organisationId).where(sql`organisation_id is not null`),
    index('deliveries_unfilled')
      .on(table.id)
      .where(sql`person_id is null and submission_id is null
      and kind in ('sign-in', 'invited', 'digest', 'alert')`),
    index('deliveries_in_trouble')
      .on(table.networkId, table.createdAt)
      .where(sql`bounced_at is not null or complained_at is not null or failed_at is not null`),
    index('deliveries_in_trouble_by_submission')
      .on(table.submissionId)
      .where(sql`bounced_at is not null or complained_at is not null or failed_at is not null`),
  ],
)

/** A report that somebody handed over by WhatsApp, because no mail could. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id')
      .notNull()
      .references(() => submissions.id),
    personId: text('person_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('handovers_by_submission').on(table.submissionId)],
)

/** How many mails an address got on a day, by an HMAC of the address: for addresses the network does not know. */
export const mailCounts = sqliteTable(
  'mail_counts',
  {
    recipientKey: text('recipient_key').notNull(),
    /** A day in UTC, ISO 8601. */
    day: text('day').notNull(),
    networkId: networkId(),
    sent: integer('sent').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recipientKey, table.day] })],
)

/** Addresses that mail does not reach, in lower case. */
export const addresses = sqliteTable(
  'addresses',
  {
    networkId: networkId(),
    address: text('address').notNull(),
    /** When a mail last came back for good. */
    bouncedAt: integer('bounced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.networkId, table.address] })],
)

/** Mails that somebody asked not to get any more; a kind, at an address in lower case. */
export const optOuts = sqliteTable(
  'opt_outs',
  {
    id: id(),
    networkId: networkId(),
    address: text('address').notNull(),
    /** Of which organisation; null: of every one. */
    organisationId: text('organisation_id'),
    kind: text('kind').$type<OptOutKind>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('opt_outs_by_address')
      .on(table.networkId, table.address, table.kind)
      .where(sql`organisation_id is null`),
    uniqueIndex('opt_outs_by_organisation')
      .on(table.organisationId, table.address, table.kind)
      .where(sql`organisation_id is not null`),
  ],
)
