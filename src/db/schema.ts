// Every table. A table that has children cannot be rebuilt on D1, so migrations only ever add to this.
// Ids are UUIDs as text, moments are integers (ms UTC), days are ISO text, texts are JSON by language.
import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  primaryKey,
  real,
  type SQLiteColumn,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Scores } from '../core/assessment/scores.ts'
import type { DeliveryKind } from '../core/delivery.ts'
import type { Answers } from '../core/form/question.ts'
import type { Suspicion } from '../core/form/trap.ts'
import type { Framing } from '../core/framing.ts'
import type { Audience } from '../core/opening.ts'
import type { NameKind, Status } from '../core/organisation.ts'
import type { MediaType } from '../core/picture.ts'
import type { Limited } from '../core/ports.ts'
import type { Moved, QuietDays, RoleName } from '../core/registry.ts'
import type { Role } from '../core/scope.ts'
import type { StepClass, StepKind } from '../core/step.ts'
import type { Locale, Text } from '../core/text.ts'

const id = () => text('id').primaryKey()
const networkId = () =>
  text('network_id')
    .notNull()
    .references(() => networks.id)
const words = (name: string) => text(name, { mode: 'json' }).$type<Text>()
const locale = () => text('locale').$type<Locale>().notNull()
const linkGeneration = () => integer('link_generation').notNull().default(0)
const createdAt = () => integer('created_at').notNull()

export const networks = sqliteTable('networks', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: words('name').notNull(),
  timeZone: text('time_zone').notNull(),
  languages: text('languages', { mode: 'json' }).$type<readonly Locale[]>().notNull(),
  provinces: text('provinces', { mode: 'json' }).$type<readonly string[]>().notNull(),
  replyTo: text('reply_to').notNull(),
  minGroup: integer('min_group').notNull().default(5),
  /** Days without mails to organisations: weekdays (ISO 8601, 1 = Monday) and single days. */
  quietDays: text('quiet_days', { mode: 'json' }).$type<QuietDays>(),
  /** What organisations can be in the network, in the order in which it is offered. */
  roleNames: text('role_names', { mode: 'json' }).$type<readonly RoleName[]>(),
  privacyNotice: words('privacy_notice'),
  privacyContact: text('privacy_contact'),
  /** The last local day whose digest was looked after, ISO 8601. */
  digestedDay: text('digested_day'),
  /** When administrators were last told that something is owed for too long or failed. */
  alertedAt: integer('alerted_at'),
  createdAt: createdAt(),
})

/** A network's picture beside its name; small, so it stands in the database. */
export const networkLogos = sqliteTable('network_logos', {
  networkId: text('network_id')
    .primaryKey()
    .references(() => networks.id),
  mediaType: text('media_type').$type<MediaType>().notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  alt: words('alt').notNull(),
  /** SHA-256 of the bytes, base64url: part of its address, so that a browser may keep it. */
  hash: text('hash').notNull(),
  createdAt: createdAt(),
})

/** A year of the network's programme, first and last day included. */
export const programmeYears = sqliteTable(
  'programme_years',
  {
    id: id(),
    networkId: networkId(),
    name: words('name').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('programme_years_by_network').on(table.networkId, table.fromDay)],
)

export const organisations = sqliteTable(
  'organisations',
  {
    id: id(),
    networkId: networkId(),
    legalForm: text('legal_form'),
    district: text('district').notNull(),
    status: text('status').$type<Status>().notNull(),
    decreeNo: text('decree_no'),
    npwp: text('npwp'),
    mergedInto: text('merged_into'),
    confirmedAt: integer('confirmed_at'),
    /** The submission that registered it; null where it came from a list. */
    registrationId: text('registration_id'),
    /** What it works on, in the words of the list or form it came from. */
    themes: text('themes', { mode: 'json' }).$type<readonly string[]>(),
    createdAt: createdAt(),
  },
  (table) => [
    index('organisations_by_network').on(table.networkId, table.district),
    uniqueIndex('organisations_by_registration').on(table.registrationId),
  ],
)

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

/** Two organisations that belong together: a lead partner with a learning forum, a forum with its members. */
export const relations = sqliteTable(
  'relations',
  {
    id: id(),
    networkId: networkId(),
    kind: text('kind').$type<'pair' | 'member'>().notNull(),
    /** Of a membership, the forum. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    otherId: text('other_id')
      .notNull()
      .references(() => organisations.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
    createdAt: createdAt(),
  },
  (table) => [
    index('relations_by_organisation').on(table.organisationId),
    index('relations_by_other').on(table.otherId),
  ],
)

/** One organisation merged into another by hand; `moved` is what undoing has to bring back. */
export const merges = sqliteTable(
  'merges',
  {
    id: id(),
    networkId: networkId(),
    keptId: text('kept_id')
      .notNull()
      .references(() => organisations.id),
    mergedId: text('merged_id')
      .notNull()
      .references(() => organisations.id),
    moved: text('moved', { mode: 'json' }).$type<Moved>().notNull(),
    mergedBy: text('merged_by').notNull(),
    mergedAt: integer('merged_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at'),
  },
  (table) => [index('merges_by_network').on(table.networkId, table.mergedAt)],
)

/** Two organisations that look alike and are not the same, as somebody has said; the smaller id first. */
export const distinctions = sqliteTable(
  'distinctions',
  {
    networkId: networkId(),
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })],
)

