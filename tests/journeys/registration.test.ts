// The story of a registration: from the front page to the receipt in the inbox.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo, mailTo } from '../support/inbox.ts'
import {
  descriptionOf,
  fillIn,
  isSummaryFocused,
  leadingOn,
  pressToSend,
  send,
  summaryOf,
  typedOn,
  visit,
} from './support/form.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { referenceOn, spelled } from './support/receipt.ts'

const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }

test('an organisation registers without any consent, and finds its receipt in the inbox', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, `${home}/n/rumah-inklusi`)
  await leadingOn(page, () => page.getByRole('link', { name: 'Pendaftaran organisasi' }).click())

  // It is a branch and works on another theme, but names neither its parent nor the theme.
  await fillIn(page, { ...registrationAnswersOf(organisation), legal_form: 'branch' })
  await page.getByLabel('Tema lain', { exact: true }).check()
  const consents = page.getByRole('checkbox', { name: /^(Nama, jabatan|Foto saya)/ })
  expect(await consents.count()).toBe(3)
  expect(await consents.and(page.locator(':checked')).count()).toBe(0)
  const typed = await typedOn(page)
  expect(typed).toEqual(expect.arrayContaining(['themes=disability', 'themes=other', 'legal_form=branch']))

  // It is told so, without losing anything.
  expect((await pressToSend(page)).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  expect((await summaryOf(page)).links.map(({ field }) => field)).toEqual([
    'parent_organisation',
    'themes_other',
  ])
  expect(await descriptionOf(page, 'parent_organisation')).toMatch(/Nama organisasi induk: isi ini/)
  expect(await typedOn(page)).toEqual(typed)

  // It adds both, and refuses every consent.
  await fillIn(page, { parent_organisation: 'Yayasan Payung Contoh', themes_other: 'Pasar tani' })
  expect((await send(page)).status()).toBe(200)

  // The receipt tells a reference that can be read aloud; no report is promised.
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/jawaban Anda sudah kami terima/)
  const reference = await referenceOn(page)
  expect(reference.spoken).toContain(spelled(reference.seen))
  expect(await page.getByRole('main').innerText()).not.toMatch(/laporan/i)

  // The mail tells the same, and leads back to the receipt.
  const mail = await mailTo(organisation.email, 'jawaban diterima')
  expect(mail.subject).toBe(`${organisation.name}: jawaban diterima, kode ${reference.seen}`)
  for (const said of [mail.text, mail.html]) {
    expect(said).toContain(reference.seen)
    expect(said).toContain(spelled(reference.seen))
    expect(said).toContain(page.url())
    // Nothing typed stands in a mail to an address nobody has confirmed, but for the plain name.
    expect(said).not.toContain('Ratna Contoh')
    expect(said).not.toContain('Pasar tani')
  }
  expect(await mailsTo(organisation.email)).toHaveLength(1)
  await visit(page, page.url())
  expect((await referenceOn(page)).seen).toBe(reference.seen)
})
