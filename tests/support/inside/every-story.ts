// What happened in each place: its organisations, what they sent and what became of it, and the mails and steps of that.
import { DISTRICTS, markOf, type Place } from './places.ts'

/** What organisations are called: the first two look alike, the third was merged into the first, the last is another one. */
export const ORGANISATIONS = ['Harapan', 'Harapen', 'Lama', 'Mitra Utama', 'Harapin'] as const

/** What an organisation of a place is called; further ones are short names, and then those of nobody in the registry. */
export function nameOf(place: Place, index: number): string {
  const word = ORGANISATIONS[index % ORGANISATIONS.length]
  const before = ['Yayasan', 'Singkat', 'Komunitas', 'Kelompok'][Math.floor(index / ORGANISATIONS.length)]
  return `${before} ${markOf(place)} ${word}`
}

/** An answer: of the survey (0) or a registration (1); of which organisation, and what became of it where it is not done. */
interface Sent {
  readonly round: 0 | 1
  readonly organisation?: number
  readonly state?: 'held' | 'failed' | 'owed'
  readonly assessment?: number
}

export const SENT: readonly [Sent, ...Sent[]] = [
  { round: 0, organisation: 0, assessment: 0 },
  { round: 0, organisation: 1, assessment: 1 },
  { round: 0, organisation: 0, state: 'held' },
  { round: 1 },
  { round: 1, organisation: 0 },
  { round: 1, organisation: 1 },
  { round: 0, state: 'failed' },
  { round: 0, organisation: 3, state: 'owed' },
  { round: 1, state: 'failed' },
]

/** Whose name an answer was sent under. */
export const senderOf = (index: number): number => SENT[index]?.organisation ?? 10 + index

/** What was decided of registrations; one waits. */
export const REGISTERED = [
  { submission: 4, outcome: 'confirmed', organisation: 0 },
  { submission: 5, outcome: 'confirmed', organisation: 1 },
  { submission: 8, outcome: 'declined', organisation: null },
] as const

interface Mail {
  readonly kind: string
  readonly subject: readonly [table: string, index: number]
  readonly submission?: number
  readonly organisation?: number
  readonly person?: number
  readonly state: 'handed' | 'bounced' | 'failed' | 'owed'
}

const receipts = SENT.map(
  (_sent, submission): Mail => ({
    kind: 'receipt',
    subject: ['submissions', submission],
    submission,
    state: submission === 8 ? 'owed' : 'handed',
  }),
)

/** One report came back and waits for a hand, the other one had failed and was handed over. */
export const MAILS: readonly [Mail, ...Mail[]] = [
  { kind: 'sign-in', subject: ['sign_ins', 0], person: 0, state: 'handed' },
  ...receipts,
  { kind: 'report', subject: ['assessments', 0], submission: 0, state: 'bounced' },
  { kind: 'report', subject: ['assessments', 1], submission: 1, state: 'failed' },
  ...REGISTERED.map(
    ({ submission, outcome }): Mail => ({
      kind: outcome,
      subject: ['submissions', submission],
      state: 'handed',
    }),
  ),
  { kind: 'closing', subject: ['drafts', 0], organisation: 0, state: 'handed' },
  { kind: 'closing', subject: ['drafts', 1], organisation: 1, state: 'handed' },
]

/** Two are dead, one is owed; the receipt that no mail brought is the mail after those of earlier answers. */
export const STEPS = [
  { kind: 'assess', subject: ['revisions', 6], submission: 6, isDead: true },
  { kind: 'deliver', subject: ['deliveries', 1 + 8], submission: 8, isDead: true },
  { kind: 'assess', subject: ['revisions', 7], submission: 7, isDead: false },
] as const

const addressOf = (place: Place, sent: number) => `${markOf(place)}-${sent}@contoh.example`
const ITEMS = [
  'results standards delivery reach target_population learning resources social_capital adaptive_capacity influence',
].flatMap((items) => items.split(' '))

/** The answers of a survey, as they are stored. */
export const ikoOf = (place: Place, sent: number) => ({
  organisation: nameOf(place, senderOf(sent)),
  district: DISTRICTS[place.side],
  assessed_on: '2026-11-20',
  sender_name: `Pengirim ${markOf(place)}`,
  sender_role: `Ketua ${markOf(place)}`,
  email: addressOf(place, sent),
  ...Object.fromEntries(ITEMS.map((item) => [item, { level: 2, evidence: `Bukti ${markOf(place)}` }])),
})

/** Those of a registration. */
export const registrationOf = (place: Place, sent: number) => ({
  organisation: nameOf(place, senderOf(sent)),
  short_name: `Singkatan ${markOf(place)}`,
  district: DISTRICTS[place.side],
  legal_form: 'foundation',
  network_role: 'member',
  themes: ['health', 'other'],
  themes_other: `Tema ${markOf(place)}`,
  profile: `Profil ${markOf(place)}`,
  contact_name: `Narahubung ${markOf(place)}`,
  email: addressOf(place, sent),
  consent_directory: true,
})
