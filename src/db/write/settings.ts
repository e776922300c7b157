// What a network sets. Every write asks again in its statement whether the writer still is its administrator.
import { type SQL, sql } from 'drizzle-orm'
import type { MediaType } from '../../core/picture.ts'
import type { RoleName } from '../../core/registry.ts'
import type { Scope } from '../../core/scope.ts'
import type { General, Mails, Privacy, Year } from '../../core/settings.ts'
import type { Text } from '../../core/text.ts'
import { atomically, type Database } from '../database.ts'

type May = Scope<'settings'>

const stillMay = ({ network, person }: May): SQL => sql`exists (
  select 1 from memberships a where a.network_id = ${network.id} and a.person_id = ${person.id}
    and a.role = 'administrator' and a.removed_at is null)`

/** What became of a write. `not`: something in the database stands against it; `refused`: the writer may no longer. */
export type Written = 'done' | 'not' | 'refused'

/** Runs a write; `isDone` asks of what stands after it. */
async function write(scope: May, db: Database, statement: SQL, isDone: SQL): Promise<Written> {
  const check = sql`select ${isDone} as done, ${stillMay(scope)} as may`
  const [standing] = await atomically(db, [statement, check])
  // The columns are named in the statement itself.
  const { done, may } = standing as { readonly done: number; readonly may: number }
  if (may !== 1) return 'refused'
  return done === 1 ? 'done' : 'not'
}

const ALWAYS = sql`1`

const setNetwork = (scope: May, db: Database, assignments: SQL): Promise<Written> =>
  write(
    scope,
    db,
    sql`update networks set ${assignments} where id = ${scope.network.id} and ${stillMay(scope)}`,
    ALWAYS,
  )

export const setGeneral = (scope: May, db: Database, row: General): Promise<Written> =>
  setNetwork(
    scope,
    db,
    sql`name = ${JSON.stringify(row.name)}, provinces = ${JSON.stringify(row.provinces)},
      time_zone = ${row.timeZone}, min_group = ${row.minGroup}`,
  )

export const setMails = (scope: May, db: Database, { replyTo, quietDays }: Mails): Promise<Written> =>
  setNetwork(scope, db, sql`reply_to = ${replyTo}, quiet_days = ${JSON.stringify(quietDays)}`)

export const setPrivacy = (scope: May, db: Database, { notice, contact }: Privacy): Promise<Written> =>
  setNetwork(
    scope,
    db,
    sql`privacy_notice = ${notice && JSON.stringify(notice)}, privacy_contact = ${contact}`,
  )

/** A picture as it is stored; `hash` is of the bytes, `now` in ms UTC. */
export interface NewLogo {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
  readonly alt: Text
  readonly hash: string
  readonly now: number
}

/** Puts a picture in the place of the one before, if there was one. */
export const setLogo = (scope: May, db: Database, row: NewLogo): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      insert into network_logos (network_id, media_type, bytes, width, height, alt, hash, created_at)
      select ${scope.network.id}, ${row.mediaType}, ${row.bytes}, ${row.width}, ${row.height}, ${JSON.stringify(row.alt)}, ${row.hash}, ${row.now}
      where ${stillMay(scope)}
      on conflict (network_id) do update set media_type = excluded.media_type, bytes = excluded.bytes,
        width = excluded.width, height = excluded.height, alt = excluded.alt, hash = excluded.hash,
        created_at = excluded.created_at`,
    ALWAYS,
  )

/** Says something else in the place of the picture that is there. */
export const setAlt = (scope: May, db: Database, alt: Text): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      update network_logos set alt = ${JSON.stringify(alt)}
      where network_id = ${scope.network.id} and ${stillMay(scope)}`,
    sql`exists (select 1 from network_logos where network_id = ${scope.network.id})`,
  )

export const removeLogo = (scope: May, db: Database): Promise<Written> =>
  write(
    scope,
    db,
    sql`delete from network_logos where network_id = ${scope.network.id} and ${stillMay(scope)}`,
    ALWAYS,
  )

