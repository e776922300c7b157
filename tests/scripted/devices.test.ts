// What phones differ in: one that still has an earlier service worker, and one that lets pages keep nothing at all.
import { expect } from 'vitest'
import { workerScript } from '../../src/client/built.ts'
import {
  answerAtOnce,
  keptPages,
  line,
  offline,
  savedNow,
  sendOffline,
  typedIn,
} from '../journeys/support/draft.ts'
import { fillIn, leadingOn, visit } from '../journeys/support/form.ts'
import { ikoAnswersOf, newOrganisation } from '../journeys/support/organisation.ts'
import { press, walk } from '../journeys/support/way.ts'
import { until } from '../support/wait.ts'
import { test } from './support/test.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/iko-2026-2'

/** A worker that says on each page it brings that it is the one from before. */
const earlierWorker = `
const Plain = Response
self.Response = class extends Plain {
  constructor(body, init) {
    super(typeof body === 'string' ? body.replace('<html', '<html data-earlier') : body, init)
  }
}
${workerScript}`

test('a service worker that is replaced while the phone is offline still opens the form, and its answers are sent', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  const context = page.context()
  await context.route('**/sw.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: earlierWorker }),
  )
  // Something else is left on the phone, so that the worker is still needed after sending.
  await visit(page, home + PATH)
  await fillIn(page, { organisation: 'Forum Lain Contoh' })
  await keptPages(page)
  await page.close()
  const begun = await context.newPage()
  await visit(begun, home + PATH)
  await begun.getByRole('button', { name: 'Mulai isian baru' }).click()
  await fillIn(begun, { organisation: organisation.name })
  await begun.close()

  // From now on the server has the new one; the phone cannot know.
  await context.setOffline(true)
  await context.unroute('**/sw.js')
  const next = await context.newPage()
  await next.goto(home + PATH)
  expect(await next.locator('html[data-earlier]').count()).toBe(1)
  await next.getByRole('button', { name: new RegExp(`^Lanjutkan: ${organisation.name}`) }).click()
  await walk(next, ikoAnswersOf(organisation))
  await sendOffline(next)
  await leadingOn(next, () => context.setOffline(false))
  expect(next.url()).toContain('/s/')

  await until('the new worker', async () => {
    await visit(next, home + PATH)
    await context.setOffline(true)
    await next.goto(home + PATH)
    const isEarlier = (await next.locator('html[data-earlier]').count()) > 0
    const isAsked = await next.getByRole('button', { name: /^Lanjutkan: Forum Lain Contoh/ }).count()
    await context.setOffline(false)
    return (!isEarlier && isAsked === 1) || undefined
  })
})

test('a server that fails keeps nobody from a form that is on the phone', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await fillIn(page, { organisation: 'Forum Gangguan Contoh' })
  await keptPages(page)
  await page.context().route(`${home}${PATH}**`, (route) => route.fulfill({ status: 503, body: 'gangguan' }))
  const next = await page.context().newPage()
  await next.goto(home + PATH)
  expect(await next.getByRole('button', { name: /^Lanjutkan: Forum Gangguan Contoh/ }).count()).toBe(1)
})

// What private windows take away in one browser or another; Chromium's own takes away nothing while it is open.
const nothingKept = `
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
delete Navigator.prototype.serviceWorker`

test('a phone that lets pages keep nothing fills in, saves, goes on elsewhere and sends', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await page.context().addInitScript(nothingKept)
  await page.clock.install()
  await visit(page, home + PATH)
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
  await answerAtOnce(page, ikoAnswersOf(organisation))
  await savedNow(page)
  await offline(page, true)
  await answerAtOnce(page, { influence: '2' })
  await line(page, /Jangan tutup halaman ini/)
  await offline(page, false)
  await line(page, /^Tersimpan/)
  const link = (await page.locator('.kept a').getAttribute('href')) ?? ''

  const other = await visitor(phone)
  await other.context().addInitScript(nothingKept)
  await visit(other, link)
  await leadingOn(other, () => other.getByRole('link', { name: 'Lanjut mengisi' }).click())
  expect(await typedIn(other, 'sender_name')).toBe('Ratna Contoh')
  await walk(other, {})
  await press(other, 'Kirim')
  expect(other.url()).toContain('/s/')
  expect(await other.getByRole('main').innerText()).toContain(organisation.name)

  // The first one has not heard of it, and is told at its next change.
  await answerAtOnce(page, { facilitator: 'Tri Contoh' })
  await savedNow(page, /sudah dikirim/)
})
