// The story of the IKO: from the front page to the report, on a small screen and without script.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import {
  arrivedAt,
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
import { expectHeadersOf, linkIn, withoutMarkup } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn, spelled } from './support/receipt.ts'

const phone = { javaScriptEnabled: false, viewport: { width: 320, height: 740 } }

/** What is typed wrong, by field, and what the message about it says. */
const mistakes = [
  ['assessed_on', '31/02/2026', /tanggal yang ada di kalender.*31\/12\/2026/],
  ['participants_men', 'sepuluh', /tulis dengan angka saja/],
  ['participants_disability', '20000', /bilangan dari 0 sampai 10\.000/],
  ['whatsapp', '12345', /nomor telepon Indonesia, misalnya 0812/],
  ['email', 'ratna@', /alamat surel yang lengkap, misalnya/],
] as const

/** Follows every link of the summary, and finds each field with its question and its message in sight. */
async function followEachLink(page: Page): Promise<void> {
  const { links } = await summaryOf(page)
  for (const { text, field } of links) {
    await page.getByRole('alert').getByRole('link', { name: text, exact: true }).click()
    const arrived = { field, isTarget: true, questionInSight: true, messageInSight: true }
    expect.soft(await arrivedAt(page), `where “${text}” leads`).toEqual(arrived)
  }
}

/** A browser that does not know date fields shows a text field. */
const forgetDateFields = (page: Page): Promise<void> =>
  page.locator('input[type=date]').evaluateAll((fields) => {
    for (const field of fields) field.setAttribute('type', 'text')
  })

test('an organisation fills in the IKO on a phone, mends its mistakes and reads its report', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const answers = ikoAnswersOf(organisation)
  const page = await visitor(phone)

  // It comes from the front page of its network.
  await visit(page, `${home}/n/rumah-inklusi`)
  await leadingOn(page, () => page.getByRole('link', { name: 'IKO 2026, putaran kedua' }).click())
  expect(page.url()).toBe(`${home}/f/iko-2026-2`)

  // It sends nothing at all, and is told everything that is missing.
  expect((await pressToSend(page)).status()).toBe(422)
  expect(await page.title()).toBe('Perlu diperbaiki: IKO 2026, putaran kedua')
  expect(await isSummaryFocused(page)).toBe(true)
  const empty = await summaryOf(page)
  expect(empty.heading).toBe('Ada 14 isian yang perlu diperbaiki')
  expect(empty.links).toHaveLength(14)

  // It fills in everything, with a few mistakes and one level left out.
  const { influence, ...others } = answers
  await fillIn(page, others)
  await fillIn(page, { 'influence.evidence': 'Surat audiensi 2025' })
  await forgetDateFields(page)
  for (const [field, wrong] of mistakes) await fillIn(page, { [field]: wrong })
  const typed = await typedOn(page)
  expect(typed).toContain('assessed_on=31/02/2026')

  // Each mistake is named where it was made and in the summary, and nothing typed is lost.
  expect((await pressToSend(page)).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  const summary = await summaryOf(page)
  expect(summary.heading).toBe('Ada 6 isian yang perlu diperbaiki')
  const missing = ['influence', /pilih satu level, dari 1 sampai 4/] as const
  const expected = [...mistakes.map(([field, , message]) => [field, message] as const), missing]
  expect(summary.links.map(({ field }) => field)).toEqual(expected.map(([field]) => field))
  for (const [index, [field, message]] of expected.entries()) {
    expect(summary.links[index]?.text).toMatch(message)
    expect(await descriptionOf(page, field)).toMatch(message)
  }
  await followEachLink(page)
  expect(await typedOn(page)).toEqual(typed)

  // It mends them and sends again: everything is kept, and there is a receipt.
  for (const [field] of mistakes) await fillIn(page, { [field]: answers[field] })
  await fillIn(page, { influence })
  expect((await send(page)).status()).toBe(200)
  expect(page.url()).toMatch(/\/s\/[\w.-]+$/)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/jawaban Anda sudah kami terima/)
  const reference = await referenceOn(page)
  expect(reference.seen).toMatch(/^[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d$/)
  expect(reference.spoken).toContain(spelled(reference.seen))
  expect(reference.spoken).not.toContain(reference.seen)
  const masked = `r…${organisation.email.at(organisation.email.indexOf('@') - 1)}@rukun.example`
  const receiptText = await page.getByRole('main').innerText()
  expect(receiptText).toContain(masked)
  expect(receiptText).not.toContain(organisation.email)
  const receiptAddress = page.url()

  // Two mails arrive: the receipt, and the report that says the index in both its bodies.
  const receiptMail = await mailTo(organisation.email, 'jawaban diterima')
  expect(receiptMail.subject).toBe(`${organisation.name}: jawaban diterima, kode ${reference.seen}`)
  await expectHeadersOf(receiptMail, 'id')
  expect(linkIn(receiptMail, `${home}/s/`)).toBe(receiptAddress)
  const reportMail = await mailTo(organisation.email, 'laporan')
  expect(reportMail.subject).toMatch(new RegExp(`^${organisation.name}: laporan `))
  await expectHeadersOf(reportMail, 'id')
  expect(reportMail.text).toContain('1,30 dari 4')
  expect(withoutMarkup(reportMail.html)).toContain('1,30 dari 4')
  expect(reportMail.text).toContain('Tumbuh')

  // The link in the mail opens the same report, with the notes on evidence as they were written.
  const link = linkIn(reportMail, `${home}/r/`)
  await visit(page, link)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(organisation.name)
  const report = await page.getByRole('main').innerText()
  expect(report).toContain('1,30 dari 4')
  expect(report).toContain('Tahap: Tumbuh')
  expect(report).toContain(reference.seen)
  expect(report).toContain(answers['delivery.evidence'])
  const priorities = page
    .locator('section', { hasText: 'Usulan prioritas' })
    .getByRole('heading', { level: 3 })
  expect(await priorities.allInnerTexts()).toEqual([
    'Standar (level 1)',
    'Hasil (level 1)',
    'Pembelajaran (level 1)',
  ])

  // The receipt, opened again, leads there too.
  await visit(page, receiptAddress)
  await leadingOn(page, () => page.getByRole('link', { name: /^Buka laporan/ }).click())
  expect(page.url().split('?')[0]).toBe(link)
})
