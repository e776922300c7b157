// What each table has to say before it is one: whose data its columns hold and for how long, and what a merge does to it.
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { MergeRecord } from '../../core/network/registry.ts'
import { assessments, scores } from './assessment.ts'
import { draftCounts, drafts } from './draft.ts'
import { events } from './event.ts'
import { addresses, deliveries, mailCounts, optOuts } from './message.ts'
import {
  contacts,
  distinctions,
  merges,
  organisationNames,
  organisations,
  relations,
  roles,
} from './organisation.ts'
import { memberships, people } from './people.ts'
import { registrations } from './registration.ts'
import { revisions, submissions } from './submission.ts'

/**
 * For how long personal data are kept, as the notices of our forms promise (UU 27/2022 art. 16 (2) g): while the organisation
 * is part of the network and for twelve months after; a draft for its days; of staff while they have a network; an event for
 * 24 months; what counts mails for the day.
 */
export type Retention = 'membership' | 'draft' | 'staff' | 'event' | 'day'

/** By which rows a person's data are found. */
export type Holder = 'submission' | 'draft' | 'contact' | 'address' | 'staff' | 'event'

/** A column that names or reaches a person, or holds what a person wrote. */
export interface PersonalColumn {
  readonly column: SQLiteColumn
  readonly holder: Holder
  readonly retention: Retention
  /**
   * What erasure leaves in it: nothing, or what stands for nothing where a column cannot be empty; `id`: the id of its row, where
   * no two may be alike; `row`: the row goes.
   */
  readonly erasedAs: null | '' | '{}' | 'id' | 'row'
  /** Specific data in the sense of UU 27/2022 art. 4 (2); what it holds is sealed. */
  readonly isSensitive?: true
}

const ofSubmission = { holder: 'submission', retention: 'membership' } as const
const ofContact = { holder: 'contact', retention: 'membership', erasedAs: 'row' } as const

/** Every personal column: erasure, retention and audit go by this list. */
export const personalColumns: readonly PersonalColumn[] = [
  { column: submissions.respondentKey, ...ofSubmission, erasedAs: '' },
  { column: submissions.respondentName, ...ofSubmission, erasedAs: '' },
  { column: submissions.respondentEmail, ...ofSubmission, erasedAs: null },
  { column: submissions.respondentPerson, ...ofSubmission, erasedAs: null },
  { column: revisions.answers, ...ofSubmission, erasedAs: '{}' },
  { column: revisions.answersSealed, ...ofSubmission, erasedAs: null, isSensitive: true },
  { column: registrations.reason, ...ofSubmission, erasedAs: null },
  // Levels stay as statistics; evidence is what somebody wrote.
  { column: scores.result, ...ofSubmission, erasedAs: '{}' },
  { column: deliveries.recipient, ...ofSubmission, erasedAs: '' },
  { column: drafts.answers, holder: 'draft', retention: 'draft', erasedAs: '{}' },
  { column: drafts.sealed, holder: 'draft', retention: 'draft', erasedAs: null, isSensitive: true },
  { column: contacts.name, ...ofContact },
  { column: contacts.position, ...ofContact },
  { column: contacts.email, ...ofContact },
  { column: contacts.whatsapp, ...ofContact },
  { column: addresses.address, holder: 'address', retention: 'membership', erasedAs: 'row' },
  { column: optOuts.address, holder: 'address', retention: 'membership', erasedAs: 'row' },
  { column: draftCounts.addressKey, holder: 'address', retention: 'day', erasedAs: 'row' },
  { column: mailCounts.recipientKey, holder: 'address', retention: 'day', erasedAs: 'row' },
  { column: events.reason, holder: 'event', retention: 'event', erasedAs: 'row' },
  { column: people.email, holder: 'staff', retention: 'staff', erasedAs: 'id' },
  { column: memberships.name, holder: 'staff', retention: 'staff', erasedAs: null },
  { column: people.name, holder: 'staff', retention: 'staff', erasedAs: '' },
]

/** A column that holds what is sealed, as SQL names it and its rows; `field` is how seals are bound to it. */
export interface SealedColumn {
  readonly field: string
  readonly table: string
  readonly column: string
  readonly id: string
}

/** Every sealed column: what they hold is sealed again by this list. */
export const sealedColumns: readonly SealedColumn[] = personalColumns
  .filter(({ isSensitive }) => isSensitive)
  .map(({ column }) => {
    const table = getTableName(column.table)
    const [id] = Object.values(getTableColumns(column.table)).filter(({ primary }) => primary)
    if (!id) throw new Error(`${table} has no key of one column, which seals are bound to`)
    return { field: `${table}.${column.name}`, table, column: column.name, id: id.name }
  })

/** The lists of a merge that name rows. */
type MovedList = {
  [Name in keyof MergeRecord]-?: NonNullable<MergeRecord[Name]> extends readonly string[] ? Name : never
}[keyof MergeRecord]

/**
 * What a merge does to the rows of a table that name the organisation that is merged. `moves`: they name the other one, are
 * listed under this name by this key, and come back by the list; `own`: the same by statements of its own in
 * db/organisation/merge.write.ts and unmerge.ts; `stays`: they go on naming it, because of this.
 */
export type OnMerge =
  | {
      readonly table: SQLiteTable
      readonly how: 'moves'
      readonly list: MovedList
      readonly key: SQLiteColumn
    }
  | { readonly table: SQLiteTable; readonly how: 'own'; readonly list: MovedList }
  | { readonly table: SQLiteTable; readonly how: 'stays'; readonly because: string }

/** Every table whose rows name organisations. */
export const onMerge: readonly OnMerge[] = [
  { table: submissions, how: 'moves', list: 'submissions', key: submissions.id },
  { table: assessments, how: 'moves', list: 'assessments', key: assessments.id },
  { table: registrations, how: 'moves', list: 'registrations', key: registrations.submissionId },
  { table: roles, how: 'moves', list: 'roles', key: roles.id },
  { table: contacts, how: 'moves', list: 'contacts', key: contacts.id },
  { table: optOuts, how: 'moves', list: 'optOuts', key: optOuts.id },
  { table: deliveries, how: 'moves', list: 'deliveries', key: deliveries.id },
  { table: organisationNames, how: 'own', list: 'names' },
  { table: relations, how: 'own', list: 'relations' },
  { table: organisations, how: 'stays', because: 'the organisation itself says into which it was merged' },
  { table: merges, how: 'stays', because: 'a merge names the two that it was made of' },
  {
    table: distinctions,
    how: 'stays',
    because: 'that two were told apart is open again once they come back',
  },
]
