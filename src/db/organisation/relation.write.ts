// What organisations are in a network and to one another, from a day on and until a day.
import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { isTheirOrganisation } from '../facts/theirs.ts'
import { type OrganisationWriteOutcome, writeOrganisation } from './write.ts'

type Coordinating = Scope<'coordination'>

/** Days are ISO 8601, both included; `to` is null while it holds. */
export interface NewRole {
  readonly id: string
  readonly role: string
  readonly district: string | null
  readonly from: string
  readonly to: string | null
  readonly now: number
}

/** Gives an organisation a role, unless it has it from the same day on already. */
export const addRole = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  row: NewRole,
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(scope, db, { id: organisation, verb: 'add', item: { role: row.id }, now: row.now }, [
    sql`
      insert into roles (id, network_id, organisation_id, role, district, from_day, to_day)
      select ${row.id}, o.network_id, o.id, ${row.role}, ${row.district}, ${row.from}, ${row.to}
      from organisations o
      where ${isTheirOrganisation(scope, 'o', sql`${organisation}`)} and not exists (
        select 1 from roles r
        where r.organisation_id = o.id and r.role = ${row.role} and r.district is ${row.district} and r.from_day = ${row.from}
      )
      on conflict do nothing`,
  ])

/** Ends a role with a day (ISO 8601), the last on which it holds. */
export const endRole = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  { role, day, now }: { readonly role: string; readonly day: string; readonly now: number },
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(scope, db, { id: organisation, verb: 'end', item: { role }, now: now }, [
    sql`
      update roles set to_day = max(from_day, ${day})
      where id = ${role} and organisation_id = ${organisation} and to_day is null
        and exists (select 1 from organisations o where ${isTheirOrganisation(scope, 'o', sql`${organisation}`)})`,
  ])

/** Of a pair, the lead partner is the first; of a membership, the forum is. */
export interface NewRelation {
  readonly id: string
  readonly kind: 'pair' | 'member'
  readonly first: string
  readonly other: string
  readonly from: string
  readonly now: number
}

/** Relates two organisations, unless they are so related already; the writer may coordinate both. */
export const addRelation = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  row: NewRelation,
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(
    scope,
    db,
    {
      id: organisation,
      verb: 'add',
      item: { relation: row.id, other: row.first === organisation ? row.other : row.first },
      now: row.now,
    },
    [
      sql`
      insert into relations (id, network_id, kind, organisation_id, other_id, from_day, created_at)
      select ${row.id}, a.network_id, ${row.kind}, a.id, b.id, ${row.from}, ${row.now}
      from organisations a, organisations b
      where a.id <> b.id and ${isTheirOrganisation(scope, 'a', sql`${row.first}`)} and ${isTheirOrganisation(scope, 'b', sql`${row.other}`)} and not exists (
        select 1 from relations r
        where r.organisation_id = a.id and r.other_id = b.id and r.kind = ${row.kind} and r.to_day is null
      )
      on conflict do nothing`,
    ],
  )

/** Ends a relation with a day (ISO 8601), the last on which it holds; either of the two can. */
export const endRelation = (
  scope: Coordinating,
  db: Database,
  organisation: string,
  { relation, day, now }: { readonly relation: string; readonly day: string; readonly now: number },
): Promise<OrganisationWriteOutcome> =>
  writeOrganisation(scope, db, { id: organisation, verb: 'end', item: { relation }, now: now }, [
    sql`
      update relations set to_day = max(from_day, ${day})
      where id = ${relation} and ${organisation} in (organisation_id, other_id) and to_day is null
        and exists (select 1 from organisations o where ${isTheirOrganisation(scope, 'o', sql`${organisation}`)})`,
  ])
