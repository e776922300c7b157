// A half-filled form in a browser: what the line beside it says, and what stands in its fields.
import type { BrowserContext, Page } from 'playwright-core'
import { until } from '../../support/wait.ts'
import { type Typed, untilRead } from './form.ts'

/** Resolves when the line beside the form says something. */
export const line = (page: Page, text: RegExp): Promise<string> =>
  until(`the line ${text}`, async () => {
    const said = await page
      .locator('.kept')
      .textContent()
      .catch(() => null)
    return said && text.test(said) ? said : undefined
  })

/** The value of the first field of a name. */
export const typedIn = (page: Page, name: string) => page.locator(`[name="${name}"]`).first().inputValue()

/** The keys of what the phone keeps, all of it as one text, and what would open forms without network. */
export const keptOn = (page: Page) =>
  page.evaluate(async () => ({
    names: Object.keys(localStorage),
    text: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))

/** What a phone keeps that keeps nothing. */
export const NOTHING = { names: [], text: '[{},{}]', caches: [], workers: 0 }

/** Resolves when the form and its script are kept for opening without network. */
export const keptPages = (page: Page): Promise<true> =>
  until('the kept pages', async () => {
    const count = await page.evaluate(async () =>
      (await caches.has('forms')) ? (await (await caches.open('forms')).keys()).length : 0,
    )
    return count >= 2 || undefined
  })

/** How often the form was posted, by what was asked for. */
export function posts(context: BrowserContext): string[] {
  const actions: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'POST') actions.push(/action=([a-z]*)/.exec(request.postData() ?? '')?.[1] ?? '')
  })
  return actions
}

/** Takes the network away, or gives it back. */
export const offline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline)

/** Sends without network, by the button of this name: it is said that the answers wait. */
export async function sendOffline(page: Page, name = 'Kirim'): Promise<void> {
  await untilRead(page)
  await offline(page, true)
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  await line(page, /^Belum terkirim/)
}

/** Answers questions all at once, in sight or not: nothing is saved half-way. */
export const answerAtOnce = (page: Page, answers: Typed) =>
  page.evaluate((answers) => {
    for (const [name, value] of Object.entries(answers))
      for (const field of document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
        if (field.type === 'radio' && field.value === value) field.click()
        if (field.type === 'radio') continue
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
  }, answers)

/** Resolves when the part of the script is there that a page asks for once somebody has begun: it adds this button. */
export const restOfScript = (page: Page): Promise<void> =>
  page.getByText('Simpan ke berkas').waitFor({ state: 'attached' })

/** Lets the time pass until something is saved by itself, on a page whose clock is ours; the line then says so. */
export async function savedNow(page: Page, text = /^Tersimpan/): Promise<string> {
  await page.clock.fastForward(15_000)
  return line(page, text)
}
