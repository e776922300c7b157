// What no mail brought: an address is mended, a report is handed over by WhatsApp, and what has stopped is run again.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { until } from '../support/wait.ts'
import { leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { linkIn } from './support/mail.ts'
import {
  administrator,
  follow,
  heading,
  isSummaryFocused,
  phone,
  press,
  said,
  words,
} from './support/staff.ts'

test('the address of a mail that was refused is mended, and the report arrives at the new address', async ({
  staff,
  visitor,
  home,
}) => {
  const page = await administrator(staff, home)
  await follow(page, /^Surel$/)
  await page.getByLabel('Yang ditampilkan').selectOption('trouble')
  await press(page, 'Tampilkan')
  const refused = page.getByRole('listitem').filter({ hasText: 'Ditolak layanan surel' }).first()
  await leadingOn(page, () => refused.getByRole('link').first().click())
  expect(await heading(page)).toMatch(/^Laporan untuk /)

  // What was typed wrongly is kept and told.
  const address = page.getByLabel('Alamat surel yang benar')
  await address.fill('siti')
  expect((await press(page, 'Simpan dan kirim')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  expect(await address.inputValue()).toBe('siti')
  const email = `ganti${process.pid}@contoh.example`
  await address.fill(email)
  await press(page, 'Simpan dan kirim')
  expect(await said(page)).toContain('Alamat sudah diperbaiki')

  const respondent = await visitor(phone)
  await visit(respondent, linkIn(await mailTo(email, 'laporan'), `${home}/r/`))
  expect(await heading(respondent)).toContain('Laporan')

  // Looked at again, it is the mail that took its place.
  await leadingOn(page, () => page.reload())
  expect(await words(page)).toContain(`Kepada ${email}`)
})

test('a report without an address is handed over by WhatsApp, and what has stopped is run again by keyboard', async ({
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
  await press(page, 'Batalkan: belum diserahkan')
  expect(await heading(page)).toBe(title)
  await press(page, 'Sudah saya serahkan')
  await follow(page, 'Kembali ke daftar laporan')
  expect(await words(page)).not.toContain(reference)

  const steps = `${home}/c/n/rumah-inklusi/steps`
  await visit(page, steps)
  const stopped = await page.getByRole('main').getByRole('listitem').count()
  const again = await page.getByRole('main').getByRole('button').last().innerText()
  await tabTo(page, again.slice(0, 60))
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toContain('Sedang dijalankan lagi')
  await until('the step to be done', async () => {
    await visit(page, steps)
    return (await page.getByRole('main').getByRole('listitem').count()) < stopped || undefined
  })
})
