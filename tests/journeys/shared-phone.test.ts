// One phone for several organisations: nothing of one is left for the next. And answers that are mailed nowhere.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { leadingOn, typedOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { answerOn, press, receiptWithReport, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }

/** Everything a page can leave on a device. */
const leftOn = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))),
})

const nothing = { cookies: [], local: 0, session: 0, caches: [], databases: [], workers: 0 }

test('two organisations answer on one phone, and the second finds nothing of the first', async ({
  visitor,
  home,
}) => {
  const [first, second] = [newOrganisation(), newOrganisation()]
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  const blank = (await typedOn(page)).slice(1)
  await walk(page, ikoAnswersOf(first))
  const [key] = await typedOn(page)
  await press(page, 'Periksa dulu')
  // Until it is sent, the phone keeps it.
  expect((await leftOn(page)).local).toBe(1)
  await press(page, 'Kirim')
  const receipt = page.url()
  const { seen } = await referenceOn(page)

  await leadingOn(page, () => page.getByRole('link', { name: 'Isi untuk organisasi lain' }).click())
  const [freshKey, ...typed] = await typedOn(page)
  expect(typed).toEqual(blank)
  expect(freshKey).toMatch(/^submission=[0-9a-f-]{36}$/)
  expect(freshKey).not.toBe(key)
  const html = await page.content()
  const others = { ...ikoAnswersOf(first), seen, receipt: new URL(receipt).pathname }
  for (const left of [others.organisation, others.email, others.facilitator, others.seen, others.receipt])
    expect(html).not.toContain(left)
  expect(await leftOn(page)).toEqual(nothing)

  await walk(page, { ...ikoAnswersOf(second), influence: '4' })
  await press(page, 'Kirim')
  expect(page.url()).not.toBe(receipt)
  expect((await referenceOn(page)).seen).not.toBe(seen)
  expect(await answerOn(page, 'Nama organisasi').textContent()).toContain(second.name)
  expect(await leftOn(page)).toEqual(nothing)
})

test('an organisation without e-mail finds its report on the receipt, and passes it on by WhatsApp', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, { ...ikoAnswersOf(organisation), email: '' })
  await press(page, 'Periksa dulu')
  await press(page, 'Kirim')
  expect(await page.getByRole('main').innerText()).toContain('Anda tidak menulis alamat surel.')
  await receiptWithReport(page)
  expect(await page.getByRole('main').innerText()).toContain('laporan Anda selalu dapat dibuka dari sini')
  const share = page.getByRole('link', { name: 'Bagikan laporan lewat WhatsApp' })
  const { origin, searchParams } = new URL((await share.getAttribute('href')) ?? '')
  expect(origin).toBe('https://wa.me')
  const [text, address = ''] = (searchParams.get('text') ?? '').split('\n')
  expect(text).toContain(organisation.name)

  // Whoever gets the text opens the report with it.
  const reader = await visitor(phone)
  await visit(reader, address)
  expect(await titleOn(reader)).toContain(organisation.name)
  expect(await reader.getByRole('main').innerText()).toContain('1,30 dari 4')

  // And the organisation opens it from its receipt.
  await leadingOn(page, () => page.getByRole('link', { name: /^Buka laporan/ }).click())
  expect(page.url()).toBe(address)
})
