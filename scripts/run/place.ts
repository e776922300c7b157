// Where things are: the repository's folder and the programs installed in it.
import { join, resolve } from 'node:path'

/** The repository's folder, whatever folder the script was called from. */
export const root = resolve(import.meta.dirname, '../..')

/** The command line that runs an installed program under this Node. */
export function installed(program: string, ...args: string[]): [string, string[]] {
  return [process.execPath, [join(root, 'node_modules/.bin', program), ...args]]
}

/** Why something failed, as one line for a person. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
