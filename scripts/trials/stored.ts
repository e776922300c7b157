// How much a local copy stores, looked at beside it: bytes of its database by what they are about.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Tables that an answer writes to: what stands there without one is counted apart. */
const OF_ANSWERS = [
  'submissions',
  'revisions',
  'consents',
  'assessments',
  'scores',
  'round_tallies',
  'deliveries',
  'steps',
] as const

/** The database of a copy, which may be running. */
function open(folder: string): DatabaseSync {
  const place = join(folder, 'data')
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.sqlite') && /D1/i.test(name))) {
    const database = new DatabaseSync(join(place, file), { readOnly: true })
    if (database.prepare(`select 1 from sqlite_schema where name = 'rounds'`).get()) return database
    database.close()
  }
  throw new Error(`There is no database of a copy in ${place}.`)
}

/** What a database holds, in bytes of its pages. */
export interface Stored {
  /** Tables that answers write nothing to, and rows of others that belong to no answer, with their indexes. */
  readonly beside: number
  /** Everything. */
  readonly all: number
  /** The same by table. */
  readonly byTable: ReadonlyMap<string, number>
}

/** Looks at the database of a copy. */
export function bytesStored(folder: string): Stored {
  const database = open(folder)
  try {
    const number = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0)
    const tables = database
      .prepare(
        `select coalesce(s.tbl_name, d.name) as name, sum(d.pgsize) as bytes
         from dbstat d left join sqlite_schema s on s.name = d.name group by 1`,
      )
      .all()
    const byTable = new Map(tables.map(({ name, bytes }) => [String(name), Number(bytes)]))
    /** Of a table that answers write to, as much as the rows that belong to none. */
    const share = (table: string, which: string) =>
      ((byTable.get(table) ?? 0) * number(`select count(*) from ${table} where ${which}`)) /
      Math.max(1, number(`select count(*) from ${table}`))
    const others = [...byTable].filter(([name]) => !OF_ANSWERS.some((one) => one === name))
    return {
      beside:
        others.reduce((sum, [, bytes]) => sum + bytes, 0) +
        share('deliveries', 'submission_id is null') +
        share('steps', 'submission_id is null'),
      all: [...byTable.values()].reduce((sum, bytes) => sum + bytes, 0),
      byTable,
    }
  } finally {
    database.close()
  }
}

/** The one number that a query of the copy's database gives. */
export function numberStored(folder: string, sql: string): number {
  const database = open(folder)
  try {
    return Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0)
  } finally {
    database.close()
  }
}
