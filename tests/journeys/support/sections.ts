// A form whose script shows one section at a time: what is shown, what is told, and the ways between.
import type { Frame, Locator, Page } from 'playwright-core'
import { until } from '../../support/wait.ts'

/** The headings of the sections that can be seen. */
export const sectionsShown = (page: Page | Frame): Promise<string[]> =>
  page.locator('section').evaluateAll((sections) =>
    sections
      .map((section) => section.querySelector('h2'))
      .filter((heading) => heading?.checkVisibility())
      .map((heading) => heading?.textContent?.trim() ?? ''),
  )

/** The line that says where one is and how much is answered. */
export const progress = (page: Page): Promise<string> => page.locator('.at').innerText()

/** What a screen reader was told last. */
export const told = (page: Page): Promise<string> =>
  page.getByRole('status').evaluate((status) => status.textContent ?? '')

/** What the list of contents says, and which of its links is the current one. */
export const contents = (page: Page): Promise<{ links: string[]; current: string[] }> =>
  page.getByRole('navigation').evaluate((nav) => {
    const texts = (selector: string) =>
      [...nav.querySelectorAll(selector)].map((link) => link.textContent?.trim() ?? '')
    return { links: texts('ol a'), current: texts('[aria-current]') }
  })

/** Resolves when the focus is on what matches and in sight, and when all that the new address set off is done. */
export const focusOn = (page: Page | Frame, selector: string, text = ''): Promise<true> =>
  until(`the focus on ${selector} ${text}`, async () => {
    const isThere = await page.evaluate(
      ([selector, text]) => {
        const { activeElement } = document
        const isGoal = activeElement?.matches(selector) && activeElement.textContent?.includes(text)
        if (!isGoal || !activeElement?.checkVisibility()) return false
        return new Promise<boolean>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(true))))
      },
      [selector, text] as const,
    )
    return isThere || undefined
  })

/** Follows a link within the page. */
export async function follow(page: Page | Frame, link: Locator): Promise<void> {
  await link.click()
  await focusOn(page, ':target')
}

/** Presses the browser's Back, which leads to a section. */
export async function goBackTo(page: Page, title: string): Promise<void> {
  await page.goBack()
  await focusOn(page, 'h2', title)
}
