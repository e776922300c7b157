// Half-filled answers in a real browser: the network goes, the page dies, another phone goes on, two phones type at once.
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { checkShown } from '../support/page.ts'
import {
  answerAtOnce,
  keptOn,
  keptPages,
  line,
  NOTHING,
  offline,
  restOfScript,
  savedNow,
  sendOffline,
  typedIn,
} from './support/draft.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { follow } from './support/sections.ts'
import { press, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/iko-2026-2'
const YEAR = 365 * 86_400_000

const spoken = (page: Page) => page.locator('.sr[role=status]').textContent()

/** Types into the first section, which is in sight. */
const type = (page: Page, organisation: string) => fillIn(page, { organisation, sender_name: 'Siti Contoh' })

const linkOn = async (page: Page) => (await page.locator('.kept a').getAttribute('href')) ?? ''

test('within five seconds it is saved by itself, also by a clock a year behind; the link leads on from another phone', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  const other = await visitor(phone)
  await page.clock.install({ time: Date.now() - YEAR })
  await visit(page, home + PATH)
  // Time stands still but for what is let pass.
  await page.clock.pauseAt(Date.now() - YEAR + 60_000)
  const { name } = newOrganisation()
  await type(page, name)
  await restOfScript(page)
  await page.clock.runFor(5000)
  await line(page, /^Tersimpan .* WIB\./)
  await page.clock.resume()
  await checkShown(page)
  const link = await linkOn(page)

  // A button pressed just afterwards saves and leads on, and is not told to come again.
  await leadingOn(page, () => page.getByRole('button', { name: 'Simpan dulu' }).first().click())
  expect(await titleOn(page)).toBe('Isian Anda tersimpan, tetapi belum terkirim')

  await visit(other, link)
  expect(await other.getByRole('main').innerText()).toContain(name)
  expect(await other.content()).not.toContain('Siti Contoh')
  await leadingOn(other, () => other.getByRole('link', { name: 'Lanjut mengisi' }).click())
  expect(await typedIn(other, 'sender_name')).toBe('Siti Contoh')
})

test('of two phones the later one is told, loads the newer answers or keeps its own; both together send once', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const first = await visitor(phone)
  await first.clock.install()
  await visit(first, home + PATH)
  const { influence, ...half } = ikoAnswersOf(organisation)
  await answerAtOnce(first, half)
  await savedNow(first)
  const link = await linkOn(first)
  const second = await visitor(phone)
  await second.clock.install()
  await visit(second, link.replace(/\?.*/, '/form'))
  await fillIn(second, { facilitator: 'Tri Contoh' })
  await savedNow(second)

  await answerAtOnce(first, { facilitator: 'Agus Contoh' })
  await savedNow(first, /^Ada isian yang lebih baru/)
  expect(await spoken(first)).toContain('Ada isian yang lebih baru')
  await line(first, /Yang berbeda: Nama fasilitator\./)
  await checkShown(first)
  await first.locator('.kept button').click()
  await line(first, /^Tersimpan/)

  await fillIn(second, { sender_name: 'Bendahara Contoh' })
  await savedNow(second, /^Ada isian yang lebih baru.* Yang berbeda: Nama fasilitator; Nama Anda\./)
  // It is told below the question that is being answered, and back above the form afterwards.
  const told = second.locator('.q:has([name=sender_name]) + .kept')
  await told.locator('button').waitFor()
  const below = () => told.evaluate((box) => box.getBoundingClientRect().bottom - innerHeight)
  await expect.poll(below).toBeLessThan(1)
  await leadingOn(second, () => second.locator('.kept a').click())
  expect(await typedIn(second, 'facilitator')).toBe('Agus Contoh')

  await answerAtOnce(second, { influence })
  await walk(second, {})
  await press(second, 'Kirim')
  expect(second.url()).toContain('/s/')
  await answerAtOnce(first, { facilitator: 'Sari Contoh' })
  await savedNow(first, /sudah dikirim dari HP atau halaman lain/)
  expect(await linkOn(first)).toContain(link.replace(/\?.*/, ''))
  expect((await keptOn(first)).names).toEqual([])
})

test('without network it is said aloud and nothing is lost; sending waits, can be called off, and goes once', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await type(page, organisation.name)
  await offline(page, true)
  await line(page, /^Tidak ada sinyal/)
  expect(await spoken(page)).toContain('aman di HP ini')
  await checkShown(page)
  await fillIn(page, { sender_role: 'Ketua' })
  await offline(page, false)
  await line(page, /^Tersimpan/)
  expect(await spoken(page)).toContain('Tersimpan')
  const form = await (await fetch((await linkOn(page)).replace(/\?.*/, '/form'))).text()
  expect(form).toContain('value="Ketua"')

  // What is changed while it waits to be sent calls the sending off, and that is said where it was changed.
  await walk(page, ikoAnswersOf(organisation))
  await sendOffline(page)
  await follow(page, page.getByRole('link', { name: /^Sebelumnya/ }))
  await fillIn(page, { 'adaptive_capacity.evidence': 'Notulen' })
  await line(page, /^Pengiriman dibatalkan/)
  expect(await page.locator('.kept').isVisible()).toBe(true)
  await offline(page, false)
  await line(page, /^Tersimpan/)
  expect(page.url()).not.toContain('/s/')

  // Sent once more without network, it goes by itself, and the phone keeps nothing.
  await walk(page, {})
  await sendOffline(page)
  expect(await spoken(page)).toContain('Dikirim sendiri')
  await leadingOn(page, () => offline(page, false))
  expect(page.url()).toContain('/s/')
  expect(await page.getByRole('main').innerText()).toContain(organisation.name)
  expect(await keptOn(page)).toEqual(NOTHING)
})

