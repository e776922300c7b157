// An administrator sets what the network goes by, in a real browser: name, picture, roles, years, and what is refused.
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { axe } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { visit } from './support/form.ts'
import { administrator, field, follow, heading, press, said } from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 }, bypassCSP: true }
const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }

const PICTURE = resolve('public/picture.png')

test('an administrator changes name, picture, roles and years; what is refused stays as it was typed', async ({
  staff,
  visitor,
  home,
}) => {
  const admin = await administrator(staff, home, laptop)
  await follow(admin, 'Pengaturan jaringan')
  expect(await heading(admin)).toBe('Pengaturan jaringan')

  // The name: refused first, with the focus on what is wrong, and everything typed still there.
  await follow(admin, 'Nama dan wilayah')
  await field(admin, 'name_id').fill('Rumah Baru (contoh)')
  await field(admin, 'min_group').fill('dua')
  expect((await press(admin, 'Simpan')).status()).toBe(422)
  expect(await admin.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  await admin.getByRole('alert').getByRole('link').click()
  expect(await field(admin, 'min_group').evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await field(admin, 'name_id').inputValue()).toBe('Rumah Baru (contoh)')
  expect(await field(admin, 'min_group').inputValue()).toBe('dua')
  expect(await axe(admin)).toEqual([])
  await field(admin, 'min_group').fill('5')
  await press(admin, 'Simpan')
  expect(await said(admin)).toBe('Nama dan wilayah sudah disimpan.')

  // Everybody sees it from the next page on.
  const public_ = `${home}/n/${demoNetwork.slug}`
  const respondent = await visitor(phone)
  await visit(respondent, public_)
  expect(await heading(respondent)).toBe('Rumah Baru (contoh)')
  await follow(admin, 'Nama dan wilayah')
  await field(admin, 'name_id').fill(demoNetwork.name.id)
  await press(admin, 'Simpan')

  // The picture: not without words, then shown to staff and to everybody.
  await follow(admin, 'Logo jaringan')
  await field(admin, 'file').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg>'),
  })
  await field(admin, 'alt_id').fill('Tiga titik yang terhubung')
  await field(admin, 'alt_en').fill('')
  expect((await press(admin, 'Simpan')).status()).toBe(422)
  expect(await admin.getByRole('alert').getByRole('link').allInnerTexts()).toHaveLength(2)
  expect(await field(admin, 'alt_id').inputValue()).toBe('Tiga titik yang terhubung')
  await field(admin, 'file').setInputFiles(PICTURE)
  await field(admin, 'alt_en').fill('Three dots that are connected')
  await press(admin, 'Simpan')
  expect(await said(admin)).toBe('Logo sudah disimpan.')
  const seen = (page: Page) =>
    page.getByRole('img', { name: 'Tiga titik yang terhubung' }).evaluate((image: HTMLImageElement) => {
      const { naturalWidth, width } = image
      return { isLoaded: image.complete && naturalWidth > 0, isSmall: width <= 320 }
    })
  expect(await seen(admin)).toEqual({ isLoaded: true, isSmall: true })
  const other = await visitor({ viewport: phone.viewport })
  await visit(other, public_)
  expect(await seen(other)).toEqual({ isLoaded: true, isSmall: true })
  await follow(admin, 'Logo jaringan')
  expect(await axe(admin)).toEqual([])
  await press(admin, 'Hapus logo')
  expect(await said(admin)).toBe('Logo sudah dihapus.')

  // A role: added, named anew, removed.
  await follow(admin, 'Peran organisasi')
  await field(admin, 'name_id').fill('Pengamat sementara')
  await field(admin, 'name_en').fill('Temporary observer')
  await press(admin, 'Tambah peran')
  expect(await said(admin)).toBe('Peran sudah ditambahkan.')
  expect(await axe(admin)).toEqual([])
  await follow(admin, 'Ganti nama Pengamat sementara')
  await field(admin, 'name_id').fill('Pengamat tamu')
  await press(admin, 'Simpan')
  await press(admin, 'Hapus Pengamat tamu')
  expect(await said(admin)).toBe('Peran sudah dihapus.')
  expect(await admin.getByRole('main').innerText()).not.toContain('Pengamat tamu')
  await follow(admin, 'Kembali ke pengaturan')

  // A programme year that would overlap itself is refused, and its days stay.
  await follow(admin, 'Tahun program')
  await field(admin, 'name_id').fill('Tahun 9')
  await field(admin, 'name_en').fill('Year 9')
  await field(admin, 'from').fill('2040-04-01')
  await field(admin, 'to').fill('2040-03-31')
  expect((await press(admin, 'Tambah tahun program')).status()).toBe(422)
  expect(await field(admin, 'from').inputValue()).toBe('2040-04-01')
  await field(admin, 'to').fill('2041-03-31')
  await press(admin, 'Tambah tahun program')
  expect(await said(admin)).toBe('Tahun program sudah ditambahkan.')
  expect(await admin.getByRole('main').innerText()).toContain('1 April 2040 sampai 31 Maret 2041')
  await press(admin, 'Hapus Tahun 9')
  await follow(admin, 'Kembali ke pengaturan')
  expect(await axe(admin)).toEqual([])

  // What was set is as it was.
  for (const part of ['Surel', 'Pelindungan data']) {
    await follow(admin, part)
    expect(await heading(admin)).toBe(part)
    await press(admin, 'Simpan')
  }
})
