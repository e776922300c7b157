// What is typed, kept by the page's script: on the phone, on the server, in a file; with storage and network as they are.
import { readFile } from 'node:fs/promises'
import type { Page, Route } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  answerAtOnce,
  keptOn,
  line,
  offline,
  posts,
  restOfScript,
  savedNow,
  typedIn,
} from '../journeys/support/draft.ts'
import { fillIn, leadingOn, visit } from '../journeys/support/form.ts'
import { ikoAnswersOf, newOrganisation } from '../journeys/support/organisation.ts'
import { sent } from '../journeys/support/sent.ts'
import { press, walk } from '../journeys/support/way.ts'
import { checkShown } from '../support/page.ts'
import { until } from '../support/wait.ts'
import { test } from './support/test.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/iko-2026-2'

/** Types into the first section, which is in sight. */
const type = (page: Page, organisation: string) => fillIn(page, { organisation, sender_name: 'Siti Contoh' })

test('a page that is hidden is saved at once', async ({ visitor, home }) => {
  const page = await visitor(phone)
  const actions = posts(page.context())
  await page.clock.install()
  await visit(page, home + PATH)
  // No time passes in which it would be saved by itself.
  await page.clock.pauseAt(Date.now() + 60_000)
  await type(page, 'Yayasan Pergi Contoh')
  await restOfScript(page)
  expect(actions).toEqual([])
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await until('the save', async () => actions.includes('save') || undefined)
})

test('a reload brings everything back', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await type(page, 'Yayasan Muat Ulang Contoh')
  await answerAtOnce(page, { results: '2' })
  await leadingOn(page, () => page.reload())
  expect(await typedIn(page, 'organisation')).toBe('Yayasan Muat Ulang Contoh')
  expect(await page.locator('[name=results][value="2"]').first().isChecked()).toBe(true)
})

/** Has every save and sending answered in another way as long as `isSo`. */
const answerPosts = (
  page: Page,
  home: string,
  isSo: () => boolean,
  answer: (route: Route) => Promise<void>,
) =>
  page.route(`${home}${PATH}**`, (route) =>
    route.request().method() === 'POST' && isSo() ? answer(route) : route.continue(),
  )

test('what waits to be sent is sent after a reload, once that can be done', async ({ visitor, home }) => {
  const page = await visitor(phone)
  let isDown = true
  await answerPosts(
    page,
    home,
    () => isDown,
    (route) => route.abort(),
  )
  await visit(page, home + PATH)
  await walk(page, ikoAnswersOf(newOrganisation()))
  await page.getByRole('main').getByRole('button', { name: 'Kirim', exact: true }).click()
  await line(page, /^Belum terkirim/)
  await page.reload()
  await line(page, /^Belum terkirim/)
  isDown = false
  await page.reload()
  await until('the receipt', async () => page.url().includes('/s/') || undefined)
})

test('what was not saved before a reload is saved after it', async ({ visitor, home }) => {
  const page = await visitor(phone)
  const actions = posts(page.context())
  await visit(page, home + PATH)
  await type(page, 'Yayasan Belum Contoh')
  expect(actions).toEqual([])
  await page.reload()
  await line(page, /^Tersimpan/)
})

test('a page to sign in to a network is no answer: nothing ends, and all is saved once it lets through', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  let isPortal = true
  const portal = { status: 200, contentType: 'text/html', body: '<h1>Masuk ke WiFi</h1>' }
  await answerPosts(
    page,
    home,
    () => isPortal,
    (route) => route.fulfill(portal),
  )
  await visit(page, home + PATH)
  await type(page, 'Yayasan Kafe Contoh')
  await line(page, /^Tidak ada sinyal/)
  await answerAtOnce(page, { results: '2' })
  expect((await keptOn(page)).text).toContain('Yayasan Kafe Contoh')
  isPortal = false
  await line(page, /^Tersimpan/)
})

test('a server that fails is not said to be a network that is away; what was typed waits, and is sent by itself', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  let isDown = true
  const failing = { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }
  await answerPosts(
    page,
    home,
    () => isDown,
    (route) => route.fulfill(failing),
  )
  await visit(page, home + PATH)
  await walk(page, ikoAnswersOf(newOrganisation()))
  const said = await line(page, /^Server kami sedang tidak menjawab. Biarkan halaman ini terbuka/)
  expect(said).not.toContain('sinyal')
  await page.getByRole('main').getByRole('button', { name: 'Kirim', exact: true }).click()
  await line(page, /^Belum terkirim: server kami/)
  expect((await keptOn(page)).text).toMatch(/waiting\\*":true/)
  isDown = false
  await until('the receipt', async () => page.url().includes('/s/') || undefined)
})

test('two pages of one phone with one draft: whoever types last is asked, and the other is told', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await type(page, 'Yayasan Dua Tab Contoh')
  const next = await page.context().newPage()
  await visit(next, home + PATH)
  await next.getByRole('button', { name: /^Lanjutkan/ }).click()
  await fillIn(next, { sender_role: 'Ketua' })
  await line(page, /^Ada isian yang lebih baru/)
  await page.locator('.kept button').first().click()
  expect(await typedIn(page, 'sender_role')).toBe('Ketua')
  await fillIn(page, { facilitator: 'Tri Contoh' })
  await line(next, /^Ada isian yang lebih baru/)
})

