// Every page of staff is found by following links from the front page, and says whose network it is.
import { expect } from 'vitest'
import { demoCoordinator, secondNetwork } from '../../scripts/demo/staff.ts'
import { demoNetwork } from '../../scripts/demo.ts'
import { newId } from '../../src/core/kernel/id.ts'
import { staffAccess } from '../../src/http/access.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'
import { takeSignIn } from '../support/administrator.ts'
import { test } from '../support/browser.ts'
import { ownPlace } from '../support/place.ts'
import { crawl, sessionBy } from './support/crawl.ts'

const patterns = Object.entries(staffAccess)
  .filter(([address, { needs }]) => address.startsWith('GET ') && needs !== 'anyone' && needs !== 'link')
  .map(([address]) => address.slice('GET '.length))

/** The form before it opens and the poster have the title of the round alone. */
const AS_OTHERS_SEE_IT = /\/(?:preview|poster)(?:\?|$)/

/** Begins answers and saves them unsent, so that there is a list of such. */
async function beginAnswers(home: string): Promise<void> {
  const submission = newId(systemClock, systemRandom)
  const body = new URLSearchParams({ submission, organisation: 'Yayasan Setengah Contoh', action: 'save' })
  const saved = await fetch(`${home}/f/iko-2026-2`, { method: 'POST', redirect: 'manual', body })
  expect(saved.status).toBe(303)
}

test('an administrator finds every page by its links', async ({ home }) => {
  await beginAnswers(home)
  const session = await sessionBy(await takeSignIn(ownPlace().folder, home))
  // Where there is one network only, its own page is the front page.
  const wanted = patterns.filter((pattern) => pattern !== '/c')
  const found = await crawl(session, `/c/n/${demoNetwork.slug}`, wanted, 60)
  expect(wanted.filter((pattern) => !found.has(pattern))).toEqual([])
})

test('whoever looks after two networks is never led from a page of one to a page of the other, but by its name', async ({
  home,
}) => {
  const session = await sessionBy(await takeSignIn(ownPlace().folder, home, demoCoordinator.personId))
  const [choice] = (await crawl(session, '/c', ['/c'], 1)).values()
  for (const { slug, name } of [demoNetwork, secondNetwork]) {
    expect(choice?.html).toContain(`href="/c/n/${slug}"`)
    const found = await crawl(session, `/c/n/${slug}`, patterns, 1)
    expect(found.size).toBeGreaterThan(8)
    for (const { path, html } of found.values()) {
      if (!path.startsWith(`/c/n/${slug}`) || html === '' || AS_OTHERS_SEE_IT.test(path)) continue
      const [, title = ''] = /<title>([^<]*)/.exec(html) ?? []
      const [, inside = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? []
      const elsewhere = [...inside.matchAll(/href="\/c\/n\/([\w-]+)/g)].filter(([, other]) => other !== slug)
      expect([path, title, elsewhere]).toEqual([path, expect.stringContaining(name.id), []])
    }
  }
})
