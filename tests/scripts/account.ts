// A Cloudflare account made up for tests: the part of the REST API that a deployment asks, on a port of this machine.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

/** What the account holds, and what was asked of it. */
export interface Account {
  readonly address: string
  readonly databases: string[]
  readonly queues: string[]
  /** What was uploaded as the Worker, the newest last: its bindings by name. */
  readonly workers: Record<string, { readonly type: string; readonly text?: string }>[]
  /** The files beside the Worker: path and hash. */
  readonly files: ReadonlyMap<string, string>
  /** Whether the Worker has an address on workers.dev, as it was last told. */
  readonly subdomain: () => unknown
  /** How often files were sent. */
  uploads(): number
  /** The rows that a query gives. */
  rows(sql: string): unknown[]
  close(): Promise<void>
}

type Answer = { readonly status?: number; readonly code?: number; readonly result: unknown }

const missing: Answer = { status: 404, code: 10007, result: null }

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Opens an empty account. */
export async function openAccount(): Promise<Account> {
  const database = new DatabaseSync(':memory:')
  const databases: string[] = []
  const queues: string[] = []
  const workers: Account['workers'] = []
  const files = new Map<string, string>()
  // Which Worker takes from which queue.
  const consumers = new Map<string, string>()
  let subdomain: unknown
  let uploads = 0
  const uuid = '11111111-1111-4111-8111-111111111111'

  function query(sql: string): Answer {
    const meta = { duration: 0, rows_read: 0, rows_written: 0, size_after: 0 }
    // node:sqlite gives rows of one statement only; the rest has none to give.
    const results = /^\s*select/i.test(sql) ? database.prepare(sql).all() : []
    if (results.length === 0) database.exec(sql)
    return { result: [{ results, success: true, meta }] }
  }

  function upload(form: string): Answer {
    const json = form.slice(form.indexOf('{"main_module"')).split('\r\n')[0] ?? ''
    const { bindings }: { bindings: { name: string; type: string; text?: string }[] } = JSON.parse(json)
    workers.push(Object.fromEntries(bindings.map(({ name, ...rest }) => [name, rest])))
    return { result: { id: 'v', startup_time_ms: 1, resources: { script: { etag: '' } } } }
  }

  // The token of an upload: nobody signs it here, and it grants nothing.
  const jwt = 'e30.e30.e30'

  /** Which of the files named are not held yet. */
  function offer(manifest: Readonly<Record<string, { readonly hash: string }>>): Answer {
    const held = new Set(files.values())
    const wanted = Object.values(manifest).map(({ hash }) => hash)
    for (const [path, { hash }] of Object.entries(manifest)) files.set(path, hash)
    const missing = wanted.filter((hash) => !held.has(hash))
    return { result: { jwt, buckets: missing.length > 0 ? [missing] : [] } }
  }

  const secrets = () =>
    [...new Set(workers.flatMap((worker) => Object.entries(worker)))]
      .filter(([, { type }]) => type === 'secret_text')
      .map(([name]) => ({ name, type: 'secret_text' }))

  const queueNamed = (name: string) => {
    const script = consumers.get(name)
    const taken = script === undefined ? [] : [{ consumer_id: name, type: 'worker', script, settings: {} }]
    const counts = { producers_total_count: 0, consumers_total_count: taken.length }
    const ids = { queue_name: name, queue_id: name, created_on: '', modified_on: '' }
    return { ...ids, producers: [], consumers: taken, ...counts }
  }

  function answer(request: string, path: string, search: URLSearchParams, body: string): Answer {
    if (path.endsWith('/assets-upload-session')) return offer(JSON.parse(body).manifest)
    if (path === '/workers/assets/upload') {
      uploads++
      return { result: { jwt } }
    }
    const fields: Record<string, string> = body.startsWith('{') ? JSON.parse(body) : {}
    if (request === 'GET /d1/database') return { result: databases.map((name) => ({ uuid, name })) }
    if (request === 'POST /d1/database') {
      databases.push(fields.name ?? '')
      return { result: { uuid, name: fields.name } }
    }
    if (path.endsWith('/query')) return query(fields.sql ?? '')
    if (path.endsWith('/import')) {
      const meta = { duration: 0, rows_read: 0, rows_written: 0, size_after: 0 }
      const done = { status: 'complete', result: { num_queries: 1, final_bookmark: '', meta } }
      const next = fields.action === 'init' ? { upload_url: `${address}/upload`, filename: 'f' } : done
      return { result: { success: true, messages: [], type: 'import', ...next } }
    }
    if (path.startsWith('/d1/database/')) {
      return databases.length > 0 ? { result: { uuid, name: databases[0] } } : missing
    }
    if (request === 'POST /queues') {
      queues.push(fields.queue_name ?? '')
      return { result: queueNamed(fields.queue_name ?? '') }
    }
    const [, taken] = /^\w+ \/queues\/([^/]+)\/consumers/.exec(request) ?? []
    if (taken !== undefined && !request.startsWith('GET')) {
      consumers.set(taken, fields.script_name ?? '')
      return { result: { consumer_id: taken } }
    }
    if (taken !== undefined) return { result: queueNamed(taken).consumers }
    if (path.startsWith('/event_subscriptions/')) return { result: [] }
    if (request.startsWith('POST') && path.endsWith('/subdomain')) {
      subdomain = JSON.parse(body).enabled
      return { result: { enabled: subdomain, previews_enabled: false } }
    }
    if (request === 'GET /queues') {
      const found = queues.filter((name) => search.getAll('name').includes(name))
      return { result: found.map(queueNamed) }
    }
    if (path === '/workers/subdomain') return { result: { subdomain: 'nobody' } }
    if (path.endsWith('/domains/changeset')) {
      return { result: { added: [], removed: [], updated: [], conflicting: [] } }
    }
    if (/^(PUT \/workers\/scripts\/simpul|POST .*\/versions)$/.test(request)) return upload(body)
    if (request.startsWith('GET /workers/') && workers.length === 0) return missing
    if (path.endsWith('/secrets')) return { result: secrets() }
    if (path.endsWith('/deployments')) return { result: { deployments: [] } }
    if (path.startsWith('/workers/services/')) return { result: { default_environment: { script: {} } } }
    return { result: { enabled: true, subdomain: { enabled: true, previews_enabled: false }, bindings: [] } }
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://account')
    const body = await bodyOf(request)
    if (pathname === '/upload') {
      database.exec(body)
      response.setHeader('etag', JSON.stringify(createHash('md5').update(body).digest('hex')))
      response.end()
      return
    }
    const path = pathname.replace(/^\/accounts\/[^/]+/, '')
    const { status = 200, code, result } = answer(`${request.method} ${path}`, path, searchParams, body)
    const errors = code === undefined ? [] : [{ code, message: 'not found' }]
    const info = { page: 1, per_page: 100, count: 1, total_count: 1, total_pages: 1 }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ success: status === 200, errors, messages: [], result, result_info: info }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const address = `http://127.0.0.1:${port}`
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return {
    address,
    databases,
    queues,
    workers,
    files,
    subdomain: () => subdomain,
    uploads: () => uploads,
    rows: (sql) => database.prepare(sql).all(),
    close,
  }
}
