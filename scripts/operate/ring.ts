// The ring of secrets of a deployment. Cloudflare never shows a secret again, so the ring is kept on this machine too.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import { envText, keepSecrets } from '../run/state.ts'

const NAMES = 'abcdefghijklmnopqrstuvwxyz0123456789'

const folderOf = (worker: string): string =>
  resolve(process.env.SECRETS_DIR || join(homedir(), '.simpul', worker))

/** The file that keeps a Worker's ring: in SECRETS_DIR, else `.simpul/<worker>` in the home folder. */
export const ringFile = (worker: string): string => join(folderOf(worker), 'secrets.env')

/** Makes the ring of a Worker unless there is one already. */
export function keepRing(worker: string): void {
  mkdirSync(folderOf(worker), { recursive: true, mode: 0o700 })
  keepSecrets(folderOf(worker))
}

/** A ring with a new key in front: it signs from now on, and the others stay good for what they signed. */
export function turned(ring: string): string {
  readSecrets(ring)
  const taken = ring.split(',').map((entry) => entry.trim()[0])
  const name = [...NAMES].find((one) => !taken.includes(one))
  if (!name) throw new Error('The ring holds 36 keys, one for each name there is: take old ones out first.')
  return `${name}:${randomBytes(32).toString('hex')},${ring}`
}

/**
 * Puts a new key in front of a Worker's ring.
 * @throws where the ring is not on this machine: a ring made anew would forget every key.
 */
export function turnRing(worker: string): void {
  const file = ringFile(worker)
  const ring = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')).LINK_SECRETS : undefined
  if (!ring) {
    throw new Error(
      `The ring in use is not on this machine: put its line LINK_SECRETS="…" into ${file} first.`,
    )
  }
  writeFileSync(file, envText({ LINK_SECRETS: turned(ring) }), { mode: 0o600 })
}
