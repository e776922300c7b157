// Answers corrected twice: each report is mailed, and each earlier one says that it was replaced.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { type Mail, mailsTo } from '../support/inbox.ts'
import { until } from '../support/wait.ts'
import { fillIn, leadingOn, send, type Typed, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { press, receiptWithReport } from './support/way.ts'

/** Waits for so many reports in an inbox, and returns the newest. */
const reportNumber = (count: number, address: string): Promise<Mail> =>
  until(`report ${count} to ${address}`, async () => {
    const reports = (await mailsTo(address)).filter(({ subject }) => subject.includes('laporan'))
    return reports[count - 1]
  })

test('corrected twice, an organisation finds each new report, and every earlier one says that it was replaced', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const main = page.getByRole('main')
  const isReplaced = async (report: string): Promise<boolean> => {
    await visit(page, report)
    return (await main.innerText()).includes('laporan ini sudah diganti')
  }
  const correct = async (changed: Typed) => {
    await visit(page, receipt)
    await leadingOn(page, () => page.getByRole('link', { name: 'Perbaiki jawaban' }).click())
    await fillIn(page, changed)
    await press(page, 'Kirim perbaikan')
    expect(page.url()).toBe(receipt)
  }
  await visit(page, `${home}/f/iko-2026-2`)
  await fillIn(page, ikoAnswersOf(organisation))
  await send(page)
  const receipt = page.url()
  const first = await reportNumber(1, organisation.email)
  expect(first.text).toContain('1,30 dari 4')
  expect(await isReplaced(linkIn(first, `${home}/r/`))).toBe(false)

  // Corrected once, the report is mailed anew.
  await correct({ reach: '4' })
  const second = await reportNumber(2, organisation.email)
  expect(second.text).toContain('1,60 dari 4')
  const reports = [first, second].map((mail) => linkIn(mail, `${home}/r/`))
  const [one = '', two = ''] = reports
  expect(await isReplaced(one)).toBe(true)
  expect(await isReplaced(two)).toBe(false)
  expect(await main.innerText()).toContain('1,60 dari 4')

  // Corrected twice, it is on the receipt at once; its mail is the fourth of the day, which an address that the
  // network does not know gets the day after.
  await correct({ learning: '3' })
  await receiptWithReport(page)
  expect(await main.innerText()).toMatch(/Laporan (akan|juga sedang|juga sudah) dikirim ke r/)
  await leadingOn(page, () => page.getByRole('link', { name: /^Buka laporan/ }).click())
  expect(await main.innerText()).toContain('1,80 dari 4')
  expect(await main.innerText()).not.toContain('laporan ini sudah diganti')
  expect(reports).not.toContain(page.url().split('?')[0])
  for (const report of reports) expect(await isReplaced(report)).toBe(true)
})
