// `test` for forms on another site: the one of tests/support/browser.ts with `putUp`, and the other site's origin.
import { test as base } from '../../support/browser.ts'
import { openSite, type PutUp } from '../../support/site.ts'

/** The test of tests/support/browser.ts with `putUp`, and the origin of the other site. */
export const test = base
  .extend('site', { scope: 'file' }, async ({ program: _ }, { onCleanup }) => {
    const site = await openSite()
    onCleanup(site.close)
    return site
  })
  .extend('putUp', ({ site }): PutUp => site.putUp)
