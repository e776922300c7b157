// What is decided of a registration: everything a decision writes stands in one batch, and happens once.
import { type SQL, sql } from 'drizzle-orm'
import type { Registrant } from '../../core/form/registers.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { comparableName, type NewName } from '../../core/organisation/organisation.ts'
import type { Database } from '../database.ts'
import { countsInNetwork } from '../facts/round.ts'
import { districtOfAnswer, isPresent, respondentDistrict } from '../facts/submission.ts'
import { isTheirOrganisation, stillCoordinates } from '../facts/theirs.ts'
import { insertMailSteps } from '../step/insert.write.ts'
import { guarded } from '../write.ts'
import { attributeSubmissions } from './attribution.write.ts'

/** A registration as it was read; `now` in ms UTC. */
interface Decision {
  readonly submissionId: string
  /** The revision that was read: where another one stands by now, what is decided of it is no longer so. */
  readonly revision: string
  /** The id of the mail that tells of the decision. */
  readonly delivery: string
  /** Where it goes, or null where the contact has no address. */
  readonly email: string | null
  readonly now: number
}

/** A registration that is to be confirmed. */
export interface Confirmation extends Decision {
  readonly registrant: Registrant
  /** The ids of the rows that are made. */
  readonly ids: { readonly organisation: string; readonly contact: string; readonly role: string }
  /** What the organisation is called, no two alike; the official name is among them. */
  readonly names: readonly NewName[]
  /** An organisation that is there already; null where a new one is made. */
  readonly joins: string | null
  /** Whether a new one is made although another one of that name is there. */
  readonly isAnother: boolean
  /** A key of the network's roles, or null. */
  readonly role: string | null
  /** The day it is for the network, ISO 8601. */
  readonly today: string
}

/** A registration that is to be declined. */
export interface Refusal extends Decision {
  readonly reason: string
}

/**
 * What became of a decision. `other`: the other decision stands; `changed`: answers were corrected, or an organisation
 * of that name came or went meanwhile; `gone`: it is not there any more; `refused`: the writer may not any more.
 */
export type RegistrationOutcome = 'done' | 'other' | 'changed' | 'gone' | 'refused'

// Holds until the decision is there, so everything that asks for it is written before the decision.
const undecided = (scope: Scope<'coordination'>, { submissionId, revision }: Decision): SQL => sql`
  exists (
    select 1 from submissions s join rounds r on r.id = s.round_id
    where s.id = ${submissionId} and s.network_id = ${scope.network.id} and r.kind = 'registration' and ${countsInNetwork('r')}
      and s.current_revision = ${revision} and ${isPresent('s')}
      and ${stillCoordinates(scope, respondentDistrict('s'))}
      and not exists (select 1 from registrations where submission_id = s.id)
  )`

/** An organisation of the same name in the same district, other than the one that is being made. */
const isThere = (scope: Scope<'coordination'>, { registrant, ids }: Confirmation): SQL => sql`
  exists (
    select 1 from organisation_names n join organisations o on o.id = n.organisation_id
    where n.network_id = ${scope.network.id} and n.normalised = ${comparableName(registrant.name)}
      and o.district = ${registrant.district} and o.merged_into is null and o.id <> ${ids.organisation}
  )`

function makeOrganisation(scope: Scope<'coordination'>, row: Confirmation): SQL {
  const { registrant, submissionId, ids, now } = row
  return sql`
    insert into organisations (id, network_id, legal_form, district, status, decree_no, confirmed_at, registration_id, themes, created_at)
    select ${ids.organisation}, ${scope.network.id}, ${registrant.legalForm}, ${registrant.district}, 'active',
      ${registrant.decreeNo}, ${now}, ${submissionId}, ${JSON.stringify(registrant.themes)}, ${now}
    where ${undecided(scope, row)} and (${row.isAnother} or not ${isThere(scope, row)})
    on conflict do nothing`
}

/** What the list did not say of an organisation, its registration does. */
function completeOrganisation(scope: Scope<'coordination'>, row: Confirmation, id: string): SQL {
  const { registrant, now } = row
  return sql`
    update organisations set
      confirmed_at = coalesce(confirmed_at, ${now}), legal_form = coalesce(legal_form, ${registrant.legalForm}),
      decree_no = coalesce(decree_no, ${registrant.decreeNo}),
      themes = coalesce(themes, ${JSON.stringify(registrant.themes)})
    where id = ${id} and network_id = ${scope.network.id} and merged_into is null
      and ${stillCoordinates(scope, sql`district`)} and ${undecided(scope, row)}`
}

