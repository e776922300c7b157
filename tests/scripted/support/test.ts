// `test` for what the scripts of pages do: the one of journeys, whose visitors come to the application in this process.
import { test as base } from '../../support/browser.ts'
import { openSite, type PutUp } from '../../support/site.ts'
import { openService, type Service } from './service.ts'

/** The test of tests/support/browser.ts with `service`, whose address is `home`, and `putUp`: a page of another site. */
export const test = base
  .extend('service', { scope: 'worker' }, async ({ program: _ }, { onCleanup }): Promise<Service> => {
    const service = await openService()
    onCleanup(service.close)
    return service
  })
  .extend('home', { scope: 'worker' }, ({ service }) => service.home)
  .extend('site', { scope: 'worker' }, async ({ program: _ }, { onCleanup }) => {
    const site = await openSite()
    onCleanup(site.close)
    return site
  })
  .extend('putUp', ({ site }): PutUp => site.putUp)
