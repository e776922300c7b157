// A coordinator brings a list from Excel, in a real browser: what is wrong is named, mended, and then all of it is added.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { axe } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { administrator, follow, press, said, words } from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 }, bypassCSP: true }

const choose = (page: Page, text: string) =>
  page
    .getByLabel('Berkas daftar')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })

/** Whether a page is right for everybody, on a laptop and on a narrow phone. */
async function isRight(page: Page): Promise<void> {
  for (const viewport of [{ width: 360, height: 740 }, { width: 320, height: 640 }, laptop.viewport]) {
    await page.setViewportSize(viewport)
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    )
  }
}

test('a list is checked, its faulty row named and mended, and its organisations are added once', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, laptop)
  await follow(page, 'Organisasi')
  await follow(page, /^Impor daftar organisasi/)
  await isRight(page)

  // The empty file is there to be filled in.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh berkas Excel (XLSX)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('daftar-organisasi.xlsx')

  // Without a file: the focus is on what is wrong, which leads to the field.
  expect((await press(page, 'Periksa daftar')).status()).toBe(422)
  expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  await page.getByRole('alert').getByRole('link').press('Enter')
  expect(await focused(page)).toMatchObject({ name: 'file', kind: 'file', isOutlined: true })
  await isRight(page)

  const name = `Sanggar Impor ${process.pid} Contoh`
  const rows = (district: string) =>
    `Nama;Kab/Kota;Surel\r\n${name};${district};\r\nCaf\xe9 ${name};Sidoarjo;cafe@contoh.example`
  await choose(page, rows('Malang'))
  await press(page, 'Periksa daftar')
  expect(await said(page)).toContain('Belum ada yang disimpan.')
  expect(await words(page)).toContain(`Baris 2: ${name}`)
  expect(await words(page)).toContain('“Malang” bisa berarti Kabupaten Malang, Kota Malang.')
  await isRight(page)

  // Mended, and confirmed by keyboard alone.
  await choose(page, rows('Kota Malang'))
  await press(page, 'Periksa daftar')
  expect(await said(page)).toContain('2 organisasi baru dapat ditambahkan.')
  await tabTo(page, 'Tambahkan 2 organisasi')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toBe('2 organisasi sudah ditambahkan.')
  await isRight(page)

  // The same file again: everything is there, and nothing is left to add.
  await choose(page, rows('Kota Malang'))
  await press(page, 'Periksa daftar')
  expect(await said(page)).toContain('2 organisasi sudah terdaftar')
  expect(await page.getByRole('button', { name: /^Tambahkan/ }).count()).toBe(0)
  await isRight(page)

  await follow(page, 'Ke daftar organisasi')
  await visit(page, `${home}/c/n/${demoNetwork.slug}/organisations?name=${encodeURIComponent(name)}`)
  expect(await words(page)).toContain(`Café ${name}`)
  expect(await words(page)).toContain('2 organisasi')
})
