// Rounds, organisations and answers put straight into the tables, in whatever state a test of boards wants them.
import { env } from 'cloudflare:workers'
import { iko } from '../../../forms/iko/v1.ts'
import { demoNetwork } from '../../../scripts/demo.ts'
import { formHash } from '../../../src/core/form/shelf.ts'
import { comparableName, respondentKey } from '../../../src/core/organisation/organisation.ts'
import { DAY, START } from './world.ts'

/** A role from a day to a day, ISO 8601. */
export interface SetRole {
  readonly role: string
  readonly from: string
  readonly to?: string | null
}

export interface SetOrganisation {
  readonly id: string
  readonly name?: string
  readonly district?: string
  readonly network?: string | undefined
  readonly status?: 'active' | 'inactive'
  readonly isConfirmed?: boolean
  readonly mergedInto?: string | null
  readonly createdAt?: number
  readonly roles?: readonly SetRole[]
}

export interface SetRound {
  readonly id: string
  readonly network?: string
  readonly kind?: 'survey' | 'registration'
  readonly opensAt?: number
  readonly closesAt?: number | null
  /** The roles it asks for; anyone where there are none given. */
  readonly roles?: readonly string[] | null
  readonly practice?: boolean
  readonly anonymous?: boolean
}

const RECIPIENT = 'x@contoh.example'
const FORM = await formHash(iko)

export const ENDS = ['withdrawn', 'setAside', 'erased'] as const

/** A mail about an answer: how it ended. */
export type MailState = 'owed' | 'handed' | 'bounced' | 'complained' | 'failed'

export interface SetAnswer {
  readonly id: string
  readonly round: string
  readonly organisation?: string | null
  readonly network?: string
  readonly name?: string
  readonly district?: string
  readonly isHeld?: boolean
  readonly end?: (typeof ENDS)[number] | null
  readonly isLate?: boolean
  /** Whether the ledger says so, which says nothing of what is held. */
  readonly isFailed?: boolean
  readonly isAssessed?: boolean
  readonly isByHand?: boolean
  readonly isStuck?: boolean
  /** Receipts and reports, the first first. */
  readonly receipts?: readonly MailState[]
  readonly reports?: readonly MailState[]
}

