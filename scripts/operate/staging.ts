// Staging: the same Worker under names of its own, so that nothing is shared with the deployment that people use.

/** A database as it is bound; without an id it is found by its name. */
interface Named {
  readonly database_name: string
  readonly migrations_dir: string
  readonly database_id?: string | undefined
}

/** The part of wrangler.toml that names things; the rest stays as it is. */
export interface Configuration {
  readonly name: string
  readonly main: string
  readonly assets: { readonly directory: string }
  readonly d1_databases: readonly [Named, ...(readonly Named[])]
  readonly queues: {
    readonly producers: readonly { readonly queue: string }[]
    readonly consumers: readonly { readonly queue: string; readonly dead_letter_queue: string }[]
  }
  readonly r2_buckets: readonly { readonly binding: string; readonly bucket_name: string }[]
  readonly ratelimits: readonly { readonly name: string; readonly namespace_id: string }[]
  readonly vars: Readonly<Record<string, unknown>>
  readonly route?: unknown
  readonly routes: readonly unknown[]
  readonly workers_dev?: boolean | undefined
}

/** What stands before every name of staging. */
export const STAGING = 'staging-'

// The numbers of rate limits are the account's own, and digits alone.
const STAGING_DIGIT = '9'

const bare = (address: unknown): string => String(address ?? '').replace(/\/$/, '')

/**
 * The configuration of staging: one prefix before the names of Worker, database, queues and buckets, limits that count for
 * themselves, an address of its own, and neither the routes nor the id of the other database.
 * @throws where no address is given, or it is the other one's.
 */
export function stagingOf(written: Configuration, url: string): Configuration {
  if (!/^https:\/\/[^/]+\/?$/.test(url)) {
    throw new Error(
      'Staging needs an address of its own: give --url or set STAGING_URL, e.g. https://staging-form.your-domain.',
    )
  }
  if (bare(url) === bare(written.vars.PUBLIC_URL)) {
    throw new Error(`${url} is where people reach the deployment they use: give staging another address.`)
  }
  const named = (name: string): string => STAGING + name
  const { route: _, ...rest } = written
  // Who watches whether the sweep runs watches over one deployment.
  const { HEARTBEAT_URL: __, ...vars } = written.vars
  const [{ database_id: ___, ...database }] = written.d1_databases
  return {
    ...rest,
    name: named(written.name),
    routes: [],
    d1_databases: [{ ...database, database_name: named(database.database_name) }],
    queues: {
      producers: written.queues.producers.map((one) => ({ ...one, queue: named(one.queue) })),
      consumers: written.queues.consumers.map((one) => ({
        ...one,
        queue: named(one.queue),
        dead_letter_queue: named(one.dead_letter_queue),
      })),
    },
    r2_buckets: written.r2_buckets.map((one) => ({ ...one, bucket_name: named(one.bucket_name) })),
    ratelimits: written.ratelimits.map((one) => ({
      ...one,
      namespace_id: STAGING_DIGIT + one.namespace_id,
    })),
    vars: { ...vars, PUBLIC_URL: bare(url) },
  }
}
