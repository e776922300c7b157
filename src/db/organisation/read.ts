// Organisations of a network, for those who look after them, each within their districts.
import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { ListPage } from '../../core/kernel/page.ts'
import { may, type Scope } from '../../core/kernel/scope.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { comparableName, type Status } from '../../core/organisation/organisation.ts'
import { among, type Database } from '../database.ts'
import { bouncedAt, optedOutAt } from '../facts/address.ts'
import { roleNames } from '../facts/network.ts'
import { isErased } from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { type Cut, readListPage } from '../page.ts'
import {
  contacts,
  networks,
  organisationNames,
  organisations,
  relations,
  roles,
  rounds,
  submissions,
} from '../schema/index.ts'

/** Whoever sees organisations. */
export type Seeing = Scope<'organisations' | 'coordination'>

/** Organisations that the person may see: those of their network and districts, without those merged into others. */
export const areTheirs = (scope: Seeing): SQL | undefined =>
  and(
    eq(organisations.networkId, scope.network.id),
    isNull(organisations.mergedInto),
    withinDistricts(scope, organisations.district),
  )

/**
 * The official name of an organisation, whose id is given as SQL; where there is none, whichever came first. Columns are
 * spelled out: drizzle leaves their tables away in what is selected from one table alone.
 */
export const officialNameOf = (organisation: SQL): SQL<string> => sql<string>`(
  select n.name from organisation_names n where n.organisation_id = ${organisation}
  order by n.kind <> 'official', n.created_at limit 1)`

const ITS_ID = sql.raw('organisations.id')

/** Roles that hold on a day (ISO 8601). */
const heldOn = (day: string): SQL => sql`r.from_day <= ${day} and (r.to_day is null or r.to_day >= ${day})`

const rolesOn = (day: string): SQL => sql`(
  select json_group_array(distinct r.role) from roles r
  where r.organisation_id = organisations.id and ${heldOn(day)})`

// Made by json_group_array above.
const rolesIn = (json: string): readonly string[] => JSON.parse(json)

/** Which organisations are looked for; an empty part leaves it open. */
export interface OrganisationQuery {
  readonly name: string
  readonly district: string
  readonly role: string
  readonly status: string
}

/** How many stand on one page of a list. */
export const PAGE_SIZE = 25

const bears = (name: string): SQL => sql`exists (
  select 1 from organisation_names n
  where n.organisation_id = organisations.id and instr(n.normalised, ${name}) > 0)`

interface ListedRow {
  readonly id: string
  readonly name: string | null
  readonly district: string
  readonly status: Status
  readonly confirmedAt: number | null
  readonly roles: string
  readonly count: number
}

// As names are listed: capitals do not matter, and whoever has none stands first.
const SORTING = { by: [sql`coalesce(called, '') collate nocase`, sql`known`] } as const

/** What the list of organisations is sorted by. */
export const ORGANISATION_KEY = ['string', 'string'] as const

/** One page of the organisations that are looked for, by name, and how many there are in all. */
export async function organisationsOf(
  scope: Seeing,
  db: Database,
  { name, district, role, status }: OrganisationQuery,
  { page, today }: { readonly page: ListPage; readonly today: string },
) {
  const matching = and(
    areTheirs(scope),
    name.trim() ? bears(comparableName(name)) : undefined,
    district ? eq(organisations.district, district) : undefined,
    status ? sql`${organisations.status} = ${status}` : undefined,
    role
      ? sql`exists (
          select 1 from roles r where r.organisation_id = organisations.id and r.role = ${role} and ${heldOn(today)})`
      : undefined,
  )
  // Only those of the page are asked for more than their names.
  const read = ({ where, orderBy, limit, offset }: Cut) =>
    db.all<ListedRow>(sql`
      with matched as materialized (
        select organisations.id as known, ${officialNameOf(ITS_ID)} as called from organisations where ${matching}),
      page as materialized (
        select known, called from matched where ${where} order by ${sql.join(orderBy, sql`, `)} limit ${limit} offset ${offset})
      select known as id, called as name, organisations.district, organisations.status,
        organisations.confirmed_at as "confirmedAt", ${rolesOn(today)} as roles, (select count(*) from matched) as count
      from page cross join organisations on organisations.id = known order by ${sql.join(orderBy, sql`, `)}`)
  const { found, ...ways } = await readListPage(page, { sorting: SORTING, size: PAGE_SIZE }, read, (row) => [
    row.name ?? '',
    row.id,
  ])
  const listed = found.map(({ roles: held, count: _, ...row }) => ({ ...row, roles: rolesIn(held) }))
  return { found: listed, count: found[0]?.count ?? 0, ...ways }
}

