// A walk over a page by Tab, many presses at once: what it leads past, where it leads besides, and where the focus is not seen.
import type { CDPSession, Page } from 'playwright-core'
import { reachable, type Stop, stopInPage } from '../../journeys/support/keyboard.ts'

const TAB = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const
/** How often Tab is pressed more than there are stops: each part of a date is one. */
const MORE = 4

const sessions = new WeakMap<Page, CDPSession>()

/** Presses Tab so often; each press is answered before the next one is. */
async function pressTab(page: Page, times: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  await Promise.all(Array.from({ length: times }, () => session.send('Input.dispatchKeyEvent', TAB)))
}

/** Where Tab leads from the first stop of a page to its last, wherever the page puts the focus by itself. */
async function walkThrough(page: Page, expected: readonly string[]): Promise<Stop[]> {
  // Each press finds the focus where the one before it has brought it, after the page was scrolled there.
  await page.evaluate(`stops = []; addEventListener('keydown', () => stops.push((${stopInPage})()))`)
  await page.evaluate(() => document.querySelector<HTMLElement>('.skip, a[href]')?.focus())
  for (let times = expected.length + MORE; ; times = MORE) {
    await pressTab(page, times)
    const stops = (await page.evaluate<Stop[]>('stops')).filter(
      (stop, index, all) => stop.name !== all[index - 1]?.name,
    )
    const end = stops.findIndex(({ name, kind }) => name === expected.at(-1) || kind === 'body')
    if (end >= 0) return stops.slice(0, end + 1)
  }
}

/** What is wrong with where Tab leads on a page; `isSeen` says whether enough of a stop is in sight. */
export async function lostFocus(page: Page, isSeen: (stop: Stop) => boolean): Promise<string[]> {
  const expected = await reachable(page)
  const stops = await walkThrough(page, expected)
  const names = stops.map(({ name }) => name)
  return [
    ...(names.join('\n') === expected.join('\n') ? [] : [`Tab leads to ${names} instead of ${expected}`]),
    ...stops.filter(({ isOutlined }) => !isOutlined).map(({ name }) => `not outlined: ${name}`),
    ...stops.filter((stop) => !isSeen(stop)).map(({ name }) => `not in sight: ${name}`),
  ]
}
