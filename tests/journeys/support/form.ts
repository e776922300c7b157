// A form in a browser: filling it in, sending it, and reading what it says of mistakes.
import type { Frame, Page, Response } from 'playwright-core'
import { SHORTEST } from '../../../src/core/form/trap.ts'
import { madeAt } from '../../../src/core/kernel/id.ts'
import { until } from '../../support/wait.ts'

/** What is typed, chosen or ticked, by field name. */
export type Typed = Readonly<Record<string, string>>

/** Fills in fields, each the way its kind is filled in; empties those whose text is empty. */
export async function fillIn(page: Page | Frame, answers: Typed): Promise<void> {
  const kinds = await page
    .locator('[name]')
    .evaluateAll((fields) =>
      fields.map(
        (field) => [field.getAttribute('name'), field.getAttribute('type') ?? field.localName] as const,
      ),
    )
  // Of several fields with one name all are of one kind.
  const kindOf = new Map(kinds)
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`[name="${name}"]`)
    const kind = kindOf.get(name)
    if (kind === 'radio' || kind === 'checkbox')
      await page.locator(`[name="${name}"][value="${value}"]`).check()
    else if (kind === 'select') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Everything the form would send now as `name=value`, in page order, the hidden key too, but for what a draft needs. */
export function typedOn(page: Page): Promise<string[]> {
  return page.locator('form').evaluate((form: HTMLFormElement) => {
    return [...new FormData(form)]
      .filter(([name]) => !/^(draft|form)-/.test(name))
      .map(([name, value]) => `${name}=${value}`)
  })
}

/** Does something that leads to another page, and returns the last answer to it once all of it has arrived. */
export async function leadingOn(page: Page, act: () => Promise<unknown>): Promise<Response> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => {
      const isRedirect = response.status() >= 300 && response.status() < 400
      return response.request().isNavigationRequest() && !isRedirect
    }),
    page.waitForEvent('load'),
    act(),
  ])
  await answer.text()
  return answer
}

/** Goes to an address. */
export const visit = (page: Page, address: string): Promise<Response> =>
  leadingOn(page, () => page.goto(address))

/** Presses the browser's Back. */
export const goBack = (page: Page): Promise<Response> => leadingOn(page, () => page.goBack())

/** Waits until the page has been open as long as a person needs to read it: what is sent faster waits for a coordinator. */
export async function untilRead(page: Page | Frame): Promise<void> {
  const key = page.locator('input[name="submission"]').first()
  const minted = (await key.count()) > 0 ? madeAt(await key.inputValue()) : null
  if (minted === null) return
  await until('a page that has been read', () => (Date.now() >= minted + SHORTEST ? true : undefined))
}

/** Presses the button that sends, however short the page has been open. */
export const pressToSend = (page: Page): Promise<Response> =>
  leadingOn(page, () =>
    page
      .getByRole('main')
      .getByRole('button', { name: /^(Kirim|Send)/ })
      .click(),
  )

/** Presses the button that sends, once the page has been read. */
export async function send(page: Page): Promise<Response> {
  await untilRead(page)
  return pressToSend(page)
}

/** What a field or a group of fields is described by, as a screen reader reads it after the name. */
export function descriptionOf(page: Page, name: string): Promise<string> {
  return page
    .locator(`[name="${name}"]`)
    .first()
    .evaluate((field) => {
      const group = field.closest('fieldset')
      const ids = (group ?? field).getAttribute('aria-describedby')?.split(' ') ?? []
      return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
    })
}

/** The page that mistakes lead to: what its summary says and which field each of its links names. */
export function summaryOf(
  page: Page,
): Promise<{ heading: string; links: { text: string; field: string }[] }> {
  return page.getByRole('alert').evaluate((box) => ({
    heading: box.querySelector('h2')?.textContent ?? '',
    links: [...box.querySelectorAll('a')].map((link) => ({ text: link.text, field: link.hash.slice(1) })),
  }))
}

/** Whether the focus is on the summary. */
export const isSummaryFocused = (page: Page): Promise<boolean> =>
  page.getByRole('alert').evaluate((box) => document.activeElement === box)

/** Where a person stands after following a link to a field: which field has the focus, and what of its question is in sight. */
export function arrivedAt(page: Page) {
  return page.evaluate(() => {
    const field = document.activeElement
    const question = field?.closest('.q')
    const inSight = (part: Element | null | undefined) => {
      const box = part?.getBoundingClientRect()
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    }
    return {
      field: field?.getAttribute('name'),
      isTarget: field?.matches(':target'),
      questionInSight: inSight(question?.querySelector('legend, label')),
      messageInSight: inSight(question?.querySelector('.e')),
    }
  })
}
