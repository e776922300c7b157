// The registry of a network in parts: D1 answers one statement at a time, so what looks at thousands is asked in several.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { withinDistricts } from '../facts/theirs.ts'

/** The organisation that a part comes after. */
interface Place {
  readonly district: string
  readonly id: string
}

/** A part of the registry: so many organisations after a place; all of them where there is no end. */
export interface Part {
  readonly after: Place | null
  readonly most: number
}

/** All of the registry at once. */
export const WHOLE: Part = { after: null, most: -1 }

/**
 * How many organisations one statement looks at, unless it is told otherwise: whoever sends meanwhile waits for as many, and
 * not for all.
 */
export const ORGANISATIONS_AT_ONCE = 500

/** A part of the organisations of a network within one's districts, of those that are looked for; the rest of a query over `o`. */
export const registryPart = (scope: Scope, { after, most }: Part, which: SQL = sql`true`): SQL => sql`
  from organisations o
  where o.network_id = ${scope.network.id} and o.merged_into is null and ${withinDistricts(scope, sql`o.district`)}
    and ${after ? sql`(o.district, o.id) > (${after.district}, ${after.id})` : sql`true`} and ${which}
  order by o.district, o.id limit ${most}`

/** What a statement tells beside its rows: the last organisation of a part, in a row of its own; null in every other row. */
export interface InPart {
  readonly district: string | null
  readonly last: string | null
}

/** The source of that row: `registry` is the part, with `district` and `id`. None where nothing is left. */
export const endOf = ({ most }: Part): SQL => sql`from (
  select district, id as last from registry order by district desc, id desc
  limit iif((select count(*) from registry) = ${most}, 1, 0))`

/** Lets others have their turn: where the database shares its thread with the Worker, as on one's own machine, nobody is heard before. */
const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** The rows of a statement over one part of the registry after the other. */
export async function inParts<Row extends InPart>(
  db: Database,
  most: number,
  statement: (part: Part) => SQL,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: Place | null = null
  do {
    const found: Row[] = await db.all<Row>(statement({ after, most }))
    after = null
    for (const row of found)
      if (row.last === null || row.district === null) rows.push(row)
      else after = { district: row.district, id: row.last }
    if (after) await othersTurn()
  } while (after)
  return rows
}
