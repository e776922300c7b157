// What is known of an organisation, changed by coordinators. Every statement asks again whether the writer may.
import { type SQL, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import {
  comparableName,
  type NameKind,
  type NewName,
  type Status,
} from '../../core/organisation/organisation.ts'
import type { Database } from '../database.ts'
import { districtOfOrganisation } from '../facts/organisation.ts'
import { isTheirOrganisation, stillCoordinates } from '../facts/theirs.ts'
import { CHANGED, guarded, valuesOf } from '../write.ts'
import { attributeSubmissions } from './attribution.write.ts'

type Coordinating = Scope<'coordination'>

/** `refused`: the organisation is not there any more, or the writer may not change it any more. */
export type OrganisationWriteOutcome = 'done' | 'refused'

const holdsFor = (scope: Coordinating, id: string): SQL =>
  sql`exists (select 1 from organisations o where ${isTheirOrganisation(scope, 'o', sql`${id}`)})`

/** What is changed of an organisation; `item`: the row beside it that is added, changed or taken away. */
export interface OrganisationWrite {
  readonly id: string
  readonly verb: EventVerb
  readonly item?: Readonly<Record<string, string>>
  readonly now: number
  /** Where its event is kept, asked before anything is written; unless it is said, where the first statement changes a row. */
  readonly when?: SQL
}

/** Changes an organisation that the writer coordinates, and keeps its event. */
export async function writeOrganisation(
  scope: Coordinating,
  db: Database,
  { id, verb, item, now, when }: OrganisationWrite,
  statements: readonly [SQL, ...SQL[]],
): Promise<OrganisationWriteOutcome> {
  const [deciding, ...others] = statements
  const standing = await guarded(scope, db, {
    may: holdsFor(scope, id),
    now,
    event: {
      verb,
      subject: 'organisation',
      id,
      district: districtOfOrganisation(id),
      ...(item ? { detail: item } : {}),
      ...(when ? { when } : {}),
    },
    statements: (event) => (when ? [event, ...statements] : [deciding, event, ...others]),
  })
  return standing?.may ? 'done' : 'refused'
}

/** What is said of an organisation itself. */
export interface OrganisationFacts {
  readonly district: string
  readonly legalForm: string | null
  readonly decreeNo: string | null
  readonly themes: readonly string[]
  readonly status: Status
}

/** Adds an organisation, once under its id; it is confirmed by being added. `now` in ms UTC. */
export function insertOrganisation(
  scope: Coordinating,
  db: Database,
  row: OrganisationFacts & { readonly id: string; readonly name: NewName; readonly now: number },
): Promise<OrganisationWriteOutcome> {
  const { id, name, now } = row
  return writeOrganisation(scope, db, { id, verb: 'add', now }, [
    sql`
      insert into organisations (id, network_id, legal_form, district, status, decree_no, confirmed_at, themes, created_at)
      select ${id}, ${scope.network.id}, ${row.legalForm}, ${row.district}, ${row.status}, ${row.decreeNo}, ${now},
        ${JSON.stringify(row.themes)}, ${now}
      where ${stillCoordinates(scope, sql`${row.district}`)}
      on conflict do nothing`,
    // Nothing where it was added already.
    sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select ${name.id}, ${scope.network.id}, ${id}, ${name.kind}, ${name.name}, ${name.normalised}, ${now}
      where ${CHANGED}`,
    ...attributeSubmissions(scope.network.id, [id], holdsFor(scope, id)),
  ])
}

/** Changes what is said of an organisation. Another official name leaves the one before as a former one. */
export function updateOrganisation(
  scope: Coordinating,
  db: Database,
  id: string,
  facts: OrganisationFacts & { readonly name: NewName; readonly now: number },
): Promise<OrganisationWriteOutcome> {
  const { name, now } = facts
  const holds = holdsFor(scope, id)
  const its = sql`organisation_id = ${id} and ${holds}`
  const { set, differ } = valuesOf({
    legal_form: facts.legalForm,
    decree_no: facts.decreeNo,
    themes: JSON.stringify(facts.themes),
    status: facts.status,
    district: facts.district,
  })
  const mayChange = sql`
    ${isTheirOrganisation(scope, 'o', sql`${id}`)} and ${stillCoordinates(scope, sql`${facts.district}`)}`
  const isNamed = sql`exists (
    select 1 from organisation_names where organisation_id = o.id and kind = 'official' and name = ${name.name})`
  const when = sql`exists (select 1 from organisations o where ${mayChange} and (${differ} or not ${isNamed}))`
  return writeOrganisation(scope, db, { id, verb: 'change', now, when }, [
    sql`update organisations as o set ${set} where ${mayChange}`,
    sql`update organisation_names set kind = 'former' where kind = 'official' and name <> ${name.name} and ${its}`,
    sql`delete from organisation_names where kind <> 'official' and name = ${name.name} and ${its}`,
    sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select ${name.id}, o.network_id, o.id, 'official', ${name.name}, ${name.normalised}, ${now}
      from organisations o
      where ${isTheirOrganisation(scope, 'o', sql`${id}`)}
        and not exists (select 1 from organisation_names where organisation_id = o.id and kind = 'official')`,
    ...attributeSubmissions(scope.network.id, [id], holds),
  ])
}

/** Adds a name beside the official one, unless the organisation bears it already. */
export function addName(
  scope: Coordinating,
  db: Database,
  organisation: string,
  row: { readonly id: string; readonly kind: NameKind; readonly name: string; readonly now: number },
): Promise<OrganisationWriteOutcome> {
  return writeOrganisation(
    scope,
    db,
    { id: organisation, verb: 'add', item: { name: row.id }, now: row.now },
    [
      sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select ${row.id}, o.network_id, o.id, ${row.kind}, ${row.name}, ${comparableName(row.name)}, ${row.now}
      from organisations o
      where ${isTheirOrganisation(scope, 'o', sql`${organisation}`)}
        and not exists (select 1 from organisation_names where organisation_id = o.id and name = ${row.name})
      on conflict do nothing`,
      ...attributeSubmissions(scope.network.id, [organisation], holdsFor(scope, organisation)),
    ],
  )
}

/** Takes a name away; the official one stays. */
export const removeName = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  name: string,
  now: number,
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(scope, db, { id: organisation, verb: 'remove', item: { name }, now }, [
    sql`
      delete from organisation_names
      where id = ${name} and organisation_id = ${organisation} and kind <> 'official' and ${holdsFor(scope, organisation)}`,
  ])

/** Whom to reach at an organisation; the address in lower case, the number E.164. */
export interface ContactFacts {
  readonly name: string | null
  readonly position: string | null
  readonly email: string | null
  readonly whatsapp: string | null
  readonly locale: Locale
}

/** Adds somebody to reach, once under their id, or changes them: at another address nothing has bounced yet. */
export function saveContact(
  scope: Coordinating,
  db: Database,
  organisation: string,
  row: ContactFacts & { readonly id: string; readonly now: number },
): Promise<OrganisationWriteOutcome> {
  const { id, name, position, email, whatsapp, locale, now } = row
  return writeOrganisation(scope, db, { id: organisation, verb: 'change', item: { contact: id }, now }, [
    sql`
      insert into contacts (id, network_id, organisation_id, name, position, email, whatsapp, locale, created_at)
      select ${id}, o.network_id, o.id, ${name}, ${position}, ${email}, ${whatsapp}, ${locale}, ${now}
      from organisations o where ${isTheirOrganisation(scope, 'o', sql`${organisation}`)}
      on conflict (id) do update set name = excluded.name, position = excluded.position, whatsapp = excluded.whatsapp,
        locale = excluded.locale, email = excluded.email,
        bounced_at = case when email is excluded.email then bounced_at end
      where organisation_id = excluded.organisation_id and (name, position, email, whatsapp, locale)
        is not (excluded.name, excluded.position, excluded.email, excluded.whatsapp, excluded.locale)`,
  ])
}

/** Takes somebody away. */
export const removeContact = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  contact: string,
  now: number,
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(scope, db, { id: organisation, verb: 'remove', item: { contact }, now }, [
    sql`
      delete from contacts
      where id = ${contact} and organisation_id = ${organisation} and ${holdsFor(scope, organisation)}`,
  ])
