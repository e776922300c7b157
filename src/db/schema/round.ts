// Forms as they were asked, rounds, and what is counted of rounds.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnswersPer } from '../../core/form/form.ts'
import type { LimitKind } from '../../core/kernel/ports.ts'
import type { Framing } from '../../core/round/framing.ts'
import type { Audience } from '../../core/round/settings.ts'
import { createdAt, id, words } from './columns.ts'
import { networkId } from './network.ts'

export const formVersions = sqliteTable(
  'form_versions',
  {
    hash: text('hash').primaryKey(),
    formId: text('form_id').notNull(),
    version: integer('version').notNull(),
    definition: text('definition').notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (table) => [index('form_versions_by_form').on(table.formId, table.version)],
)

export const rounds = sqliteTable(
  'rounds',
  {
    id: id(),
    networkId: networkId(),
    slug: text('slug').notNull().unique(),
    formId: text('form_id').notNull(),
    formVersion: integer('form_version').notNull(),
    /** The form that is asked, to the letter; null: whatever the version says by now, as in rounds of before. */
    formHash: text('form_hash'),
    kind: text('kind').$type<'registration' | 'survey'>().notNull(),
    /** Whose answer each is; null where an older release opened it: an organisation's. */
    answersPer: text('answers_per').$type<AnswersPer>(),
    title: words('title').notNull(),
    opensAt: integer('opens_at').notNull(),
    closesAt: integer('closes_at'),
    closedAt: integer('closed_at'),
    referenceFrom: text('reference_from'),
    referenceTo: text('reference_to'),
    /** `anyone`, or `roles`: whoever has one of `audience_roles` on the day it opens is expected to answer. */
    audience: text('audience').$type<Audience>().notNull(),
    audienceRoles: text('audience_roles', { mode: 'json' }).$type<readonly string[]>(),
    anonymous: integer('anonymous', { mode: 'boolean' }).notNull().default(false),
    practice: integer('practice', { mode: 'boolean' }).notNull().default(false),
    closingText: words('closing_text'),
    framing: text('framing').$type<Framing>().notNull(),
    frameOrigins: text('frame_origins', { mode: 'json' }).$type<readonly string[]>(),
    reviewPolicy: text('review_policy').$type<'none'>().notNull(),
    copiedFrom: text('copied_from'),
    createdAt: createdAt(),
  },
  (table) => [index('rounds_by_network').on(table.networkId, table.opensAt)],
)

export const roundTallies = sqliteTable('round_tallies', {
  roundId: text('round_id')
    .primaryKey()
    .references(() => rounds.id),
  networkId: networkId(),
  accepted: integer('accepted').notNull().default(0),
  assessed: integer('assessed').notNull().default(0),
  done: integer('done').notNull().default(0),
  held: integer('held').notNull().default(0),
  failed: integer('failed').notNull().default(0),
  /** Drafts that ran out unsent, which are deleted: with those that are there, as many as were begun. */
  expired: integer('expired').notNull().default(0),
  /** When one of them last changed; null where an older release changed it last. */
  changedAt: integer('changed_at'),
})

/** How often somebody was turned away from a round on a day, by what stopped them; no addresses. */
export const refusals = sqliteTable(
  'refusals',
  {
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    networkId: networkId(),
    /** A day in UTC, ISO 8601. */
    day: text('day').notNull(),
    kind: text('kind').$type<LimitKind>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.day, table.kind] })],
)
