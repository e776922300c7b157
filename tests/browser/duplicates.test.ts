// An organisation stands twice: it is found, compared, merged and parted again by keyboard alone, on a phone and a laptop.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { fillIn, leadingOn, send, visit } from './support/form.ts'
import { focused, tab, tabTo } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { administrator, heading, laptop, press, said, words } from './support/staff.ts'

const phone = { viewport: { width: 360, height: 740 } }

/** Goes by Tab to what says this, and presses Enter there. */
async function enter(page: Page, says: string): Promise<void> {
  await tabTo(page, says.slice(0, 60))
  await leadingOn(page, () => page.keyboard.press('Enter'))
}

/** Adds an organisation of Sumenep by hand, and leads to its page. */
async function add(page: Page, home: string, name: string): Promise<string> {
  await visit(page, `${home}/c/n/rumah-inklusi/organisations/new`)
  await fillIn(page, { name, district: '35.29' })
  await press(page, 'Tambah organisasi')
  return page.url().split('?')[0] ?? ''
}

test('a duplicate is merged and parted again by keyboard, with what it had sent', async ({
  visitor,
  staff,
  home,
}) => {
  const { name, email } = newOrganisation()
  const twin = name.replace('Yayasan', 'Yys.')
  const page = await administrator(staff, home)
  const kept = await add(page, home, name)
  const gone = await add(page, home, twin)

  // The second one answers under its own name.
  const respondent = await visitor({ ...phone, javaScriptEnabled: false })
  await visit(respondent, `${home}/f/iko-2026-2`)
  await fillIn(respondent, { ...ikoAnswersOf({ name: twin, email }), district: '35.29' })
  await send(respondent)

  // Found in the list, from which both are compared.
  await visit(page, `${home}/c/n/rumah-inklusi/organisations`)
  await enter(page, 'Organisasi yang mungkin tercatat dua kali')
  expect(await words(page)).toContain('Namanya mirip.')
  await enter(page, `Bandingkan ${name} dan ${twin}`)
  expect(await heading(page)).toBe(`${name} dan ${twin}: satu organisasi?`)
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([`Pertama: ${name}`, `Kedua: ${twin}`])
  expect(await page.getByRole('table').innerText()).toContain('IKO 2026, putaran kedua')

  // Nothing chosen is no decision; then the first is kept.
  await enter(page, 'Simpan keputusan')
  expect(await page.title()).toMatch(/^Perlu diperbaiki: /)
  expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  await tabTo(page, 'choice')
  await page.keyboard.press('Space')
  expect(await page.locator('input[name=choice]:checked').getAttribute('value')).toBe('one')
  await enter(page, 'Simpan keputusan')
  expect(page.url()).toBe(`${kept}?done=merged`)
  expect(await said(page)).toMatch(/^Organisasi sudah digabungkan/)
  expect(await words(page)).toContain(`Nama lain: ${twin}`)
  expect(await words(page)).toContain('IKO 2026, putaran kedua')
  await visit(page, gone)
  expect(page.url()).toBe(kept)

  // It was a mistake: undone from the page of the one that was kept, after one question.
  await enter(page, `Batalkan penggabungan ${twin}`)
  expect(await heading(page)).toBe(`Batalkan penggabungan ${twin}?`)
  await enter(page, 'Ya, batalkan penggabungan')
  expect(page.url()).toBe(`${gone}?done=undone`)
  expect(await heading(page)).toBe(twin)
  expect(await words(page)).toContain('IKO 2026, putaran kedua')
  await visit(page, kept)
  expect(await words(page)).toContain('Belum ada yang dikirim.')
  expect(await words(page)).not.toContain(twin)
})

test('two organisations side by side fit on a phone, and every stop of Tab is seen', async ({
  staff,
  home,
}) => {
  const { name } = newOrganisation()
  const page = await administrator(staff, home, phone)
  await add(page, home, name)
  await add(page, home, `${name} Sumenep`)
  await visit(page, `${home}/c/n/rumah-inklusi/organisations/duplicates`)
  expect([...(await axe(page)), ...(await sideways(page))]).toEqual([])
  await enter(page, `Bandingkan ${name} dan ${name} Sumenep`)
  for (const viewport of [phone.viewport, { width: 320, height: 640 }, laptop.viewport]) {
    await page.setViewportSize(viewport)
    expect([...(await axe(page)), ...(await sideways(page))]).toEqual([])
  }
  await page.setViewportSize(phone.viewport)
  await page.locator('.skip').focus()
  for (let stop = await focused(page); stop.kind !== 'body'; stop = await tab(page))
    expect([stop.name, stop.isOutlined, stop.isInSight]).toEqual([stop.name, true, true])
})
