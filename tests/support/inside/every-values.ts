// What the rows of every table hold where a mark cannot stand, by table and column, so that they can all be true at once.
import { iko } from '../../../forms/iko/v1.ts'
import { registration } from '../../../forms/registration/v1.ts'
import { NOTHING_MOVED } from '../../../scripts/demo/doubles.ts'
import { formHash } from '../../../src/core/form/shelf.ts'
import { score } from '../../../src/core/instrument/score.ts'
import { orderedPair } from '../../../src/core/organisation/duplicates.ts'
import { comparableName, respondentKey } from '../../../src/core/organisation/organisation.ts'
import {
  ikoOf,
  MAILS,
  nameOf,
  ORGANISATIONS,
  REGISTERED,
  registrationOf,
  SENT,
  STEPS,
  senderOf,
} from './every-story.ts'
import { DISTRICTS, type Place } from './places.ts'
import { PNG } from './settings.ts'
import { DAY, MINUTE, START } from './world.ts'

/** A row that is made: `idOf` names a row of another table in its place, the one with its own number unless another is said. */
export interface Row {
  readonly table: string
  readonly place: Place
  readonly index: number
  readonly mark: string
  readonly idOf: (table: string, index?: number) => string
}

/** Tables that belong to a network as a whole, and why no district is said of their rows. */
export const OF_NETWORKS: Readonly<Record<string, string>> = {
  networks: 'is the network',
  network_logos: 'the picture of the network',
  programme_years: 'settings of the network',
  network_roles: 'settings of the network',
  rounds: 'a round asks all of the network',
  round_tallies: 'counts a round',
  refusals: 'counts a round',
  draft_counts: 'counts what comes from an address',
}

/** Tables that are nobody's own, and why. */
export const EVERYBODYS: Readonly<Record<string, string>> = {
  form_versions: 'forms are published for every network',
  mail_days: 'one mail service serves every network',
  pulses: 'one machine serves every network',
}

/** How many rows of a table a place has, where it is not two. */
export const COUNTS: Readonly<Record<string, number>> = {
  networks: 1,
  network_logos: 1,
  organisations: ORGANISATIONS.length,
  organisation_names: ORGANISATIONS.length * 2,
  roles: ORGANISATIONS.length,
  merges: 1,
  distinctions: 1,
  submissions: SENT.length,
  revisions: SENT.length,
  registrations: REGISTERED.length,
  deliveries: MAILS.length,
  handovers: 1,
  steps: STEPS.length,
}

const [IKO_HASH, REGISTRATION_HASH] = await Promise.all([formHash(iko), formHash(registration)])
const both = (text: string) => ({ id: text, en: text })
const sentBy = ({ index }: Row) => SENT[index % SENT.length] ?? SENT[0]
const isIko = (row: Row): boolean => sentBy(row).round === 0
const answersOf = (row: Row) => (isIko(row) ? ikoOf : registrationOf)(row.place, row.index)
const scoresOf = ({ place, index }: Row) => score(iko, ikoOf(place, index))
const mailOf = ({ index }: Row) => MAILS[index] ?? MAILS[0]
const stepOf = ({ index }: Row) => STEPS[index] ?? STEPS[0]
const subjectOf = (row: Row): readonly [string, number] => stepOf(row).subject
const pairOf = ({ idOf }: Row) => orderedPair(idOf('organisations', 0), idOf('organisations', 4))
const orNull = (row: Row, table: string, index: number | null | undefined) =>
  typeof index === 'number' ? row.idOf(table, index) : null
const stateOf = (row: Row) => sentBy(row).state ?? 'done'
const numberOf = ({ place: { network, side }, index }: Row) =>
  network * 1000 + (side === 'a' ? 0 : 500) + index
const counted = (row: Row, of: (one: (typeof SENT)[number]) => boolean) =>
  2 * SENT.filter((one) => one.round === row.index && of(one)).length