/** Everything that the registration tells of its organisation, unless it is known of it. */
function tellOrganisation(row: Confirmation, organisation: string, holds: SQL): readonly SQL[] {
  const { registrant, ids, role, today, now, submissionId } = row
  const { contact, district } = registrant
  const of = sql`from organisations o where o.id = ${organisation} and ${holds}`
  return [
    sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select one.value ->> 'id', o.network_id, o.id,
        case when one.value ->> 'kind' = 'official'
          and exists (select 1 from organisation_names where organisation_id = o.id and kind = 'official')
          then 'alias' else one.value ->> 'kind' end,
        one.value ->> 'name', one.value ->> 'normalised', ${now}
      from organisations o, json_each(${JSON.stringify(row.names)}) one
      where o.id = ${organisation} and ${holds}
        and not exists (
          select 1 from organisation_names n where n.organisation_id = o.id and n.normalised = one.value ->> 'normalised'
        )`,
    sql`
      insert into contacts (id, network_id, organisation_id, name, position, email, whatsapp, locale, created_at)
      select ${ids.contact}, o.network_id, o.id, ${contact.name}, ${contact.position}, ${contact.email},
        ${contact.whatsapp}, (select locale from submissions where id = ${submissionId}), ${now}
      ${of} and not exists (
        select 1 from contacts c where c.organisation_id = o.id
          and (c.email = ${contact.email} or (${contact.email} is null and c.whatsapp = ${contact.whatsapp}))
      )`,
    ...(role === null
      ? []
      : [
          sql`
            insert into roles (id, network_id, organisation_id, role, district, from_day)
            select ${ids.role}, o.network_id, o.id, ${role}, ${district}, ${today}
            ${of} and not exists (
              select 1 from roles r where r.organisation_id = o.id and r.role = ${role} and r.to_day is null
            )`,
        ]),
    sql`
      update submissions set organisation_id = ${organisation}, matched_by = 'registration'
      where id = ${submissionId} and exists (select 1 ${of})`,
  ]
}

/** The outcomes that are kept of a registration. */
type Outcome = 'confirmed' | 'declined'

/** The mail that tells of a decision, and the step for it. Nothing that was sent waits for it, so neither names it. */
const tellContact = (
  kind: Outcome,
  decision: Decision,
  holds: SQL,
  organisation: string | null,
): readonly SQL[] =>
  decision.email === null
    ? []
    : [
        sql`
          insert into deliveries (id, network_id, kind, subject_id, organisation_id, recipient, locale, created_at)
          select ${decision.delivery}, network_id, ${kind}, id, ${organisation}, ${decision.email}, locale, ${decision.now}
          from submissions where id = ${decision.submissionId} and ${holds}
          on conflict do nothing`,
        insertMailSteps(sql`d.id = ${decision.delivery} and ${holds}`),
      ]

/**
 * Decides once: everything else comes before the row that keeps the decision. What became of it is told by what stands, so
 * that the same decision made twice is done.
 */
async function storeDecision(
  scope: Scope<'coordination'>,
  db: Database,
  { submissionId, now }: Decision,
  wanted: { readonly outcome: Outcome; readonly joins: string | null },
  before: readonly SQL[],
  decision: SQL,
): Promise<RegistrationOutcome> {
  const district = districtOfAnswer(submissionId)
  const standing = await guarded(scope, db, {
    may: stillCoordinates(scope, respondentDistrict('s')),
    now,
    event: {
      verb: wanted.outcome === 'confirmed' ? 'confirm' : 'decline',
      subject: 'submission',
      id: submissionId,
      district,
    },
    statements: (event) => [...before, decision, event],
    asked: {
      outcome: sql`(select outcome from registrations where submission_id = s.id)`,
      organisation: sql`(select organisation_id from registrations where submission_id = s.id)`,
      isThere: isPresent('s'),
    },
    of: sql`from submissions s where id = ${submissionId} and network_id = ${scope.network.id}`,
  })
  if (standing?.isThere !== 1) return 'gone'
  const isSame = wanted.joins === null || standing.organisation === wanted.joins
  if (standing.outcome === wanted.outcome && isSame) return 'done'
  if (standing.outcome !== null) return 'other'
  return standing.may ? 'changed' : 'refused'
}

/**
 * Makes the organisation of a registration, or ties the registration to one that is there, with its names, contact and
 * role; ties everything else that was sent under the same name, and owes the mail that says so.
 */
export function storeConfirmation(
  scope: Scope<'coordination'>,
  db: Database,
  row: Confirmation,
): Promise<RegistrationOutcome> {
  const { submissionId, joins, now } = row
  const organisation = joins ?? row.ids.organisation
  // The organisation is there, and it may be decided that the registration is its own.
  const holds = sql`(
    ${undecided(scope, row)} and exists (
      select 1 from organisations x where ${isTheirOrganisation(scope, 'x', sql`${organisation}`)}
    ))`
  const before = [
    joins === null ? makeOrganisation(scope, row) : completeOrganisation(scope, row, joins),
    ...tellOrganisation(row, organisation, holds),
    ...attributeSubmissions(scope.network.id, [organisation], holds),
    ...tellContact('confirmed', row, holds, organisation),
  ]
  const decision = sql`
    insert into registrations (submission_id, network_id, outcome, organisation_id, decided_by, decided_at)
    select id, network_id, 'confirmed', ${organisation}, ${scope.person.id}, ${now}
    from submissions where id = ${submissionId} and ${holds}`
  return storeDecision(scope, db, row, { outcome: 'confirmed', joins }, before, decision)
}

/** Declines a registration with a reason, and owes the mail that says so. */
export function storeRefusal(
  scope: Scope<'coordination'>,
  db: Database,
  row: Refusal,
): Promise<RegistrationOutcome> {
  const holds = undecided(scope, row)
  const decision = sql`
    insert into registrations (submission_id, network_id, outcome, reason, decided_by, decided_at)
    select id, network_id, 'declined', ${row.reason}, ${scope.person.id}, ${row.now}
    from submissions where id = ${row.submissionId} and ${holds}`
  const wanted = { outcome: 'declined', joins: null } as const
  return storeDecision(scope, db, row, wanted, tellContact('declined', row, holds, null), decision)
}
