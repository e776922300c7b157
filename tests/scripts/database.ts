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
