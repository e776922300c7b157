// `npm run pictures` makes the pictures of the README: a fresh copy is started, a fictional organisation answers, two
// pages are kept. `npm run pictures -- network <slug> --name "…"` makes the picture that a network is shared with.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from './pictures/browser.ts'
import { drawNetwork } from './pictures/network.ts'
import { reason, root } from './run/place.ts'
import { isFree } from './run/ports.ts'

const MOST_BYTES = 200_000
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, locale: 'id-ID' } as const

// A fictional organisation, with levels as different as they can be.
const answers: Readonly<Record<string, string>> = {
  organisation: 'Yayasan Bina Karya Contoh',
  sender_name: 'Siti Contoh',
  sender_role: 'Ketua',
  email: 'siti@bina.example',
  assessed_on: '2026-11-20',
  'delivery.evidence': 'Laporan kegiatan 2025',
}
const levels: Readonly<Record<string, string>> = {
  results: '2',
  standards: '1',
  delivery: '3',
  reach: '2',
  target_population: '3',
  learning: '2',
  resources: '1',
  social_capital: '4',
  adaptive_capacity: '2',
  influence: '2',
}

interface Copy {
  readonly home: string
  readonly inbox: string
  stop(): Promise<void>
}

async function freePorts(): Promise<readonly number[]> {
  const found: number[] = []
  for (let port = 20_000; found.length < 3; port++) if (await isFree(port)) found.push(port)
  return found
}

/** Starts what `npm start` starts, on free ports and with a state of its own. */
async function startCopy(folder: string): Promise<Copy> {
  const [PORT = 0, INBOX_PORT = 0, SMTP_PORT = 0] = await freePorts()
  const env = {
    ...process.env,
    STATE_DIR: folder,
    PORT: `${PORT}`,
    INBOX_PORT: `${INBOX_PORT}`,
    SMTP_PORT: `${SMTP_PORT}`,
  }
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (said.includes('Ctrl-C stops everything.')) resolve()
    })
    ended.then(() => reject(new Error(`The copy ended before it was ready:\n${said}`)))
  })
  const stop = () => {
    child.kill('SIGINT')
    return ended
  }
  return { home: `http://127.0.0.1:${PORT}`, inbox: `http://127.0.0.1:${INBOX_PORT}`, stop }
}

/** Keeps what a phone shows of a page from some place on, as a PNG. */
async function keep(page: Page, name: string, from: string): Promise<void> {
  const path = join(root, 'docs/pictures', `${name}.png`)
  await page.locator(from).evaluate((place) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, window.scrollY + place.getBoundingClientRect().top - 12)
  })
  await page.screenshot({ path })
  const { size } = statSync(path)
  if (size > MOST_BYTES)
    throw new Error(`${path} has ${size} bytes: show less, so that it has at most ${MOST_BYTES}.`)
  console.log(`${path} ${size} bytes`)
}

/** Waits for the report's mail and gives the address it names. */
async function reportAddress({ inbox, home }: Copy): Promise<string> {
  for (let second = 0; second < 60; second++) {
    const mails: { text: string }[] = await (await fetch(`${inbox}/api/email`)).json()
    const found = mails
      .map(({ text }) => text.match(new RegExp(`${home}/r/\\S+`))?.[0])
      .find((address) => address)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('No report came by mail within a minute.')
}

async function takePictures(page: Page, copy: Copy): Promise<void> {
  await page.goto(`${copy.home}/f/iko-2026-2`)
  for (const [field, text] of Object.entries(answers)) await page.fill(`[name="${field}"]`, text)
  await page.selectOption('[name="district"]', '35.07')
  for (const [field, level] of Object.entries(levels)) await page.check(`[name="${field}"][value="${level}"]`)
  await keep(page, 'form', 'fieldset:has([name="delivery"])')
  await page.click('form [type="submit"]')
  await page.goto(await reportAddress(copy))
  await keep(page, 'report', '#scores')
}

async function drawReadme(): Promise<void> {
  mkdirSync(join(root, 'docs/pictures'), { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'simpul-pictures-'))
  const copy = await startCopy(folder)
  try {
    const browser = await openBrowser()
    await takePictures(await browser.newPage({ ...phone, javaScriptEnabled: false }), copy)
    await browser.close()
  } finally {
    await copy.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const [what, ...args] = process.argv.slice(2)
const drawn = what === 'network' ? drawNetwork(args) : drawReadme()
drawn.catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
