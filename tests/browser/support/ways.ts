// Every way in which people have pages shown to them, and what axe finds in each.
import type { Page } from 'playwright-core'
import { axe } from '../../support/appearance.ts'
import { desktop, largeText, phone, spacing } from './show.ts'

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
export async function findings(page: Page): Promise<string[]> {
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
