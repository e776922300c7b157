// How soon the form of 120 scored questions answers on a slow phone: a level that is chosen, a section that is opened.
import type { Browser, Locator, Page } from 'playwright-core'
import type { Edge } from './edge.ts'
import { median } from './pairs.ts'
import { newPage } from './phone.ts'

/**
 * Milliseconds from a touch to the paint that shows what it did. Each touch counts with its median over all walks, so
 * that `worst` is one of the form's own and not a moment in which the machine did something else: that is `slowest`.
 */
export interface Touched {
  readonly median: number
  readonly worst: number
  readonly slowest: number
  readonly touches: number
  readonly walks: number
}

/** What was touched. */
export interface Touches {
  readonly level: Touched
  readonly next: Touched
  /** The longest task before anything is touched, in ms; 0 where none takes 50 ms. */
  readonly opening: number
}

declare global {
  var touches: { level: number[]; next: number[]; opening: number }
}

/** Runs in the page before anything else: notes when what a click did is painted. */
function noteTouches(): void {
  globalThis.touches = { level: [], next: [], opening: 0 }
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) touches.opening = Math.max(touches.opening, duration)
  })
  tasks.observe({ type: 'longtask', buffered: true })
  addEventListener('pointerdown', () => tasks.disconnect(), { once: true, capture: true })
  let clicked = 0
  // What is posted in a frame's callback is taken after that frame is laid out and painted.
  const afterPaint = (note: (now: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => note(performance.now())
      port2.postMessage(null)
    })
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      clicked = timeStamp
      if (target instanceof HTMLInputElement) afterPaint((now) => touches.level.push(now - timeStamp))
    },
    { capture: true },
  )
  addEventListener('hashchange', () => afterPaint((now) => touches.next.push(now - clicked)))
}

function touched(walks: readonly (readonly number[])[]): Touched {
  const [first = []] = walks
  const each = first.map((_, at) => median(walks.flatMap((walk) => walk[at] ?? [])))
  return {
    median: median(each),
    worst: Math.max(...each),
    slowest: Math.max(...walks.flat()),
    touches: each.length,
    walks: walks.length,
  }
}

async function touch(page: Page, kind: 'level' | 'next', what: Locator): Promise<void> {
  const before = await page.evaluate((kind) => touches[kind].length, kind)
  await what.click()
  await page.waitForFunction(([kind, before]) => touches[kind].length > before, [kind, before] as const)
}

/** Walks through all sections and chooses so many levels in each, as a new visitor. */
async function walk(browser: Browser, edge: Edge, levelsEach: number): Promise<typeof touches> {
  const { page } = await newPage(browser)
  await page.addInitScript(noteTouches)
  await page.goto(`${edge.url}/large`)
  const next = page.locator('section:not([hidden]) .next')
  while ((await next.count()) > 0) {
    await touch(page, 'next', next)
    const groups = await page.locator('section:not([hidden]) fieldset').all()
    for (const [at, group] of groups.slice(0, levelsEach).entries())
      await touch(page, 'level', group.locator('input[type=radio]').nth(at % 4))
  }
  const noted = await page.evaluate(() => touches)
  const chosen = await page.locator('input[type=radio]:checked').count()
  if (chosen === 0 || chosen !== noted.level.length)
    throw new Error(`${noted.level.length} levels, ${chosen} chosen`)
  await page.context().close()
  return noted
}

/** Walks through the large form so many times. */
export async function touchLargeForm(
  browser: Browser,
  edge: Edge,
  walks: number,
  levelsEach: number,
): Promise<Touches> {
  const noted: (typeof touches)[] = []
  for (let i = 0; i < walks; i++) noted.push(await walk(browser, edge, levelsEach))
  return {
    level: touched(noted.map(({ level }) => level)),
    next: touched(noted.map(({ next }) => next)),
    opening: median(noted.map(({ opening }) => opening)),
  }
}
