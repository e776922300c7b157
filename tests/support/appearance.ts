// How a page looks: axe's rules without any exception, and no scrolling sideways on a narrow screen.
import rulesEngine, { type AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const rules = {
  // Names of rules may stand here as well as tags.
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // On a long form, describing every element that passed takes longer than finding those that do not.
  resultTypes: ['violations' as const],
}

/** What axe finds on a page as it is shown now, by all rules or by these; the page must have script on. */
export async function axe(page: Page | Frame, only: readonly string[] = rules.runOnly): Promise<string[]> {
  // Its source is longer than most pages, so a page that is shown in several ways gets it once.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(rulesEngine.source)
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ ...rules, runOnly: only })})`,
  )
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`)
    return `axe ${id}: ${help}\n${places.join('\n')}`
  })
}

/** Names the elements that make the page wider than the screen. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    const names = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 80))
    return [`the page scrolls sideways: ${scrollWidth} px\n    ${names.join('\n    ')}`]
  })
}
