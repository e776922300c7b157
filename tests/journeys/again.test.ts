// After sending: Back finds what was sent, the same again is one, other answers are asked about and never take its place.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo, mailTo } from '../support/inbox.ts'
import { keptOn, NOTHING, offline, sendOffline, typedIn } from './support/draft.ts'
import { fillIn, goBack, leadingOn, pressToSend, send, typedOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { follow, sectionsShown } from './support/sections.ts'
import { press, titleOn, walk } from './support/way.ts'

const viewport = { width: 360, height: 740 }

test('with script, what is changed after sending is sent as a correction, which waits on the phone without network', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ viewport })
  await visit(page, `${home}/f/iko-2026-2`)
  const key = await typedIn(page, 'submission')
  await walk(page, ikoAnswersOf(organisation))
  const typed = await typedOn(page)
  await press(page, 'Periksa dulu')
  await press(page, 'Kirim')
  const receipt = page.url()
  const { seen } = await referenceOn(page)

  // Back finds the check; sent from there once more, it is the same answer.
  await goBack(page)
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  await press(page, 'Kirim')
  expect(page.url()).toBe(receipt)

  // Further back is the form as it was sent, in the section where it was left.
  await goBack(page)
  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
  expect(await sectionsShown(page)).toEqual(['Sebelum mengirim'])

  // Changed, it is not taken for the first one; what is typed is kept under its new key alone.
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Ketahanan/ }))
  await fillIn(page, { influence: '3' })
  await follow(page, page.getByRole('navigation').getByRole('link', { name: 'Sebelum mengirim' }))
  expect((await send(page)).status()).toBe(409)
  expect(await titleOn(page)).toBe('Formulir ini sudah pernah dikirim')
  expect(await page.getByRole('main').innerText()).toContain(seen)
  expect(await page.locator('[name=influence][value="3"]').isChecked()).toBe(true)
  const { names } = await keptOn(page)
  expect(names).toEqual([expect.stringContaining(await typedIn(page, 'submission'))])
  expect(names[0]).not.toContain(key)

  // As a correction it waits for the network, and leads to the receipt of the first.
  await walk(page, {})
  await sendOffline(page, 'Kirim sebagai perbaikan')
  expect((await keptOn(page)).text).toContain('\\"waiting\\":true')
  await leadingOn(page, () => offline(page, false))
  expect(page.url()).toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  expect(await page.getByRole('main').innerText()).toMatch(/Diperbaiki .*pukul/)
  expect(await keptOn(page)).toEqual(NOTHING)
})

test('without script, Back finds what was mended and sent; unchanged it leads to the same receipt, changed it is kept apart', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const answers = registrationAnswersOf(organisation)
  const page = await visitor({ viewport, javaScriptEnabled: false })
  await visit(page, `${home}/f/daftar`)
  await fillIn(page, { ...answers, email: 'ratna@' })
  expect((await pressToSend(page)).status()).toBe(422)
  await fillIn(page, { email: organisation.email })
  const typed = await typedOn(page)
  await send(page)
  const receipt = page.url()
  const { seen } = await referenceOn(page)

  // Back shows what was sent. Sent again, it is the same answer, and no second mail comes.
  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
  await send(page)
  expect(page.url()).toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  await mailTo(organisation.email, seen)
  expect(await mailsTo(organisation.email)).toHaveLength(1)

  // Changed and sent once more, it is not taken for the first one; everything typed is still there.
  await goBack(page)
  await fillIn(page, { contact_role: 'Bendahara', profile: 'Kami pindah ke kelurahan lain.' })
  const [, ...changed] = await typedOn(page)
  expect((await send(page)).status()).toBe(409)
  expect(await titleOn(page)).toBe('Formulir ini sudah pernah dikirim')
  expect(await page.getByRole('main').innerText()).toContain(seen)
  const [freshKey, earlier, ...kept] = await typedOn(page)
  expect(`/s/${earlier?.replace('earlier=', '')}`).toBe(new URL(receipt).pathname)
  expect(kept).toEqual(changed)
  expect(typed).not.toContain(freshKey)

  // One way on is the receipt of the first answers, which are unchanged.
  await leadingOn(page, () => page.getByRole('link', { name: 'Lihat tanda terima jawaban itu' }).click())
  expect(page.url().split('?')[0]).toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)

  // Another is to send them for another organisation; as it is the same one, they wait for the coordinator.
  await goBack(page)
  expect(await typedOn(page)).toEqual([freshKey, earlier, ...changed])
  await press(page, 'Kirim untuk organisasi lain')
  expect(page.url()).not.toContain(receipt)
  expect((await referenceOn(page)).seen).not.toBe(seen)
  expect(await page.getByRole('main').innerText()).toContain('Koordinator jaringan memutuskan')
})
