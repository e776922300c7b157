// A coordinator brings a list, in a real browser: the file is chosen, what is wrong is named, mended, and all of it added.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { leadingOn } from './support/form.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { newOrganisation } from './support/organisation.ts'
import { administrator, follow, isSummaryFocused, press, said, words } from './support/staff.ts'

const choose = (page: Page, text: string) =>
  page
    .getByLabel('Berkas daftar')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a list is checked, its faulty row named and mended, and its organisations are added', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home)
  await follow(page, 'Organisasi')
  await follow(page, /^Impor daftar organisasi/)

  // The empty file is there to be filled in.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh berkas Excel (XLSX)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('daftar-organisasi.xlsx')

  // Without a file: the focus is on what is wrong, which leads to the field.
  expect((await press(page, 'Periksa daftar')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  await page.getByRole('alert').getByRole('link').press('Enter')
  expect(await focused(page)).toMatchObject({ name: 'file', kind: 'file', isOutlined: true })

  const [{ name }, other] = [newOrganisation(), newOrganisation()]
  const rows = (district: string) => `Nama;Kab/Kota;Surel\r\n${name};${district};\r\n${other.name};Sidoarjo;`
  await choose(page, rows('Malang'))
  await press(page, 'Periksa daftar')
  expect(await said(page)).toContain('Belum ada yang disimpan.')
  expect(await words(page)).toContain(`Baris 2: ${name}`)
  expect(await words(page)).toContain('“Malang” bisa berarti Kabupaten Malang, Kota Malang.')

  // Mended, and confirmed by keyboard alone.
  await choose(page, rows('Kota Malang'))
  await press(page, 'Periksa daftar')
  expect(await said(page)).toContain('2 organisasi baru dapat ditambahkan.')
  await tabTo(page, 'Tambahkan 2 organisasi')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toBe('2 organisasi sudah ditambahkan.')
  await follow(page, 'Ke daftar organisasi')
  await page.getByLabel('Nama, atau sebagian dari nama').fill(name)
  await press(page, 'Cari')
  await follow(page, name)
})
