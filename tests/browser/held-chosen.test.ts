// One organisation answers twice from two phones: the second answer waits, a coordinator compares both and chooses.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn, leadingOn, send, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { administrator, follow, heading, phone, press, said, words } from './support/staff.ts'

test('a second answer of one organisation is compared, chosen by keyboard, and its report goes out', async ({
  visitor,
  staff,
  home,
}) => {
  const organisation = newOrganisation()
  const first = await visitor(phone)
  await visit(first, `${home}/f/iko-2026-2`)
  await fillIn(first, ikoAnswersOf(organisation))
  await send(first)
  const counting = (await referenceOn(first)).seen

  // The secretary has another address and thinks better of one level.
  const secretary = {
    ...ikoAnswersOf(organisation),
    email: `sekretaris.${organisation.email}`,
    influence: '4',
  }
  const second = await visitor(phone)
  await visit(second, `${home}/f/iko-2026-2`)
  await fillIn(second, secretary)
  await send(second)
  const held = (await referenceOn(second)).seen

  const page = await administrator(staff, home)
  await follow(page, 'Jawaban yang ditahan')
  expect(await words(page)).toContain(organisation.name)
  await follow(page, `Bandingkan dan putuskan ${held}`)
  expect(await heading(page)).toContain(organisation.name)
  expect(await words(page)).toContain(counting)

  // Nothing chosen is no decision.
  expect((await press(page, 'Simpan keputusan')).status()).toBe(422)
  expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  await tabTo(page, 'choice')
  await page.keyboard.press('Space')
  expect(await page.locator('input[name=choice]:checked').getAttribute('value')).toBe('held')
  await press(page, 'Simpan keputusan')
  expect(await said(page)).toBe('Jawaban yang ditahan sekarang dihitung.')
  expect(await words(page)).not.toContain(organisation.name)

  // What was chosen is measured and mailed; whoever sent the other is told on the receipt.
  const report = await mailTo(secretary.email, 'laporan')
  expect(report.text).toContain('1,60')
  await leadingOn(first, () => first.reload())
  expect(await words(first)).toContain('tidak dipakai')
})
