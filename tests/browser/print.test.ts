// The blank form on paper: a sheet for each section, nothing wider than A4, black on white.
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { visit } from './support/form.ts'

// A4 less the margins of 15 mm, at the 96 pixels an inch of CSS.
const paper = { width: Math.floor((180 / 25.4) * 96), height: 1000 }

/** How many sheets the printer would need. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Leaves out all sections but one; what stands before the first section stays. */
const showOnly = (page: Page, shown: number) =>
  page.locator('section').evaluateAll((sections, shown) => {
    sections.forEach((section, index) => {
      section.toggleAttribute('hidden', index !== shown)
    })
  }, shown)

describe.each([
  ['iko-2026-2', 6],
  ['daftar', 4],
])('the form %s to print', (slug, sections) => {
  test.for(['', '?lang=en'])(
    'begins a new sheet for each section and for the notice%s',
    async (language, { visitor, home }) => {
      const page = await visitor()
      await visit(page, `${home}/f/${slug}/print${language}`)
      const all = await sheetsOf(page)
      await showOnly(page, -1)
      const first = await sheetsOf(page)
      const each: number[] = []
      for (let section = 0; section <= sections; section++) {
        await showOnly(page, section)
        each.push((await sheetsOf(page)) - first)
      }
      // Sections that shared a sheet would need fewer together than each for itself.
      expect(all).toBe(each.reduce((sum, one) => sum + one, first))
      expect(first).toBe(1)
      expect(Math.max(...each), 'the sheets of the longest section').toBeLessThanOrEqual(2)
    },
  )

  test('is no wider than the paper, and black on white also where the screen is dark', async ({
    visitor,
    home,
  }) => {
    const page = await visitor({ viewport: paper, colorScheme: 'dark' })
    await visit(page, `${home}/f/${slug}/print`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await sideways(page)).toEqual([])
    const colours = await page.locator('body').evaluate((body) => {
      const { color, backgroundColor } = getComputedStyle(body)
      return [color, backgroundColor]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    for (const left of ['header', 'footer', '.screen >> nth=0'])
      expect(await page.locator(left).isVisible(), left).toBe(false)
  })
})
