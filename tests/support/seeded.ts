// A state folder with the demo in it, made once a day and version of the code, and copied while nothing runs on it.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { demoCoordinator } from '../../scripts/demo/staff.ts'
import { demoAdministrator } from '../../scripts/demo.ts'
import { administratorRows, networkRow, signInRow } from '../../scripts/operate/rows.ts'
import { root } from '../../scripts/run/place.ts'
import { dataIn, prepareCopy } from '../../scripts/run/prepare.ts'
import { Processes } from '../../scripts/run/processes.ts'
import { textUnder } from '../../scripts/run/state.ts'
import { newId } from '../../src/core/kernel/id.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'

const cache = join(root, 'node_modules/.cache/demo')
const HOUR = 3_600_000

/** What the rows of the demo depend on: the day it is played on, and the code that plays it. */
function fingerprint(): string {
  const day = new Date().toISOString().slice(0, 10)
  const texts = ['migrations', 'scripts', 'forms', 'src'].map(textUnder)
  return createHash('sha256')
    .update([day, ...texts].join('\n'))
    .digest('hex')
    .slice(0, 16)
}

/** Makes the seeded folder where it is not there yet, and gives its path. */
async function seededFolder(): Promise<string> {
  const seeded = join(cache, fingerprint())
  if (existsSync(seeded)) return seeded
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const made = mkdtempSync(join(cache, 'making-'))
  await prepareCopy(made, new Processes())
  renameSync(made, seeded)
  return seeded
}

/** A network in which nothing has happened yet, as `npm run network` makes one. */
export const newNetwork = {
  id: '01900000-0000-7000-8000-0000000000f1',
  slug: 'jaringan-baru',
  name: { id: 'Jaringan Baru Contoh', en: 'New Network Demo' },
  timeZone: 'Asia/Jakarta',
  provinces: ['35'],
  replyTo: 'sekretariat@jaringan-baru.example',
} as const

/** Who looks after the new network. */
export const newAdministrator = {
  personId: '01900000-0000-7000-8000-0000000002f1',
  membershipId: '01900000-0000-7000-8000-0000000003f1',
  networkId: newNetwork.id,
  name: 'Sari Contoh',
  email: 'sari@jaringan-baru.example',
  locale: 'id',
} as const

/** How many ways in each person gets beforehand: adding one to a running copy takes seconds. */
const STOCK = {
  [demoAdministrator.personId]: 200,
  [demoCoordinator.personId]: 60,
  [newAdministrator.personId]: 20,
}

/** Where the unused ways in of a person lie, one empty file each, named by its id. */
export const stockOf = (folder: string, person: string): string => join(folder, 'sign-ins', person)

/** Adds the new network and the ways in to the database of a folder on which nothing runs. */
function addStock(folder: string): void {
  const databases = join(dataIn(folder), 'v3/d1/miniflare-D1DatabaseObject')
  const file = readdirSync(databases).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
  if (!file) throw new Error(`There is no database in ${databases}.`)
  const database = new DatabaseSync(join(databases, file))
  const now = systemClock.now()
  database.exec('begin')
  for (const sql of [networkRow(newNetwork, now), ...administratorRows(newAdministrator, now)])
    database.exec(sql)
  for (const [person, count] of Object.entries(STOCK)) {
    mkdirSync(stockOf(folder, person), { recursive: true })
    for (let made = 0; made < count; made++) {
      const id = newId(systemClock, systemRandom)
      // Made two hours ago, so that it is none of the five that may be mailed within an hour.
      database.exec(signInRow(id, person, now - 2 * HOUR))
      writeFileSync(join(stockOf(folder, person), id), '')
    }
  }
  database.exec('commit')
  database.close()
}

/** Copies the seeded folder to each of these. */
export async function copySeeded(folders: readonly string[]): Promise<void> {
  const seeded = await seededFolder()
  for (const folder of folders) {
    cpSync(seeded, folder, { recursive: true })
    addStock(folder)
  }
}