type Value = string | number | null
const put = (table: string, row: Readonly<Record<string, Value>>) =>
  env.DB.prepare(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map(() => '?')})`,
  ).bind(...Object.values(row))

function organisationRows(one: SetOrganisation) {
  const { id, name = `Organisasi ${id}`, district = '35.07', network = demoNetwork.id, roles = [] } = one
  const { status = 'active', isConfirmed = true, mergedInto = null, createdAt = START - 100 * DAY } = one
  return [
    put('organisations', {
      id,
      network_id: network,
      district,
      status,
      confirmed_at: isConfirmed ? createdAt : null,
      merged_into: mergedInto,
      created_at: createdAt,
    }),
    put('organisation_names', {
      id: `${id}-name`,
      network_id: network,
      organisation_id: id,
      kind: 'official',
      name,
      normalised: comparableName(name),
      created_at: createdAt,
    }),
    ...roles.map(({ role, from, to = null }, index) =>
      put('roles', {
        id: `${id}-role-${index}`,
        network_id: network,
        organisation_id: id,
        role,
        from_day: from,
        to_day: to,
      }),
    ),
  ]
}

const roundRow = (one: SetRound) =>
  put('rounds', {
    id: one.id,
    network_id: one.network ?? demoNetwork.id,
    slug: one.id,
    form_id: 'iko',
    form_version: 1,
    kind: one.kind ?? 'survey',
    title: JSON.stringify({ id: `Putaran ${one.id}`, en: `Round ${one.id}` }),
    opens_at: one.opensAt ?? START - DAY,
    closes_at: one.closesAt ?? null,
    audience: one.roles ? 'roles' : 'anyone',
    audience_roles: one.roles ? JSON.stringify(one.roles) : null,
    practice: Number(one.practice ?? false),
    anonymous: Number(one.anonymous ?? false),
    framing: 'nobody',
    review_policy: 'none',
    created_at: 0,
  })

const MOMENTS: Readonly<Record<MailState, readonly string[]>> = {
  owed: [],
  handed: ['handed_at'],
  bounced: ['handed_at', 'bounced_at'],
  complained: ['handed_at', 'complained_at'],
  failed: ['failed_at'],
}

const mailRows = (one: SetAnswer, kind: 'receipt' | 'report', mails: readonly MailState[]) =>
  mails.map((state, index) =>
    put('deliveries', {
      id: `${one.id}-${kind}-${index}`,
      network_id: one.network ?? demoNetwork.id,
      submission_id: one.id,
      kind,
      subject_id: kind === 'report' ? `${one.id}-assessment` : one.id,
      generation: index,
      recipient: RECIPIENT,
      locale: 'id',
      created_at: index,
      ...Object.fromEntries(MOMENTS[state].map((moment) => [moment, 1])),
    }),
  )

function answerRows(one: SetAnswer) {
  const { id, round, network = demoNetwork.id, organisation = null, end = null } = one
  const own = { network_id: network, submission_id: id }
  return [
    put('submissions', {
      id,
      network_id: network,
      round_id: round,
      respondent_key: `${respondentKey(one.name ?? `Organisasi ${organisation ?? id}`, one.district ?? '35.07')}`,
      organisation_id: organisation,
      reference: id,
      locale: 'id',
      late: Number(one.isLate ?? false),
      held_at: one.isHeld ? 1 : null,
      failed_at: one.isFailed && !one.isHeld ? 1 : null,
      withdrawn_at: end === 'withdrawn' ? 1 : null,
      set_aside_at: end === 'setAside' ? 1 : null,
      erased_at: end === 'erased' ? 1 : null,
      current_revision: `${id}-revision`,
      created_at: START,
    }),
    put('revisions', {
      key: `${id}-revision`,
      ...own,
      number: 1,
      form_hash: FORM,
      answers: JSON.stringify({ email: RECIPIENT }),
      answers_mac: '',
      locale: 'id',
      created_at: 0,
    }),
    ...(one.isAssessed
      ? [
          put('assessments', {
            id: `${id}-assessment`,
            ...own,
            revision_key: `${id}-revision`,
            round_id: round,
            instrument_id: 'iko',
            instrument_version: 1,
            rules_hash: '',
            created_at: 0,
          }),
        ]
      : []),
    ...(one.isByHand ? [put('handovers', { id: `${id}-hand`, ...own, person_id: '', at: 1 })] : []),
    ...(one.isStuck
      ? [put('steps', { id: `assess:${id}`, ...own, due_at: 0, dead_at: 1, created_at: 0 })]
      : []),
    ...mailRows(one, 'receipt', one.receipts ?? []),
    ...mailRows(one, 'report', one.reports ?? []),
  ]
}

/** What a test puts into the tables. */
export interface Setting {
  readonly rounds?: readonly SetRound[]
  readonly organisations?: readonly SetOrganisation[]
  readonly answers?: readonly SetAnswer[]
}

/** Puts rounds, organisations and answers into the tables. */
export async function set({ rounds = [], organisations = [], answers = [] }: Setting): Promise<void> {
  const rows = [
    ...rounds.map(roundRow),
    ...organisations.flatMap(organisationRows),
    ...answers.flatMap(answerRows),
  ]
  if (rows.length > 0) await env.DB.batch(rows)
}

/** Takes everything that `set` puts there away again. */
export const unset = () =>
  env.DB.batch(
    [
      'handovers',
      'steps',
      'deliveries',
      'scores',
      'assessments',
      'revisions',
      'submissions',
      'roles',
      'organisation_names',
      'organisations',
    ]
      .map((table) => env.DB.prepare(`delete from ${table}`))
      .concat(env.DB.prepare(`delete from rounds where id like 'p-%'`)),
  )
