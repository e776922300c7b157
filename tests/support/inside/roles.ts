// What organisations can be in the networks of a test.
import { env } from 'cloudflare:workers'
import type { RoleName } from '../../../src/core/network/registry.ts'

/** The statements that give a network these roles instead of those it had; every network where none is named. */
export function rolesSet(roles: readonly RoleName[], network: string | null = null): D1PreparedStatement[] {
  const list = JSON.stringify(roles)
  const which = 'network_id = coalesce(?1, network_id)'
  return [
    env.DB.prepare(`delete from network_roles where ${which}`).bind(network),
    env.DB.prepare(
      `insert into network_roles (network_id, key, name, position)
       select networks.id, role.value ->> 'key', role.value -> 'name', role.key
       from networks, json_each(?2) as role where networks.id = coalesce(?1, networks.id)`,
    ).bind(network, list),
    env.DB.prepare('update networks set role_names = ?2 where id = coalesce(?1, id)').bind(network, list),
  ]
}

/** Gives a network these roles instead of those it had; every network where none is named. */
export const setRoles = (roles: readonly RoleName[], network: string | null = null) =>
  env.DB.batch(rolesSet(roles, network))
