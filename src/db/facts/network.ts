// What organisations can be in a network.
import { type SQL, sql } from 'drizzle-orm'
import type { RoleName } from '../../core/network/registry.ts'

/** The roles of a network as a list in JSON, in their order; the source is a query of one value. */
export const roleList = (network: SQL): SQL => sql`
  select json_group_array(json_object('key', key, 'name', json(name)))
  from (select key, name from network_roles where network_id = ${network} order by position, key)`

/** The same as a column of a query over `networks`. */
export const roleNames = sql`(${roleList(sql.raw('networks.id'))})`.mapWith(
  // Written as such by the statement.
  (list): readonly RoleName[] => JSON.parse(list),
)
