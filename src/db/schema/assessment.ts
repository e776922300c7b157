// Revisions measured by instruments.
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Basis, Scores } from '../../core/instrument/scores.ts'
import { createdAt, id, linkGeneration } from './columns.ts'
import { networkId } from './network.ts'
import { rounds } from './round.ts'
import { revisions, submissions } from './submission.ts'

export const assessments = sqliteTable(
  'assessments',
  {
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id')
      .notNull()
      .references(() => submissions.id),
    revisionKey: text('revision_key')
      .notNull()
      .references(() => revisions.key),
    organisationId: text('organisation_id'),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    instrumentId: text('instrument_id').notNull(),
    instrumentVersion: integer('instrument_version').notNull(),
    rulesHash: text('rules_hash').notNull(),
    replacedBy: text('replaced_by'),
    linkGeneration: linkGeneration(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('assessments_by_revision').on(table.revisionKey, table.instrumentId, table.instrumentVersion),
    index('assessments_by_submission').on(table.submissionId),
    index('assessments_by_round').on(table.roundId),
  ],
)

export const scores = sqliteTable(
  'scores',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    networkId: networkId(),
    basis: text('basis').$type<Basis>().notNull(),
    indexExact: text('index_exact'),
    indexReal: real('index_real'),
    band: text('band'),
    result: text('result', { mode: 'json' }).$type<Scores>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.basis] })],
)
