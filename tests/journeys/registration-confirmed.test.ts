// From a registration to the registry: a coordinator confirms it, the mail names what is open, and its organisation is kept.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn } from './support/form.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { sent } from './support/sent.ts'
import { administrator, follow, heading, isSummaryFocused, press, said, words } from './support/staff.ts'

test('a coordinator confirms a registration, and the mail names the open round', async ({ staff, home }) => {
  const organisation = newOrganisation()
  await sent(home, 'daftar', registrationAnswersOf(organisation))

  // Found among those that wait, and read.
  const page = await administrator(staff, home)
  await follow(page, 'Pendaftaran')
  await follow(page, organisation.name)
  expect(await heading(page)).toBe(`Pendaftaran ${organisation.name}`)
  expect(await words(page)).toContain(organisation.email)

  // What stands folded is opened without a script; a refusal without a reason is no refusal.
  await page.getByText('Tolak', { exact: true }).click()
  expect((await press(page, 'Tolak pendaftaran')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)

  // The open round asks members, among others.
  await page.locator('select[name=role]').selectOption({ label: 'Anggota' })
  await press(page, 'Terima pendaftaran')
  expect(await said(page)).toBe('Pendaftaran sudah diterima.')
  const mail = await mailTo(organisation.email, 'bagian dari')
  const link = `${home}/f/iko-2026-2`
  expect(mail.text).toContain(link)
  expect(mail.html).toContain(`href="${link}"`)
  await follow(page, `Buka halaman ${organisation.name}`)
  expect(await words(page)).toContain(organisation.email)
})

test('an organisation is added, gets another name, somebody to reach there and a relation', async ({
  staff,
  home,
}) => {
  const { name } = newOrganisation()
  const page = await administrator(staff, home)
  await follow(page, 'Organisasi')
  await follow(page, 'Tambah organisasi')
  expect((await press(page, 'Tambah organisasi')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  await fillIn(page, { name, district: '35.73' })
  await press(page, 'Tambah organisasi')
  expect(await said(page)).toBe('Organisasi sudah ditambahkan.')

  await follow(page, 'Ubah data')
  await page.getByLabel('Nama resmi').fill(`${name} Baru`)
  await press(page, 'Simpan')
  expect(await words(page)).toContain(`Nama lama: ${name}`)

  await follow(page, 'Tambah orang')
  await page.getByLabel('Nama', { exact: true }).fill('Joko Contoh')
  await page.getByLabel('Nomor WhatsApp').fill('0812 3456 7890')
  await press(page, 'Simpan')
  await follow(page, 'Ubah Joko Contoh')
  await page.getByText('Hapus Joko Contoh dari daftar', { exact: true }).first().click()
  await press(page, 'Hapus Joko Contoh dari daftar')
  expect(await said(page)).toBe('Sudah dihapus.')

  // The other organisation is looked for first, and then chosen among what was found.
  await follow(page, 'Tambah atau akhiri hubungan')
  await page.getByLabel('Cari organisasi lain').fill('simpul')
  await press(page, 'Cari')
  await page.getByLabel('Simpul Belajar Contoh Kabupaten Gresik').check()
  await page.getByLabel(/anggota simpul belajar ini/).check()
  await press(page, 'Tambah hubungan')
  expect(await words(page)).toContain('Simpul Belajar Contoh Kabupaten Gresik')
})
