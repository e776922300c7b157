// Mails, and reports handed over by hand.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DeliveryKind } from '../../core/delivery.ts'
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
    index('deliveries_by_submission').on(table.submissionId),
    index('deliveries_by_network').on(table.networkId, table.createdAt),
    index('deliveries_by_provider').on(table.providerId).where(sql`provider_id is not null`),
    index('deliveries_in_trouble')
      .on(table.networkId, table.createdAt)
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
