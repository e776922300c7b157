// What wrangler.toml says of the deployment, and what in it a person still has to fill in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import * as v from 'valibot'
import { unstable_readConfig } from 'wrangler'
import { root } from '../run/place.ts'
import { localFolder } from './database.ts'

/** The names in wrangler.toml that scripts need. */
export interface Settings {
  readonly worker: string
  readonly database: string
  readonly queues: readonly string[]
  /** The host to connect to the Worker, or null where it needs none: on workers.dev, or with routes of its own. */
  readonly domain: string | null
  readonly vars: Readonly<Record<string, unknown>>
}

const configuration = v.object({
  name: v.string(),
  d1_databases: v.looseTuple([v.object({ database_name: v.string() })]),
  queues: v.object({
    producers: v.array(v.object({ queue: v.string() })),
    consumers: v.array(v.object({ queue: v.string(), dead_letter_queue: v.string() })),
  }),
  vars: v.record(v.string(), v.unknown()),
  route: v.optional(v.unknown()),
  routes: v.optional(v.array(v.unknown()), []),
})

/** Reads wrangler.toml with wrangler's own reader. */
export function readSettings(): Settings {
  const read: unknown = unstable_readConfig({ config: join(root, 'wrangler.toml') }, { hideWarnings: true })
  const { name, d1_databases, queues, vars, route, routes } = v.parse(configuration, read)
  const { PUBLIC_URL: address } = vars
  const host = typeof address === 'string' && URL.canParse(address) ? new URL(address).host : ''
  const hasRoutes = route !== undefined || routes.length > 0
  const named = [...queues.producers, ...queues.consumers].map(({ queue }) => queue)
  const dead = queues.consumers.map(({ dead_letter_queue: queue }) => queue)
  return {
    worker: name,
    database: d1_databases[0].database_name,
    queues: [...new Set([...named, ...dead])],
    domain: host === '' || host.endsWith('.workers.dev') || hasRoutes ? null : host,
    vars,
  }
}

/** Where people reach the deployment, or the local copy as it was started last; empty where that is not known. */
export function publicUrlOf({ local }: { readonly local?: unknown }): string {
  if (!local) return String(readSettings().vars.PUBLIC_URL ?? '').replace(/\/$/, '')
  const file = join(localFolder(), 'worker.env')
  return existsSync(file) ? (parseEnv(readFileSync(file, 'utf8')).PUBLIC_URL ?? '') : ''
}

const isPlaceholder = (value: unknown): boolean => typeof value !== 'string' || value.endsWith('.example')

/** What must still be filled in in wrangler.toml before a deployment can work, a sentence each. */
export function missingIn({ PUBLIC_URL, MAIL_FROM, MAILER, SMTP_HOST }: Settings['vars']): readonly string[] {
  const isAddress = typeof PUBLIC_URL === 'string' && /^https:\/\/[^/]+\/?$/.test(PUBLIC_URL)
  return [
    ...(isAddress && !isPlaceholder(PUBLIC_URL)
      ? []
      : [
          'PUBLIC_URL in wrangler.toml: give the address where people reach the Worker, https://form.your-domain or https://simpul.your-subdomain.workers.dev.',
        ]),
    ...(isPlaceholder(MAIL_FROM)
      ? ['MAIL_FROM in wrangler.toml: give the address that mails come from, on a domain you may send from.']
      : []),
    ...(MAILER === 'smtp' && isPlaceholder(SMTP_HOST)
      ? ['SMTP_HOST in wrangler.toml: give the host of your mail service, because MAILER is "smtp".']
      : []),
  ]
}
