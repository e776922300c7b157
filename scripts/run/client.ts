// Builds the browser's script into the one module that pages take it from.
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './place.ts'

/** The module that holds the script. */
export const BUILT = 'src/client/built.ts'

/** The script as a browser gets it: one file, ASCII, in the syntax of Android System WebView 61 (ECMAScript 2017). */
async function buildScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/client/form.ts')],
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
  if (!file) throw new Error('esbuild made nothing of src/client/form.ts')
  return file.text.trim()
}

/** The text of the module that holds the script. */
export async function builtModule(): Promise<string> {
  const comment =
    '// The script of a form’s page, made by `npm run client` from src/client/form.ts: not to be edited.'
  return `${comment}\n\nexport const formScript =\n  ${JSON.stringify(await buildScript())}\n`
}
