// Builds the browser's script into the one module that pages take it from.
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './place.ts'

/** The module that holds the scripts. */
export const BUILT = 'src/client/built.ts'

/** The script as a browser gets it: one file, ASCII, in the syntax of Android System WebView 61 (ECMAScript 2017). */
async function buildScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2017', 'chrome61'],
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild made nothing of ${entry}`)
  return file.text.trim()
}

/** The text of the module that holds the scripts. */
export async function builtModule(): Promise<string> {
  const comment =
    '// The scripts of a form’s pages, made by `npm run client` from src/client: not to be edited.'
  const [form, check] = await Promise.all(['src/client/form.ts', 'src/client/check.ts'].map(buildScript))
  return `${comment}\n\nexport const formScript =\n  ${JSON.stringify(form)}\n\nexport const checkScript =\n  ${JSON.stringify(check)}\n`
}