const overlapping = ({ network }: May, id: string, { fromDay, toDay }: Year): SQL => sql`exists (
  select 1 from programme_years o where o.network_id = ${network.id} and o.id <> ${id}
    and o.from_day <= ${toDay} and o.to_day >= ${fromDay})`

const yearStands = ({ network }: May, id: string, { fromDay, toDay }: Year): SQL => sql`exists (
  select 1 from programme_years where id = ${id} and network_id = ${network.id}
    and from_day = ${fromDay} and to_day = ${toDay})`

/** Adds a year; `not`: it overlaps another, which may have come a moment ago. */
export const addYear = (scope: May, db: Database, id: string, year: Year, now: number): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      insert into programme_years (id, network_id, name, from_day, to_day, created_at)
      select ${id}, ${scope.network.id}, ${JSON.stringify(year.name)}, ${year.fromDay}, ${year.toDay}, ${now}
      where ${stillMay(scope)} and not ${overlapping(scope, id, year)}`,
    yearStands(scope, id, year),
  )

/** Changes a year; `not`: it overlaps another, or is gone. */
export const changeYear = (scope: May, db: Database, id: string, year: Year): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      update programme_years
      set name = ${JSON.stringify(year.name)}, from_day = ${year.fromDay}, to_day = ${year.toDay}
      where id = ${id} and network_id = ${scope.network.id} and ${stillMay(scope)}
        and not ${overlapping(scope, id, year)}`,
    yearStands(scope, id, year),
  )

export const removeYear = (scope: May, db: Database, id: string): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      delete from programme_years
      where id = ${id} and network_id = ${scope.network.id} and ${stillMay(scope)}`,
    ALWAYS,
  )

// The list is changed where it stands, so that two who change it at once both are heard.
const named = sql`json_each(coalesce(role_names, '[]'))`
const hasKey = (key: string): SQL => sql`exists (select 1 from ${named} where value ->> 'key' = ${key})`
const keyStands = ({ network }: May, key: string): SQL =>
  sql`exists (select 1 from networks where id = ${network.id} and ${hasKey(key)})`

/** Adds a role at the end; `not`: another has its key. */
export const addRole = (scope: May, db: Database, role: RoleName): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      update networks set role_names = json_insert(coalesce(role_names, '[]'), '$[#]', json(${JSON.stringify(role)}))
      where id = ${scope.network.id} and ${stillMay(scope)} and not ${hasKey(role.key)}`,
    sql`exists (
      select 1 from networks, ${named} where networks.id = ${scope.network.id} and value = ${JSON.stringify(role)})`,
  )

/** Gives a role another name; `not`: there is no such role. */
export const renameRole = (scope: May, db: Database, key: string, name: Text): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      update networks set role_names = (
        select json_group_array(json(case when value ->> 'key' = ${key}
          then json_set(value, '$.name', json(${JSON.stringify(name)})) else value end))
        from (select value from ${named} order by key))
      where id = ${scope.network.id} and ${stillMay(scope)} and ${hasKey(key)}`,
    keyStands(scope, key),
  )

/** Takes a role away that nobody has or had and no round counts by; `not`: it is used. */
export const removeRole = (scope: May, db: Database, key: string): Promise<Written> =>
  write(
    scope,
    db,
    sql`
      update networks set role_names = (
        select json_group_array(json(value))
        from (select value from ${named} where value ->> 'key' <> ${key} order by key))
      where id = ${scope.network.id} and ${stillMay(scope)} and ${hasKey(key)}
        and not exists (select 1 from roles where network_id = ${scope.network.id} and role = ${key})
        and not exists (
          select 1 from rounds, json_each(coalesce(audience_roles, '[]')) as audience
          where rounds.network_id = ${scope.network.id} and audience.value = ${key})`,
    sql`not ${keyStands(scope, key)}`,
  )
