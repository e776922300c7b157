// What a network sets. Every write asks again in its statement whether the writer still is its administrator.
import { type SQL, sql } from 'drizzle-orm'
import type { EventVerb } from '../../core/event/event.ts'
import type { MediaType } from '../../core/kernel/picture.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import type { General, Mails, Privacy, Year } from '../../core/network/settings.ts'
import type { Database } from '../database.ts'
import { roleList } from '../facts/network.ts'
import { stillAdministers } from '../facts/theirs.ts'
import { guarded, type StaffEvent, valuesOf } from '../write.ts'

type May = Scope<'settings'>

/** What became of a write. `not`: something in the database stands against it; `refused`: the writer may no longer. */
export type SettingWriteOutcome = 'done' | 'not' | 'refused'

/** Runs a write and its event; `isDone` asks of what stands after it. */
async function writeSetting(
  scope: May,
  db: Database,
  event: StaffEvent,
  now: number,
  statements: readonly [SQL, ...SQL[]],
  isDone: SQL = sql`1`,
): Promise<SettingWriteOutcome> {
  const [deciding, ...others] = statements
  const standing = await guarded(scope, db, {
    may: stillAdministers(scope),
    now,
    event,
    statements: (kept) => [deciding, kept, ...others],
    asked: { done: isDone },
  })
  if (!standing?.may) return 'refused'
  return standing.done === 1 ? 'done' : 'not'
}

// What is saved as it was is no event.
function setNetwork(
  scope: May,
  db: Database,
  what: 'general' | 'mails' | 'privacy',
  values: Readonly<Record<string, string | number | null>>,
  now: number,
): Promise<SettingWriteOutcome> {
  const { set, differ } = valuesOf(values)
  return writeSetting(
    scope,
    db,
    { verb: 'change', subject: 'network', id: scope.network.id, detail: { what } },
    now,
    [
      sql`
        update networks set ${set}
        where id = ${scope.network.id} and ${differ} and ${stillAdministers(scope)}`,
    ],
  )
}

const json = (value: object | null): string | null => value && JSON.stringify(value)

export const setGeneral = (
  scope: May,
  db: Database,
  row: General,
  now: number,
): Promise<SettingWriteOutcome> =>
  setNetwork(
    scope,
    db,
    'general',
    {
      name: json(row.name),
      provinces: json(row.provinces),
      time_zone: row.timeZone,
      min_group: row.minGroup,
    },
    now,
  )

export const setMails = (scope: May, db: Database, row: Mails, now: number): Promise<SettingWriteOutcome> =>
  setNetwork(scope, db, 'mails', { reply_to: row.replyTo, quiet_days: json(row.quietDays) }, now)

export const setPrivacy = (
  scope: May,
  db: Database,
  row: Privacy,
  now: number,
): Promise<SettingWriteOutcome> =>
  setNetwork(scope, db, 'privacy', { privacy_notice: json(row.notice), privacy_contact: row.contact }, now)

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

const ofLogo = ({ network }: May, verb: 'change' | 'remove'): StaffEvent => ({
  verb,
  subject: 'logo',
  id: network.id,
})

/** Puts a picture in the place of the one before, if there was one. */
export const setLogo = (scope: May, db: Database, row: NewLogo): Promise<SettingWriteOutcome> =>
  writeSetting(scope, db, ofLogo(scope, 'change'), row.now, [
    sql`
      insert into network_logos (network_id, media_type, bytes, width, height, alt, hash, created_at)
      select ${scope.network.id}, ${row.mediaType}, ${row.bytes}, ${row.width}, ${row.height}, ${JSON.stringify(row.alt)}, ${row.hash}, ${row.now}
      where ${stillAdministers(scope)}
      on conflict (network_id) do update set media_type = excluded.media_type, bytes = excluded.bytes,
        width = excluded.width, height = excluded.height, alt = excluded.alt, hash = excluded.hash,
        created_at = excluded.created_at`,
  ])

/** Says something else in the place of the picture that is there. */
export const setAlt = (scope: May, db: Database, alt: Text, now: number): Promise<SettingWriteOutcome> =>
  writeSetting(
    scope,
    db,
    ofLogo(scope, 'change'),
    now,
    [
      sql`
        update network_logos set alt = ${JSON.stringify(alt)}
        where network_id = ${scope.network.id} and ${stillAdministers(scope)}`,
    ],
    sql`exists (select 1 from network_logos where network_id = ${scope.network.id})`,
  )

export const removeLogo = (scope: May, db: Database, now: number): Promise<SettingWriteOutcome> =>
  writeSetting(scope, db, ofLogo(scope, 'remove'), now, [
    sql`delete from network_logos where network_id = ${scope.network.id} and ${stillAdministers(scope)}`,
  ])

const overlapping = ({ network }: May, id: string, { fromDay, toDay }: Year): SQL => sql`exists (
  select 1 from programme_years o where o.network_id = ${network.id} and o.id <> ${id}
    and o.from_day <= ${toDay} and o.to_day >= ${fromDay})`

const yearStands = ({ network }: May, id: string, { fromDay, toDay }: Year): SQL => sql`exists (
  select 1 from programme_years where id = ${id} and network_id = ${network.id}
    and from_day = ${fromDay} and to_day = ${toDay})`

/** Adds a year; `not`: it overlaps another, which may have come a moment ago. */
export const addYear = (
  scope: May,
  db: Database,
  id: string,
  year: Year,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeSetting(
    scope,
    db,
    { verb: 'add', subject: 'programmeYear', id },
    now,
    [
      sql`
        insert into programme_years (id, network_id, name, from_day, to_day, created_at)
        select ${id}, ${scope.network.id}, ${JSON.stringify(year.name)}, ${year.fromDay}, ${year.toDay}, ${now}
        where ${stillAdministers(scope)} and not ${overlapping(scope, id, year)}`,
    ],
    yearStands(scope, id, year),
  )

/** Changes a year; `not`: it overlaps another, or is gone. */
export const changeYear = (
  scope: May,
  db: Database,
  id: string,
  year: Year,
  now: number,
): Promise<SettingWriteOutcome> =>
  writeSetting(
    scope,
    db,
    { verb: 'change', subject: 'programmeYear', id },
    now,
    [
      sql`
        update programme_years
        set name = ${JSON.stringify(year.name)}, from_day = ${year.fromDay}, to_day = ${year.toDay}
        where id = ${id} and network_id = ${scope.network.id} and ${stillAdministers(scope)}
          and not ${overlapping(scope, id, year)}`,
    ],
    yearStands(scope, id, year),
  )

export const removeYear = (scope: May, db: Database, id: string, now: number): Promise<SettingWriteOutcome> =>
  writeSetting(scope, db, { verb: 'remove', subject: 'programmeYear', id }, now, [
    sql`
      delete from programme_years
      where id = ${id} and network_id = ${scope.network.id} and ${stillAdministers(scope)}`,
  ])

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
      where network_id = ${scope.network.id} and key = ${key} and ${stillAdministers(scope)}`,
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
