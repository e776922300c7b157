// What was sent, with each of its revisions and what was consented to.
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Answers } from '../../core/form/question.ts'
import type { Suspicion } from '../../core/form/trap.ts'
import { createdAt, id, linkGeneration, locale } from './columns.ts'
import { networkId } from './network.ts'
import { rounds } from './round.ts'

export const submissions = sqliteTable(
  'submissions',
  {
    id: id(),
    networkId: networkId(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    /** Who may answer once: `<district>/<comparable name>`, or that of the answer it waits behind. */
    respondentKey: text('respondent_key').notNull(),
    /**
     * What the current answers say of their sender; null only where an older release wrote them, for an hour at most. No
     * address: null, as well.
     */
    respondentName: text('respondent_name'),
    respondentDistrict: text('respondent_district'),
    respondentEmail: text('respondent_email'),
    /** Who of the organisation, as names are compared; null where the form asks organisations. */
    respondentPerson: text('respondent_person'),
    organisationId: text('organisation_id'),
    matchedBy: text('matched_by').$type<'name' | 'registration'>(),
    invitationId: text('invitation_id'),
    reference: text('reference').notNull(),
    locale: locale(),
    linkGeneration: linkGeneration(),
    begunAt: integer('begun_at'),
    late: integer('late', { mode: 'boolean' }).notNull().default(false),
    heldAt: integer('held_at'),
    /** Why it is held; null where it is a second answer of one organisation. */
    heldFor: text('held_for').$type<Suspicion>(),
    doneAt: integer('done_at'),
    failedAt: integer('failed_at'),
    withdrawnAt: integer('withdrawn_at'),
    /** When and by whom another answer of the same organisation was chosen instead of this one. */
    setAsideAt: integer('set_aside_at'),
    setAsideBy: text('set_aside_by'),
    erasedAt: integer('erased_at'),
    currentRevision: text('current_revision').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('submissions_by_reference').on(table.networkId, table.reference),
    index('submissions_by_respondent').on(table.roundId, table.respondentKey),
    // Answers of a round are found by their organisations, and those of nobody by none.
    index('submissions_by_organisation_and_round').on(table.organisationId, table.roundId),
    // These cost a sending nothing that is neither held nor fails.
    index('submissions_held').on(table.networkId, table.heldAt).where(sql`held_at is not null`),
    index('submissions_failed').on(table.networkId, table.createdAt).where(sql`failed_at is not null`),
    // Costs a sending nothing: only what an older release wrote stands in it.
    index('submissions_unfilled').on(table.id).where(sql`respondent_name is null`),
  ],
)

export const revisions = sqliteTable(
  'revisions',
  {
    key: text('key').primaryKey(),
    networkId: networkId(),
    submissionId: text('submission_id')
      .notNull()
      .references(() => submissions.id),
    number: integer('number').notNull(),
    formHash: text('form_hash').notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    answersSealed: text('answers_sealed'),
    answersMac: text('answers_mac').notNull(),
    /** The generation of the receipt's link that this revision led to: whoever has its key is led there and no further. */
    linkGeneration: integer('link_generation'),
    /** When answers were corrected last, this revision included; another address for mails corrects none. */
    correctedAt: integer('corrected_at'),
    locale: locale(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('revisions_by_submission').on(table.submissionId, table.number)],
)

export const consents = sqliteTable(
  'consents',
  {
    revisionKey: text('revision_key')
      .notNull()
      .references(() => revisions.key),
    networkId: networkId(),
    purpose: text('purpose').notNull(),
    noticeVersion: text('notice_version').notNull(),
    givenAt: integer('given_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.revisionKey, table.purpose] })],
)
