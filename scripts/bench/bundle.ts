// The Worker as it is deployed: bundled and minified by wrangler, with the settings of wrangler.toml.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { unstable_readConfig } from 'wrangler'
import { installed, root } from '../run/place.ts'
import { median } from './pairs.ts'

/** The one call of esbuild used here. */
interface Bundler {
  build(options: object): Promise<unknown>
}

const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CI: 'true',
}

function wrangler(...args: string[]): string {
  const [file, options] = installed('wrangler', ...args)
  return execFileSync(file, options, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    stdio: 'pipe',
  })
}

/** Bundles the Worker into a folder and gives its file and size. */
export function bundleWorker(folder: string): { readonly file: string; readonly gzip: number } {
  wrangler('deploy', '--dry-run', '--minify', '--outdir', folder)
  const file = join(folder, 'index.js')
  return { file, gzip: gzipSync(readFileSync(file)).length }
}

/** Processor time in ms that the Worker's start takes, before any request: the median of several starts. */
export function startUp(folder: string, starts: number): number {
  // `check startup` builds what it finds in wrangler.toml unless it is given the bundle.
  const upload = join(folder, 'worker.bundle')
  wrangler('deploy', '--dry-run', '--minify', '--outfile', upload)
  const active = Array.from({ length: starts }, () => {
    const words = wrangler(
      'check',
      'startup',
      '--worker',
      upload,
      '--outfile',
      join(folder, 'start.cpuprofile'),
    )
    const found = /Active: ([\d.]+) ms/.exec(words)?.[1]
    if (!found) throw new Error(`wrangler check startup told no active time:\n${words}`)
    return Number(found)
  })
  return median(active)
}

/** Bundles a Worker of the bench, with constants put in. */
export async function bundleOwn(
  source: string,
  file: string,
  constants: Readonly<Record<string, number>>,
): Promise<void> {
  // The esbuild that wrangler brings. A required module has no type; what is used of it stands in Bundler.
  const { build } = createRequire(createRequire(import.meta.url).resolve('wrangler/package.json'))(
    'esbuild',
  ) as Bundler
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, String(value)]))
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    define,
  })
}

/** What wrangler.toml says of the runtime and of the queue. */
export function settings() {
  const { compatibility_date: compatibilityDate, queues } = unstable_readConfig({
    config: join(root, 'wrangler.toml'),
  })
  const consumer = queues.consumers?.[0]
  if (!compatibilityDate || !consumer)
    throw new Error('wrangler.toml names no compatibility date or no consumer')
  return {
    compatibilityDate,
    queue: consumer.queue,
    batchSize: consumer.max_batch_size ?? 10,
    batchSeconds: consumer.max_batch_timeout ?? 5,
  }
}

/** The statements of all migrations, in their order. */
export function migrations(): readonly string[] {
  const folder = join(root, 'migrations')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
}
