// A mistyped e-mail address: asked about before sending, and mended on the receipt where it was sent all the same.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo, mailTo } from '../support/inbox.ts'
import { fillIn, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation, type Organisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { answerOn, press, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }

/** The organisation's address with another domain. */
const at = ({ email }: Organisation, domain: string): string => email.replace(/@.*/, `@${domain}`)

test('an address that looks mistyped is asked about, and one button puts the right one in its place', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const [wrong, right] = [at(organisation, 'gmial.com'), at(organisation, 'gmail.com')]
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, { ...ikoAnswersOf(organisation), email: wrong })
  await press(page, 'Kirim')
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  const question = page.getByRole('alert')
  expect(await question.innerText()).toContain(`Apakah maksud Anda ${right}?`)
  expect(await question.evaluate((box) => document.activeElement === box)).toBe(true)

  await press(page, `Pakai ${right}`)
  expect(await question.count()).toBe(0)
  expect(await answerOn(page, 'Alamat surel (email)').innerText()).toContain(right)
  await press(page, 'Kirim')
  const { seen } = await referenceOn(page)
  expect((await mailTo(right, 'jawaban diterima')).subject).toContain(seen)
  expect(await mailsTo(wrong)).toEqual([])
})

test('an address that was wrong is mended on the receipt; what was mailed to it opens nothing any more', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const wrong = at(organisation, 'gmial.com')
  const page = await visitor({ ...phone, javaScriptEnabled: false })
  await visit(page, `${home}/f/iko-2026-2`)
  await fillIn(page, { ...ikoAnswersOf(organisation), email: wrong })
  await press(page, 'Kirim')

  // Whoever is sure of it sends it as it stands; the mails go to somebody else.
  await press(page, 'Kirim')
  const receipt = page.url()
  const { seen } = await referenceOn(page)
  const lostReceipt = linkIn(await mailTo(wrong, 'jawaban diterima'), `${home}/s/`)
  const lostReport = linkIn(await mailTo(wrong, 'laporan'), `${home}/r/`)
  expect(lostReceipt).toBe(receipt)
  expect((await visit(page, lostReport)).status()).toBe(200)

  // The receipt itself takes the right one.
  await visit(page, receipt)
  await page.getByText('Alamat surel salah?').click()
  await fillIn(page, { email: organisation.email })
  expect((await press(page, 'Pakai alamat ini')).status()).toBe(200)
  const [moved = ''] = page.url().split('?')
  expect(moved).not.toBe(receipt)
  expect((await referenceOn(page)).seen).toBe(seen)
  expect(await page.getByRole('main').innerText()).toContain('Alamat surel sudah diganti')

  // Receipt and report arrive there and work; nothing more goes to the wrong one.
  const receiptMail = await mailTo(organisation.email, 'jawaban diterima')
  expect(linkIn(receiptMail, `${home}/s/`)).toBe(moved)
  const report = linkIn(await mailTo(organisation.email, 'laporan'), `${home}/r/`)
  expect((await visit(page, report)).status()).toBe(200)
  expect(await titleOn(page)).toContain(organisation.name)
  expect(await mailsTo(wrong)).toHaveLength(2)
  expect((await visit(page, moved)).status()).toBe(200)

  // What lies in the inbox of somebody else opens nothing.
  for (const lost of [lostReceipt, lostReport]) {
    expect((await visit(page, lost)).status()).toBe(410)
    expect(await titleOn(page)).toBe('Tautan ini sudah tidak berlaku')
    expect(await page.content()).not.toContain(organisation.name)
  }
})
