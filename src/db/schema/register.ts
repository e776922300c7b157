// Which columns hold what is personal, and what is sensitive.
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { scores } from './assessment.ts'
import { drafts } from './draft.ts'
import { deliveries } from './message.ts'
import { contacts } from './organisation.ts'
import { people } from './people.ts'
import { registrations } from './registration.ts'
import { revisions, submissions } from './submission.ts'

/** Columns that name or reach a person, or hold what a person wrote: erasure, retention and audit go by this list. */
export const personalColumns: readonly SQLiteColumn[] = [
  registrations.reason,
  contacts.name,
  contacts.position,
  contacts.email,
  contacts.whatsapp,
  drafts.answers,
  submissions.respondentKey,
  submissions.respondentName,
  submissions.respondentEmail,
  submissions.respondentPerson,
  revisions.answers,
  scores.result,
  deliveries.recipient,
  people.email,
  people.name,
]

/** Columns that hold specific data in the sense of UU 27/2022 art. 4; what they hold is sealed. */
export const sensitiveColumns: readonly SQLiteColumn[] = [revisions.answersSealed, drafts.sealed]
