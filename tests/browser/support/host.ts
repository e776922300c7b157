// Another site that shows forms of ours in frames: served on this machine from an origin of its own.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { test as base } from '../../support/browser.ts'
import { until } from '../../support/wait.ts'

/** A page of the other site: what stands in its body, and what is said of it. */
export interface HostPage {
  readonly body: string
  readonly head?: string
  /** Of its html element, e.g. `dir="rtl"`. */
  readonly attributes?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Puts up a page on the other site and gives its address, which is like no other. */
export type PutUp = (page: HostPage) => string

const documentOf = ({ body, head = '', attributes = 'lang="id"' }: HostPage): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Situs mitra</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`

/** The frame as the snippet for webmasters has it. */
export const frameOf = (address: string, attributes = ''): string =>
  `<iframe src="${address}" title="Formulir" loading="lazy" width="100%" height="720" style="border:0"
 allow="clipboard-write" referrerpolicy="strict-origin-when-cross-origin" ${attributes}></iframe>`

/** The script as the snippet has it. */
export const scriptOf = (home: string): string => `<script async src="${home}/embed/v1.js"></script>`

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

/** The test of tests/support/browser.ts with `putUp`, and the origin of the other site. */
export const test = base
  .extend('site', { scope: 'file' }, async ({ program: _ }, { onCleanup }) => {
    const pages: HostPage[] = []
    const server: Server = createServer(({ url = '' }, answer) => {
      const page = pages[Number(url.slice(1))]
      answer.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })
      answer.end(page ? documentOf(page) : '')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // a TCP server's address is never a string
    onCleanup(() => void server.close())
    // Another name of this machine is another site to a browser.
    return { origin: `http://localhost:${port}`, pages }
  })
  .extend('putUp', ({ site: { origin, pages } }): PutUp => {
    return (page) => `${origin}/${pages.push(page) - 1}`
  })
