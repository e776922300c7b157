// A slow phone, emulated: how long the IKO's page takes there until it is seen and until an answer holds, beside its floor.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../tests/support/chromium.ts'
import type { Edge } from './edge.ts'
import { median } from './pairs.ts'

/** What is emulated: the screen in CSS pixels, the network, and how many times slower the page computes. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  kilobitsPerSecond: 400,
  roundTripMillis: 400,
  slowdown: 4,
} as const

/** Milliseconds from the start of a visit. */
interface Visit {
  /** First contentful paint. */
  readonly painted: number
  /** The click after which the first level stayed chosen, over the moment when the page's script ran. */
  readonly answered: number
  /** The whole page is there and its script has run. */
  readonly done: number
  /** The longest task that kept the page from answering a touch, from 50 ms on, else 0; and what is beyond 50 ms of all. */
  readonly longestTask: number
  readonly blocked: number
}

/** The same moment on both sides: the median of the ratios within a pair, and the median moments in ms. */
export interface Moments {
  readonly ratio: number
  readonly ratios: readonly number[]
  readonly product: number
  readonly floor: number
}

/** What the phone told of the page and of its floor. */
export interface OnPhone {
  readonly pairs: number
  readonly painted: Moments
  readonly answered: Moments
  readonly done: Moments
  /** Medians of the page itself, in ms. */
  readonly longestTask: number
  readonly blocked: number
  /** Requests of one visit to the page: the most of any. */
  readonly requests: number
}

/** An address behind an edge. */
export interface Place {
  readonly edge: Edge
  readonly path: string
}

/** Starts the browser; whoever starts it closes it. */
export async function openPhone(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env, ...env } })
}

/** Opens an empty page of a new visitor on the emulated phone; its network is as fast as the machine's yet. */
export async function newPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: PHONE.viewport })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slowdown })
  return { page, session }
}

/** What the page itself notes during a visit. */
interface Notes {
  answered: number
  isOver: boolean
  tasks: number[]
}

declare global {
  var notes: Notes
}

/** Runs in the page before anything else: chooses the first level as soon as it is there, and again if it was lost. */
function answerAtOnce(): void {
  const notes: Notes = { answered: 0, isOver: false, tasks: [] }
  globalThis.notes = notes
  const answer = () => {
    const radio = document.querySelector<HTMLInputElement>('input[type=radio]')
    if (!radio || radio.checked) return
    radio.click()
    notes.answered = performance.now()
  }
  new MutationObserver(answer).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  addEventListener('load', () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        answer()
        notes.isOver = true
      }),
    ),
  )
}

/** One visit of a new visitor, from an empty cache on. */
async function visit(browser: Browser, { edge, path }: Place): Promise<Visit> {
  const { page, session } = await newPage(browser)
  await session.send('Network.enable')
  const bytesPerSecond = (PHONE.kilobitsPerSecond * 1000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.roundTripMillis,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await page.addInitScript(answerAtOnce)
  await page.goto(edge.url + path)
  await page.waitForFunction(
    () => notes.isOver && performance.getEntriesByName('first-contentful-paint').length > 0,
  )
  const found = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const isHeld = document.querySelector<HTMLInputElement>('input[type=radio]')?.checked
    return { painted: paint?.startTime, done: way?.domContentLoadedEventEnd, isHeld, ...notes }
  })
  await page.context().close()
  const { painted, done, answered, isHeld, tasks } = found
  if (!painted || !done || !isHeld) throw new Error(`${path} held no answer: ${JSON.stringify(found)}`)
  const blocked = tasks.reduce((sum, task) => sum + task - 50, 0)
  return { painted, answered, done, longestTask: Math.max(0, ...tasks), blocked }
}

/** Visits the page and its floor in turns, after one of each to warm up. */
export async function visitInTurns(
  browser: Browser,
  product: Place,
  floor: Place,
  pairs: number,
): Promise<OnPhone> {
  await visit(browser, product)
  await visit(browser, floor)
  const taken: { readonly product: Visit; readonly floor: Visit; readonly requests: number }[] = []
  for (let i = 0; i < pairs; i++) {
    const before = product.edge.requests()
    const visited = await visit(browser, product)
    const requests = product.edge.requests() - before
    taken.push({ product: visited, floor: await visit(browser, floor), requests })
  }
  const moments = (name: keyof Visit): Moments => {
    const ratios = taken.map((pair) => pair.product[name] / pair.floor[name])
    return {
      ratio: median(ratios),
      ratios,
      product: median(taken.map((pair) => pair.product[name])),
      floor: median(taken.map((pair) => pair.floor[name])),
    }
  }
  return {
    pairs,
    painted: moments('painted'),
    answered: moments('answered'),
    done: moments('done'),
    longestTask: median(taken.map((pair) => pair.product.longestTask)),
    blocked: median(taken.map((pair) => pair.product.blocked)),
    requests: Math.max(...taken.map(({ requests }) => requests)),
  }
}
