// An organisation stands twice: it is found, compared, merged and parted again by keyboard alone.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { sent } from './support/sent.ts'
import { administrator, heading, isSummaryFocused, press, said, words } from './support/staff.ts'

/** Goes by Tab to what says this, and presses Enter there. */
async function enter(page: Page, says: string): Promise<void> {
  await tabTo(page, says.slice(0, 60))
  await leadingOn(page, () => page.keyboard.press('Enter'))
}

/** Adds an organisation of Sumenep by hand, and gives the address of its page. */
async function add(page: Page, home: string, name: string): Promise<string> {
  await visit(page, `${home}/c/n/rumah-inklusi/organisations/new`)
  await fillIn(page, { name, district: '35.29' })
  await press(page, 'Tambah organisasi')
  return page.url().split('?')[0] ?? ''
}

test('a duplicate is merged and parted again by keyboard, with what it had sent', async ({ staff, home }) => {
  const { name, email } = newOrganisation()
  const twin = name.replace('Yayasan', 'Yys.')
  const page = await administrator(staff, home)
  const kept = await add(page, home, name)
  const gone = await add(page, home, twin)
  // The second one answers under its own name.
  await sent(home, 'iko-2026-2', { ...ikoAnswersOf({ name: twin, email }), district: '35.29' })

  // Found in the list, from which both are compared.
  await visit(page, `${home}/c/n/rumah-inklusi/organisations`)
  await enter(page, 'Organisasi yang mungkin tercatat dua kali')
  await enter(page, `Bandingkan ${name} dan ${twin}`)
  expect(await heading(page)).toBe(`${name} dan ${twin}: satu organisasi?`)
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([`Pertama: ${name}`, `Kedua: ${twin}`])
  expect(await page.getByRole('table').innerText()).toContain('IKO 2026, putaran kedua')

  // Nothing chosen is no decision; then the first is kept.
  await enter(page, 'Simpan keputusan')
  expect(await isSummaryFocused(page)).toBe(true)
  await tabTo(page, 'choice')
  await page.keyboard.press('Space')
  expect(await page.locator('input[name=choice]:checked').getAttribute('value')).toBe('one')
  await enter(page, 'Simpan keputusan')
  expect(page.url()).toBe(`${kept}?done=merged`)
  expect(await said(page)).toMatch(/^Organisasi sudah digabungkan/)
  expect(await words(page)).toContain(`Nama lain: ${twin}`)
  expect(await words(page)).toContain('IKO 2026, putaran kedua')

  // It was a mistake: undone from the page of the one that was kept, after one question.
  await enter(page, `Batalkan penggabungan ${twin}`)
  expect(await heading(page)).toBe(`Batalkan penggabungan ${twin}?`)
  await enter(page, 'Ya, batalkan penggabungan')
  expect(page.url()).toBe(`${gone}?done=undone`)
  expect(await heading(page)).toBe(twin)
  expect(await words(page)).toContain('IKO 2026, putaran kedua')
})
