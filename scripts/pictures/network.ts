// The picture that a network's pages are shared with: its name on a calm ground, as large as previews want it.
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../run/place.ts'
import { openBrowser } from './browser.ts'

// Some programs show no picture above 300 kB; on a slow connection far less is better.
const MOST_BYTES = 300_000
const SIZE = { width: 1200, height: 630 }

const escaped = (text: string): string => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)

/** Three dots held by lines, and a name that is smaller the longer it is; all within the square that previews may cut out. */
const drawing = (name: string): string => `<!doctype html><meta charset="utf-8"><style>
html{height:100%;background:#0b4f8a;color:#fff;font:700 ${name.length > 28 ? 58 : 76}px/1.25 system-ui,sans-serif}
body{height:100%;margin:0;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:48px;text-align:center}
p{margin:0;max-width:600px;text-wrap:balance}
svg{width:190px;height:110px;fill:#fff;stroke:#8cc4ff;stroke-width:8}
circle{stroke:none}
</style>
<svg viewBox="0 0 190 110"><path d="M20 90 95 20l75 70z" fill="none"/><circle cx="20" cy="90" r="18"/><circle cx="95" cy="20" r="18"/><circle cx="170" cy="90" r="18"/></svg>
<p>${escaped(name)}</p>`

async function draw(name: string, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: SIZE })
  await page.setContent(drawing(name))
  await page.screenshot({ path })
  await browser.close()
  const { size } = statSync(path)
  if (size > MOST_BYTES)
    throw new Error(`${path} has ${size} bytes; ${MOST_BYTES} are the most that is shown.`)
  console.log(`${path} ${size} bytes`)
}

/** Draws the picture of the network that the arguments name, or the one of networks without their own. */
export async function drawNetwork(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { name: { type: 'string' } },
    allowPositionals: true,
  })
  const [slug] = positionals
  if (slug === undefined) return draw('Simpul', join(root, 'public/picture.png'))
  if (!/^[a-z0-9-]+$/.test(slug))
    throw new Error(`"${slug}" is not the address of a network, e.g. rumah-inklusi.`)
  if (!values.name) throw new Error('--name is missing: give the name that stands in the picture.')
  await draw(values.name, join(root, 'public/n', slug, 'picture.png'))
}
