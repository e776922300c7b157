// Sealing again what stands sealed: never over what somebody wrote meanwhile.
import { sql } from 'drizzle-orm'
import type { SealPlace } from '../../core/kernel/seal.ts'
import { atomically, type Database } from '../database.ts'
import { sealedColumns } from '../schema/index.ts'

/** A sealed text as it was read where it stands, and the same sealed anew. */
export interface RenewedSeal {
  readonly place: SealPlace
  readonly sealed: string
  readonly anew: string
}

/** Puts texts that were sealed anew in the place of those that stand there still. */
export async function storeSeals(db: Database, seals: readonly RenewedSeal[]): Promise<void> {
  const statements = sealedColumns.flatMap(({ field, table, column, id }) => {
    const rows = seals.filter(({ place }) => place.field === field)
    if (rows.length === 0) return []
    const renewed = JSON.stringify(rows.map(({ place, sealed, anew }) => [place.row, sealed, anew]))
    return [
      sql`
        update ${sql.raw(table)} set ${sql.raw(column)} = r.value ->> 2
        from json_each(${renewed}) r
        where ${sql.raw(`${table}.${id}`)} = r.value ->> 0 and ${sql.raw(`${table}.${column}`)} = r.value ->> 1`,
    ]
  })
  if (statements.length > 0) await atomically(db, statements)
}
