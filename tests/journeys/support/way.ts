// The way through a form and on: section by section where its script runs, the check, its change buttons, the receipt.
import type { Frame, Locator, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { until } from '../../support/wait.ts'
import { fillIn, leadingOn, type Typed, untilRead } from './form.ts'
import { follow } from './sections.ts'

/** The names of the fields that are shown now. */
const fieldsShown = (page: Page | Frame): Promise<string[]> =>
  page
    .locator('section [name]')
    .evaluateAll((fields) =>
      fields.filter((field) => field.checkVisibility()).map((field) => field.getAttribute('name') ?? ''),
    )

/** Fills in the form as it is shown: one section after the other with its script, all at once without. */
export async function walk(page: Page | Frame, answers: Typed): Promise<void> {
  const next = page.getByRole('link', { name: /^(Berikutnya|Next)/ })
  for (;;) {
    const shown = await fieldsShown(page)
    await fillIn(page, Object.fromEntries(Object.entries(answers).filter(([name]) => shown.includes(name))))
    if ((await next.count()) === 0) return
    await follow(page, next)
  }
}

/** Presses the button of the page that says this, and nothing else; one that sends, once the page has been read. */
export async function press(page: Page, says: string): Promise<Response> {
  if (/^(?:Kirim|Send)/.test(says)) await untilRead(page)
  return leadingOn(page, () =>
    page.getByRole('main').getByRole('button', { name: says, exact: true }).click(),
  )
}

/** The page's own heading. */
export const titleOn = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

/** An answer as the page of the check or the copy on the receipt shows it, with the button below it if there is one. */
export const answerOn = (page: Page, name: string): Locator =>
  page.locator('.a', { has: page.locator('dt').getByText(name, { exact: true }) }).locator('dd')

/** Waits until the report is there, and opens the receipt again, which then leads to it. */
export async function receiptWithReport(page: Page): Promise<void> {
  const receipt = page.url()
  await until('the report on the receipt', async () =>
    (await (await fetch(receipt)).text()).includes('href="/r/') ? true : undefined,
  )
  await leadingOn(page, () => page.reload())
}

/** Expects the field to have the focus, to be in sight, and to be the only one that asks for it. */
export async function expectLandedOn(page: Page, field: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { activeElement } = document
        const box = activeElement?.getBoundingClientRect()
        const isInSight = box !== undefined && box.top > -1 && box.bottom <= innerHeight + 1
        return { field: activeElement?.getAttribute('name'), isInSight }
      }),
    )
    .toEqual({ field, isInSight: true })
}
