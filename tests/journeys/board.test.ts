// Following a round in a real browser: numbers lead to lists, a filter narrows them, and they renew themselves in place.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { until } from '../support/wait.ts'
import { leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { sent } from './support/sent.ts'
import { administrator, follow, heading, words } from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 360, height: 740 } }
const ROUND = '01900000-0000-7000-8000-000000000102'

const main = (page: Page) => page.getByRole('main')

const boardOf = (home: string) => `${home}/c/n/rumah-inklusi/rounds/${ROUND}/board`

/** The link of a number of the whole round. */
const numberOf = (page: Page, list: string) => page.locator(`#numbers a[href$="/board/${list}"]`).first()
const countOf = async (page: Page, list: string) => Number(await numberOf(page, list).innerText())

/** The first organisation of the list that the page shows: its name, and the value of its district in the filter. */
async function firstListed(page: Page): Promise<{ organisation: string; district: string }> {
  const item = main(page).locator('.list li').first()
  const organisation = await item.getByRole('link').innerText()
  const [place = ''] = (await item.locator('p').first().innerText()).split(',')
  const district = await page.locator('#district option', { hasText: place }).first().getAttribute('value')
  return { organisation, district: district ?? '' }
}

test('without script, by keyboard, numbers lead to those who stand behind them, and a filter narrows both', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, { ...phone, javaScriptEnabled: false })
  await tabTo(page, 'Perkembangan pengisian')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await heading(page)).toBe('Perkembangan pengisian')
  await visit(page, boardOf(home))
  // What only a script can do is not offered.
  expect(await page.getByRole('button', { name: /Jeda/ }).count()).toBe(0)

  // However narrow the screen is, the numbers of a district stand in a table, and nothing scrolls sideways by itself.
  const region = page.getByRole('region', { name: 'Menurut kabupaten atau kota' })
  for (const width of [laptop.viewport.width, phone.viewport.width]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await region.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    expect(await region.getByRole('row').first().getByRole('columnheader').count()).toBe(9)
    expect(await region.getByRole('row').nth(1).getByRole('cell').count()).toBe(8)
  }

  const missing = await countOf(page, 'missing')
  await tabTo(page, String(missing))
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await heading(page)).toMatch(/^Belum mengirim: /)
  expect(await words(page)).toContain(`${missing} organisasi.`)

  const { organisation, district } = await firstListed(page)
  await main(page).getByText('Saring', { exact: true }).first().click()
  await page.getByLabel('Kabupaten atau kota', { exact: true }).selectOption(district)
  await leadingOn(page, () => main(page).getByRole('button', { name: 'Saring' }).click())
  const left = Number(/(\d+) organisasi/.exec(await words(page))?.[1])
  expect(left).toBeLessThan(missing)
  await follow(page, organisation)
  expect(await heading(page)).toBe(organisation)
})

test('new answers change the numbers in place: focus, scrolling and reading stay; pausing and failing are said', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, laptop)
  await visit(page, `${boardOf(home)}/missing`)
  const whose = await firstListed(page)
  await page.clock.install()
  await visit(page, boardOf(home))
  const status = page.locator('.fresh [role=status]')
  const [already, missing] = [await countOf(page, 'sent'), await countOf(page, 'missing')]
  const link = numberOf(page, 'missing')
  await link.focus()
  await page.evaluate(() => scrollTo(0, 200))
  const before = await page.evaluate(() => scrollY)
  const isFocused = () => link.evaluate((element) => element === document.activeElement)

  // Half a minute later, with nothing new, and with something new.
  const asked = () => page.waitForResponse((answer) => answer.request().resourceType() === 'fetch')
  const [same] = await Promise.all([asked(), page.clock.runFor(31_000)])
  expect([200, 304]).toContain(same.status())
  await sent(home, 'iko-2026-2', { ...ikoAnswersOf(newOrganisation()), ...whose })
  const [news] = await Promise.all([asked(), page.clock.runFor(31_000)])
  expect(news.status()).toBe(200)
  await until('a number that changed', async () => (await countOf(page, 'sent')) === already + 1 || undefined)
  expect(await countOf(page, 'missing')).toBe(missing - 1)
  expect(await isFocused()).toBe(true)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect(await status.innerText()).toBe('')

  // Where rows come and go above it, the focus goes along with its number.
  const inTable = page.locator('#numbers table a[href*="district="]').last()
  const href = await inTable.getAttribute('href')
  await inTable.focus()
  await page.route(page.url(), async (route) => {
    const answer = await route.fetch({ headers: { ...route.request().headers(), 'if-none-match': '' } })
    const body = (await answer.text()).replace(/(<tbody>)(<tr.*?<\/tr>)/gs, '$1$2$2')
    await route.fulfill({ response: answer, body })
  })
  const rows = await page.locator('#numbers tbody tr').count()
  await Promise.all([asked(), page.clock.runFor(31_000)])
  await until(
    'another row',
    async () => (await page.locator('#numbers tbody tr').count()) > rows || undefined,
  )
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href)
  await page.unroute(page.url())

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
