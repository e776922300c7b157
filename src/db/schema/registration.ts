// What was decided of registrations.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { networkId } from './network.ts'
import { organisations } from './organisation.ts'
import { submissions } from './submission.ts'

/** What was decided of a registration: it made an organisation, joined one that was there, or was declined. */
export const registrations = sqliteTable(
  'registrations',
  {
    submissionId: text('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    networkId: networkId(),
    outcome: text('outcome').$type<'confirmed' | 'declined'>().notNull(),
    reason: text('reason'),
    organisationId: text('organisation_id').references(() => organisations.id),
    decidedBy: text('decided_by').notNull(),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [index('registrations_by_network').on(table.networkId, table.decidedAt)],
)
