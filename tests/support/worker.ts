// The one file that knows miniflare: a bundled Worker in a real workerd process of its own.
import { existsSync, readFileSync } from 'node:fs'
import { Log, LogLevel, Miniflare } from 'miniflare'
import { familyOf } from './processes.ts'

/** What a Worker is started with; everything it stores is gone when it stops. */
export interface WorkerOptions {
  /** The file of the bundled Worker: one ES module. */
  readonly bundle: string
  readonly compatibilityDate: string
  /** Binding and first statements of each D1 database. */
  readonly databases?: Readonly<Record<string, readonly string[]>>
  /** Binding and name of each queue it sends to. */
  readonly queues?: Readonly<Record<string, string>>
  /** The queue it takes messages from. Messages to a queue that nobody takes from are dropped. */
  readonly consumes?: { readonly queue: string; readonly batchSize: number; readonly batchSeconds: number }
  readonly vars?: Readonly<Record<string, string>>
}

/** One row of a query. */
export type Row = Readonly<Record<string, unknown>>

/** A Worker that answers on this machine. */
export interface RunningWorker {
  /** Where it answers, without a slash at its end; no proxy stands in between. */
  readonly url: string
  /** Processor time that its process has taken so far, in ms; null where the system does not tell. */
  cpuMillis(): number | null
  /** Runs one query on a database and gives all its rows. */
  rows(database: string, sql: string): Promise<readonly Row[]>
  stop(): Promise<void>
}

const local = { host: '127.0.0.1', port: 0 }

/** Starts a Worker on a free port. One at a time: processes are told apart by when they appear. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { databases = {} } = options
  const before = runtimes()
  const runtime = new Miniflare({
    ...local,
    cf: false,
    logRequests: false,
    enableDevRegistry: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.ERROR),
    // A line for each request that writes is of no use among thousands; what went wrong is.
    handleStructuredLogs: ({ level, message }) => {
      if (level === 'error') console.error(message)
    },
    // Requests reach the Worker itself, not the proxy that miniflare puts before it.
    workers: [{ config: configOf(options), dev: { unsafeDirectSockets: [local] } }],
  })
  const url = (await runtime.unsafeGetDirectURL()).origin
  for (const [name, statements] of Object.entries(databases)) {
    const database = await runtime.getD1Database(name)
    await database.batch(statements.map((sql) => database.prepare(sql)))
  }
  const process = runtimes().find((pid) => !before.includes(pid))
  return {
    url,
    cpuMillis: () => (process === undefined ? null : cpuMillis(process)),
    rows: async (name, sql) => {
      const database = await runtime.getD1Database(name)
      return (await database.prepare(sql).all<Row>()).results
    },
    stop: () => runtime.dispose(),
  }
}

function configOf({
  bundle,
  compatibilityDate,
  databases = {},
  queues = {},
  consumes,
  vars = {},
}: WorkerOptions) {
  const bindings = [
    ...Object.keys(databases).map((name) => [name, { type: 'd1' as const, id: name }] as const),
    ...Object.entries(queues).map(
      ([name, queue]) => [name, { type: 'queue' as const, name: queue }] as const,
    ),
    ...Object.entries(vars).map(([name, value]) => [name, { type: 'text' as const, value }] as const),
  ]
  const main = { type: 'esm' as const, contents: readFileSync(bundle, 'utf8') }
  const consumer = consumes && {
    type: 'queue' as const,
    name: consumes.queue,
    maxBatchSize: consumes.batchSize,
    maxBatchTimeout: consumes.batchSeconds,
  }
  return {
    name: 'worker',
    compatibilityDate,
    manifest: { mainModule: 'index.js', modules: { 'index.js': main } },
    env: Object.fromEntries(bindings),
    triggers: consumer ? [consumer] : [],
  }
}

/** The workerd processes that this one has started. */
function runtimes(): number[] {
  if (!existsSync('/proc/self/stat')) return []
  return familyOf(process.pid)
    .filter(({ command }) => /\bworkerd\b.*\bserve\b/.test(command))
    .map(({ pid }) => pid)
}

// Linux counts in hundredths of a second, whatever its own clock does.
const TICK = 10

function cpuMillis(pid: number): number {
  // "pid (name) state …": the name may hold anything, so count from its last bracket; then utime and stime.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}
