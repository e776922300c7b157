// What is somebody's to read and to write, said once: within their districts, and as long as they have the role.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { may, ROLES, type Scope } from '../../core/kernel/scope.ts'
import { among } from '../database.ts'

/** The roles of those who coordinate. */
export const COORDINATING = ROLES.filter((role) => may(role, 'coordination'))

/** Whether a district is one of the person's. */
export const withinDistricts = ({ districts }: Pick<Scope, 'districts'>, district: SQLWrapper): SQL =>
  districts === null ? sql`true` : among(district, districts)

/**
 * Whether whoever writes still coordinates the network and a district, asked of the database: every write asks it again,
 * since roles change meanwhile.
 */
export const stillCoordinates = (
  { network, person }: Scope<'coordination'>,
  district: SQLWrapper = sql`null`,
): SQL => sql`exists (
  select 1 from memberships m
  where m.network_id = ${network.id} and m.person_id = ${person.id} and m.removed_at is null
    and ${among(sql`m.role`, COORDINATING)}
    and (m.districts is null or ${district} is null or ${district} in (select value from json_each(m.districts))))`

/** Whether whoever writes still coordinates all of the network, as rounds ask: no list of districts holds this word. */
export const stillCoordinatesAll = (scope: Scope<'coordination'>): SQL =>
  stillCoordinates(scope, sql`'everywhere'`)

/** Whether whoever writes still is an administrator of the network. */
export const stillAdministers = ({ network, person }: Scope<'people'> | Scope<'settings'>): SQL =>
  sql`exists (select 1 from ${administratorsOf(network.id)} and a.person_id = ${person.id})`

/** The administrators of a network (`a`); the source of a query, to which conditions can be added. */
export const administratorsOf = (network: string): SQL => sql`
  memberships a where a.network_id = ${network} and a.role = 'administrator' and a.removed_at is null`

/** Whether an organisation is there and one that the writer may change; `table` is the name or alias of `organisations`. */
export const isTheirOrganisation = (
  scope: Scope<'coordination'>,
  table: 'o' | 'a' | 'b' | 'x',
  id: SQLWrapper,
): SQL => {
  const its = (column: string) => sql.raw(`${table}.${column}`)
  return sql`
    ${its('id')} = ${id} and ${its('network_id')} = ${scope.network.id} and ${its('merged_into')} is null
    and ${stillCoordinates(scope, its('district'))}`
}
