// What is still owed by the machine, and when it last did something.
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PulseKind, StepClass, StepKind } from '../../core/step/step.ts'
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

/** How many mails the mail service was handed on a day (UTC, ISO 8601), of every network: only kept where the service takes so many a day. */
export const mailDays = sqliteTable('mail_days', {
  day: text('day').primaryKey(),
  signIns: integer('sign_ins').notNull().default(0),
  others: integer('others').notNull().default(0),
})

/** When the machine last did what it does all the time: one row a kind, for whoever watches over it. */
export const pulses = sqliteTable('pulses', {
  kind: text('kind').$type<PulseKind>().primaryKey(),
  at: integer('at').notNull(),
  /** What the mail service answered, without addresses. */
  reason: text('reason'),
})