export const organisationNames = sqliteTable(
  'organisation_names',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind').$type<NameKind>().notNull(),
    name: text('name').notNull(),
    normalised: text('normalised').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('organisation_names_by_name').on(table.networkId, table.normalised),
    index('organisation_names_by_organisation').on(table.organisationId),
  ],
)

export const roles = sqliteTable(
  'roles',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').notNull(),
    district: text('district'),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [
    index('roles_by_organisation').on(table.organisationId),
    index('roles_by_network').on(table.networkId, table.role),
  ],
)

export const contacts = sqliteTable(
  'contacts',
  {
    id: id(),
    networkId: networkId(),
    organisationId: text('organisation_id').references(() => organisations.id),
    name: text('name'),
    position: text('position'),
    email: text('email'),
    whatsapp: text('whatsapp'),
    locale: locale(),
    optedOutAt: integer('opted_out_at'),
    bouncedAt: integer('bounced_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('contacts_by_email').on(table.networkId, table.email),
    index('contacts_by_organisation').on(table.organisationId),
  ],
)

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
    reviewPolicy: text('review_policy').notNull(),
    copiedFrom: text('copied_from'),
    createdAt: createdAt(),
  },
  (table) => [index('rounds_by_network').on(table.networkId, table.opensAt)],
)

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
    index('submissions_by_organisation').on(table.organisationId),
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
    basis: text('basis').notNull(),
    indexExact: text('index_exact'),
    indexReal: real('index_real'),
    band: text('band'),
    result: text('result', { mode: 'json' }).$type<Scores>().notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.basis] })],
)

export const deliveries = sqliteTable(
  'deliveries',
  {
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id').references(() => submissions.id),
    kind: text('kind').$type<DeliveryKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    generation: integer('generation').notNull().default(0),
    recipient: text('recipient').notNull(),
    locale: locale(),
    providerId: text('provider_id'),
    handedAt: integer('handed_at'),
    deliveredAt: integer('delivered_at'),
    bouncedAt: integer('bounced_at'),
    complainedAt: integer('complained_at'),
    failedAt: integer('failed_at'),
    reason: text('reason'),
    replaces: text('replaces'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('deliveries_by_subject').on(table.subjectId, table.kind, table.generation),
    index('deliveries_by_submission').on(table.submissionId),
    index('deliveries_by_network').on(table.networkId, table.createdAt),
    index('deliveries_by_provider').on(table.providerId).where(sql`provider_id is not null`),
    index('deliveries_in_trouble')
      .on(table.networkId, table.createdAt)
      .where(sql`bounced_at is not null or complained_at is not null or failed_at is not null`),
  ],
)

/** A report that somebody handed over by WhatsApp, because no mail could. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: id(),
    networkId: networkId(),
    submissionId: text('submission_id')
      .notNull()
      .references(() => submissions.id),
    personId: text('person_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('handovers_by_submission').on(table.submissionId)],
)

/** How many mails an address got on a day, by an HMAC of the address: for addresses the network does not know. */
export const mailCounts = sqliteTable(
  'mail_counts',
  {
    recipientKey: text('recipient_key').notNull(),
    /** A day in UTC, ISO 8601. */
    day: text('day').notNull(),
    networkId: networkId(),
    sent: integer('sent').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recipientKey, table.day] })],
)

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
    kind: text('kind').$type<Limited>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.day, table.kind] })],
)

/** Staff of networks. Who a person is stands once; what they may do stands in each network's membership. */
export const people = sqliteTable('people', {
  id: id(),
  /** In lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  locale: locale(),
  createdAt: createdAt(),
})

const personId = () =>
  text('person_id')
    .notNull()
    .references(() => people.id)

export const memberships = sqliteTable(
  'memberships',
  {
    id: id(),
    networkId: networkId(),
    personId: personId(),
    role: text('role').$type<Role>().notNull(),
    /** Kemendagri codes, or null for every district of the network. */
    districts: text('districts', { mode: 'json' }).$type<readonly string[]>(),
    /** The person who invited, or null where a script did. */
    invitedBy: text('invited_by'),
    createdAt: createdAt(),
    removedAt: integer('removed_at'),
  },
  (table) => [
    uniqueIndex('memberships_by_network').on(table.networkId, table.personId),
    index('memberships_by_person').on(table.personId),
  ],
)

/** Links that were mailed to sign in; the link itself is computed, as every other. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: id(),
    personId: personId(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    createdAt: createdAt(),
  },
  (table) => [
    index('sign_ins_by_person').on(table.personId, table.createdAt),
    index('sign_ins_by_expiry').on(table.expiresAt),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie. */
    hash: text('hash').primaryKey(),
    personId: personId(),
    createdAt: createdAt(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    index('sessions_by_person').on(table.personId),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
)

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
  revisions.answers,
  scores.result,
  deliveries.recipient,
  people.email,
  people.name,
]

/** Columns that hold specific data in the sense of UU 27/2022 art. 4; what they hold is sealed. */
export const sensitiveColumns: readonly SQLiteColumn[] = [revisions.answersSealed, drafts.sealed]
