// `test` for journeys: opens visitors' pages, and afterwards checks what every page of ours did.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { test as base, inject } from 'vitest'
import { type Who, watch } from './page.ts'
import { ownPlace } from './place.ts'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens an empty page of a new visitor: without cookies, with script unless `javaScriptEnabled` is false. */
export type Visitor = (options?: BrowserContextOptions) => Promise<Page>

/** Opens pages for visitors, and checks at the end what these did. */
function visitorsOf(who: Who) {
  return async (
    { browser, home }: { browser: Browser; home: string },
    { onCleanup }: { onCleanup: (clean: () => Promise<void>) => void },
  ): Promise<Visitor> => {
    const contexts: BrowserContext[] = []
    const watches: ReturnType<typeof watch>[] = []
    onCleanup(async () => {
      const problems = (await Promise.all(watches.map((look) => look()))).flat()
      await Promise.all(contexts.map((context) => context.close()))
      if (problems.length > 0) throw new Error(problems.join('\n\n'))
    })
    return async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watches.push(watch(context, home, who))
      return context.newPage()
    }
  }
}

/** vitest's `test` with `home`, `visitor`, `staff` (visitors who sign in) and `browser`. */
export const test = base
  .extend('home', { scope: 'worker' }, () => ownPlace().home)
  .extend('program', { scope: 'worker' }, () => inject('chromium'))
  .extend('browser', { scope: 'worker' }, async ({ program }, { onCleanup }): Promise<Browser> => {
    const { executablePath, env } = program
    const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('visitor', visitorsOf('respondent'))
  .extend('staff', visitorsOf('staff'))
