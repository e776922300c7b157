// What a network says of itself and goes by. Every write asks again in its statement whether the writer still is its administrator.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { General, Mails, Privacy } from '../../core/network/settings.ts'
import type { Database } from '../database.ts'
import { stillAdministers } from '../facts/theirs.ts'
import { guarded, type StaffEvent, valuesOf } from '../write.ts'

/** The right to set something of a network. */
export type May = Scope<'settings'>

/** What became of a write. `not`: something in the database stands against it; `refused`: the writer may no longer. */
export type SettingWriteOutcome = 'done' | 'not' | 'refused'

/** Runs a write and its event; `isDone` asks of what stands after it. */
export async function writeSetting(
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
