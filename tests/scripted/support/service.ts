// The application in this process, on a database in memory and over HTTP: pages get real answers, without a copy to start.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { forms } from '../../../forms/index.ts'
import { root } from '../../../scripts/run/place.ts'
import { seedSql } from '../../../scripts/seed.ts'
import { createApp } from '../../../src/app.tsx'
import { loadForms } from '../../../src/core/form/check.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { SHORTEST } from '../../../src/core/form/trap.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { openDatabase } from '../../../src/db/database.ts'
import { publishedForm } from '../../../src/db/form/read.ts'
import type { Deps } from '../../../src/deps.ts'
import { systemRandom } from '../../../src/platform/chance.ts'
import { logTo } from '../../../src/platform/log.ts'
import { bindingOf } from './memory.ts'

/** One row of a table. */
export type Row = Readonly<Record<string, unknown>>

/** The application as a browser reaches it. */
export interface Service {
  /** Its address, without a slash at its end. */
  readonly home: string
  /** What it takes for now (ms UTC). */
  readonly now: () => number
  /** Runs a statement on its database, and gives all rows. */
  readonly run: (sql: string, ...values: SQLInputValue[]) => readonly Row[]
  readonly close: () => void
}

/** How far the clock of the application is behind at first (ms): its pages look read to whoever looks at their keys. */
const BEHIND = 24 * 60 * 60 * 1000

/** A migrated database with the demo network in it. */
async function seededDatabase(now: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:')
  const migrations = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'))
  for (const name of migrations.sort()) database.exec(readFileSync(join(root, 'migrations', name), 'utf8'))
  database.exec(await seedSql(new Date(now)))
  return database
}

function depsOf(database: DatabaseSync, publicUrl: string, now: () => number): Deps {
  const db = openDatabase(bindingOf(database))
  return {
    db,
    clock: { now },
    random: systemRandom,
    queue: { hint: async () => {} },
    mailer: { send: async () => ({ outcome: 'handed', providerId: null }) },
    tellsDelivery: false,
    mailDaily: null,
    heartbeat: null,
    limits: { isWithin: async () => true },
    log: logTo(() => {}),
    secrets: readSecrets(`a:${'5'.repeat(64)}`),
    forms: shelfOf(loadForms(forms), (which) => publishedForm(db, which)),
    publicUrl,
    exports: null,
    commonPicture: async () => new Response(null, { status: 404 }),
  }
}

async function requestOf(message: IncomingMessage, origin: string): Promise<Request> {
  const { method = 'GET', url = '/', headers } = message
  const sent = new Headers()
  // What is asked for in another encoding would only be named so: the runtime of the Worker is what encodes.
  for (const [name, value] of Object.entries(headers))
    if (name !== 'accept-encoding') sent.set(name, String(value))
  const body: Uint8Array[] = []
  for await (const chunk of message) body.push(chunk)
  return new Request(origin + url, {
    method,
    headers: sent,
    ...(method === 'POST' ? { body: Buffer.concat(body) } : {}),
  })
}

/** A file that is served without the application, as those of a deployment are. */
function fileAt(path: string): Response | null {
  const file = join(root, 'public', path)
  if (!/^\/embed\/[\w.]+\.js$/.test(path) || !existsSync(file) || !statSync(file).isFile()) return null
  return new Response(readFileSync(file), { headers: { 'Content-Type': 'text/javascript' } })
}

const waiting = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }

/** Starts the application. Each request comes later than the one before by the time that a person needs to read a form. */
export async function openService(): Promise<Service> {
  let requests = 0
  const now = () => Date.now() - BEHIND + requests * SHORTEST
  const database = await seededDatabase(now())
  const server = createServer(async (message, answer) => {
    requests++
    const request = await requestOf(message, home)
    const response = fileAt(new URL(request.url).pathname) ?? (await app.fetch(request, {}, waiting))
    answer.writeHead(response.status, Object.fromEntries(response.headers))
    answer.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const home = `http://127.0.0.1:${port}`
  const app = createApp(depsOf(database, home, now))
  return {
    home,
    now,
    run: (sql, ...values) => database.prepare(sql).all(...values),
    close: () => {
      server.close()
      server.closeAllConnections()
      database.close()
    },
  }
}
