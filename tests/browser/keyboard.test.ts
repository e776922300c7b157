// The story of the IKO by keyboard alone: Tab, arrows, Space, Enter and letters, and no mouse at all.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { isSummaryFocused, leadingOn, typedOn, untilRead, visit } from './support/form.ts'
import { answer, focused, reachable, type Stop, tab, tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'

/** What is reached before the foot of the page with its links, of which most pages have one. */
const beforeFoot = async (page: Page, links = 1) => (await reachable(page)).slice(0, -links)

// The keys of a test are quicker than any hand.
const enter = async (page: Page) => {
  await untilRead(page)
  return leadingOn(page, () => page.keyboard.press('Enter'))
}

/** Nobody is ever left to guess where the focus is. */
function expectVisible(stops: Stop[]): void {
  const lost = stops.filter(({ isOutlined, isInSight }) => !isOutlined || !isInSight)
  expect.soft(lost, 'stops whose focus is not seen').toEqual([])
}

test('the IKO can be filled in, mended and sent by keyboard alone, and the focus is always seen', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })
  await visit(page, `${home}/n/rumah-inklusi`)

  // The way past the header comes first; the form is a few stops further on.
  const onHome = await tabTo(page, 'IKO 2026, putaran kedua')
  expect(onHome.map(({ name }) => name)).toEqual(await beforeFoot(page, 2))
  expect(onHome[0]?.name).toBe('Langsung ke isi')
  expectVisible(onHome)
  await enter(page)
  expectVisible([await tab(page)])
  expect((await focused(page)).name).toBe('Langsung ke isi')
  await page.keyboard.press('Enter')

  // Tab leads to every field once and in page order; each is answered where it stands. The address is mistyped.
  const answers = {
    ...ikoAnswersOf(organisation),
    whatsapp: '',
    district: 'Kabupaten Mal',
    // The same day whether the browser begins with the day or with the month.
    assessed_on: '02022026',
    email: 'ratna@',
  }
  const stops = await tabTo(page, 'Kirim', (stop) => answer(page, stop, answers))
  expect(stops.map(({ name }) => name)).toEqual((await beforeFoot(page)).slice(3))
  expectVisible(stops)
  const entered = Object.entries({ ...answers, district: '35.07', assessed_on: '2026-02-02' })
  expect(await typedOn(page)).toEqual(
    expect.arrayContaining(entered.map(([name, value]) => `${name}=${value}`)),
  )

  // Enter on the button sends. The focus goes to the summary, whose link leads to the mistake.
  expect((await enter(page)).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  expect((await focused(page)).isOutlined).toBe(true)
  const link = await tab(page)
  expect(link.name).toMatch(/^Alamat surel/)
  await page.keyboard.press('Enter')
  const mistake = await focused(page)
  expect(mistake.name).toBe('email')
  expectVisible([link, mistake])

  // Mended, it is sent from the button again.
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(organisation.email)
  expectVisible(await tabTo(page, 'Kirim'))
  expect((await enter(page)).status()).toBe(200)
  expect(page.url()).toContain('/s/')

  // The receipt leads to the report.
  await mailTo(organisation.email, 'laporan')
  await leadingOn(page, () => page.reload())
  const onReceipt = await tabTo(page, 'Buka laporan organisasi Anda')
  expect(onReceipt.map(({ name }) => name)).toEqual((await beforeFoot(page)).slice(0, onReceipt.length))
  expectVisible(onReceipt)
  await enter(page)
  expect(page.url()).toContain('/r/')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(organisation.name)
  expectVisible(await tabTo(page, 'Aksesibilitas'))
})
