// The years of a network's programme, set by its administrators; no two overlap.
import { type SQL, sql } from 'drizzle-orm'
import type { Year } from '../../core/network/settings.ts'
import type { Database } from '../database.ts'
import { stillAdministers } from '../facts/theirs.ts'
import { valuesOf } from '../write.ts'
import { type May, type SettingWriteOutcome, writeSetting } from './settings.write.ts'

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
        where ${stillAdministers(scope)} and not ${overlapping(scope, id, year)}
        on conflict (id) do nothing`,
    ],
    yearStands(scope, id, year),
  )

/** Changes a year; `not`: it overlaps another, or is gone. */
export function changeYear(
  scope: May,
  db: Database,
  id: string,
  year: Year,
  now: number,
): Promise<SettingWriteOutcome> {
  const { set, differ } = valuesOf({
    name: JSON.stringify(year.name),
    from_day: year.fromDay,
    to_day: year.toDay,
  })
  return writeSetting(
    scope,
    db,
    { verb: 'change', subject: 'programmeYear', id },
    now,
    [
      sql`
        update programme_years set ${set}
        where id = ${id} and network_id = ${scope.network.id} and ${differ} and ${stillAdministers(scope)}
          and not ${overlapping(scope, id, year)}`,
    ],
    yearStands(scope, id, year),
  )
}

export const removeYear = (scope: May, db: Database, id: string, now: number): Promise<SettingWriteOutcome> =>
  writeSetting(scope, db, { verb: 'remove', subject: 'programmeYear', id }, now, [
    sql`
      delete from programme_years
      where id = ${id} and network_id = ${scope.network.id} and ${stillAdministers(scope)}`,
  ])
