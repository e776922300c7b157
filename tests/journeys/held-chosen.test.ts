// One organisation has answered twice: the second answer waits, a coordinator compares both and chooses by keyboard.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { sent } from './support/sent.ts'
import {
  administrator,
  follow,
  heading,
  isSummaryFocused,
  phone,
  press,
  said,
  words,
} from './support/staff.ts'

test('a second answer of one organisation is compared and chosen, and whoever sent the first is told', async ({
  visitor,
  staff,
  home,
}) => {
  const answers = ikoAnswersOf(newOrganisation())
  const counting = await sent(home, 'iko-2026-2', answers)
  const held = await sent(home, 'iko-2026-2', { ...answers, influence: '4' })

  const page = await administrator(staff, home)
  await follow(page, 'Jawaban yang ditahan')
  await follow(page, `Bandingkan dan putuskan ${held.reference}`)
  expect(await heading(page)).toContain(answers.organisation)
  expect(await words(page)).toContain(counting.reference)

  // Nothing chosen is no decision.
  expect((await press(page, 'Simpan keputusan')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  await tabTo(page, 'choice')
  await page.keyboard.press('Space')
  expect(await page.locator('input[name=choice]:checked').getAttribute('value')).toBe('held')
  await tabTo(page, 'Simpan keputusan')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toBe('Jawaban yang ditahan sekarang dihitung.')
  expect(await words(page)).not.toContain(answers.organisation)

  const first = await visitor(phone)
  await visit(first, counting.receipt)
  expect(await words(first)).toContain('tidak dipakai')
})
