// What a local copy keeps between two starts: its secrets, and marks of what was already done.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseEnv } from 'node:util'
import { root } from './place.ts'

/** The secrets a local copy needs, and how a new one is made. */
const makers: Record<string, () => string> = {
  LINK_SECRETS: () => `a:${randomBytes(32).toString('hex')}`,
}

/** Reads the secrets in a state folder, after making those that are missing; links made earlier stay good. */
export function keepSecrets(folder: string): Record<string, string> {
  const file = join(folder, 'secrets.env')
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const secrets = Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [name, kept[name] ?? make()]),
  )
  writeFileSync(file, envText(secrets), { mode: 0o600 })
  return secrets
}

/** The text of an env file that holds these values. */
export function envText(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('')
}

/** Does something unless it was done with this very input before; the mark remembers the input's fingerprint. */
export async function oncePer(mark: string, input: string, task: () => Promise<void>): Promise<void> {
  const fingerprint = createHash('sha256').update(input).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return
  await task()
  writeFileSync(mark, fingerprint)
}

/** The names and contents of all files in a folder of the repository, as one text. */
export function textUnder(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${relative(root, file)}\n${readFileSync(file, 'utf8')}`)
    .join('\n')
}
