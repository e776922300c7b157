// A break in a tree of sources: made, with the scripts of browsers built anew, and taken back whatever happens.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, EMBED, EMBED_VERSIONED } from '../run/client.ts'
import type { Break } from './list.ts'

/** What is built from the sources of the client and committed. */
const BUILDS: readonly string[] = [BUILT, EMBED, EMBED_VERSIONED]

/** A break that stands in a tree. */
export interface Broken {
  /** The files that differ because of it. */
  readonly files: readonly string[]
  /** Takes it back; done twice it is done once. */
  restore(): void
}

const read = (tree: string, file: string): string => readFileSync(join(tree, file), 'utf8')

/** How often a text stands in another one. */
export const timesIn = (text: string, find: string): number => text.split(find).length - 1

/**
 * Makes a break.
 * @throws where the text does not stand there once, or where something of it is changed and not committed.
 */
export function breakIn(tree: string, { file, find, replace }: Break): Broken {
  const files = [file, ...BUILDS]
  const dirty = execFileSync('git', ['status', '--porcelain', '--', ...files], {
    cwd: tree,
    encoding: 'utf8',
  })
  if (dirty) throw new Error(`Commit or undo this first, for it will be overwritten:\n${dirty.trimEnd()}`)
  const before = files.map((one) => [one, read(tree, one)] as const)
  const source = read(tree, file)
  const times = timesIn(source, find)
  if (times !== 1) throw new Error(`${file} has this ${times} times and not once: ${find}`)
  const restore = (): void => {
    for (const [one, text] of before) if (read(tree, one) !== text) writeFileSync(join(tree, one), text)
  }
  try {
    writeFileSync(
      join(tree, file),
      source.replace(find, () => replace),
    )
    buildClient(tree)
  } catch (error) {
    restore()
    throw error
  }
  return { files: before.filter(([one, text]) => read(tree, one) !== text).map(([one]) => one), restore }
}

/** As `npm run client` does, without installing anything. */
function buildClient(tree: string): void {
  const script = join(tree, 'scripts/client.ts')
  execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', script], { cwd: tree })
}
