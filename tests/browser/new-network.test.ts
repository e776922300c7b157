// A network from nothing to its first answer: made by a command, set up, its list imported, a round opened, shared, answered, followed.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../../scripts/run/place.ts'
import { dayOf } from '../../src/core/form/date.ts'
import { axe, sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { ownPlace } from '../support/place.ts'
import { until } from '../support/wait.ts'
import { fillIn, send, visit } from './support/form.ts'
import { linkIn } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { follow, heading, laptop, phone, press, said, signedIn, words } from './support/staff.ts'

const email = `sari${process.pid}@jaringan-baru.example`

/** Runs `npm run network` on the database of the copy, and gives what it says. */
async function network(...args: readonly string[]): Promise<string> {
  const script = join(root, 'scripts/network.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', script, ...args, '--local'],
    { env: { ...process.env, STATE_DIR: ownPlace().folder } },
  )
  return stdout
}

/** The four numbers of the ledger, in their order, and what they must add up to. */
async function ledgerOn(page: Page): Promise<{ parts: readonly number[]; accepted: number }> {
  const parts = await page.getByRole('main').getByRole('listitem').getByRole('link').allInnerTexts()
  const accepted = /diterima: (\d+)/.exec(await words(page))?.[1]
  return { parts: parts.map((text) => Number(/(\d+)$/.exec(text)?.[1])), accepted: Number(accepted) }
}

test('a new network is set up, imports its organisations, opens a round, and follows the first answer', async ({
  staff,
  visitor,
  home,
}) => {
  const slug = `jaringan-baru-${process.pid}`
  const front = `${home}/c/n/${slug}`
  await network(
    '--name',
    'Jaringan Baru Contoh',
    '--name-en',
    'New Network Demo',
    '--slug',
    slug,
    '--province',
    '35',
    '--reply-to',
    email,
  )
  const told = await network('administrator', '--network', slug, '--name', 'Sari Contoh', '--email', email)
  expect(told).toContain(`${home}/c/sign-in`)

  // The administrator signs in by the mailed link. Nothing is there yet, and every page says how to begin.
  const admin = await signedIn(staff, home, email, { viewport: laptop.viewport, bypassCSP: true })
  expect(admin.url()).toBe(front)
  expect(await heading(admin)).toBe('Jaringan Baru Contoh')
  expect(await words(admin)).toContain('Tidak ada yang menunggu Anda.')
  for (const [part, text] of [
    ['rounds', 'Buka putaran pertama'],
    ['board', 'Belum ada putaran.'],
    ['registrations', 'Belum ada pendaftaran'],
    ['organisations', 'Belum ada organisasi.'],
    ['messages', 'Belum ada surel.'],
  ] as const) {
    await visit(admin, `${front}/${part}`)
    expect(await words(admin)).toContain(text)
  }

  // Who is expected to answer goes by roles, so these come first.
  await visit(admin, front)
  await follow(admin, 'Pengaturan jaringan')
  await follow(admin, 'Peran organisasi')
  for (const [name, english] of [
    ['Anggota', 'Member'],
    ['Mitra', 'Partner'],
  ] as const) {
    await fillIn(admin, { name_id: name, name_en: english })
    await press(admin, 'Tambah peran')
    expect(await said(admin)).toBe('Peran sudah ditambahkan.')
  }

  // The list: two members, one of them without an address.
  const [first, second] = [newOrganisation(), newOrganisation()]
  await visit(admin, `${front}/organisations`)
  await follow(admin, /^Impor daftar organisasi/)
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
  expect(await said(admin)).toBe('2 organisasi sudah ditambahkan.')

  // A round for members, open from today on.
  await visit(admin, `${front}/rounds`)
  await follow(admin, 'Buka putaran baru')
  const [year, month, day] = dayOf(Date.now(), 'Asia/Jakarta').split('-')
  await fillIn(admin, {
    form: 'iko',
    title_id: 'IKO pertama',
    title_en: 'First IKO',
    slug: `iko-baru-${process.pid}`,
    opens_day: `${day}/${month}/${year}`,
    audience: 'roles',
  })
  await admin.getByLabel('Anggota', { exact: true }).check()
  await press(admin, 'Simpan putaran ini')
  expect(await said(admin)).toContain('Putaran sudah disimpan.')
  const round = new URL(admin.url()).pathname
  await follow(admin, 'Bagikan')
  const address = await admin.getByLabel('Alamat formulir').inputValue()
  expect(address).toBe(`${home}/f/iko-baru-${process.pid}`)

  // The organisation that got the link answers on a phone.
  const respondent = await visitor(phone)
  await visit(respondent, address)
  expect(await respondent.getByRole('banner').innerText()).toContain('Jaringan Baru Contoh')
  await fillIn(respondent, ikoAnswersOf(first))
  expect((await send(respondent)).status()).toBe(200)

  // The report is in its inbox, in the name of its network, and answers to it go to the network.
  const report = await mailTo(first.email, 'laporan')
  expect(report.text).toContain('Jaringan Baru Contoh')
  await visit(respondent, linkIn(report, `${home}/r/`))
  expect(await heading(respondent)).toContain(first.name)

  // The board says one of two, and who is missing.
  await visit(admin, `${home}${round}`)
  await follow(admin, 'Lihat perkembangan pengisian')
  expect(await words(admin)).toContain('1 dari 2 organisasi sudah mengirim (50%)')
  await visit(admin, `${home}${round}/board/missing`)
  await follow(admin, second.name)
  expect(await heading(admin)).toBe(second.name)
  await visit(admin, `${home}${round}/board/sent`)
  await follow(admin, first.name)
  expect(await words(admin)).toContain('IKO pertama')
  await follow(admin, 'Surel kepada organisasi ini')
  expect(await words(admin)).toContain(`Laporan untuk ${first.name}`)

  // The ledger: one answer, done once its mails have been handed over.
  const ledger = await until('a ledger with nothing owed', async () => {
    await visit(admin, `${front}/ledger`)
    const read = await ledgerOn(admin)
    return read.parts[2] === 0 ? read : undefined
  })
  expect(ledger).toEqual({ parts: [1, 0, 0, 0], accepted: 1 })

  // What was seen on the way holds on a phone as well.
  await admin.setViewportSize(phone.viewport)
  for (const path of [front, `${front}/ledger`, `${home}${round}`, `${home}${round}/board`]) {
    await visit(admin, path)
    expect([path, await axe(admin), await sideways(admin)]).toEqual([path, [], []])
  }
}, 240_000)
