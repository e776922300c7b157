// A script of the project run to its end, as `npm run` runs it: without any account unless the environment names one.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/run/place.ts'
import { compiled } from '../support/compiled.ts'

/** How a script ended, and all it said. */
export interface Ended {
  readonly code: number | null
  readonly output: string
}

/** Runs `scripts/<script>.ts` of a folder; `home` is where programs look for what a person has set up. */
export function runScript(
  script: string,
  args: readonly string[],
  {
    home,
    at = root,
    env = {},
  }: { readonly home: string; readonly at?: string; readonly env?: Record<string, string> },
): Promise<Ended> {
  const file = join(at, 'scripts', `${script}.ts`)
  const command = ['--experimental-strip-types', '--no-warnings', file, ...args]
  const alone = { HOME: home, XDG_CONFIG_HOME: home, CLOUDFLARE_CF_FETCH_ENABLED: 'false', NO_COLOR: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { env: { ...process.env, ...compiled, ...alone, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
