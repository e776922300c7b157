// `test` for looking at the pages of one journey: each is fetched once and then shown in many ways.
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { test as base } from '../../support/browser.ts'
import { withoutScript } from '../../support/page.ts'
import { journeyPages, type Pages } from './pages.ts'

/** One way a page comes to be seen. */
export interface View {
  readonly name: string
  readonly html: string
  /** What its address ends in, e.g. `#evidence-s`. */
  readonly fragment: string
}

/** Shows HTML in a context of its own, with script on, added style and a fragment in its address. */
export type Show = (
  html: string,
  options: BrowserContextOptions,
  style?: string,
  fragment?: string,
) => Promise<Page>

/** Every page as it is without script, and those with a script as it shows them: the form section by section. */
export function viewsOf(pages: Pages): View[] {
  const bare = Object.entries(pages).map(([name, html]) => ({
    name,
    html: withoutScript(html),
    fragment: '',
  }))
  const sections = [...pages.form.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => ({
    name: `section ${id}`,
    html: pages.form,
    fragment: `#${id}`,
  }))
  const scripted = (['form with mistakes', 'correction', 'sent before'] as const).map((name) => ({
    name: `${name}, with script`,
    html: pages[name],
    fragment: '',
  }))
  const opened = {
    name: 'receipt, opened',
    html: pages.receipt.replaceAll('<details>', '<details open>'),
    fragment: '',
  }
  return [...bare, ...sections, ...scripted, opened]
}

export const phone = { viewport: { width: 360, height: 740 } }
export const desktop = { viewport: { width: 1280, height: 800 } }
// WCAG 2.2 SC 1.4.12.
export const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'
// WCAG 2.2 SC 1.4.4.
export const largeText = ':root{font-size:200%!important}'

/** The test of tests/support/browser.ts with `pages`, `views` and `show`. */
export const test = base
  .extend('pages', { scope: 'file' }, ({ home }): Promise<Pages> => journeyPages(home))
  .extend('views', { scope: 'file' }, ({ pages }): View[] => viewsOf(pages))
  .extend('show', async ({ browser, home }, { onCleanup }): Promise<Show> => {
    const contexts: BrowserContext[] = []
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()))
    })
    return async (html, options, style = '', fragment = '') => {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      const body = html.replace('</head>', `<style>${style}</style></head>`)
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
      await page.goto(home + fragment)
      return page
    }
  })
