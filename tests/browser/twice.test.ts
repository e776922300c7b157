// The story of sending twice: Back and Send again never make two of one, and never lose what was changed.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo, mailTo } from '../support/inbox.ts'
import { fillIn, goBack, leadingOn, send, typedOn, visit } from './support/form.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'

const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }

test('sent again unchanged after Back, answers lead to the same receipt; sent again changed, they are kept apart', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, `${home}/f/daftar`)
  await fillIn(page, registrationAnswersOf(organisation))
  const typed = await typedOn(page)
  await send(page)
  const receipt = page.url()
  const { seen } = await referenceOn(page)
  await mailTo(organisation.email, seen)

  // Back shows what was sent. Sent again, it is the same answer, and no second mail comes.
  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
  await send(page)
  expect(page.url()).toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  expect(await mailsTo(organisation.email)).toHaveLength(1)

  // Changed and sent once more, it is not taken for the first one; everything typed is still there.
  await goBack(page)
  await fillIn(page, { contact_role: 'Bendahara', profile: 'Kami pindah ke kelurahan lain.' })
  const [, ...changed] = await typedOn(page)
  expect((await send(page)).status()).toBe(409)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Formulir ini sudah pernah dikirim')
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
  await leadingOn(page, () => page.getByRole('button', { name: 'Kirim untuk organisasi lain' }).click())
  expect(page.url()).not.toContain(receipt)
  expect((await referenceOn(page)).seen).not.toBe(seen)
  expect(await page.getByRole('main').innerText()).toContain('Koordinator jaringan memutuskan')
})

test('Back from the receipt finds a form that had to be mended as it was sent', async ({ visitor, home }) => {
  const organisation = newOrganisation()
  const answers = registrationAnswersOf(organisation)
  const page = await visitor(phone)
  await visit(page, `${home}/f/daftar`)
  await fillIn(page, { ...answers, email: 'ratna@' })
  await send(page)
  await fillIn(page, { email: answers.email })
  const typed = await typedOn(page)
  await send(page)
  const receipt = page.url()

  await goBack(page)
  expect(await typedOn(page)).toEqual(typed)
  await send(page)
  expect(page.url()).toBe(receipt)
})
