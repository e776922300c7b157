// The demo written out: played in memory, and then one statement a line.
import { memoryDatabase, statementsOf } from './database.ts'
import { playDemo } from './world.ts'

/** The demo as statements that change nothing where its rows are there, one a line. */
export async function demoSql(now: Date, ring: string): Promise<string> {
  const memory = memoryDatabase()
  await playDemo(memory.db, memory.exec, now, ring)
  return statementsOf(memory).join('\n')
}
