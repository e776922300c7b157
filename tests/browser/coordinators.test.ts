// Those who look after a network, in a real browser with the real inbox: signing in, inviting, changing, removing.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoAdministrator } from '../../scripts/demo.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { leadingOn, visit } from './support/form.ts'
import { focused, reachable, tab, tabTo } from './support/keyboard.ts'
import { askForLink, follow, heading, laptop, phone, press, signedIn } from './support/staff.ts'

const choose = (page: Page, label: string | RegExp) => page.getByLabel(label).check()

let count = 0
const newAddress = () => `bagas${process.pid}${++count}@contoh.example`

test('an administrator signs in, invites a coordinator, makes them a viewer and removes them', async ({
  staff,
  visitor,
  home,
}) => {
  const email = newAddress()

  // The address is written, a mail comes, and a scanner opens its link before the person does.
  const admin = await staff(laptop)
  await askForLink(admin, home, demoAdministrator.email)
  const link = admin.url()
  for (let scan = 0; scan < 5; scan++) expect((await fetch(link)).status).toBe(200)
  await press(admin, 'Masuk')
  expect(admin.url()).toBe(`${home}/c/n/rumah-inklusi`)
  expect(await heading(admin)).toBe('Rumah Inklusi Jawa Timur (contoh)')

  // The link is spent.
  const late = await visitor(phone)
  await visit(late, link)
  expect(await heading(late)).toBe('Tautan ini tidak dapat dipakai lagi')

  // Inviting: first with mistakes, which are named and keep what was typed.
  await follow(admin, 'Orang yang boleh masuk')
  await follow(admin, 'Undang orang')
  await admin.getByLabel('Nama', { exact: true }).fill('Bagas Contoh')
  await admin.getByLabel('Alamat surel', { exact: true }).fill('bagas')
  await choose(admin, /^Koordinator beberapa/)
  expect((await press(admin, 'Kirim undangan')).status()).toBe(422)
  expect(await admin.title()).toMatch(/^Perlu diperbaiki: /)
  expect(await admin.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await admin.getByRole('alert').getByRole('link').allInnerTexts()).toHaveLength(2)
  expect(await admin.getByLabel('Nama', { exact: true }).inputValue()).toBe('Bagas Contoh')
  await admin.getByLabel('Alamat surel', { exact: true }).fill(email)
  await choose(admin, 'Kabupaten Malang')
  await choose(admin, 'Kota Surabaya')
  await press(admin, 'Kirim undangan')
  expect(await admin.getByRole('status').innerText()).toBe('Undangan sedang dikirim.')
  expect(await admin.getByRole('main').innerText()).toContain('Koordinator, Kabupaten Malang, Kota Surabaya')

  // The invitation says where to sign in, and the coordinator does, on a phone.
  const invitation = await mailTo(email, 'Undangan')
  expect(invitation.text.replace(/\s+/g, ' ')).toContain('Ratna Contoh mengundang Anda')
  expect(invitation.text).toContain(`${home}/c/sign-in`)
  const bagas = await signedIn(staff, home, email, phone)
  await bagas.waitForURL(`${home}/c/n/rumah-inklusi`)
  expect(await bagas.getByRole('main').innerText()).toContain(
    'Wilayah Anda: Kabupaten Malang, Kota Surabaya.',
  )
  expect((await visit(bagas, `${home}/c/n/rumah-inklusi/people`)).status()).toBe(403)
  expect(await heading(bagas)).toBe('Peran Anda tidak mencakup halaman ini')

  // Whoever is signed in is a respondent like any other on a form: no cookie goes along.
  await visit(bagas, `${home}/f/iko-2026-2`)

  // A viewer from the next page on.
  await follow(admin, 'Ganti peran Bagas Contoh')
  await choose(admin, /^Pengamat/)
  await press(admin, 'Simpan')
  await visit(bagas, `${home}/c`)
  expect(await bagas.getByRole('main').innerText()).toContain('Peran Anda di jaringan ini: Pengamat')

  // Removed, after one question, and out at once.
  await follow(admin, 'Keluarkan Bagas Contoh')
  expect(await heading(admin)).toBe('Keluarkan Bagas Contoh?')
  await press(admin, 'Ya, keluarkan')
  expect(await admin.getByRole('main').innerText()).not.toContain('Bagas')
  await visit(bagas, `${home}/c/n/rumah-inklusi`)
  expect(bagas.url()).toBe(`${home}/c/sign-in?said=first`)
  expect(await bagas.getByRole('status').innerText()).toBe('Masuk dulu untuk membuka halaman itu.')

  // The last administrator stays.
  await follow(admin, 'Keluarkan Ratna Contoh')
  expect((await press(admin, 'Ya, keluarkan')).status()).toBe(409)
  expect(await admin.getByRole('alert').innerText()).toMatch(/sedikitnya satu pengelola/)
})

test('sessions, language and signing out, by keyboard alone', async ({ staff, home }) => {
  const email = newAddress()
  const admin = await signedIn(staff, home, demoAdministrator.email)
  await admin.waitForURL(`${home}/c/n/rumah-inklusi`)
  await visit(admin, `${home}/c/n/rumah-inklusi/people/invite`)
  await admin.getByLabel('Nama', { exact: true }).fill('Wulan Contoh')
  await admin.getByLabel('Alamat surel', { exact: true }).fill(email)
  await choose(admin, /^Fasilitator/)
  await press(admin, 'Kirim undangan')

  // Tab comes by everything there is, in its order, and one sees where one is.
  const wulan = await staff(phone)
  await askForLink(wulan, home, email)
  await tabTo(wulan, 'Masuk')
  await leadingOn(wulan, () => wulan.keyboard.press('Enter'))
  expect(wulan.url()).toBe(`${home}/c/n/rumah-inklusi`)
  const expected = await reachable(wulan)
  const stops: string[] = []
  for (const _ of expected) {
    const stop = await tab(wulan)
    expect([stop.name, stop.isOutlined, stop.isInSight]).toEqual([stop.name, true, true])
    stops.push(stop.name)
  }
  expect(stops).toEqual(expected)

  // The language is hers from now on.
  await tabTo(wulan, 'English')
  await leadingOn(wulan, () => wulan.keyboard.press('Enter'))
  expect(await wulan.locator('html').getAttribute('lang')).toBe('en')

  // She is signed in on another device as well, and ends that from here.
  const other = await signedIn(staff, home, email)
  await other.waitForURL(`${home}/c/n/rumah-inklusi`)
  await tabTo(wulan, 'Where you are signed in')
  await leadingOn(wulan, () => wulan.keyboard.press('Enter'))
  await tabTo(wulan, 'End all others')
  await leadingOn(wulan, () => wulan.keyboard.press('Enter'))
  expect(await wulan.getByRole('main').innerText()).toContain('You are signed in here only.')
  await visit(other, `${home}/c`)
  expect(other.url()).toMatch(/\/c\/sign-in\?said=first$/)

  await tabTo(wulan, 'Sign out')
  expect((await focused(wulan)).kind).toBe('submit')
  await leadingOn(wulan, () => wulan.keyboard.press('Enter'))
  expect(wulan.url()).toBe(`${home}/c/sign-in?lang=en&said=out`)
  expect(await wulan.getByRole('status').innerText()).toBe('You are signed out.')
  await visit(wulan, `${home}/c/sessions`)
  expect(wulan.url()).toMatch(/\/c\/sign-in/)
})
