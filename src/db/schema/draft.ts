// Half-filled answers kept on the server.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { createdAt, id, linkGeneration, locale } from './columns.ts'
import { networkId } from './network.ts'
import { rounds } from './round.ts'

export const drafts = sqliteTable(
  'drafts',
  {
    id: id(),
    networkId: networkId(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    formHash: text('form_hash').notNull(),
    /** What was typed, by field, as JSON: not yet validated. */
    answers: text('answers').notNull(),
    /** Sealed: the key minted with the page, and what was typed of specific data. */
    sealed: text('sealed'),
    locale: locale(),
    invitationId: text('invitation_id'),
    linkGeneration: linkGeneration(),
    /** Raised by every save: who saves says which one they know. */
    version: integer('version').notNull().default(1),
    /** The page that saved last: its own next save is no surprise to it. */
    writer: text('writer'),
    createdAt: createdAt(),
    savedAt: integer('saved_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** When it was looked at shortly before the close, to tell its contact. */
    noticedAt: integer('noticed_at'),
    withdrawnAt: integer('withdrawn_at'),
    sentAt: integer('sent_at'),
  },
  (table) => [index('drafts_by_expiry').on(table.expiresAt), index('drafts_by_round').on(table.roundId)],
)

/**
 * How much came to drafts from an address on a day (UTC), by an HMAC of the two: nobody fills the database with what is never
 * sent. The network is that of the first draft.
 */
export const draftCounts = sqliteTable(
  'draft_counts',
  {
    addressKey: text('address_key').primaryKey(),
    /** ISO 8601. */
    day: text('day').notNull(),
    networkId: networkId(),
    /** How many were begun. */
    drafts: integer('drafts').notNull(),
    /** By how much they grew, in bytes: on the day, and what of it still counted as come at once at `lately_from`. */
    bytes: integer('bytes').notNull(),
    latelyBytes: integer('lately_bytes').notNull(),
    latelyFrom: integer('lately_from').notNull(),
  },
  (table) => [index('draft_counts_by_day').on(table.day)],
)
