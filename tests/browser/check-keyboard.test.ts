// The way over the check by keyboard alone: Enter in a text field checks and never sends, and each change leads back.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { leadingOn, untilRead, visit } from './support/form.ts'
import { answer, focused, type Stop, tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { focusOn, sectionsShown } from './support/sections.ts'
import { answerOn, expectLandedOn, titleOn } from './support/way.ts'

// The keys of a test are quicker than any hand.
const enter = async (page: Page) => {
  await untilRead(page)
  return leadingOn(page, () => page.keyboard.press('Enter'))
}

/** Nobody is left to guess where the focus is; of a field of several lines only that with the caret must be in sight. */
function expectVisible(stops: Stop[]): void {
  const lost = stops.filter(
    ({ kind, isOutlined, isInSight }) => !isOutlined || (!isInSight && kind !== 'textarea'),
  )
  expect.soft(lost, 'stops whose focus is not seen').toEqual([])
}

test.for([
  ['with script', true],
  ['without script', false],
] as const)(
  'answers are typed, checked, changed, checked again and sent with the keyboard alone, %s',
  async ([, javaScriptEnabled], { visitor, home }) => {
    const organisation = newOrganisation()
    const answers = {
      ...ikoAnswersOf(organisation),
      district: 'Kabupaten Mal',
      // The same day whether the browser begins with the day or with the month.
      assessed_on: '02022026',
      'delivery.evidence': 'Notulen rapat',
    }
    const page = await visitor({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })
    await visit(page, `${home}/f/iko-2026-2`)
    const type = (stop: Stop) => answer(page, stop, answers)
    if (javaScriptEnabled) {
      for (const next of ['Efektivitas', 'Efisiensi', 'Relevansi', 'Keberlanjutan', 'Ketahanan']) {
        expectVisible(await tabTo(page, `Berikutnya: ${next}`, type))
        await page.keyboard.press('Enter')
        await focusOn(page, ':target', next)
      }
    }
    // Enter on a choice leads to the check, in the same language, and sends nothing.
    expectVisible(await tabTo(page, 'influence.evidence', type))
    await page.keyboard.press('Shift+Tab')
    expect((await focused(page)).name).toBe('influence')
    expect((await enter(page)).status()).toBe(200)
    expect(await titleOn(page)).toBe('Periksa jawaban Anda')
    expect(new URL(page.url()).pathname).toBe('/f/iko-2026-2')
    expect(await answerOn(page, 'Nama organisasi').innerText()).toContain(organisation.name)

    // Change one answer, and come back.
    expectVisible(await tabTo(page, 'Ubah Nama Anda'))
    await enter(page)
    await expectLandedOn(page, 'sender_name')
    if (javaScriptEnabled) expect(await sectionsShown(page)).toEqual(['Tentang organisasi dan pengisi'])
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Sari Contoh')
    expectVisible([await focused(page)])
    // Enter in a text field checks, as the button below it does.
    await enter(page)
    expect(await titleOn(page)).toBe('Periksa jawaban Anda')
    expect(await answerOn(page, 'Nama Anda').innerText()).toContain('Sari Contoh')
    await tabTo(page, 'Ubah Daya pengaruh')
    await enter(page)
    await expectLandedOn(page, 'influence')
    await page.keyboard.press('ArrowDown')
    expectVisible(await tabTo(page, 'Kembali ke pemeriksaan'))
    await enter(page)
    expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 2.')

    // Nothing was sent so far; the button sends.
    expectVisible(await tabTo(page, 'Kirim'))
    expect((await enter(page)).status()).toBe(200)
    expect(page.url()).toContain('/s/')
    expect((await mailTo(organisation.email, 'laporan')).text).toContain('1,40 dari 4')
  },
)
