// From a phone to the registry: an organisation registers, a coordinator confirms it, and the mail names what is open.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { fillIn, send, visit } from './support/form.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { administrator, follow, heading, phone, press, said, words } from './support/staff.ts'

test('an organisation registers, a coordinator confirms it, and the mail names the open round', async ({
  visitor,
  staff,
  home,
}) => {
  const organisation = newOrganisation()
  const respondent = await visitor(phone)
  await visit(respondent, `${home}/f/daftar`)
  await fillIn(respondent, registrationAnswersOf(organisation))
  expect((await send(respondent)).status()).toBe(200)

  // The coordinator finds it among those that wait, and reads what was answered.
  const page = await administrator(staff, home)
  await follow(page, 'Pendaftaran')
  expect(await words(page)).toMatch(/menunggu keputusan/)
  await follow(page, organisation.name)
  expect(await heading(page)).toBe(`Pendaftaran ${organisation.name}`)
  expect(await words(page)).toContain('Ratna Contoh')
  expect(await words(page)).toContain(organisation.email)

  // A refusal without a reason is no refusal.
  await page.getByText('Tolak', { exact: true }).click()
  expect((await press(page, 'Tolak pendaftaran')).status()).toBe(422)
  expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)

  // The open round asks members, among others.
  await page.locator('select[name=role]').selectOption({ label: 'Anggota' })
  await press(page, 'Terima pendaftaran')
  expect(await said(page)).toBe('Pendaftaran sudah diterima.')

  // The mail says so, with the round that is open, and leads to it.
  const mail = await mailTo(organisation.email, 'bagian dari')
  const link = `${home}/f/iko-2026-2`
  expect(mail.text).toContain(link)
  expect(mail.html).toContain(`href="${link}"`)
  expect(mail.text).toContain('IKO 2026, putaran kedua')
  await visit(respondent, link)
  expect(await heading(respondent)).toContain('IKO')

  // The organisation has its page, where its data are kept.
  await follow(page, `Buka halaman ${organisation.name}`)
  expect(await words(page)).toContain('Hak penyandang disabilitas')
  expect(await words(page)).toContain(organisation.email)
  await follow(page, 'Ubah data')
  await page.getByLabel('Nama resmi').fill(`${organisation.name} Baru`)
  await press(page, 'Simpan')
  expect(await said(page)).toBe('Perubahan sudah disimpan.')
  expect(await words(page)).toContain(`Nama lama: ${organisation.name}`)

  await follow(page, 'Tambah atau hapus nama')
  expect((await press(page, 'Tambah nama')).status()).toBe(422)
  await page.getByLabel('Nama', { exact: true }).fill('YRB')
  await page.getByLabel('Singkatan').check()
  await press(page, 'Tambah nama')
  expect(await words(page)).toContain('Singkatan: YRB')

  await follow(page, 'Tambah orang')
  await page.getByLabel('Nama', { exact: true }).fill('Joko Contoh')
  await page.getByLabel('Nomor WhatsApp').fill('0812 3456 7890')
  await press(page, 'Simpan')
  await follow(page, 'Ubah Joko Contoh')
  await page.getByText('Hapus Joko Contoh dari daftar', { exact: true }).first().click()
  await press(page, 'Hapus Joko Contoh dari daftar')
  expect(await said(page)).toBe('Sudah dihapus.')

  // Another one is added by hand, and both are related.
  await follow(page, 'Ke daftar organisasi')
  await follow(page, 'Tambah organisasi')
  expect((await press(page, 'Tambah organisasi')).status()).toBe(422)
  const forum = `Simpul ${organisation.name}`
  await page.getByLabel('Nama resmi').fill(forum)
  await page.getByLabel('Kabupaten atau kota').selectOption('35.73')
  await press(page, 'Tambah organisasi')
  expect(await said(page)).toBe('Organisasi sudah ditambahkan.')
  await follow(page, 'Tambah atau akhiri hubungan')
  await page.getByLabel('Cari organisasi lain').fill(`${organisation.name} baru`)
  await press(page, 'Cari')
  await page.getByLabel(`${organisation.name} Baru, Kota Malang`).check()
  await page.getByLabel(/anggota simpul belajar ini/).check()
  await press(page, 'Tambah hubungan')
  expect(await words(page)).toContain(`Anggotanya: ${organisation.name} Baru`)
  await follow(page, 'Tambah atau akhiri peran')
  expect(await words(page)).toContain('Mitra utama')

  // It is found by the name that it had.
  await visit(page, `${home}/c/n/rumah-inklusi/organisations`)
  await page.getByLabel('Nama, atau sebagian dari nama').fill(organisation.name.toUpperCase())
  await press(page, 'Cari')
  const found = await page.getByRole('main').getByRole('listitem').getByRole('link').allInnerTexts()
  expect(found.toSorted()).toEqual([forum, `${organisation.name} Baru`].toSorted())
})
