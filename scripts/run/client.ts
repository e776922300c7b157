// Builds the browser's scripts into the one module that pages take them from.
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './place.ts'

/** The module that holds the scripts. */
export const BUILT = 'src/client/built.ts'

/** A script as a browser gets it: one file, ASCII, in the syntax of Android System WebView 61 (ECMAScript 2017). */
async function buildScript(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
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
  if (!file) throw new Error(`esbuild made nothing of ${source}`)
  return file.text.trim()
}

/** Each script by the name pages take it by, with its source. */
const SCRIPTS = { formScript: 'src/client/form.ts', boardScript: 'src/client/board.ts' } as const

/** The text of the module that holds the scripts. */
export async function builtModule(): Promise<string> {
  const comment = '// The scripts of pages, made by `npm run client` from the others here: not to be edited.'
  const built = Object.entries(SCRIPTS).map(
    async ([name, source]) => `export const ${name} =\n  ${JSON.stringify(await buildScript(source))}\n`,
  )
  return `${comment}\n\n${(await Promise.all(built)).join('\n')}`
}
