// An export put into an empty database, which is then brought to the newest migration.
import type { SQLInputValue } from 'node:sqlite'
import { getTableName, sql } from 'drizzle-orm'
import type { Cell, ExportPage } from '../../../src/core/export/export.ts'
import { atomically } from '../../../src/db/database.ts'
import { tablesInOrder } from '../../../src/db/schema/order.ts'
import { addToTallies, recountTallies } from '../../../src/db/submission/tally.write.ts'
import { type Memory, memoryDatabase, migrations } from '../../demo/database.ts'
import type { Export } from './read.ts'

const storedOf = (cell: Cell): SQLInputValue =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell

function putPage(memory: Memory, { table, columns, rows }: ExportPage): void {
  const names = columns.map((column) => `"${column}"`).join(', ')
  const into = `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`
  memory.put(
    into,
    rows.map((row) => row.map(storedOf)),
  )
}

/**
 * What was changed while the export ran, and named what came after it: `mended` says how many rows.
 * What names a row that is not there names none, or the one before; a mail that was handed over meanwhile is not owed.
 */
const MENDS: readonly string[] = [
  `update submissions set current_revision = (
      select key from revisions where submission_id = submissions.id order by number desc limit 1)
    where current_revision not in (select key from revisions)
      and exists (select 1 from revisions where submission_id = submissions.id)`,
  `update assessments set replaced_by = null
    where replaced_by is not null and replaced_by not in (select id from assessments)`,
  ...['submissions', 'assessments', 'deliveries'].map(
    (table) => `update ${table} set organisation_id = null
      where organisation_id is not null and organisation_id not in (select id from organisations)`,
  ),
  `update organisations set merged_into = null
    where merged_into is not null and merged_into not in (select id from organisations)`,
  `delete from steps where kind = 'deliver' and subject_id in (
      select id from deliveries where handed_at is not null or failed_at is not null)`,
]

/** Mends what names rows that came later, and gives how many rows that were. */
function mend(memory: Memory): number {
  return MENDS.reduce((sum, statement) => {
    memory.exec(statement)
    return sum + Number(memory.rows('select changes() as n')[0]?.n ?? 0)
  }, 0)
}

const TALLIES = 'select round_id, accepted, assessed, done, held, failed from round_tallies order by round_id'

/** Counts every round anew from its rows, and gives how many rounds that changed. */
async function recount(memory: Memory, now: number): Promise<number> {
  const [before, changed] = [
    memory.rows(TALLIES),
    memory.rows('select round_id, changed_at from round_tallies'),
  ]
  await atomically(memory.db, [
    sql`update round_tallies set accepted = 0, assessed = 0, done = 0, held = 0, failed = 0`,
    addToTallies({ accepted: sql`count(*)` }, sql`from submissions where true group by round_id`, now),
    recountTallies('+', sql`true`, now),
  ])
  const known = new Set(before.map((row) => JSON.stringify(row)))
  const after = memory.rows(TALLIES)
  const same = new Set(after.filter((row) => known.has(JSON.stringify(row))).map(({ round_id }) => round_id))
  memory.put(
    'update round_tallies set changed_at = ? where round_id = ?',
    changed
      .filter(({ round_id }) => same.has(round_id))
      .map(({ round_id, changed_at }) => [changed_at as number | null, String(round_id)]),
  )
  return after.length - same.size
}

/** A restored database, and what had to be mended in it. */
export interface Restored {
  readonly memory: Memory
  /** How many rows each table had before it was brought to this release, and mended. */
  readonly filled: Readonly<Record<string, number>>
  readonly mended: number
  readonly recounted: number
}

/**
 * Restores an export into an empty database of the release that it was made by, and brings that to this one.
 * @throws where this release is older than the export, or a row names another that is not there.
 */
export async function restore({ manifest, pages }: Export): Promise<Restored> {
  if (!migrations().some(({ name }) => name === manifest.migration)) {
    throw new Error(
      `The export ends with the migration ${manifest.migration}, which is not in this folder: take the release that it was made by, or a newer one.`,
    )
  }
  const memory = memoryDatabase(manifest.migration)
  const order = tablesInOrder.map((table) => getTableName(table))
  const strange = pages.find(({ table }) => !order.includes(table))
  if (strange) throw new Error(`The export has rows of ${strange.table}, and this release has no such table.`)
  for (const page of pages.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table)))
    putPage(memory, page)
  const tables = [...new Set(pages.map(({ table }) => table))]
  const count = (table: string) => Number(memory.rows(`select count(*) as n from "${table}"`)[0]?.n)
  const filled = Object.fromEntries(tables.map((table) => [table, count(table)]))
  memory.migrate(manifest.migration)
  return { memory, filled, mended: mend(memory), recounted: await recount(memory, manifest.from) }
}