test('while somebody is asked which answers to keep, neither the phone nor the server takes more of the older ones', async ({
  visitor,
  home,
  service,
}) => {
  const page = await visitor(phone)
  await page.clock.install()
  await visit(page, home + PATH)
  await type(page, 'Yayasan Lama Contoh')
  await savedNow(page)
  const submission = await typedIn(page, 'submission')
  const newer = { submission, action: 'save', organisation: 'Yayasan Baru Contoh', 'draft-version': '1' }
  await fetch(home + PATH, { method: 'POST', body: new URLSearchParams(newer), redirect: 'manual' })
  const stored = () => service.run(`select answers, version from drafts where answers like '%Baru Contoh%'`)
  const before = stored()
  expect(before).toHaveLength(1)

  await fillIn(page, { sender_name: 'Agus Contoh' })
  await page.clock.fastForward(2000)
  await leadingOn(page, () => page.getByRole('button', { name: 'Simpan dulu' }).first().click())
  expect(await page.getByRole('alert').innerText()).toContain('Muat isian yang lebih baru')
  const actions = posts(page.context())
  await fillIn(page, { sender_name: 'Tri Contoh' })
  await restOfScript(page)
  await page.clock.runFor(60_000)
  expect((await keptOn(page)).text).not.toContain('Tri Contoh')
  expect(actions).toEqual([])
  expect(stored()).toEqual(before)
})

test('a half-made correction is kept on the phone, and the server is asked for nothing before it is sent', async ({
  visitor,
  home,
}) => {
  const { receipt } = await sent(home, 'iko-2026-2', ikoAnswersOf(newOrganisation()))
  const page = await visitor(phone)
  await page.clock.install()
  await visit(page, new URL(`${receipt}/correction`, home).href)
  const actions = posts(page.context())
  await fillIn(page, { facilitator: 'Tri Contoh' })
  await restOfScript(page)
  await page.clock.runFor(60_000)
  expect((await keptOn(page)).text).toContain('Tri Contoh')
  expect(actions).toEqual([])
})

test('the server says when to come again, and is not asked before', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await page.clock.install()
  const asked: number[] = []
  await page.route(`${home}${PATH}**`, (route) => {
    asked.push(asked.length)
    return asked.length === 1
      ? route.fulfill({ status: 429, headers: { 'Retry-After': '40' }, json: { problem: 'busy' } })
      : route.continue()
  })
  await type(page, 'Yayasan Sabar Contoh')
  await page.clock.runFor(5000)
  await until('the first save', async () => (asked.length === 1 ? true : undefined))
  // Its answer has to be read before time goes on.
  await until('the wait', async () => {
    await page.clock.runFor(10)
    return page.evaluate(() => true)
  })
  await page.clock.runFor(30_000)
  expect(asked).toHaveLength(1)
  await page.clock.runFor(12_000)
  await line(page, /^Tersimpan/)
  expect(asked).toHaveLength(2)
})

test('storage that is full keeps nobody from filling in, saving and sending', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await page.addInitScript(
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
  )
  await page.clock.install()
  await visit(page, home + PATH)
  await walk(page, ikoAnswersOf(newOrganisation()))
  await savedNow(page)
  await offline(page, true)
  await answerAtOnce(page, { influence: '2' })
  await line(page, /Jangan tutup halaman ini/)
  await offline(page, false)
  await press(page, 'Kirim')
  expect(page.url()).toContain('/s/')
})

describe('the rest of the script', () => {
  test('that never comes keeps nobody from keeping answers on the phone and sending them', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await page.route('**/later-*', (route) => route.abort())
    await page.clock.install()
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    expect((await keptOn(page)).text).toContain(organisation.name)
    await leadingOn(page, async () => {
      await page.getByRole('main').getByRole('button', { name: 'Kirim', exact: true }).click()
      await page.clock.fastForward(5000)
    })
    expect(page.url()).toContain('/s/')
  })

  test('that could not come without network is asked for when it is back, and saves what was typed', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await page.clock.install()
    await visit(page, home + PATH)
    await offline(page, true)
    await line(page, /^Tidak ada sinyal/)
    await type(page, 'Yayasan Tanpa Sinyal Contoh')
    expect((await keptOn(page)).text).toContain('Yayasan Tanpa Sinyal Contoh')
    await offline(page, false)
    await savedNow(page)
  })
})

test('answers are saved to a file and loaded from it', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await walk(page, { organisation: 'Yayasan Berkas Contoh', sender_name: 'Siti Contoh' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan ke berkas' }).click(),
  ])
  const path = await download.path()
  const other = await visitor(phone)
  await visit(other, home + PATH)
  // Nothing was typed here yet.
  await other.locator('[name=organisation]').focus()
  await walk(other, {})
  const [chooser] = await Promise.all([
    other.waitForEvent('filechooser'),
    other.getByRole('button', { name: 'Muat dari berkas' }).click(),
  ])
  await chooser.setFiles({ name: 'isian.json', mimeType: 'application/json', buffer: await readFile(path) })
  await until('the answers', async () =>
    (await typedIn(other, 'organisation')) === 'Yayasan Berkas Contoh' ? true : undefined,
  )
  await checkShown(other)
})