/** An organisation as it stands in the list. */
export type ListedOrganisation = Awaited<ReturnType<typeof organisationsOf>>['found'][number]

/** What organisations can be in the network, in the order in which it is offered. */
export async function roleNamesOf({ network }: Seeing, db: Database): Promise<readonly RoleName[]> {
  const [found] = await db.select({ roleNames }).from(networks).where(eq(networks.id, network.id))
  return found?.roleNames ?? []
}

/** One organisation, or null. */
export async function organisationById(scope: Seeing, db: Database, id: string) {
  const [found] = await db
    .select({
      id: organisations.id,
      name: officialNameOf(ITS_ID),
      district: organisations.district,
      legalForm: organisations.legalForm,
      decreeNo: organisations.decreeNo,
      themes: organisations.themes,
      status: organisations.status,
      confirmedAt: organisations.confirmedAt,
      registrationId: organisations.registrationId,
    })
    .from(organisations)
    .where(and(areTheirs(scope), eq(organisations.id, id)))
  return found ?? null
}

/** An organisation that was found for whoever may see it: what is read or written of it takes this. */
export type Organisation = NonNullable<Awaited<ReturnType<typeof organisationById>>>

/** Its names, the official one first. */
export const namesOf = (_scope: Seeing, db: Database, { id }: Organisation) =>
  db
    .select({ id: organisationNames.id, kind: organisationNames.kind, name: organisationNames.name })
    .from(organisationNames)
    .where(eq(organisationNames.organisationId, id))
    .orderBy(
      sql`${organisationNames.kind} <> 'official'`,
      asc(organisationNames.createdAt),
      asc(organisationNames.id),
    )

export type Name = Awaited<ReturnType<typeof namesOf>>[number]

/** Its roles, those that hold first. */
export const rolesOf = (_scope: Seeing, db: Database, { id }: Organisation) =>
  db
    .select({
      id: roles.id,
      role: roles.role,
      district: roles.district,
      fromDay: roles.fromDay,
      toDay: roles.toDay,
    })
    .from(roles)
    .where(eq(roles.organisationId, id))
    .orderBy(sql`${roles.toDay} is not null`, desc(roles.fromDay), asc(roles.id))

export type OrganisationRole = Awaited<ReturnType<typeof rolesOf>>[number]

const reached = (db: Database, organisation: string) =>
  db
    .select({
      id: contacts.id,
      name: contacts.name,
      position: contacts.position,
      email: contacts.email,
      whatsapp: contacts.whatsapp,
      locale: contacts.locale,
      bouncedAt: bouncedAt('contacts'),
      optedOutAt: optedOutAt('contacts', 'invitation'),
    })
    .from(contacts)
    .where(eq(contacts.organisationId, organisation))
    .orderBy(asc(contacts.createdAt), asc(contacts.id))
    .limit(MOST_PARTS)

export type Contact = Awaited<ReturnType<typeof reached>>[number]

/** Whom to reach there, for those who see people; null for the others. */
export const contactsOf = async (
  { role }: Seeing,
  db: Database,
  { id }: Organisation,
): Promise<readonly Contact[] | null> => (may(role, 'coordination') ? reached(db, id) : null)

