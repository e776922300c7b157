// The organisations of a list, added in one batch: as many statements for two thousand as for one.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { NewName } from '../../core/organisation/organisation.ts'
import type { Database } from '../database.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { CHANGED, guarded } from '../write.ts'
import { attributeSubmissions } from './attribution.write.ts'

/** An organisation that is to be added, under the id that its preview gave it. */
export interface NewImport {
  readonly id: string
  readonly district: string
  /** The official one first. */
  readonly names: readonly NewName[]
  readonly legalForm: string | null
  readonly decreeNo: string | null
  readonly themes: readonly string[]
  readonly roles: readonly { readonly id: string; readonly role: string; readonly from: string }[]
  readonly contact: {
    readonly id: string
    readonly name: string | null
    readonly position: string | null
    readonly email: string | null
    readonly whatsapp: string | null
    readonly locale: Locale
  } | null
}

/** A list that is to be added; `now` in ms UTC. */
export interface ImportList {
  readonly id: string
  readonly organisations: readonly NewImport[]
  readonly now: number
}

/** The ids of those that are there now because of this list; `refused`: the writer does not coordinate any more. */
export type StoredImport = { readonly added: ReadonlySet<string> } | 'refused'

/**
 * Adds those organisations whose name is not in their district yet; they are confirmed by being added. The same batch sent
 * again adds nothing: an organisation gets its names last, and whatever has names gets nothing here. `now` in ms UTC.
 */
export async function insertImported(
  scope: Scope<'coordination'>,
  db: Database,
  { id: list, organisations, now }: ImportList,
): Promise<StoredImport> {
  const { network } = scope
  const all = organisations.map(({ id }) => id)
  const each = (rows: readonly object[]): SQL => sql`json_each(${JSON.stringify(rows)}) r`
  // Just made by the first statement: without a name, in this network, and in a district of the writer's.
  const isNew = sql`
    o.id = r.value ->> 'of' and o.network_id = ${network.id} and ${stillCoordinates(scope, sql`o.district`)}
    and not exists (select 1 from organisation_names n where n.organisation_id = o.id)`

  const standing = await guarded(scope, db, {
    may: stillCoordinates(scope),
    now,
    event: { verb: 'import', subject: 'import', id: list },
    statements: (event) => [
      sql`
      insert into organisations (id, network_id, legal_form, district, status, decree_no, confirmed_at, themes, import_id, created_at)
      select r.value ->> 'id', ${network.id}, r.value ->> 'legalForm', r.value ->> 'district', 'active',
        r.value ->> 'decreeNo', ${now}, r.value -> 'themes', ${list}, ${now}
      from ${each(
        organisations.map(({ id, district, names: [official], legalForm, decreeNo, themes }) => {
          return { id, district, normalised: official?.normalised, legalForm, decreeNo, themes }
        }),
      )}
      where ${stillCoordinates(scope, sql`r.value ->> 'district'`)} and not exists (
        select 1 from organisation_names n join organisations o on o.id = n.organisation_id
        where n.network_id = ${network.id} and n.normalised = r.value ->> 'normalised'
          and o.district = r.value ->> 'district' and o.merged_into is null
      )
      on conflict do nothing`,
      sql`
      insert into imports (id, network_id, imported_by, added, imported_at)
      select ${list}, ${network.id}, ${scope.person.id}, changes(), ${now} where ${CHANGED}
      on conflict do nothing`,
      event,
      sql`
      insert into contacts (id, network_id, organisation_id, name, position, email, whatsapp, locale, created_at)
      select r.value ->> 'id', o.network_id, o.id, r.value ->> 'name', r.value ->> 'position', r.value ->> 'email',
        r.value ->> 'whatsapp', r.value ->> 'locale', ${now}
      from ${each(organisations.flatMap(({ id, contact }) => (contact ? [{ ...contact, of: id }] : [])))}
      cross join organisations o where ${isNew}
      on conflict do nothing`,
      sql`
      insert into roles (id, network_id, organisation_id, role, district, from_day, to_day)
      select r.value ->> 'id', o.network_id, o.id, r.value ->> 'role', null, r.value ->> 'from', null
      from ${each(organisations.flatMap(({ id, roles }) => roles.map((role) => ({ ...role, of: id }))))}
      cross join organisations o where ${isNew}
      on conflict do nothing`,
      sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select r.value ->> 'id', o.network_id, o.id, r.value ->> 'kind', r.value ->> 'name', r.value ->> 'normalised', ${now}
      from ${each(organisations.flatMap(({ id, names }) => names.map((name) => ({ ...name, of: id }))))}
      cross join organisations o where ${isNew}
      on conflict do nothing`,
      ...attributeSubmissions(network.id, all, stillCoordinates(scope)),
    ],
    asked: {
      added: sql`(
        select json_group_array(o.id) from json_each(${JSON.stringify(all)}) r cross join organisations o
        where o.id = r.value and o.network_id = ${network.id})`,
    },
  })
  return standing?.may ? { added: new Set<string>(JSON.parse(String(standing.added))) } : 'refused'
}
