// The browser program: npm's headless one, unpacked once with its libraries and fonts; the system's where that cannot run.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { root } from '../../scripts/run/place.ts'

/** How the browser program is started. */
export type Chromium = { executablePath: string; env: Record<string, string> }

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What npm's program is built for. */
const runsFromNpm = process.platform === 'linux' && process.arch === 'x64'

/** Finds $CHROMIUM, else unpacks the one from npm, else, on other machines, finds the system's Chromium. */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env.CHROMIUM
  if (wanted && !existsSync(wanted))
    throw new Error(`There is no browser at ${wanted}, where CHROMIUM points.`)
  if (wanted) return { executablePath: wanted, env: {} }
  const installed = runsFromNpm ? undefined : usualPlaces.find((path) => existsSync(path))
  return installed ? { executablePath: installed, env: {} } : fromNpm()
}

async function fromNpm(): Promise<Chromium> {
  const cache = join(root, 'node_modules/.cache')
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const unpacked = await unpack(cache)
    // Another run may have been quicker; a half unpacked folder is never seen under the final name.
    await rename(unpacked, folder).catch(() => rm(unpacked, { recursive: true }))
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: await writeFontList(folder) },
  }
}

async function unpack(cache: string): Promise<string> {
  const folder = await mkdtemp(join(cache, 'unpacking-'))
  const packs = join(root, 'node_modules/@sparticuz/chromium/bin')
  // The package unpacks into the temporary folder and nowhere else.
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    await Promise.all(
      ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packs, name))),
    )
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  return folder
}

/** The package's own list of font folders names fixed places in /tmp. */
async function writeFontList(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf')
  const places = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const list = places.map((place) => `<dir>${place}</dir>`).join('')
  await writeFile(file, `<fontconfig>${list}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`)
  return file
}
