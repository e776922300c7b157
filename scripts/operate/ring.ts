// The ring of secrets of a deployment. Cloudflare never shows a secret again, so the ring is kept on this machine too.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import { envText, keepSecrets } from '../run/state.ts'
import { STAGING } from './staging.ts'

const NAMES = 'abcdefghijklmnopqrstuvwxyz0123456789'

const FILE = 'secrets.env'

const folderOf = (worker: string): string => {
  const said = process.env.SECRETS_DIR
  if (!said) return join(homedir(), '.simpul', worker)
  // One folder for both would hold one ring for both.
  return resolve(said, worker.startsWith(STAGING) ? 'staging' : '')
}

/** The file that keeps a Worker's ring: in SECRETS_DIR (staging: its folder `staging`), else `.simpul/<worker>` at home. */
export const ringFile = (worker: string): string => join(folderOf(worker), FILE)

/** The file that keeps the key of exports, beside the ring. */
export const exportKeyFile = (worker: string): string => join(folderOf(worker), 'export.key')

/** The ring that a folder keeps, `name:hex,…`; null where it keeps none. */
export function ringIn(folder: string): string | null {
  const file = join(folder, FILE)
  return (existsSync(file) && parseEnv(readFileSync(file, 'utf8')).LINK_SECRETS) || null
}

/** The ring of a Worker as it is kept on this machine; null where it is not. */
export const ringOf = (worker: string): string | null => ringIn(folderOf(worker))

/** Whether a key made here would be lost with the machine: in CI, unless SECRETS_DIR names a folder that stays. */
export const wouldVanish = ({ CI, SECRETS_DIR }: NodeJS.ProcessEnv): boolean =>
  Boolean(CI) && CI !== 'false' && !SECRETS_DIR

export const RING_WOULD_VANISH =
  'This runs in CI, where the ring of secrets would vanish with the runner: deploy the first time from your own machine, or set SECRETS_DIR to a folder that stays; nothing was made.'

/** Makes the ring of a Worker unless there is one already. */
export function keepRing(worker: string): void {
  mkdirSync(folderOf(worker), { recursive: true, mode: 0o700 })
  keepSecrets(folderOf(worker))
}

/** What is said where a ring is needed and not there. */
export const notHere = (worker: string): string =>
  `The ring in use is not on this machine: put its line LINK_SECRETS="…" into ${ringFile(worker)} first.`

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
  const ring = ringOf(worker)
  if (!ring) throw new Error(notHere(worker))
  writeFileSync(ringFile(worker), envText({ LINK_SECRETS: turned(ring) }), { mode: 0o600 })
}
