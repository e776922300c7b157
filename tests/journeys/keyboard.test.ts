// The story of the IKO by keyboard alone: Tab, arrows, Space, Enter and letters; Enter in a field checks and never sends.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { isSummaryFocused, leadingOn, typedOn, untilRead, visit } from './support/form.ts'
import { answer, focused, reachable, type Stop, tab, tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { focusOn, sectionsShown } from './support/sections.ts'
import { answerOn, expectLandedOn, titleOn } from './support/way.ts'

/** What is reached before the foot of the page with its links, of which most pages have one. */
const beforeFoot = async (page: Page, links = 1) => (await reachable(page)).slice(0, -links)

const enter = (page: Page) => leadingOn(page, () => page.keyboard.press('Enter'))

/** Sends by Enter; the keys of a test are quicker than any hand. */
const enterToSend = async (page: Page) => {
  await untilRead(page)
  return enter(page)
}

/** Nobody is ever left to guess where the focus is. */
function expectVisible(stops: Stop[]): void {
  const lost = stops.filter(({ isOutlined, isInSight }) => !isOutlined || !isInSight)
  expect.soft(lost, 'stops whose focus is not seen').toEqual([])
}

/** The same, but for fields of several lines: Chromium brings only the line with the caret into sight. */
const expectSeen = (stops: Stop[]): void =>
  expectVisible(stops.map((stop) => (stop.kind === 'textarea' ? { ...stop, isInSight: true } : stop)))

const laptop = { viewport: { width: 1280, height: 800 } }

/** What is typed: the first letters of a district, and a day that is the same whether day or month comes first. */
const TYPED = { district: 'Kabupaten Mal', assessed_on: '02022026' }

test('the IKO can be filled in, mended and sent by keyboard alone, and the focus is always seen', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ ...laptop, javaScriptEnabled: false })
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
    ...TYPED,
    whatsapp: '',
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

  // Mended, Enter in the field leads to the check; from there the way goes to one answer and back, the same way.
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(organisation.email)
  await enter(page)
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expectVisible(await tabTo(page, 'Ubah Nama Anda'))
  await enter(page)
  await expectLandedOn(page, 'sender_name')
  expectVisible([await focused(page)])
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Sari Contoh')
  await enter(page)
  expect(await answerOn(page, 'Nama Anda').innerText()).toContain('Sari Contoh')

  // The button sends.
  expectVisible(await tabTo(page, 'Kirim'))
  expect((await enterToSend(page)).status()).toBe(200)
  expect(page.url()).toContain('/s/')

  // The receipt leads to the report.
  await mailTo(organisation.email, 'laporan')
  await leadingOn(page, () => page.reload())
  const onReceipt = await tabTo(page, 'Buka laporan organisasi Anda')
  expect(onReceipt.map(({ name }) => name)).toEqual((await beforeFoot(page)).slice(0, onReceipt.length))
  expectVisible(onReceipt)
  await enter(page)
  expect(page.url()).toContain('/r/')
  expect(await titleOn(page)).toContain(organisation.name)
  expectVisible(await tabTo(page, 'Aksesibilitas'))
})

test('with script the sections are walked through, checked, changed and sent by keyboard alone', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const answers = { ...ikoAnswersOf(organisation), ...TYPED, 'delivery.evidence': 'Notulen rapat' }
  const page = await visitor(laptop)
  await visit(page, `${home}/f/iko-2026-2`)
  const type = (stop: Stop) => answer(page, stop, answers)
  for (const next of ['Efektivitas', 'Efisiensi', 'Relevansi', 'Keberlanjutan', 'Ketahanan']) {
    expectSeen(await tabTo(page, `Berikutnya: ${next}`, type))
    await page.keyboard.press('Enter')
    await focusOn(page, ':target', next)
    expectSeen([await focused(page)])
    expect(await sectionsShown(page)).toEqual([next])
  }
  // Enter on a choice leads to the check, in the same language, and sends nothing.
  expectSeen(await tabTo(page, 'influence.evidence', type))
  await page.keyboard.press('Shift+Tab')
  expect((await focused(page)).name).toBe('influence')
  expect((await enter(page)).status()).toBe(200)
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expect(new URL(page.url()).pathname).toBe('/f/iko-2026-2')
  expect(await answerOn(page, 'Nama organisasi').innerText()).toContain(organisation.name)

  // Change one answer, and come back.
  expectSeen(await tabTo(page, 'Ubah Nama Anda'))
  await enter(page)
  await expectLandedOn(page, 'sender_name')
  expect(await sectionsShown(page)).toEqual(['Tentang organisasi dan pengisi'])
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Sari Contoh')
  expectSeen([await focused(page)])
  // Enter in a text field checks, as the button below it does.
  await enter(page)
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expect(await answerOn(page, 'Nama Anda').innerText()).toContain('Sari Contoh')
  await tabTo(page, 'Ubah Daya pengaruh')
  await enter(page)
  await expectLandedOn(page, 'influence')
  await page.keyboard.press('ArrowDown')
  expectSeen(await tabTo(page, 'Kembali ke pemeriksaan'))
  await enter(page)
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')

  // Nothing was sent so far; the button sends.
  expectSeen(await tabTo(page, 'Kirim'))
  expect((await enterToSend(page)).status()).toBe(200)
  expect(page.url()).toContain('/s/')
})
