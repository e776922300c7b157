// The whole way of an organisation: fill in, check, change one answer, check again, send; receipt, report, correction.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn, leadingOn, type Typed, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { sectionsShown } from './support/sections.ts'
import { answerOn, expectLandedOn, press, receiptWithReport, titleOn, walk } from './support/way.ts'

const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
// 1280 × 1024 at 400 % (WCAG 2.2 SC 1.4.10); no wider than the narrowest phone.
const zoomed = { viewport: { width: 320, height: 256 } }

async function expectNarrow(page: Page): Promise<void> {
  expect.soft(await sideways(page), await titleOn(page)).toEqual([])
}

/** Reads the check before anything is sent, and changes one answer from there. */
async function checkAndChange(page: Page, { organisation, email }: Typed): Promise<void> {
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expect(await answerOn(page, 'Nama organisasi').innerText()).toContain(organisation)
  expect(await answerOn(page, 'Alamat surel (email)').innerText()).toContain(email)
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 1.')
  await expectNarrow(page)

  // One answer is not right: its button leads to its question, and from there back to the check.
  await press(page, 'Ubah Daya pengaruh')
  await expectLandedOn(page, 'influence')
  await expectNarrow(page)
  await fillIn(page, { influence: '2' })
}

/** Goes back to the check, and sends from there. */
async function sendFromCheck(page: Page): Promise<void> {
  await press(page, 'Kembali ke pemeriksaan')
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')
  expect(await answerOn(page, 'Pelaksanaan').innerText()).toContain('Notulen rapat bulanan')
  expect((await press(page, 'Kirim')).status()).toBe(200)
  expect(await titleOn(page)).toBe('Terima kasih, jawaban Anda sudah kami terima')
  await expectNarrow(page)
}

/** Opens the way to correct what was sent. */
async function openCorrection(page: Page): Promise<void> {
  await leadingOn(page, () => page.getByRole('link', { name: 'Perbaiki jawaban' }).click())
  expect(await titleOn(page)).toBe('Perbaiki jawaban')
  await expectNarrow(page)
}

/** Corrects one answer, and comes back to the receipt. */
async function correct(page: Page, receipt: string): Promise<void> {
  await walk(page, { resources: '2' })
  await press(page, 'Periksa dulu')
  await expectNarrow(page)
  await press(page, 'Kirim perbaikan')
  expect(page.url()).toBe(receipt)
  expect(await page.getByRole('main').innerText()).toMatch(/Diperbaiki .* Jawaban sebelumnya tetap tersimpan/)
}

test('on a phone without script answers are checked, changed, sent and corrected, and each report says which one counts', async ({
  visitor,
  home,
}) => {
  const { name, email } = newOrganisation()
  const organisation = { name, email: email.replace(/@.*/, '@gmail.com') }
  const answers = ikoAnswersOf(organisation)
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, { ...answers, email: email.replace(/@.*/, '@gmial.com') })
  await expectNarrow(page)
  // The check asks about the address, and one button puts the right one in its place.
  await press(page, 'Periksa dulu')
  await press(page, `Pakai ${organisation.email}`)
  await checkAndChange(page, answers)
  await sendFromCheck(page)
  const receipt = page.url()
  const { seen } = await referenceOn(page)
  await page.getByText('Salinan jawaban Anda').click()
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')
  await openCorrection(page)
  expect((await mailTo(organisation.email, 'jawaban diterima')).subject).toContain(seen)
  const report = await mailTo(organisation.email, 'laporan')
  expect(report.text).toContain('1,40 dari 4')

  await correct(page, receipt)
  await receiptWithReport(page)
  await leadingOn(page, () => page.getByRole('link', { name: /^Buka laporan/ }).click())
  const main = page.getByRole('main')
  expect(await main.innerText()).toContain('1,50 dari 4')
  expect(await main.innerText()).not.toContain('laporan ini sudah diganti')
  await expectNarrow(page)
  // The mail of the first one still leads to it, and it says that it counts no more.
  await visit(page, linkIn(report, `${home}/r/`))
  expect(await main.innerText()).toContain('laporan ini sudah diganti')

  // Without script, the phone keeps nothing at any time.
  const { cookies, origins } = await page.context().storageState({ indexedDB: true })
  expect([...cookies, ...origins]).toEqual([])
})

test('at a zoom of 400 % with script answers are checked, changed, sent and corrected, and nothing runs off the screen', async ({
  visitor,
  home,
}) => {
  const answers = ikoAnswersOf(newOrganisation())
  const page = await visitor(zoomed)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, answers)
  await expectNarrow(page)
  expect((await press(page, 'Periksa dulu')).status()).toBe(200)
  await checkAndChange(page, answers)
  expect(await sectionsShown(page)).toEqual(['Ketahanan'])
  await sendFromCheck(page)
  const receipt = page.url()

  // An address that cannot be one is refused on the receipt itself.
  await page.getByText('Alamat surel salah?').click()
  await fillIn(page, { email: 'ratna@' })
  await expectNarrow(page)
  expect((await press(page, 'Pakai alamat ini')).status()).toBe(422)
  await expectLandedOn(page, 'email')
  expect(await page.locator('[name=email]').inputValue()).toBe('ratna@')
  await expectNarrow(page)
  await visit(page, receipt)
  await openCorrection(page)
  await correct(page, receipt)
})
