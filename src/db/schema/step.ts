// What is still owed by the machine.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StepClass, StepKind } from '../../core/step/step.ts'
import { createdAt, id } from './columns.ts'
import { networkId } from './network.ts'

export const steps = sqliteTable(
  'steps',
  {
    /** `kind:subject`, e.g. `assess:<revision key>`, so that the same work cannot be owed twice. */
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id'),
    /** The parts of the id, and how long it may wait; null only where an older release wrote it, for an hour at most. */
    kind: text('kind').$type<StepKind>(),
    subjectId: text('subject_id'),
    class: text('class').$type<StepClass>(),
    dueAt: integer('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: integer('lease_until'),
    deadAt: integer('dead_at'),
    reason: text('reason'),
    createdAt: createdAt(),
  },
  (table) => [
    index('steps_by_class').on(table.class, table.dueAt).where(sql`dead_at is null`),
    index('steps_by_age').on(table.createdAt).where(sql`dead_at is null`),
    index('steps_by_submission').on(table.submissionId),
    index('steps_dead').on(table.networkId, table.deadAt).where(sql`dead_at is not null`),
  ],
)
