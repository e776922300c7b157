// Every page of a respondent before axe, in every way people have it shown; no rule is left out and no finding allowed.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from '../support/appearance.ts'
import { desktop, largeText, phone, spacing, test } from './support/show.ts'

interface Way {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly media?: NonNullable<Parameters<Page['emulateMedia']>[0]>
  readonly style?: string
}

const ways: Readonly<Record<string, Way>> = {
  'on a phone': phone,
  'on a wide screen, with reduced motion': { ...desktop, media: { reducedMotion: 'reduce' } },
  'in the dark': { ...phone, media: { colorScheme: 'dark' } },
  'in forced colours': { ...phone, media: { forcedColors: 'active' } },
  'in forced colours in the dark': { ...phone, media: { forcedColors: 'active', colorScheme: 'dark' } },
  'with text of twice the size': { ...phone, style: largeText },
  'with the widest text spacing': { ...phone, style: spacing },
}

const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const

/** What axe finds in each way, with the way before it. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [name, { viewport, media, style = '*{}' }] of Object.entries(ways)) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ ...plain, ...media })
    const added = await page.addStyleTag({ content: style })
    found.push(...(await axe(page)).map((problem) => `${name}: ${problem}`))
    await added.evaluate((element) => element.parentNode?.removeChild(element))
  }
  return found
}

test('axe finds nothing on any page, in whatever way it is shown', async ({ views, show }) => {
  for (const { name, html, fragment } of views) {
    const page = await show(html, {}, '', fragment)
    expect.soft(await findings(page), name).toEqual([])
    await page.close()
  }
})

test('what is wrong in one way alone is found, and named with that way', async ({ show }) => {
  const html = `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>Hello</h1></main></body></html>`
  const pale = 'h1{color:#777;background:#888}'
  for (const [media, way] of [
    ['(prefers-color-scheme:dark)', 'in the dark'],
    ['(prefers-reduced-motion)', 'on a wide screen, with reduced motion'],
    ['(forced-colors:active) and (prefers-color-scheme:light)', 'in forced colours'],
  ]) {
    const page = await show(html, {}, `@media${media}{h1{forced-color-adjust:none}${pale}}`)
    expect((await findings(page)).map((finding) => finding.split(': axe')[0])).toContain(way)
  }
})
