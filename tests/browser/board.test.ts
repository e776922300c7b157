// Following a round in a real browser: numbers lead to lists, a filter narrows them, and they renew themselves in place.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { until } from '../support/wait.ts'
import { leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { administrator, follow, heading } from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 }, bypassCSP: true }
const phone = { viewport: { width: 360, height: 740 }, bypassCSP: true }
const ROUND = '01900000-0000-7000-8000-000000000102'

const main = (page: Page) => page.getByRole('main')

const boardOf = (home: string) => `${home}/c/n/rumah-inklusi/rounds/${ROUND}/board`

/** The link of a number of the whole round. */
const numberOf = (page: Page, list: string) => page.locator(`#numbers a[href$="/board/${list}"]`).first()
const countOf = async (page: Page, list: string) => Number(await numberOf(page, list).innerText())

/** The first organisation that has not sent, by the list of those. */
async function missingOne(page: Page, home: string): Promise<{ organisation: string; district: string }> {
  await visit(page, `${boardOf(home)}/missing`)
  const item = main(page).locator('.list li').first()
  const organisation = await item.getByRole('link').innerText()
  const [place = ''] = (await item.locator('p').first().innerText()).split(',')
  const district = await page.locator('#district option', { hasText: place }).first().getAttribute('value')
  return { organisation, district: district ?? '' }
}

const send = async (home: string, whose: { organisation: string; district: string }) => {
  const answers = { ...ikoAnswersOf(newOrganisation()), ...whose }
  const answer = await fetch(`${home}/f/iko-2026-2`, {
    method: 'POST',
    body: new URLSearchParams(answers),
    headers: { Accept: 'application/json' },
  })
  expect(answer.status).toBe(201)
}

test('numbers lead to those who stand behind them, by keyboard alone and without script', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, { ...phone, bypassCSP: false, javaScriptEnabled: false })
  await tabTo(page, 'Perkembangan pengisian')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await heading(page)).toBe('Perkembangan pengisian')
  await follow(page, /^IKO 2026, semester 2|^IKO/)
  await visit(page, boardOf(home))
  expect(await main(page).innerText()).toMatch(/\d+ dari \d+ organisasi sudah mengirim \(\d+%\)/)
  expect(await page.getByRole('button', { name: /Jeda/ }).count()).toBe(0)
  const missing = await countOf(page, 'missing')
  await tabTo(page, String(missing))
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await heading(page)).toMatch(/^Belum mengirim: /)
  expect(await main(page).innerText()).toContain(`${missing} organisasi.`)
  const first = await main(page).locator('.list li').first().getByRole('link').innerText()
  await follow(page, first)
  expect(await heading(page)).toBe(first)
})

test('a filter narrows numbers and lists, and is taken away again', async ({ staff, home }) => {
  const page = await administrator(staff, home, { ...laptop, javaScriptEnabled: false })
  await visit(page, boardOf(home))
  const all = await countOf(page, 'expected')
  await main(page).getByText('Saring', { exact: true }).first().click()
  await page.getByLabel('Kabupaten atau kota', { exact: true }).selectOption('35.07')
  await leadingOn(page, () => main(page).getByRole('button', { name: 'Saring' }).click())
  const malang = Number(
    await page.locator('#numbers a[href*="/board/expected?district=35.07"]').first().innerText(),
  )
  expect(malang).toBeGreaterThan(0)
  expect(malang).toBeLessThan(all)
  await follow(page, `${malang}, Diharapkan mengirim`)
  expect(await main(page).innerText()).toContain(`${malang} organisasi.`)
  await follow(page, 'Hapus saringan')
  expect(await main(page).innerText()).toContain(`${all} organisasi.`)
})

test('new answers change the numbers in place: focus, scrolling and reading stay; pausing and failing are said', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, { ...laptop, bypassCSP: false })
  const whose = await missingOne(page, home)
  await page.clock.install()
  await visit(page, boardOf(home))
  const status = page.locator('.fresh [role=status]')
  const [sent, missing] = [await countOf(page, 'sent'), await countOf(page, 'missing')]
  const link = numberOf(page, 'missing')
  await link.focus()
  await page.evaluate(() => scrollTo(0, 200))
  const before = await page.evaluate(() => scrollY)
  const isFocused = () => link.evaluate((element) => element === document.activeElement)

  // Half a minute later, with nothing new, and with something new.
  const asked = () => page.waitForResponse((answer) => answer.request().resourceType() === 'fetch')
  const [same] = await Promise.all([asked(), page.clock.runFor(31_000)])
  expect([200, 304]).toContain(same.status())
  await send(home, whose)
  const [news] = await Promise.all([asked(), page.clock.runFor(31_000)])
  expect(news.status()).toBe(200)
  await until('a number that changed', async () => (await countOf(page, 'sent')) === sent + 1 || undefined)
  expect(await countOf(page, 'missing')).toBe(missing - 1)
  expect(await isFocused()).toBe(true)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect(await status.innerText()).toBe('')

  // Asked for by the link, it says so, and the focus stays on the link.
  const refresh = page.getByRole('link', { name: 'Segarkan angka' })
  await refresh.focus()
  await Promise.all([asked(), page.keyboard.press('Enter')])
  await until(
    'what is said',
    async () => (await status.innerText()).startsWith('Angka diperbarui: ') || undefined,
  )
  expect(await refresh.evaluate((element) => element === document.activeElement)).toBe(true)

  // Without a network it says so and tries again less often; then it goes on.
  await page.context().setOffline(true)
  await page.clock.runFor(31_000)
  await until(
    'what is wrong',
    async () => (await status.innerText()).startsWith('Angka baru tidak') || undefined,
  )
  await page.context().setOffline(false)
  await Promise.all([asked(), page.clock.runFor(61_000)])
  await until('nothing wrong', async () => (await status.innerText()) === '' || undefined)

  // Paused, it asks for nothing.
  let fetched = 0
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') fetched++
  })
  await page.getByRole('button', { name: 'Jeda pembaruan otomatis' }).click()
  await page.clock.runFor(300_000)
  expect(fetched).toBe(0)
  const resume = page.getByRole('button', { name: 'Lanjutkan pembaruan otomatis' })
  await resume.click()
  await Promise.all([asked(), page.clock.runFor(31_000)])
  expect(fetched).toBe(1)
})

test('board and list are sound on a phone, on a laptop and in forced colours', async ({ staff, home }) => {
  for (const options of [phone, laptop, { ...phone, forcedColors: 'active' as const }]) {
    const page = await administrator(staff, home, options)
    for (const path of ['', '/missing', '/trouble', '/unknown', '?district=35.07']) {
      await visit(page, boardOf(home) + path)
      expect([path, await axe(page), await sideways(page)]).toEqual([path, [], []])
    }
    await visit(page, `${home}/c/n/rumah-inklusi/board`)
    expect([await axe(page), await sideways(page)]).toEqual([[], []])
  }
  const page = await administrator(staff, home, phone)
  await visit(page, boardOf(home))
  // Nothing scrolls sideways by itself either, and the numbers of a district still stand in a table.
  const region = page.getByRole('region', { name: 'Menurut kabupaten atau kota' })
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await region.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    expect(await region.getByRole('row').first().getByRole('columnheader').count()).toBe(9)
    expect(await region.getByRole('row').nth(1).getByRole('cell').count()).toBe(8)
  }
})
