// Which organisations of a list are in the registry already.
import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'

/** An organisation that is looked for: its comparable name and its district (Kemendagri code). */
export interface NameInDistrict {
  readonly normalised: string
  readonly district: string
}

/** The ids of organisations that bear a name in a district, by the place of what was looked for; one each. */
export async function existingOrganisations(
  { network }: Scope<'coordination'>,
  db: Database,
  sought: readonly NameInDistrict[],
): Promise<ReadonlyMap<number, string>> {
  const found = await db.all<{ at: number; id: string }>(sql`
    select s.key as at, min(o.id) as id
    from json_each(${JSON.stringify(sought)}) s
    cross join organisation_names n on n.network_id = ${network.id} and n.normalised = s.value ->> 'normalised'
    cross join organisations o on o.id = n.organisation_id
    where o.district = s.value ->> 'district' and o.merged_into is null
    group by s.key`)
  return new Map(found.map(({ at, id }) => [at, id]))
}
