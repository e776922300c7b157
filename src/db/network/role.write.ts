// What organisations can be in a network, set by its administrators.
import { type SQL, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import type { Database } from '../database.ts'
import { roleList } from '../facts/network.ts'
import { stillAdministers } from '../facts/theirs.ts'
import { type May, type SettingWriteOutcome, writeSetting } from './settings.write.ts'

const hasKey = ({ network }: May, key: string): SQL =>
  sql`exists (select 1 from network_roles where network_id = ${network.id} and key = ${key})`

// An older release goes by a list in the network's own row.
const listRoles = ({ network }: May): SQL => sql`
  update networks set role_names = (${roleList(sql`${network.id}`)}) where id = ${network.id}`

const writeRole = (
  scope: May,
  db: Database,
  verb: EventVerb,
  key: string,
  statement: SQL,
  isDone: SQL,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeSetting(
    scope,
    db,
    { verb, subject: 'networkRole', id: key },
    now,
    [statement, listRoles(scope)],
    isDone,
  )

/** Adds a role at the end; `not`: another has its key. */
export const addRoleName = (
  scope: May,
  db: Database,
  { key, name }: RoleName,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeRole(
    scope,
    db,
    'add',
    key,
    sql`
      insert into network_roles (network_id, key, name, position)
      select ${scope.network.id}, ${key}, ${JSON.stringify(name)},
        (select coalesce(max(position) + 1, 0) from network_roles where network_id = ${scope.network.id})
      where ${stillAdministers(scope)}
      on conflict do nothing`,
    sql`exists (
      select 1 from network_roles
      where network_id = ${scope.network.id} and key = ${key} and name = ${JSON.stringify(name)})`,
    now,
  )

/** Gives a role another name; `not`: there is no such role. */
export const changeRoleName = (
  scope: May,
  db: Database,
  key: string,
  name: Text,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeRole(
    scope,
    db,
    'change',
    key,
    sql`
      update network_roles set name = ${JSON.stringify(name)}
      where network_id = ${scope.network.id} and key = ${key} and name <> ${JSON.stringify(name)}
        and ${stillAdministers(scope)}`,
    hasKey(scope, key),
    now,
  )

/** Takes a role away that nobody has or had and no round counts by; `not`: it is used. */
export const removeRoleName = (
  scope: May,
  db: Database,
  key: string,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeRole(
    scope,
    db,
    'remove',
    key,
    sql`
      delete from network_roles
      where network_id = ${scope.network.id} and key = ${key} and ${stillAdministers(scope)}
        and not exists (select 1 from roles where network_id = ${scope.network.id} and role = ${key})
        and not exists (
          select 1 from rounds, json_each(coalesce(audience_roles, '[]')) as audience
          where rounds.network_id = ${scope.network.id} and audience.value = ${key})`,
    sql`not ${hasKey(scope, key)}`,
    now,
  )
