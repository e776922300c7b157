// A form in a frame of another site's page: finding it, sending it, and how high it stands there.
import type { Frame, Page } from 'playwright-core'
import { until } from '../../support/wait.ts'

/** The one form that stands in a frame on a page, once it is there. */
export const formIn = (page: Page, slug = '/f/'): Promise<Frame> =>
  until('the form in its frame', async () => {
    const frame = page.frames().find((one) => one !== page.mainFrame() && one.url().includes(slug))
    const isThere = await frame?.evaluate(() => document.readyState === 'complete').catch(() => false)
    return isThere ? frame : undefined
  })

/** Waits until a frame shows a page with this heading. */
export const titled = (page: Page, text: RegExp | string): Promise<Frame> =>
  until(`a frame that says ${text}`, async () => {
    for (const frame of page.frames().slice(1)) {
      const heading = await frame
        .locator('h1')
        .innerText({ timeout: 1000 })
        .catch(() => '')
      if (heading.match(text)) return frame
    }
    return undefined
  })

/** Presses the button that sends, in a frame that shows it. */
export const sendIn = (frame: Frame): Promise<void> =>
  frame.getByRole('button', { name: 'Kirim', exact: true }).click()

/** How high (px) a frame stands on the page of the other site. */
export const heightOn = (page: Page, selector = 'iframe'): Promise<number> =>
  page.locator(selector).evaluate((frame) => frame.getBoundingClientRect().height)

/** How high (px) what stands in a frame is. */
export const contentOf = (frame: Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.getBoundingClientRect().height)

/** Waits until a frame is as high as what it shows, or a step more. */
export const fits = (page: Page, frame: Frame, selector = 'iframe'): Promise<true> =>
  until('the frame to be as high as what it shows', async () => {
    const spare = (await heightOn(page, selector)) - (await contentOf(frame))
    return spare >= 0 && spare < 33 ? true : undefined
  })
