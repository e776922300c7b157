// What is sealed otherwise than it is sealed today, portion by portion.
import { type SQL, sql } from 'drizzle-orm'
import type { SealPlace } from '../../core/kernel/seal.ts'
import type { Database } from '../database.ts'
import { type SealedColumn, sealedColumns } from '../schema/index.ts'

/** A sealed text where it stands. */
export interface StandingSeal {
  readonly place: SealPlace
  readonly sealed: string
}

/** How many rows of a column one portion looks at. */
export const SEALS_LOOKED_AT = 250
// What is taken of them at once, in characters: the rest is for the next time round.
const MOST_TEXT = 1_000_000

// Rows in the order in which they were written, so that no index is needed and no place has to be kept: each turn knows its
// portion by its number. Rows that do not open keep no other from its turn.
const portionOf = ({ table, column, id }: SealedColumn, beginning: string, turn: number): SQL => {
  const [from, sealed, row] = [table, column, id].map((name) => sql.raw(name))
  return sql`
    with span as (select (select min(rowid) from ${from}) as first, (select max(rowid) from ${from}) as last),
      portion as (select first + (${turn} % ((last - first) / ${SEALS_LOOKED_AT} + 1)) * ${SEALS_LOOKED_AT} as first from span)
    select id, sealed from (
      select ${row} as id, ${sealed} as sealed, sum(length(${sealed})) over (order by rowid) - length(${sealed}) as before
      from ${from}
      where rowid >= (select first from portion) and rowid < (select first from portion) + ${SEALS_LOOKED_AT}
        and ${sealed} is not null and substr(${sealed}, 1, length(${beginning})) <> ${beginning}
    ) where before < ${MOST_TEXT}`
}

/**
 * Of one portion of each sealed column what does not begin as today. `turn` counts on by one each time: as many turns as
 * there are portions go through all rows.
 */
export async function staleSeals(
  db: Database,
  beginning: string,
  turn: number,
): Promise<readonly StandingSeal[]> {
  const found = await Promise.all(
    sealedColumns.map(async (column) => {
      const rows = await db.all<{ id: string; sealed: string }>(portionOf(column, beginning, turn))
      return rows.map(({ id, sealed }) => ({ place: { field: column.field, row: id }, sealed }))
    }),
  )
  return found.flat()
}
