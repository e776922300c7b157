// The blank form on paper: few sheets, one for each domain, nothing wider than A4, black on white.
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { stateOf } from './support/states.ts'
import { test } from './support/tabs.ts'

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
  ['the IKO', 'to print', 8],
  ['the registration, with every kind of question,', 'to print, every kind of question, pictures', 4],
])('%s to print', (_, state, most) => {
  test.for(['id', 'en'] as const)(
    'takes few sheets, and one for each section with levels: %s',
    async (locale, { show }) => {
      const page = await show(stateOf('GET /f/:slug/print', state, locale).html)
      expect(await sheetsOf(page)).toBeLessThanOrEqual(most)
      const sections = await page
        .locator('section')
        .evaluateAll((all) => all.map((section) => section.classList.contains('sheet')))
      for (const [index, isSheet] of sections.entries()) {
        await showOnly(page, index)
        // What stands before the first section fills no sheet, so one more is that of the section.
        if (isSheet) expect(await sheetsOf(page), `section ${index + 1}`).toBe(2)
      }
    },
  )

  test('is no wider than the paper, and black on white also where the screen is dark', async ({ show }) => {
    const page = await show(stateOf('GET /f/:slug/print', state).html, {
      viewport: paper,
      colorScheme: 'dark',
    })
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
