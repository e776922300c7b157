// The whole way of an organisation: fill in, check, change one answer, check again, send; receipt, report, correction.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { sectionsShown } from './support/sections.ts'
import { answerOn, expectLandedOn, press, receiptWithReport, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }
// 1280 × 1024 at 400 % (WCAG 2.2 SC 1.4.10); no wider than the narrowest phone.
const zoomed = { viewport: { width: 320, height: 256 } }

const ways: [string, BrowserContextOptions][] = [
  ['on a phone with script', phone],
  ['on a phone without script', { ...phone, javaScriptEnabled: false }],
  ['at a zoom of 400 % with script', zoomed],
  ['at a zoom of 400 % without script', { ...zoomed, javaScriptEnabled: false }],
]

async function expectNarrow(page: Page): Promise<void> {
  expect.soft(await sideways(page), await titleOn(page)).toEqual([])
}

test.for(ways)(
  'an organisation checks its answers, changes one, sends them and corrects them %s',
  async ([, options], { visitor, home }) => {
    const organisation = newOrganisation()
    const page = await visitor(options)
    const hasScript = options.javaScriptEnabled !== false
    await visit(page, `${home}/f/iko-2026-2`)
    await walk(page, ikoAnswersOf(organisation))
    await expectNarrow(page)

    // Everything is there to be read before it is sent.
    expect((await press(page, 'Periksa dulu')).status()).toBe(200)
    expect(await titleOn(page)).toBe('Periksa jawaban Anda')
    expect(await answerOn(page, 'Nama organisasi').innerText()).toContain(organisation.name)
    expect(await answerOn(page, 'Alamat surel (email)').innerText()).toContain(organisation.email)
    expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 1.')
    await expectNarrow(page)

    // One answer is not right: its button leads to its question, and from there back to the check.
    await press(page, 'Ubah Daya pengaruh')
    await expectLandedOn(page, 'influence')
    if (hasScript) expect(await sectionsShown(page)).toEqual(['Ketahanan'])
    await expectNarrow(page)
    await fillIn(page, { influence: '2' })
    await press(page, 'Kembali ke pemeriksaan')
    expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')
    expect(await answerOn(page, 'Pelaksanaan').innerText()).toContain('Notulen rapat bulanan')

    // Sent from the check, it gets its receipt with a copy of the answers, and both mails.
    expect((await press(page, 'Kirim')).status()).toBe(200)
    expect(await titleOn(page)).toBe('Terima kasih, jawaban Anda sudah kami terima')
    const receipt = page.url()
    const { seen } = await referenceOn(page)
    await page.getByText('Salinan jawaban Anda').click()
    expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')
    await expectNarrow(page)
    expect((await mailTo(organisation.email, 'jawaban diterima')).subject).toContain(seen)
    expect((await mailTo(organisation.email, 'laporan')).text).toContain('1,40 dari 4')

    // An address that cannot be one is refused on the receipt itself.
    await page.getByText('Alamat surel salah?').click()
    await fillIn(page, { email: 'ratna@' })
    await expectNarrow(page)
    expect((await press(page, 'Pakai alamat ini')).status()).toBe(422)
    await expectLandedOn(page, 'email')
    expect(await page.locator('[name=email]').inputValue()).toBe('ratna@')
    await expectNarrow(page)

    // What was sent is corrected the same way: filled in already, checked, sent.
    await visit(page, receipt)
    await leadingOn(page, () => page.getByRole('link', { name: 'Perbaiki jawaban' }).click())
    expect(await titleOn(page)).toBe('Perbaiki jawaban')
    await expectNarrow(page)
    await walk(page, { resources: '2' })
    await press(page, 'Periksa dulu')
    await expectNarrow(page)
    await press(page, 'Kirim perbaikan')
    expect(page.url()).toBe(receipt)
    expect(await page.getByRole('main').innerText()).toMatch(
      /Diperbaiki .* Jawaban sebelumnya tetap tersimpan/,
    )
    await receiptWithReport(page)
    await leadingOn(page, () => page.getByRole('link', { name: /^Buka laporan/ }).click())
    expect(await page.getByRole('main').innerText()).toContain('1,50 dari 4')
    await expectNarrow(page)
  },
)
