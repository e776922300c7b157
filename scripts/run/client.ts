// Builds the browser's script into the one module that pages take it from.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './place.ts'

/** The module that holds the scripts. */
export const BUILT = 'src/client/built.ts'

/** A script as a browser gets it: one file, ASCII, in the syntax of Android System WebView 61 (ECMAScript 2017). */
async function buildScript(entry: string, define: Record<string, string> = {}): Promise<string> {
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
    define,
  })
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild made nothing of ${entry}`)
  return file.text.trim()
}

/** The text of the module that holds the scripts. */
export async function builtModule(): Promise<string> {
  const comment =
    '// The scripts of a form’s pages, made by `npm run client` from src/client: not to be edited.\n'
  const laterScript = await buildScript('src/client/later.ts')
  const hash = createHash('sha256').update(laterScript).digest('hex').slice(0, 12)
  const laterPath = `/later-${hash}.js`
  const define = { LATER: JSON.stringify(laterPath) }
  const scripts = {
    formScript: await buildScript('src/client/form.ts', define),
    checkScript: await buildScript('src/client/check.ts', define),
    laterPath,
    laterScript,
    workerScript: await buildScript('src/client/worker.ts'),
  }
  const exported = Object.entries(scripts).map(
    ([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)}\n`,
  )
  return [comment, ...exported].join('\n')
}
