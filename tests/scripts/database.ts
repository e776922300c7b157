// A database outside the Worker, for the SQL of scripts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { root } from '../../scripts/run/place.ts'

/** An empty database with every migration applied. */
export function newDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  const migrations = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'))
  for (const name of migrations.sort()) database.exec(readFileSync(join(root, 'migrations', name), 'utf8'))
  return database
}

/** Runs a batch as D1 does, all or none, and gives the rows of each statement. */
export function batch(
  database: DatabaseSync,
  statements: readonly string[],
): Record<string, string | number | null>[][] {
  database.exec('savepoint batch')
  try {
    // No column of these tables is a blob.
    return statements.map((sql) => database.prepare(sql).all()) as Record<string, string | number | null>[][]
  } catch (error) {
    database.exec('rollback to batch')
    throw error
  } finally {
    database.exec('release batch')
  }
}

/** Does something to a database that then is as it was before: making a new one for each try takes far longer. */
export function undone<T>(database: DatabaseSync, act: () => T): T {
  database.exec('savepoint before')
  try {
    return act()
  } finally {
    database.exec('rollback to before')
    database.exec('release before')
  }
}
