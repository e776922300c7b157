// A network from nothing to its first answer: set up, its list imported, a round opened, shared, answered, followed.
import { expect } from 'vitest'
import { dayOf } from '../../src/core/kernel/date.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { newAdministrator, newNetwork } from '../support/seeded.ts'
import { fillIn, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { sent } from './support/sent.ts'
import { administrator, follow, heading, laptop, phone, press, said, words } from './support/staff.ts'

test('a new network imports its organisations, opens a round, and follows the first answer', async ({
  staff,
  visitor,
  home,
}) => {
  const front = `${home}/c/n/${newNetwork.slug}`
  const admin = await administrator(staff, home, laptop, newAdministrator.personId)
  expect(admin.url()).toBe(front)
  expect(await heading(admin)).toBe(newNetwork.name.id)

  // Who is expected to answer goes by roles, so one comes first.
  await follow(admin, 'Pengaturan jaringan')
  await follow(admin, 'Peran organisasi')
  await fillIn(admin, { name_id: 'Anggota', name_en: 'Member' })
  await press(admin, 'Tambah peran')
  expect(await said(admin)).toBe('Peran sudah ditambahkan.')

  // The list: two members, one of them without an address.
  const [first, second] = [newOrganisation(), newOrganisation()]
  await visit(admin, `${front}/organisations/import`)
  const rows = [
    'Nama;Kab/Kota;Peran;Narahubung;Surel',
    `${first.name};Kabupaten Malang;Anggota;Ratna Contoh;${first.email}`,
    `${second.name};Kota Surabaya;Anggota;;`,
  ]
  await admin.getByLabel('Berkas daftar').setInputFiles({
    name: 'daftar.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  })
  await press(admin, 'Periksa daftar')
  await press(admin, 'Tambahkan 2 organisasi')

  // A round for members, open from today on.
  await visit(admin, `${front}/rounds`)
  await follow(admin, 'Buka putaran baru')
  const [year, month, day] = dayOf(Date.now(), newNetwork.timeZone).split('-')
  await fillIn(admin, {
    form: 'iko',
    title_id: 'IKO pertama',
    title_en: 'First IKO',
    opens_day: `${day}/${month}/${year}`,
    audience: 'roles',
  })
  await admin.getByLabel('Anggota', { exact: true }).check()
  await press(admin, 'Simpan putaran ini')
  expect(await said(admin)).toContain('Putaran sudah disimpan.')
  const round = admin.url().split('?')[0] ?? ''
  await follow(admin, 'Bagikan')
  const address = await admin.getByLabel('Alamat formulir').inputValue()
  expect(address).toBe(`${home}/f/iko-pertama`)

  // The organisation that got the link answers; its report comes in the name of its network.
  await sent(home, 'iko-pertama', ikoAnswersOf(first))
  const report = await mailTo(first.email, 'laporan')
  expect(report.text).toContain(newNetwork.name.id)
  const respondent = await visitor(phone)
  await visit(respondent, linkIn(report, `${home}/r/`))
  expect(await heading(respondent)).toContain(first.name)

  // The board says one of two, and leads to who is missing and to who has sent.
  await visit(admin, round)
  await follow(admin, 'Lihat perkembangan pengisian')
  expect(await words(admin)).toContain('1 dari 2 organisasi sudah mengirim (50%)')
  await visit(admin, `${round}/board/missing`)
  expect(await words(admin)).toContain(second.name)
  await visit(admin, `${round}/board/sent`)
  await follow(admin, first.name)
  expect(await words(admin)).toContain('IKO pertama')
})
