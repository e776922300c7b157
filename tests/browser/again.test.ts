// After sending, with script: Back finds what was sent, the same again is one, other answers become a correction.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo, mailTo } from '../support/inbox.ts'
import { fillIn, goBack, send, typedOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { follow, sectionsShown } from './support/sections.ts'
import { answerOn, press, titleOn, walk } from './support/way.ts'

/** Opens a section from the list of contents. */
const goTo = (page: Page, section: string): Promise<void> =>
  follow(page, page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${section}`) }))

const phone = { viewport: { width: 360, height: 740 } }

test('Back after sending finds the form as it was sent; what is changed there is sent as a correction', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, ikoAnswersOf(organisation))
  const typed = await typedOn(page)
  await send(page)
  const receipt = page.url()
  const { seen } = await referenceOn(page)
  await mailTo(organisation.email, seen)

  // Unchanged, it is the same answer, and nothing is mailed again.
  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
  expect(await sectionsShown(page)).toEqual(['Sebelum mengirim'])
  await send(page)
  expect(page.url()).toBe(receipt)
  await mailTo(organisation.email, 'laporan')
  expect(await mailsTo(organisation.email)).toHaveLength(2)

  // Changed, it is not taken for the first one: two buttons ask what it is.
  await goBack(page)
  await goTo(page, 'Ketahanan')
  await fillIn(page, { influence: '3' })
  await goTo(page, 'Sebelum mengirim')
  expect((await send(page)).status()).toBe(409)
  expect(await titleOn(page)).toBe('Formulir ini sudah pernah dikirim')
  expect(await page.getByRole('main').innerText()).toContain(seen)
  expect(await page.locator('[name=influence][value="3"]').isChecked()).toBe(true)

  // They are asked for again on the page of the check, and lead from there to the receipt of the first.
  await goTo(page, 'Sebelum mengirim')
  await press(page, 'Periksa dulu')
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 3.')
  expect(await page.getByRole('button', { name: 'Kirim untuk organisasi lain' }).count()).toBe(1)
  await press(page, 'Kirim sebagai perbaikan')
  expect(page.url()).toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  expect(await page.getByRole('main').innerText()).toMatch(/Diperbaiki .*pukul/)
})

test('Back after sending from the check finds the check, and from there the form, with everything typed', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, ikoAnswersOf(organisation))
  const typed = await typedOn(page)
  await press(page, 'Periksa dulu')
  await press(page, 'Kirim')
  const receipt = page.url()

  await goBack(page)
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  await press(page, 'Kirim')
  expect(page.url()).toBe(receipt)
  await goBack(page)
  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
})
