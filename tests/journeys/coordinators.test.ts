// Those who look after a network, in a real browser with the real inbox: signing in, inviting, removing, and leaving.
import { expect } from 'vitest'
import { demoStaff } from '../../scripts/demo/staff.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { leadingOn, visit } from './support/form.ts'
import { focused, tabTo } from './support/keyboard.ts'
import {
  administrator,
  askForLink,
  follow,
  heading,
  isSummaryFocused,
  phone,
  press,
  said,
  signedIn,
  words,
} from './support/staff.ts'

test('an administrator invites somebody, who signs in by the mails alone, and removes them again', async ({
  staff,
  home,
}) => {
  const email = `bagas${process.pid}@contoh.example`
  const admin = await administrator(staff, home)
  await follow(admin, 'Orang yang boleh masuk')
  await follow(admin, 'Undang orang')

  // First with mistakes, which have the focus and keep what was typed.
  const name = admin.getByLabel('Nama', { exact: true })
  await name.fill('Bagas Contoh')
  await admin.getByLabel('Alamat surel', { exact: true }).fill('bagas')
  await admin.getByLabel(/^Koordinator beberapa/).check()
  expect((await press(admin, 'Kirim undangan')).status()).toBe(422)
  expect(await isSummaryFocused(admin)).toBe(true)
  expect(await name.inputValue()).toBe('Bagas Contoh')
  await admin.getByLabel('Alamat surel', { exact: true }).fill(email)
  await admin.getByLabel('Kabupaten Malang').check()
  await admin.getByLabel('Kota Surabaya').check()
  await press(admin, 'Kirim undangan')
  expect(await said(admin)).toBe('Undangan sedang dikirim.')
  expect(await words(admin)).toContain('Koordinator, Kabupaten Malang, Kota Surabaya')

  // The invitation says where to sign in, a second mail has the link, and the coordinator is in, on a phone.
  const invitation = await mailTo(email, 'Undangan')
  expect(invitation.text).toContain(`${home}/c/sign-in`)
  const bagas = await signedIn(staff, home, email, phone)
  await bagas.waitForURL(`${home}/c/n/rumah-inklusi`)
  expect(await words(bagas)).toContain('Wilayah Anda: Kabupaten Malang, Kota Surabaya.')

  // Whoever is signed in is a respondent like any other on a form: no cookie goes along.
  await visit(bagas, `${home}/f/iko-2026-2`)

  // Removed, after one question, and out at once.
  await follow(admin, 'Keluarkan Bagas Contoh')
  expect(await heading(admin)).toBe('Keluarkan Bagas Contoh?')
  await press(admin, 'Ya, keluarkan')
  expect(await words(admin)).not.toContain('Bagas')
  await visit(bagas, `${home}/c/n/rumah-inklusi`)
  expect(bagas.url()).toBe(`${home}/c/sign-in?said=first`)
  expect(await said(bagas)).toBe('Masuk dulu untuk membuka halaman itu.')
})

test('signing in, changing the language, ending other sessions and signing out, by keyboard alone', async ({
  staff,
  home,
}) => {
  const { email = '' } = demoStaff.find(({ memberships: [first] }) => first?.role === 'facilitator') ?? {}
  const page = await staff(phone)
  await askForLink(page, home, email)
  await tabTo(page, 'Masuk')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(page.url()).toBe(`${home}/c/n/rumah-inklusi`)

  // The language is theirs from now on, also where they sign in next.
  await tabTo(page, 'English')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const other = await signedIn(staff, home, email)
  await other.waitForURL(`${home}/c/n/rumah-inklusi`)
  expect(await other.locator('html').getAttribute('lang')).toBe('en')

  // That was on another device, whose session ends from here.
  await tabTo(page, 'Where you are signed in')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  await tabTo(page, 'End all others')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await words(page)).toContain('You are signed in here only.')
  await visit(other, `${home}/c`)
  expect(other.url()).toMatch(/\/c\/sign-in\?said=first$/)

  await tabTo(page, 'Sign out')
  expect((await focused(page)).kind).toBe('submit')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(page.url()).toBe(`${home}/c/sign-in?lang=en&said=out`)
  expect(await said(page)).toBe('You are signed out.')
  await visit(page, `${home}/c/sessions`)
  expect(page.url()).toMatch(/\/c\/sign-in/)
})
