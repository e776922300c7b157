// The outside as a check meets it: wrangler, the deployment over https, and DNS.

import { resolveTxt } from 'node:dns/promises'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run/place.ts'
import { runSql } from './database.ts'
import type { Outside } from './finding.ts'
import { ringOf } from './ring.ts'
import { configurationFor, type Settings } from './settings.ts'
import { tryWrangler } from './wrangler.ts'

const PATIENCE = 20_000

/** The name of the newest migration in this folder. */
export const newestMigration = (): string =>
  readdirSync(join(root, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .at(-1) ?? ''

const NONE = new Set(['ENOTFOUND', 'ENODATA'])

async function texts(name: string): Promise<readonly string[]> {
  try {
    return (await resolveTxt(name)).map((parts) => parts.join(''))
  } catch (error) {
    if (error instanceof Error && 'code' in error && NONE.has(String(error.code))) return []
    throw error
  }
}

/** The outside of a deployment. */
export function outsideOf(settings: Settings): Outside {
  const told = configurationFor(settings)
  const home = String(settings.vars.PUBLIC_URL).replace(/\/$/, '')
  return {
    settings,
    home,
    ring: ringOf(settings.worker),
    migration: newestMigration(),
    wrangler: (args) => tryWrangler([...args, ...told]),
    run: (statements) => runSql(['--remote', ...told], statements),
    ask: (path, fields) =>
      fetch(home + path, {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: home } } : {}),
      }),
    texts,
    now: () => Date.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}
