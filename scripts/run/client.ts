// Builds the browser's scripts: those of pages into the one module that takes them along, and the one that other sites load.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import { embedVersion } from '../../src/client/embed-version.ts'
import { root } from './place.ts'

/** The module that holds the scripts of pages. */
export const BUILT = 'src/client/built.ts'

/** Where the script for other sites is served from: the newest one, and the same under its version for ever. */
export const EMBED = 'public/embed/v1.js'
export const EMBED_VERSIONED = `public/embed/v${embedVersion}.js`

/** What names are shortened to: scripts that meet in a page agree on it. */
type Letters = Record<string, string | false>

/**
 * What only our own objects are asked for, which the build shortens to a letter each, as it does with variables; nothing that
 * the browser, the page, the server or what is kept on the phone knows by this name (tests/client/built.test.ts).
 */
export const SHORTENED =
  `isUnsaved isWaiting isPlanned isLeaving isLost isFramed savedAt failures begun effects happen bringBack announce settle tell
  leave sendTo sendAs canSave asked told draft calm saveDraft fileRow kept forget marked isEmpty isOf offer given plan
  pairsIn nameIn nextHere`.split(/\s+/)

/** A script as a browser gets it: one file, ASCII, in the syntax of Android System WebView 61 (ECMAScript 2017). */
async function buildScript(
  source: string,
  define: Record<string, string> = {},
  letters: Letters = {},
): Promise<readonly [script: string, letters: Letters]> {
  const { outputFiles, mangleCache = {} } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2017', 'chrome61'],
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    define,
    mangleProps: new RegExp(`^(?:${SHORTENED.join('|')})$`),
    mangleCache: letters,
  })
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild made nothing of ${source}`)
  return [file.text.trim(), mangleCache]
}

/** Each script by the name pages take it by, with its source. */
const SCRIPTS = {
  formScript: 'src/client/form.ts',
  checkScript: 'src/client/check.ts',
  frameScript: 'src/client/frame.ts',
  boardScript: 'src/client/board.ts',
  workerScript: 'src/client/worker.ts',
} as const

/** The text of the module that holds the scripts. */
export async function builtModule(): Promise<string> {
  const comment = '// The scripts of pages, made by `npm run client` from the others here: not to be edited.'
  // Its hash stands in its address, which the scripts that ask for it know.
  const [laterScript, letters] = await buildScript('src/client/later.ts')
  const hash = createHash('sha256').update(laterScript).digest('hex').slice(0, 12)
  const laterPath = `/later-${hash}.js`
  const built = Object.entries(SCRIPTS).map(async ([name, source]) => {
    const [text] = await buildScript(source, { LATER: JSON.stringify(laterPath) }, letters)
    return [name, text] as const
  })
  const all = [...(await Promise.all(built)), ['laterPath', laterPath], ['laterScript', laterScript]]
  return `${comment}\n\n${all.map(([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)}\n`).join('\n')}`
}

/** The script for other sites. */
export const builtEmbed = async (): Promise<string> =>
  `/* Simpul ${embedVersion}, Apache-2.0 */\n${(await buildScript('src/client/embed.ts'))[0]}\n`
