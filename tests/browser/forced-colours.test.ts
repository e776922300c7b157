// The way over the check in forced colours: what is chosen, wrong, asked about or focused is seen on every page of it.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { fillIn, isSummaryFocused, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { focusOn } from './support/sections.ts'
import { expectLandedOn, press, titleOn, walk } from './support/way.ts'

/** The lines around a part of the page, and whether each stands out from the ground of the page. */
const linesOf = (part: Locator) =>
  part.evaluate((element) => {
    const style = getComputedStyle(element)
    const ground = getComputedStyle(document.body).backgroundColor
    const seen = (width: string, kind: string, colour: string) =>
      kind !== 'none' && colour !== ground ? Number.parseFloat(width) : 0
    return {
      outline: seen(style.outlineWidth, style.outlineStyle, style.outlineColor),
      left: seen(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor),
      top: seen(style.borderTopWidth, style.borderTopStyle, style.borderTopColor),
    }
  })

/** The focus is a line of three pixels. */
async function expectFocusSeen(page: Page): Promise<void> {
  expect.soft((await linesOf(page.locator(':focus'))).outline, await titleOn(page)).toBe(3)
}

test('choices, mistakes, questions and the focus are told by lines, from the form to the receipt', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const wrong = organisation.email.replace(/@.*/, '@gmial.com')
  const { influence, ...others } = ikoAnswersOf(organisation)
  const page = await visitor({ viewport: { width: 320, height: 740 }, forcedColors: 'active' })
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, { ...others, email: wrong })

  // One level is missing: the summary is framed and has the focus, the question has its line at the side.
  expect((await press(page, 'Periksa dulu')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  await expectFocusSeen(page)
  expect((await linesOf(page.getByRole('alert'))).left).toBeGreaterThanOrEqual(5)
  await tabTo(page, 'Daya pengaruh: pilih satu level, dari 1 sampai 4.')
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  await focusOn(page, '[name=influence]')
  await expectFocusSeen(page)
  expect((await linesOf(page.locator('.q:has([name=influence])'))).left).toBe(5)
  await page.keyboard.press('Space')
  const choice = (level: string) => linesOf(page.locator(`label:has([name=influence][value="${level}"])`))
  expect([(await choice(influence)).top, (await choice('2')).top]).toEqual([2, 1])

  // The address looks mistyped: the question about it is framed, its buttons have edges.
  await tabTo(page, 'Berikutnya: Sebelum mengirim')
  await page.keyboard.press('Enter')
  await focusOn(page, ':target', 'Sebelum mengirim')
  await tabTo(page, 'Periksa dulu')
  await expectFocusSeen(page)
  await press(page, 'Periksa dulu')
  const question = page.getByRole('alert')
  expect((await linesOf(question)).left).toBeGreaterThanOrEqual(5)
  await expectFocusSeen(page)
  for (const button of await question.getByRole('button').all())
    expect((await linesOf(button)).top).toBeGreaterThanOrEqual(2)
  await tabTo(page, 'Ubah Nama Anda')
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  await expectLandedOn(page, 'sender_name')
  await expectFocusSeen(page)
  await press(page, 'Kembali ke pemeriksaan')

  // On the receipt what can be opened has an edge, and a refused address its line at the side.
  await press(page, 'Kirim')
  for (const closed of await page.locator('details').all())
    expect((await linesOf(closed)).top).toBeGreaterThanOrEqual(1)
  await tabTo(page, 'Alamat surel salah?')
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  await fillIn(page, { email: 'ratna@' })
  expect((await press(page, 'Pakai alamat ini')).status()).toBe(422)
  await expectLandedOn(page, 'email')
  await expectFocusSeen(page)
  expect((await linesOf(page.locator('.q.bad'))).left).toBe(5)
})