/** What it belongs together with, as far as the person may see that: those that hold first. */
export const relationsOf = (scope: Seeing, db: Database, { id }: Organisation) =>
  db
    .select({
      id: relations.id,
      kind: relations.kind,
      /** Whether the organisation is the one named first: the lead partner of a pair, the forum of a membership. */
      isFirst: sql<boolean>`${relations.organisationId} = ${id}`.mapWith(Boolean),
      other: { id: organisations.id, name: officialNameOf(ITS_ID) },
      fromDay: relations.fromDay,
      toDay: relations.toDay,
    })
    .from(relations)
    .innerJoin(
      organisations,
      sql`${organisations.id} = case when ${relations.organisationId} = ${id} then ${relations.otherId} else ${relations.organisationId} end`,
    )
    .where(and(or(eq(relations.organisationId, id), eq(relations.otherId, id)), areTheirs(scope)))
    .orderBy(sql`${relations.toDay} is not null`, desc(relations.fromDay), asc(relations.id))
    .limit(MOST_PARTS)

export type Relation = Awaited<ReturnType<typeof relationsOf>>[number]

// A forum has tens of members; a page is no place for thousands.
const MOST_PARTS = 200

/** What it sent, the last first, and when its report was handed over: by mail or by hand (ms UTC). */
export const submissionsOf = (_scope: Seeing, db: Database, { id }: Organisation) =>
  db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      createdAt: submissions.createdAt,
      heldAt: submissions.heldAt,
      heldFor: submissions.heldFor,
      round: rounds.title,
      kind: rounds.kind,
      isMeasured:
        sql<boolean>`exists (select 1 from assessments a where a.submission_id = ${submissions.id})`.mapWith(
          Boolean,
        ),
      reportedAt: sql<number | null>`coalesce(
        (select max(d.handed_at) from deliveries d where d.submission_id = ${submissions.id} and d.kind = 'report'),
        (select max(h.at) from handovers h where h.submission_id = ${submissions.id}))`,
    })
    .from(submissions)
    .innerJoin(rounds, eq(rounds.id, submissions.roundId))
    .where(and(eq(submissions.organisationId, id), sql`not (${isErased('submissions')})`))
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(MOST_PARTS)

export type OrganisationSubmission = Awaited<ReturnType<typeof submissionsOf>>[number]

/**
 * What the page of an organisation tells of it, beside how it stands, asked at once. Not as a batch: drizzle (0.45.4) loses
 * columns there that are called alike.
 */
export async function partsOf(scope: Seeing, db: Database, organisation: Organisation) {
  const [names, held, related, sent, people] = await Promise.all([
    namesOf(scope, db, organisation),
    rolesOf(scope, db, organisation),
    relationsOf(scope, db, organisation),
    submissionsOf(scope, db, organisation),
    contactsOf(scope, db, organisation),
  ])
  return { names, roles: held, relations: related, submissions: sent, contacts: people }
}

const MOST_LIKELY = 10

/** Organisations that already bear one of some names in a district: likely the same. */
export const organisationsNamed = (scope: Seeing, db: Database, district: string, names: readonly string[]) =>
  db
    .select({ id: organisations.id, name: officialNameOf(ITS_ID), district: organisations.district })
    .from(organisations)
    .where(
      and(
        areTheirs(scope),
        eq(organisations.district, district),
        sql`${organisations.id} in (
          select ${organisationNames.organisationId} from ${organisationNames}
          where ${organisationNames.networkId} = ${scope.network.id}
            and ${among(organisationNames.normalised, names.map(comparableName))})`,
      ),
    )
    .limit(MOST_LIKELY)

/** Others of the network whose name holds a typed one, a few of them. */
export const otherOrganisationsNamed = (scope: Seeing, db: Database, { id }: Organisation, name: string) =>
  db
    .select({ id: organisations.id, name: officialNameOf(ITS_ID), district: organisations.district })
    .from(organisations)
    .where(and(areTheirs(scope), bears(comparableName(name)), sql`${organisations.id} <> ${id}`))
    .orderBy(sql`2 collate nocase`, asc(organisations.id))
    .limit(MOST_LIKELY)

/** An organisation by its name. */
export interface NamedOrganisation {
  readonly id: string
  readonly name: string
  readonly district: string
}
