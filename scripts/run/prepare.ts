// The database of a local copy before its Worker starts: migrated, and seeded with the demo networks.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { staffRows } from '../demo/staff.ts'
import { seedSql } from '../seed.ts'
import { installed } from './place.ts'
import type { Processes } from './processes.ts'
import { keepSecrets, oncePer, textUnder } from './state.ts'

/** No statistics, no look-ups on the network, no questions, no logs outside the state folder. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CI: 'true',
}

/** Where a copy keeps its database, below its state folder. */
export const dataIn = (folder: string): string => join(folder, 'data')

/**
 * Makes the database of a state folder what this version of the code expects; nothing else may use it meanwhile.
 * `ready` are statements that are run whatever was there before.
 */
export async function prepareCopy(folder: string, processes: Processes, ready = ''): Promise<void> {
  const run = (log: string, ...args: string[]): Promise<void> => {
    const program = installed('wrangler', 'd1', ...args, '--local', '--persist-to', dataIn(folder))
    const name = 'The database program'
    return processes.run({ name, run: program, log: join(folder, `${log}.log`), env: quiet })
  }
  await oncePer(join(folder, 'migrated'), textUnder('migrations'), async () => {
    console.log('Migrating the database …')
    await run('migrate', 'migrations', 'apply', 'DB')
  })
  await seed(folder, run, ready)
}

/** What every copy has: forms, networks, rounds and staff. */
const baseOf = async (now: Date): Promise<string> =>
  [await seedSql(now), ...staffRows(now.getTime())].join('\n')

/**
 * Seeds the demo once, and runs `ready`. A copy that was seeded before gets the forms and rounds that are new; what
 * happened in the demo happens in a fresh copy alone, or its counts would not be those of its rows.
 */
async function seed(
  folder: string,
  run: (log: string, ...args: string[]) => Promise<void>,
  ready: string,
): Promise<void> {
  const mark = join(folder, 'seeded')
  let isAdded = false
  // The rounds' moments follow the clock, so what is compared is the seed of one fixed day.
  await oncePer(mark, await baseOf(new Date(0)), async () => {
    console.log('Seeding the demo networks …')
    const file = join(folder, 'seed.sql')
    const now = new Date()
    const ring = keepSecrets(folder).LINK_SECRETS ?? ''
    const rows = existsSync(mark)
      ? await seedSql(now)
      : await (await import('../demo/sql.ts')).demoSql(now, ring)
    writeFileSync(file, `${rows}\n${ready}`)
    await run('seed', 'execute', 'DB', '--file', file, '--yes')
    isAdded = true
  })
  if (!isAdded && ready !== '') await run('seed', 'execute', 'DB', '--command', ready, '--yes')
}
