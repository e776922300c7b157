// The key of exports: its public half goes into wrangler.toml, its private one stays in a file of whoever operates Simpul.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseEnv } from 'node:util'
import { isExportKey, newExportKey } from '../../../src/platform/export-seal.ts'
import { envText } from '../../run/state.ts'

/**
 * Makes a key, keeps it in a file that only its owner may read, and gives the public half.
 * @throws where the file is there: what was sealed to its key would stay sealed for ever.
 */
export async function newKeyIn(file: string): Promise<string> {
  if (existsSync(file))
    throw new Error(`There is a key in ${file} already; nothing was changed. Choose another file with --key.`)
  const pair = await newExportKey()
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const text = envText({ EXPORT_KEY: pair.public, EXPORT_PRIVATE_KEY: pair.private })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  return pair.public
}

/** The private half that a file keeps. @throws where it keeps none. */
export function privateKeyIn(file: string): string {
  if (!existsSync(file)) throw new Error(`There is no key in ${file}: name the file with --key.`)
  const key = parseEnv(readFileSync(file, 'utf8')).EXPORT_PRIVATE_KEY ?? ''
  if (!isExportKey(key)) throw new Error(`${file} holds no private key of exports.`)
  return key
}
