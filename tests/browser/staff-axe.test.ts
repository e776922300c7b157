// Every page of staff is found by following links from the front page, and is fit for everybody however it is shown.
import { expect } from 'vitest'
import { demoCoordinator } from '../../scripts/demo/staff.ts'
import { newId } from '../../src/core/id.ts'
import { access } from '../../src/http/coordinator/access.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'
import { takeSignIn } from '../support/administrator.ts'
import { sideways } from '../support/appearance.ts'
import { ownPlace } from '../support/place.ts'
import { crawl, type Found, sessionBy } from './support/crawl.ts'
import { type Show, test } from './support/show.ts'
import { findings } from './support/ways.ts'

const patterns = Object.entries(access)
  .filter(([address, { needs }]) => address.startsWith('GET ') && needs !== 'anyone' && needs !== 'link')
  .map(([address]) => address.slice('GET '.length))

/** What is wrong with each page, however it is shown. */
async function check(show: Show, found: Found): Promise<void> {
  for (const [pattern, { path, html }] of found) {
    if (html === '') continue
    const page = await show(html, {})
    expect.soft(await findings(page), `${pattern} at ${path}`).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await sideways(page), `${pattern} at ${path}`).toEqual([])
    await page.close()
  }
}

/** Begins answers and saves them unsent, so that there is a list of such. */
async function beginAnswers(home: string): Promise<void> {
  const submission = newId(systemClock, systemRandom)
  const body = new URLSearchParams({ submission, organisation: 'Yayasan Setengah Contoh', action: 'save' })
  const saved = await fetch(`${home}/f/iko-2026-2`, { method: 'POST', redirect: 'manual', body })
  expect(saved.status).toBe(303)
}

test('an administrator finds every page by its links, and axe finds nothing on any of them', async ({
  home,
  show,
}) => {
  await beginAnswers(home)
  const found = await crawl(
    await sessionBy(await takeSignIn(ownPlace().folder, home)),
    '/c/n/rumah-inklusi',
    patterns,
    60,
  )
  // Where there is one network only, its own page is the front page.
  const unseen = patterns.filter((pattern) => pattern !== '/c' && !found.has(pattern))
  expect(unseen).toEqual([])
  await check(show, found)
}, 600_000)

test('somebody of two networks is offered both, and axe finds nothing there either', async ({
  home,
  show,
}) => {
  const found = await crawl(
    await sessionBy(await takeSignIn(ownPlace().folder, home, demoCoordinator.personId)),
    '/c',
    ['/c'],
    1,
  )
  expect(found.get('/c')?.html).toContain('rumah-inklusi')
  await check(show, found)
})
