// A mistyped e-mail address: asked about before sending, and mended on the receipt where it was sent all the same.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { press, titleOn, walk } from './support/way.ts'

test('an address that looks mistyped is asked about, sent all the same, and mended on the receipt', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const [wrong, right] = ['gmial.com', 'gmail.com'].map((domain) =>
    organisation.email.replace(/@.*/, `@${domain}`),
  )
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, { ...ikoAnswersOf(organisation), email: wrong ?? '' })
  await press(page, 'Kirim')
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  const question = page.getByRole('alert')
  expect(await question.innerText()).toContain(`Apakah maksud Anda ${right}?`)
  expect(await question.evaluate((box) => document.activeElement === box)).toBe(true)
  expect(await page.getByRole('button', { name: `Pakai ${right}`, exact: true }).count()).toBe(1)

  // Whoever is sure of it sends it as it stands. The receipt takes another one, and moves.
  await press(page, 'Kirim')
  const receipt = page.url()
  const { seen } = await referenceOn(page)
  await page.getByText('Alamat surel salah?').click()
  await fillIn(page, { email: organisation.email })
  expect((await press(page, 'Pakai alamat ini')).status()).toBe(200)
  const [moved = ''] = page.url().split('?')
  expect(moved).not.toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  expect(await page.getByRole('main').innerText()).toContain('Alamat surel sudah diganti')

  // Receipt and report arrive there and work.
  expect(linkIn(await mailTo(organisation.email, 'jawaban diterima'), `${home}/s/`)).toBe(moved)
  const report = linkIn(await mailTo(organisation.email, 'laporan'), `${home}/r/`)
  expect((await visit(page, report)).status()).toBe(200)
  expect(await titleOn(page)).toContain(organisation.name)

  // What lies in the inbox of somebody else opens nothing.
  expect((await visit(page, receipt)).status()).toBe(410)
  expect(await titleOn(page)).toBe('Tautan ini sudah tidak berlaku')
  expect(await page.content()).not.toContain(organisation.name)
})