/** The values, by table and column, `*` for every table: the value itself, or what gives it for a row. */
export const VALUES: Readonly<Record<string, unknown>> = {
  '*.locale': 'id',
  '*.district': ({ place }: Row) => DISTRICTS[place.side],
  '*.person_id': ({ idOf }: Row) => idOf('people'),
  '*.form_hash': (row: Row) => (isIko(row) ? IKO_HASH : REGISTRATION_HASH),
  '*.invitation_id': null,
  '*.created_at': ({ index }: Row) => START - DAY + index * MINUTE,

  'networks.slug': ({ mark }: Row) => mark,
  'networks.name': ({ mark }: Row) => both(`Jaringan ${mark}`),
  'networks.time_zone': 'Asia/Jakarta',
  'networks.languages': ['id', 'en'],
  'networks.provinces': ['35'],
  'networks.reply_to': ({ mark }: Row) => `${mark}@contoh.example`,
  'networks.quiet_days': null,
  'networks.role_names': null,
  'networks.privacy_notice': ({ mark }: Row) => both(`Data ${mark}`),
  'network_logos.media_type': 'image/png',
  'network_logos.bytes': PNG,
  'network_logos.hash': ({ mark }: Row) => mark,
  'network_logos.alt': ({ mark }: Row) => both(`Gambar ${mark}`),
  'programme_years.name': ({ mark, index }: Row) => both(`Tahun ${mark} ${index}`),
  'programme_years.from_day': ({ index }: Row) => `${2026 + index}-01-01`,
  'programme_years.to_day': ({ index }: Row) => `${2026 + index}-12-31`,
  'network_roles.key': ({ index }: Row) => (index === 0 ? 'member' : 'learning_forum'),
  'network_roles.name': ({ mark, index }: Row) => both(`Peran ${mark} ${index}`),

  'rounds.slug': ({ mark, index }: Row) => `${mark}-${index}`,
  'rounds.form_id': (row: Row) => (row.index === 0 ? iko.id : registration.id),
  'rounds.form_hash': ({ index }: Row) => (index === 0 ? IKO_HASH : REGISTRATION_HASH),
  'rounds.kind': ({ index }: Row) => (index === 0 ? 'survey' : 'registration'),
  'rounds.answers_per': 'organisation',
  'rounds.title': ({ mark, index }: Row) => both(`Putaran ${mark} ${index}`),
  'rounds.opens_at': START - 2 * DAY,
  'rounds.reference_from': '2026-07-01',
  'rounds.reference_to': '2026-12-31',
  'rounds.audience': ({ index }: Row) => (index === 0 ? 'roles' : 'anyone'),
  'rounds.audience_roles': ({ index }: Row) => (index === 0 ? ['member'] : null),
  'rounds.closing_text': ({ mark }: Row) => both(`Tutup ${mark}`),
  'rounds.framing': 'anyone',
  'rounds.frame_origins': null,
  'rounds.review_policy': 'none',
  'rounds.copied_from': null,
  'round_tallies.accepted': (row: Row) => counted(row, () => true),
  'round_tallies.assessed': (row: Row) => counted(row, ({ assessment }) => assessment !== undefined),
  'round_tallies.done': (row: Row) => counted(row, ({ state }) => state === undefined),
  'round_tallies.held': (row: Row) => counted(row, ({ state }) => state === 'held'),
  'round_tallies.failed': (row: Row) => counted(row, ({ state }) => state === 'failed'),
  'refusals.kind': 'pages',

  'people.email': ({ mark, index }: Row) => `${mark}-staf-${index}@contoh.example`,
  'memberships.role': ({ index }: Row) => (index === 0 ? 'coordinator' : 'administrator'),
  'memberships.districts': ({ place, index }: Row) => (index === 0 ? [DISTRICTS[place.side]] : null),
  'sign_ins.expires_at': START + MINUTE,
  'sessions.expires_at': START + DAY,

  'organisations.status': 'active',
  'organisations.npwp': ({ mark, index }: Row) => (index === 0 ? null : `${mark} npwp`),
  'organisations.themes': ({ mark, index }: Row) => (index === 0 ? null : [`Tema ${mark}`]),
  'organisations.merged_into': (row: Row) => (row.index === 2 ? row.idOf('organisations', 0) : null),
  'organisations.registration_id': (row: Row) =>
    orNull(row, 'submissions', REGISTERED.find(({ organisation }) => organisation === row.index)?.submission),
  'organisations.confirmed_at': START - DAY,
  'organisations.created_at': START - 100 * DAY,
  'organisation_names.kind': ({ index }: Row) => (index < ORGANISATIONS.length ? 'official' : 'short'),
  'organisation_names.name': ({ place, index }: Row) => nameOf(place, index),
  'organisation_names.normalised': ({ place, index }: Row) => comparableName(nameOf(place, index)),
  'roles.role': 'member',
  // Each longer than the one before, so that it is another role.
  'roles.from_day': ({ index }: Row) => `${2026 - index}-01-01`,
  'contacts.email': ({ mark, index }: Row) => `${mark}-${index}@contoh.example`,
  'contacts.whatsapp': (row: Row) => `+62812000${numberOf(row)}`,
  'relations.kind': ({ index }: Row) => (index === 0 ? 'pair' : 'member'),
  'relations.other_id': ({ idOf }: Row) => idOf('organisations', 3),
  'merges.kept_id': ({ idOf }: Row) => idOf('organisations', 0),
  'merges.merged_id': ({ idOf }: Row) => idOf('organisations', 2),
  'merges.moved': NOTHING_MOVED,
  'merges.merged_at': START - DAY,
  'merges.undone_by': null,
  'distinctions.one_id': (row: Row) => pairOf(row)[0],
  'distinctions.other_id': (row: Row) => pairOf(row)[1],

  'submissions.round_id': (row: Row) => row.idOf('rounds', sentBy(row).round),
  'submissions.respondent_key': ({ place, index }: Row) =>
    respondentKey(nameOf(place, senderOf(index)), DISTRICTS[place.side]),
  'submissions.respondent_name': ({ place, index }: Row) => nameOf(place, senderOf(index)),
  'submissions.respondent_district': ({ place }: Row) => DISTRICTS[place.side],
  'submissions.respondent_email': (row: Row) => answersOf(row).email,
  'submissions.respondent_person': null,
  'submissions.organisation_id': (row: Row) => orNull(row, 'organisations', sentBy(row).organisation),
  'submissions.matched_by': (row: Row) =>
    sentBy(row).organisation === undefined ? null : isIko(row) ? 'name' : 'registration',
  'submissions.reference': ({ mark, index }: Row) => `${mark}-${index}`.toUpperCase(),
  'submissions.held_at': (row: Row) => (stateOf(row) === 'held' ? START : null),
  'submissions.done_at': (row: Row) => (stateOf(row) === 'done' ? START : null),
  'submissions.failed_at': (row: Row) => (stateOf(row) === 'failed' ? START : null),
  'submissions.held_for': null,
  'submissions.set_aside_by': null,
  'submissions.current_revision': ({ idOf }: Row) => idOf('revisions'),
  'revisions.key': ({ idOf }: Row) => idOf('revisions'),
  'revisions.answers': answersOf,
  // Nothing in these forms is specific data; what is sealed shows no mark.
  'revisions.answers_sealed': null,
  'revisions.link_generation': 0,
  'consents.purpose': 'directory',
  'registrations.submission_id': (row: Row) => row.idOf('submissions', REGISTERED[row.index]?.submission),
  'registrations.outcome': ({ index }: Row) => REGISTERED[index]?.outcome,
  'registrations.organisation_id': (row: Row) =>
    orNull(row, 'organisations', REGISTERED[row.index]?.organisation),

  'assessments.revision_key': ({ idOf }: Row) => idOf('revisions'),
  'assessments.round_id': ({ idOf }: Row) => idOf('rounds', 0),
  'assessments.instrument_id': iko.instrument?.id,
  'assessments.replaced_by': null,
  'assessments.link_generation': 0,
  'scores.basis': 'self',
  'scores.index_exact': (row: Row) => scoresOf(row).index,
  'scores.band': (row: Row) => scoresOf(row).band,
  'scores.result': scoresOf,

  'deliveries.kind': (row: Row) => mailOf(row).kind,
  'deliveries.subject_id': (row: Row) => row.idOf(...mailOf(row).subject),
  'deliveries.submission_id': (row: Row) => orNull(row, 'submissions', mailOf(row).submission),
  'deliveries.organisation_id': (row: Row) => orNull(row, 'organisations', mailOf(row).organisation),
  'deliveries.person_id': (row: Row) => orNull(row, 'people', mailOf(row).person),
  'deliveries.recipient': ({ mark, index }: Row) =>
    `${mark}-${MAILS[index]?.submission ?? index}@contoh.example`,
  'deliveries.handed_at': (row: Row) => (['handed', 'bounced'].includes(mailOf(row).state) ? START : null),
  'deliveries.bounced_at': (row: Row) => (mailOf(row).state === 'bounced' ? START : null),
  'deliveries.failed_at': (row: Row) => (mailOf(row).state === 'failed' ? START : null),
  'deliveries.provider_id': null,
  'deliveries.replaces': null,
  'handovers.submission_id': ({ idOf }: Row) => idOf('submissions', 1),
  'addresses.address': ({ mark, index }: Row) => `${mark}-${index}@contoh.example`,
  'opt_outs.address': ({ mark, index }: Row) => `${mark}-${index}@contoh.example`,
  'opt_outs.kind': 'invitation',

  'steps.id': (row: Row) => `${stepOf(row).kind}:${row.idOf(...subjectOf(row))}`,
  'steps.kind': (row: Row) => stepOf(row).kind,
  'steps.subject_id': (row: Row) => row.idOf(...subjectOf(row)),
  'steps.submission_id': (row: Row) => row.idOf('submissions', stepOf(row).submission),
  'steps.class': 'sent',
  'steps.dead_at': (row: Row) => (stepOf(row).isDead ? START : null),
  'drafts.round_id': ({ idOf }: Row) => idOf('rounds', 0),
  'drafts.form_hash': IKO_HASH,
  'drafts.answers': ({ place, mark, index }: Row) => ({
    organisation: [`Rancangan ${mark} ${index}`],
    district: [DISTRICTS[place.side]],
    whatsapp: [`0812000000${index}`],
    sender_name: [`Pengirim ${mark}`],
  }),
  'drafts.sealed': null,
  'drafts.expires_at': START + DAY,

  'events.id': numberOf,
  'events.actor_kind': 'staff',
  'events.actor': ({ idOf }: Row) => idOf('people', 0),
  'events.verb': 'change',
  'events.subject_kind': 'organisation',
  'events.subject_id': ({ idOf }: Row) => idOf('organisations'),
  'events.detail': null,
}