test('pages that were closed are asked about by the next, which shows no answer until it is told to; each can be deleted', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  const context = page.context()
  await context.clock.install()
  /** Another page of the same phone. */
  const open = async () => {
    const next = await context.newPage()
    await visit(next, home + PATH)
    return next
  }
  await visit(page, home + PATH)
  await type(page, 'Yayasan Hapus Contoh')
  await page.close({ runBeforeUnload: false })

  const next = await open()
  expect(await next.getByRole('heading', { name: 'Ada isian yang belum terkirim di HP ini' }).count()).toBe(1)
  expect(await typedIn(next, 'sender_name')).toBe('')
  expect(await next.getByRole('main').innerText()).not.toContain('Siti Contoh')
  await next.getByRole('button', { name: 'Mulai isian baru' }).click()
  expect(await next.locator('.box').count()).toBe(0)
  await type(next, 'Forum Lain Contoh')
  expect((await keptOn(next)).names).toHaveLength(2)
  await next.close({ runBeforeUnload: false })

  // One of them is gone on with, and saved.
  const third = await open()
  await third.getByRole('button', { name: /^Lanjutkan: Forum Lain Contoh/ }).click()
  expect(await typedIn(third, 'sender_name')).toBe('Siti Contoh')
  await fillIn(third, { sender_role: 'Ketua' })
  await savedNow(third)

  // The other is deleted, after it was asked twice.
  const fourth = await open()
  const remove = fourth.getByRole('button', { name: /^Hapus dari HP ini: Yayasan Hapus Contoh/ })
  await remove.click()
  await fourth.getByRole('button', { name: 'Jangan hapus' }).click()
  expect((await keptOn(fourth)).names).toHaveLength(2)
  await remove.click()
  await checkShown(fourth)
  await fourth.getByRole('button', { name: /^Ya, hapus: / }).click()
  const { names, text } = await keptOn(fourth)
  expect(names).toHaveLength(1)
  expect(text).not.toContain('Yayasan Hapus Contoh')

  // With the last one goes what opens the form without network.
  await fourth.getByRole('button', { name: /^Hapus dari HP ini: Forum Lain Contoh/ }).click()
  await fourth.getByRole('button', { name: /^Ya, hapus: / }).click()
  expect(await fourth.getByRole('heading', { name: /belum terkirim di HP ini/ }).count()).toBe(0)
  await expect.poll(async () => ({ ...(await keptOn(fourth)), text: '[{},{}]' })).toEqual(NOTHING)
  // What the server keeps for another phone is asked about on a page of its own.
  await leadingOn(fourth, () => fourth.getByRole('link', { name: /^Hapus juga/ }).click())
  expect(await titleOn(fourth)).toBe('Hapus isian ini?')
})

test('a form that was opened once opens and is finished without network; what waited when it died is sent when it opens again', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  const context = page.context()
  await visit(page, home + PATH)
  const key = await typedIn(page, 'submission')
  await type(page, organisation.name)
  await keptPages(page)
  await page.close()
  await context.setOffline(true)

  const next = await context.newPage()
  await next.goto(home + PATH)
  const fresh = await typedIn(next, 'submission')
  expect(fresh).not.toBe(key)
  await next.getByRole('button', { name: /^Lanjutkan/ }).click()
  expect(await typedIn(next, 'submission')).toBe(key)
  await walk(next, ikoAnswersOf(organisation))
  await sendOffline(next)
  await next.close()

  const still = await context.newPage()
  await still.goto(home + PATH)
  await still.getByText(/^Menunggu dikirim\./).waitFor()
  // Each page that opens so has a key of its own.
  expect(await typedIn(still, 'submission')).not.toBe(fresh)
  await checkShown(still)
  await still.close()
  await context.setOffline(false)
  const last = await context.newPage()
  await visit(last, home + PATH)
  const receipt = last.getByRole('link', { name: new RegExp(`^Sudah terkirim: ${organisation.name}`) })
  await receipt.waitFor()
  await expect.poll(() => keptOn(last)).toEqual(NOTHING)
  await leadingOn(last, () => receipt.click())
  expect(await last.getByRole('main').innerText()).toContain(organisation.name)
})

describe('without script', () => {
  test('the button keeps what is typed, and its page mails the link', async ({ visitor, home }) => {
    const page = await visitor({ ...phone, javaScriptEnabled: false })
    await visit(page, home + PATH)
    const organisation = newOrganisation()
    await type(page, organisation.name)
    await leadingOn(page, () => page.getByRole('button', { name: 'Simpan dulu' }).first().click())
    expect(await titleOn(page)).toBe('Isian Anda tersimpan, tetapi belum terkirim')
    await fillIn(page, { email: organisation.email })
    await leadingOn(page, () => page.getByRole('button', { name: 'Kirim tautan', exact: true }).click())
    const mail = await mailTo(organisation.email, 'Lanjutkan mengisi')
    expect(mail.text).toContain(page.url().replace(/\?.*/, ''))
    await leadingOn(page, () => page.getByRole('link', { name: 'Lanjut mengisi' }).click())
    expect(await typedIn(page, 'organisation')).toBe(organisation.name)
  })
})
