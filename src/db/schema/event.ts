// Who did what, when. Triggers keep its rows: none is changed, and none is deleted before two years are over.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ActorKind, EventDetail, EventSubject, EventVerb } from '../../core/event/event.ts'
import { networkId } from './network.ts'

export const events = sqliteTable(
  'events',
  {
    /** In the order in which they were written. */
    id: integer('id').primaryKey(),
    networkId: networkId(),
    /** Where its subject is, as a Kemendagri code: who looks after some districts reads those of theirs. Null: everywhere. */
    district: text('district'),
    at: integer('at').notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    /** Of staff, the id of the person; null where nobody is known. */
    actor: text('actor'),
    verb: text('verb').$type<EventVerb>().notNull(),
    subjectKind: text('subject_kind').$type<EventSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    detail: text('detail', { mode: 'json' }).$type<EventDetail>(),
    /** Why, in the actor's words. */
    reason: text('reason'),
  },
  (table) => [
    index('events_by_network').on(table.networkId, table.at),
    index('events_by_subject').on(table.subjectId, table.at),
  ],
)
