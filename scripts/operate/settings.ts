// What wrangler.toml says of the deployment, the same for staging, and what in it a person still has to fill in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseEnv } from 'node:util'
import * as v from 'valibot'
import { experimental_readRawConfig } from 'wrangler'
import { root } from '../run/place.ts'
import { localFolder } from './database.ts'
import { type Configuration, stagingOf } from './staging.ts'

/** The names in wrangler.toml that scripts need. */
export interface Settings {
  readonly worker: string
  readonly database: string
  readonly queues: readonly string[]
  /** The queues that the Worker takes messages from. */
  readonly consumed: readonly string[]
  /** The buckets that are bound, for exports. */
  readonly buckets: readonly string[]
  /** The host to connect to the Worker, or null where it needs none: on workers.dev, or with routes of its own. */
  readonly domain: string | null
  readonly vars: Readonly<Record<string, unknown>>
  /** What wrangler is told: `wrangler.toml` with what follows from PUBLIC_URL, or with the names of staging. */
  readonly configuration: Configuration
}

const database = v.looseObject({
  database_name: v.string(),
  migrations_dir: v.string(),
  database_id: v.optional(v.string()),
})

const configuration = v.looseObject({
  name: v.string(),
  main: v.string(),
  assets: v.looseObject({ directory: v.string() }),
  d1_databases: v.tupleWithRest([database], database),
  queues: v.looseObject({
    producers: v.array(v.looseObject({ queue: v.string() })),
    consumers: v.array(v.looseObject({ queue: v.string(), dead_letter_queue: v.string() })),
  }),
  r2_buckets: v.optional(v.array(v.looseObject({ binding: v.string(), bucket_name: v.string() })), []),
  ratelimits: v.optional(v.array(v.looseObject({ name: v.string(), namespace_id: v.string() })), []),
  vars: v.record(v.string(), v.unknown()),
  route: v.optional(v.unknown()),
  routes: v.optional(v.array(v.unknown()), []),
  workers_dev: v.optional(v.boolean()),
})

/** Which deployment is meant; `url` is where people reach staging, unless STAGING_URL says it. */
export interface Which {
  readonly staging?: boolean | undefined
  readonly url?: string | undefined
}

/**
 * Reads wrangler.toml with wrangler's own reader: as it stands, or with the names of staging.
 * @throws where staging is meant and nothing says where people reach it, or it is where they reach the other one.
 */
export function readSettings({ staging, url }: Which = {}): Settings {
  const { rawConfig } = experimental_readRawConfig(
    { config: join(root, 'wrangler.toml') },
    { hideWarnings: true },
  )
  const written: Configuration = v.parse(configuration, rawConfig)
  const meant = staging ? stagingOf(written, url || process.env.STAGING_URL || '') : written
  const { name, d1_databases, queues, r2_buckets, vars, route, routes } = meant
  const { PUBLIC_URL: address } = vars
  const host = typeof address === 'string' && URL.canParse(address) ? new URL(address).host : ''
  const hasRoutes = route !== undefined || routes.length > 0
  const isOwn = host !== '' && !host.endsWith('.workers.dev')
  const consumed = queues.consumers.map(({ queue }) => queue)
  const dead = queues.consumers.map(({ dead_letter_queue: queue }) => queue)
  return {
    worker: name,
    database: d1_databases[0].database_name,
    queues: [...new Set([...queues.producers.map(({ queue }) => queue), ...consumed, ...dead])],
    consumed,
    buckets: r2_buckets.map(({ bucket_name }) => bucket_name),
    domain: isOwn && !hasRoutes ? host : null,
    vars,
    // With a host of its own, no second address on workers.dev.
    configuration: isOwn || hasRoutes ? { ...meant, workers_dev: false } : meant,
  }
}

/** Writes what wrangler is to go by, beside the copies' state, and gives the arguments that point it there. */
export function configurationFor({ worker, configuration: told }: Settings): readonly string[] {
  const folder = join(root, '.wrangler/operate')
  mkdirSync(folder, { recursive: true })
  const back = (path: string) => join(relative(folder, root), path).replaceAll('\\', '/')
  const [database, ...others] = told.d1_databases
  const moved = {
    ...told,
    main: back(told.main),
    assets: { ...told.assets, directory: back(told.assets.directory) },
    d1_databases: [{ ...database, migrations_dir: back(database.migrations_dir) }, ...others],
  }
  const file = join(folder, `${worker}.json`)
  writeFileSync(file, `${JSON.stringify(moved, null, 2)}\n`)
  return ['--config', file]
}

/** Where people reach the deployment, or the local copy as it was started last; empty where that is not known. */
export function publicUrlOf({
  local,
  staging,
}: {
  readonly local?: unknown
  readonly staging?: unknown
}): string {
  if (!local)
    return String(readSettings({ staging: staging === true }).vars.PUBLIC_URL ?? '').replace(/\/$/, '')
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
