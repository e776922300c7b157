// An administrator sets what the network goes by, in a real browser: its name and its picture, and what is refused.
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { newAdministrator, newNetwork } from '../support/seeded.ts'
import { visit } from './support/form.ts'
import {
  administrator,
  field,
  follow,
  heading,
  isSummaryFocused,
  laptop,
  press,
  said,
} from './support/staff.ts'

const PICTURE = resolve('public/picture.png')

test('an administrator changes the name and the picture; what is refused stays as it was typed', async ({
  staff,
  visitor,
  home,
}) => {
  const admin = await administrator(staff, home, laptop, newAdministrator.personId)
  await follow(admin, 'Pengaturan jaringan')

  // The name: refused first, with the focus on what is wrong, a way from there to its field, and everything typed kept.
  await follow(admin, 'Nama dan wilayah')
  await field(admin, 'name_id').fill('Jaringan Lama Contoh')
  await field(admin, 'min_group').fill('dua')
  expect((await press(admin, 'Simpan')).status()).toBe(422)
  expect(await isSummaryFocused(admin)).toBe(true)
  await admin.getByRole('alert').getByRole('link').click()
  expect(await field(admin, 'min_group').evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await field(admin, 'name_id').inputValue()).toBe('Jaringan Lama Contoh')
  await field(admin, 'min_group').fill('5')
  await press(admin, 'Simpan')
  expect(await said(admin)).toBe('Nama dan wilayah sudah disimpan.')

  // The picture: not without words, then shown to staff and to everybody.
  await follow(admin, 'Logo jaringan')
  await field(admin, 'file').setInputFiles(PICTURE)
  await field(admin, 'alt_id').fill('Tiga titik yang terhubung')
  expect((await press(admin, 'Simpan')).status()).toBe(422)
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
  const somebody = await visitor()
  await visit(somebody, `${home}/n/${newNetwork.slug}`)
  expect(await heading(somebody)).toBe('Jaringan Lama Contoh')
  expect(await seen(somebody)).toEqual({ isLoaded: true, isSmall: true })

  // As it was.
  await follow(admin, 'Logo jaringan')
  await press(admin, 'Hapus logo')
  expect(await said(admin)).toBe('Logo sudah dihapus.')
  await follow(admin, 'Nama dan wilayah')
  await field(admin, 'name_id').fill(newNetwork.name.id)
  await press(admin, 'Simpan')
})
