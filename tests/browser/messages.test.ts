// A refused address is mended, a report is handed over by WhatsApp, and what has stopped is run again: as a coordinator does it.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailsTo } from '../support/inbox.ts'
import { until } from '../support/wait.ts'
import { leadingOn, visit } from './support/form.ts'
import { reachable, tab, tabTo } from './support/keyboard.ts'
import { administrator, follow, heading, phone, press, said, words } from './support/staff.ts'

test('the address of a mail that was refused is mended, and the report arrives at the new address', async ({
  staff,
  visitor,
  home,
}) => {
  const page = await administrator(staff, home)
  await follow(page, /^Surel$/)
  // The local mail service tells nothing of what became of mails, and the page says so.
  expect(await words(page)).toContain('diserahkan, belum tentu sampai')
  await page.getByLabel('Yang ditampilkan').selectOption('trouble')
  await press(page, 'Tampilkan')
  expect(await words(page)).toMatch(/Ditolak layanan surel, \d+ \S+ \d{4} pukul \d\d\.\d\d WIB/)
  const refused = page.getByRole('listitem').filter({ hasText: 'Ditolak layanan surel' }).first()
  await leadingOn(page, () => refused.getByRole('link').first().click())
  expect(await heading(page)).toMatch(/^Laporan untuk /)
  expect(await words(page)).toContain('550 5.1.1 mailbox unavailable')

  const first = page.url()

  // What was typed wrongly is kept and told; a slip is asked about.
  const address = page.getByLabel('Alamat surel yang benar')
  await address.fill('siti')
  expect((await press(page, 'Simpan dan kirim')).status()).toBe(422)
  expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await address.inputValue()).toBe('siti')
  await address.fill(`ganti${process.pid}@gmial.com`)
  expect((await press(page, 'Simpan dan kirim')).status()).toBe(422)
  expect(await page.getByRole('alert').innerText()).toContain('gmail.com')
  const email = `ganti${process.pid}@contoh.example`
  await address.fill(email)
  await press(page, 'Simpan dan kirim')
  expect(await said(page)).toContain('Alamat sudah diperbaiki')
  expect(await words(page)).toContain(email)

  const report = await until(`the report for ${email}`, async () =>
    (await mailsTo(email)).find(({ text }) => /\/r\//.test(text)),
  )
  const link = report.text.split(/\s/).find((word) => word.startsWith(`${home}/r/`)) ?? 'no link'
  const respondent = await visitor(phone)
  await visit(respondent, link)
  expect(await heading(respondent)).toContain('Laporan')
  await until('the receipt as well', async () => (await mailsTo(email))[1])

  // Looked at again, it is the mail that took its place; the first one keeps what happened to it.
  await leadingOn(page, () => page.reload())
  expect(await words(page)).toContain(`Kepada ${email}`)
  await visit(page, first)
  expect(await words(page)).toContain('Ditolak layanan surel')
  await follow(page, 'Surel yang menggantikan ini')
  expect(await words(page)).toContain(`Kepada ${email}`)
})

test('a report without an address is handed over by WhatsApp, once, and that can be taken back', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, phone)
  await follow(page, 'Laporan untuk diserahkan')
  await follow(page, /^Serahkan laporan /)
  const title = await heading(page)
  const reference = /Kode: (\S+)/.exec(await words(page))?.[1] ?? 'none'
  const way = page.getByRole('link', { name: 'Buka WhatsApp dengan pesan ini' })
  const href = new URL((await way.getAttribute('href')) ?? '')
  expect(href.origin).toBe('https://wa.me')
  expect(href.searchParams.get('text')).toContain(`${home}/r/`)
  await press(page, 'Sudah saya serahkan')
  expect(await said(page)).toBe('Dicatat: laporan sudah diserahkan.')
  expect(await words(page)).toMatch(/Sudah diserahkan \d+ .* WIB oleh Ratna Contoh/)
  await press(page, 'Batalkan: belum diserahkan')
  expect(await heading(page)).toBe(title)
  await press(page, 'Sudah saya serahkan')
  await follow(page, 'Kembali ke daftar laporan')
  expect(await words(page)).not.toContain(reference)
})

test('what has stopped is run again, and the ledger adds up, by keyboard alone', async ({ staff, home }) => {
  const page = await administrator(staff, home, phone)
  await visit(page, `${home}/c/n/rumah-inklusi/ledger`)
  const numbers = await page.getByRole('main').getByRole('listitem').getByRole('link').allInnerTexts()
  const counts = numbers.map((text) => Number(/(\d+)$/.exec(text)?.[1]))
  const accepted = Number(/diterima: (\d+)/.exec(await words(page))?.[1])
  expect(counts).toHaveLength(4)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(accepted)
  await follow(page, /^Gagal/)
  expect(await words(page)).toMatch(/Gagal sejak .* WIB/)
  await visit(page, `${home}/c/n/rumah-inklusi/ledger/waiting`)
  expect(await words(page)).toMatch(/Menunggu .+ sejak .* WIB/)

  await visit(page, `${home}/c/n/rumah-inklusi/steps`)
  const stopped = await page.getByRole('main').getByRole('listitem').count()
  expect(stopped).toBeGreaterThan(0)
  // Tab comes by everything there is, in its order, and one sees where one is.
  const expected = await reachable(page)
  const stops: string[] = []
  for (const _ of expected) {
    const stop = await tab(page)
    expect([stop.name, stop.isOutlined, stop.isInSight]).toEqual([stop.name, true, true])
    stops.push(stop.name)
  }
  expect(stops).toEqual(expected)
  await visit(page, `${home}/c/n/rumah-inklusi/steps`)
  const again = (await page.getByRole('main').getByRole('button').last().innerText()).slice(0, 60)
  await tabTo(page, again)
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toContain('Sedang dijalankan lagi')
  await until('the step to be done', async () => {
    await visit(page, `${home}/c/n/rumah-inklusi/steps`)
    return (await page.getByRole('main').getByRole('listitem').count()) < stopped || undefined
  })
})
