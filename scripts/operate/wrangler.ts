// wrangler as the scripts of whoever operates Simpul call it: it asks nothing, and its words are kept until it fails.
import { spawn } from 'node:child_process'
import { installed, root } from '../run/place.ts'

// No statistics, no questions, no logs elsewhere. CI also keeps it from writing into wrangler.toml.
const quiet = { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', WRANGLER_WRITE_LOGS: 'false' }

/** What a run of wrangler came to. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  /** Everything it said, on both channels. */
  readonly words: string
}

/** Runs wrangler to its end, well or badly; `shown` lets its words through to the terminal as they come. */
export function tryWrangler(args: readonly string[], shown = false): Promise<Ran> {
  const [file, options] = installed('wrangler', ...args)
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...quiet, CI: 'true' }
    const child = spawn(file, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let words = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      words += chunk
      if (shown) process.stdout.write(chunk)
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk
      if (shown) process.stderr.write(chunk)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, words }))
  })
}

/** Runs wrangler and gives what it printed; throws its last words and one sentence when it fails. */
export async function wrangler(args: readonly string[], shown = false): Promise<string> {
  const ran = await tryWrangler(args, shown)
  if (ran.code !== 0) throw failed(args, ran)
  return ran.out
}

/** The error of a run that failed. */
export function failed(args: readonly string[], { words }: Ran): Error {
  const last = words.trimEnd().split('\n').slice(-15).join('\n')
  return new Error(`${last}\n${explain(args, words)}`)
}

function explain(args: readonly string[], words: string): string {
  if (/CLOUDFLARE_API_TOKEN|not authenticated|wrangler login|Authentication error/i.test(words)) {
    return 'wrangler may not use this Cloudflare account: log in with npx wrangler login, or set CLOUDFLARE_API_TOKEN.'
  }
  return `wrangler ${args.slice(0, 2).join(' ')} failed: its last words are above.`
}
