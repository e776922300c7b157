// The picture beside a network's name, put in place, described and taken away by its administrators.
import { sql } from 'drizzle-orm'
import type { MediaType } from '../../core/kernel/picture.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { Database } from '../database.ts'
import { stillAdministers } from '../facts/theirs.ts'
import type { StaffEvent } from '../write.ts'
import { type May, type SettingWriteOutcome, writeSetting } from './settings.write.ts'

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
        where network_id = ${scope.network.id} and alt <> ${JSON.stringify(alt)} and ${stillAdministers(scope)}`,
    ],
    sql`exists (select 1 from network_logos where network_id = ${scope.network.id})`,
  )

export const removeLogo = (scope: May, db: Database, now: number): Promise<SettingWriteOutcome> =>
  writeSetting(scope, db, ofLogo(scope, 'remove'), now, [
    sql`delete from network_logos where network_id = ${scope.network.id} and ${stillAdministers(scope)}`,
  ])
