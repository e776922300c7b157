// `test` for rendered pages: they are shown in a few tabs at once, without any server, and each in the tab of another.
import type { Browser, Page } from 'playwright-core'
import { test as base } from '../../support/browser.ts'
import { withoutScript } from '../../support/page.ts'
import { type Look, phone } from './looks.ts'
import { type State, stateOf } from './states.ts'

/** A page by its name. */
export type Named = Pick<State, 'name' | 'html'>

/** What is wrong, by the name of the page; a page without a fault is not in it. */
export type Found = Readonly<Record<string, readonly string[]>>

/** How many pages are told of at once: what is wrong with the style of all of them is no clearer with each. */
const TOLD = 20

/** What is told of what is wrong: the first pages by their names, and how many there are besides. */
export function toldOf(found: Found): Found {
  const all = Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const more = all.length - TOLD
  return Object.fromEntries(more > 0 ? [...all.slice(0, TOLD), ['others', [`${more} pages more`]]] : all)
}

/** Shows each page in turn as it is without script, everything that can be opened open, and gathers what is wrong. */
export type Each = (
  look: Look,
  pages: readonly Named[],
  faultsOf: (page: Page) => Promise<readonly string[]>,
) => Promise<Found>

/** Shows one page in a browser of its own as it was answered, scripts and all; `fragment` ends its address. */
export type Show = (html: string, look?: Look, fragment?: string) => Promise<Page>

/** Where pages seem to stand: nothing leaves this machine. */
const PLACE = 'http://simpul.test/'
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>'
const BLANK = '<!doctype html><html lang="en"><title>Blank</title>'

/** How many tabs each worker has. */
const TABS = 2

const withStyle = (html: string, style = ''): string =>
  style === '' ? html : html.replace('</head>', `<style>${style}</style></head>`)

const opened = (html: string): string => withoutScript(html).replaceAll('<details>', '<details open>')

/** Opens a tab that shows one page, wherever it is led; pictures and frames in it are blank. */
async function openTab(browser: Browser, { style: _, ...options }: Look, html: string): Promise<Page> {
  const page = await browser.newPage(options)
  await page.route('**/*', (route, request) => {
    if (request.resourceType() === 'image')
      return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE })
    const body = request.isNavigationRequest() && request.frame() === page.mainFrame() ? html : BLANK
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
  })
  return page
}

/** Writes a page into a tab, in place of the one before: what a check has brought into the tab stays in it. */
const write = (page: Page, html: string): Promise<void> =>
  page.evaluate(async (html) => {
    document.open()
    document.write(html)
    document.close()
    if (document.readyState !== 'complete')
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }))
  }, html)

/** Pages with a script of their own, each at a fragment: the form section by section, and where it was sent back. */
function scriptedPages(): readonly (readonly [State, string])[] {
  const blank = stateOf('GET /f/:slug', 'blank')
  const sections = [...blank.html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => [blank, `#${id}`] as const)
  const others = [
    stateOf('GET /f/:slug', 'blank registration'),
    stateOf('POST /f/:slug', 'everything wrong'),
    stateOf('POST /f/:slug', 'sent before'),
    stateOf('GET /s/:link/correction', 'as it was sent'),
  ]
  return [...sections, ...others.map((state) => [state, ''] as const)]
}

/** What a page has become once its script has run. */
async function afterScript(browser: Browser, { name, html }: State, fragment: string): Promise<Named> {
  const page = await openTab(browser, phone, html)
  await page.goto(PLACE + fragment)
  const content = await page.content()
  await page.close()
  if (!/<html[^>]* class="js"/.test(content)) throw new Error(`The script of ${name} did not run.`)
  return { name: `${name}, with script${fragment}`, html: content }
}

/** The test of tests/support/browser.ts with `each`, `show` and `scripted`: what only scripts make of pages. */
export const test = base
  .extend(
    'each',
    { scope: 'worker' },
    ({ browser }): Each =>
      async (look, pages, faultsOf) => {
        const found: Record<string, readonly string[]> = {}
        const waiting = pages.values()
        const work = async () => {
          const page = await openTab(browser, look, BLANK)
          await page.goto(PLACE)
          for (const { name, html } of waiting) {
            await write(page, withStyle(opened(html), look.style))
            const faults = await faultsOf(page).catch((error) => [String(error)])
            if (faults.length > 0) found[name] = faults
          }
          await page.close()
        }
        await Promise.all(Array.from({ length: TABS }, work))
        return toldOf(found)
      },
  )
  .extend(
    'scripted',
    { scope: 'worker' },
    ({ browser }): Promise<readonly Named[]> =>
      Promise.all(scriptedPages().map(([state, fragment]) => afterScript(browser, state, fragment))),
  )
  .extend('show', async ({ browser }, { onCleanup }): Promise<Show> => {
    const pages: Page[] = []
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.close()))
    })
    return async (html, look = {}, fragment = '') => {
      const page = await openTab(browser, look, withStyle(html, look.style))
      pages.push(page)
      await page.goto(PLACE + fragment)
      return page
    }
  })
