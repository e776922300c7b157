// Half-filled answers in a real browser: the network goes, the page dies, storage is full, two phones type at once.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { checkShown } from '../support/page.ts'
import { until } from '../support/wait.ts'
import { keptOn, keptPages, line, NOTHING, offline, posts, sendOffline, typedIn } from './support/draft.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { follow } from './support/sections.ts'
import { press, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/iko-2026-2'

const spoken = (page: Page) => page.locator('.sr[role=status]').textContent()

/** Types into the first section, which is in sight. */
const type = (page: Page, organisation: string) => fillIn(page, { organisation, sender_name: 'Siti Contoh' })

/** Answers a question that is not in sight. */
const answerUnseen = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"]`).evaluateAll((fields: HTMLInputElement[], value) => {
    for (const field of fields) {
      if (field.type === 'radio') {
        if (field.value === value) field.click()
      } else {
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
    }
  }, value)

describe('saving by itself', () => {
  test('reaches the server within five seconds of the first change, and the link leads on from another phone', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    const { name } = newOrganisation()
    const begun = Date.now()
    await type(page, name)
    await line(page, /^Tersimpan .* WIB\./)
    expect(Date.now() - begun).toBeLessThan(60_000)
    await checkShown(page)
    const link = await page.locator('.kept a').getAttribute('href')

    const other = await visitor(phone)
    await visit(other, link ?? '')
    expect(await other.getByRole('main').innerText()).toContain(name)
    expect(await other.content()).not.toContain('Siti Contoh')
    await leadingOn(other, () => other.getByRole('link', { name: 'Lanjut mengisi' }).click())
    expect(await typedIn(other, 'sender_name')).toBe('Siti Contoh')
  })

  test('of a page that is hidden goes at once', async ({ visitor, home }) => {
    const page = await visitor(phone)
    const actions = posts(page.context())
    await visit(page, home + PATH)
    await type(page, 'Yayasan Pergi Contoh')
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await until('the save', async () => actions.includes('save') || undefined)
  })
})

test('a button pressed just after it was saved by itself saves and leads on, and is not told to come again', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await type(page, 'Yayasan Cepat Contoh')
  await line(page, /^Tersimpan/)
  await leadingOn(page, () => page.getByRole('button', { name: 'Simpan dulu' }).first().click())
  expect(await titleOn(page)).toBe('Isian Anda tersimpan, tetapi belum terkirim')
})

describe('two phones', () => {
  test('the later one is told, loads the newer answers or keeps its own; both together send once', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const first = await visitor(phone)
    await visit(first, home + PATH)
    const { influence, ...half } = ikoAnswersOf(organisation)
    await walk(first, half)
    await line(first, /^Tersimpan/)
    const link = (await first.locator('.kept a').getAttribute('href')) ?? ''
    const second = await visitor(phone)
    await visit(second, link.replace(/\?.*/, '/form'))
    await fillIn(second, { facilitator: 'Tri Contoh' })
    await line(second, /^Tersimpan/)

    await answerUnseen(first, 'facilitator', 'Agus Contoh')
    await line(first, /^Ada isian yang lebih baru/)
    expect(await spoken(first)).toContain('Ada isian yang lebih baru')
    await line(first, /Yang berbeda: Nama fasilitator\./)
    await checkShown(first)
    await first.locator('.kept button').click()
    await line(first, /^Tersimpan/)

    await fillIn(second, { sender_name: 'Bendahara Contoh' })
    await line(second, /^Ada isian yang lebih baru.* Yang berbeda: Nama fasilitator; Nama Anda\./)
    // It is told below the question that is being answered, and back above the form afterwards.
    const told = second.locator('.q:has([name=sender_name]) + .kept')
    await told.locator('button').waitFor()
    const below = () => told.evaluate((box) => box.getBoundingClientRect().bottom - innerHeight)
    await expect.poll(below).toBeLessThan(1)
    await leadingOn(second, () => second.locator('.kept a').click())
    expect(await typedIn(second, 'facilitator')).toBe('Agus Contoh')

    await answerUnseen(second, 'influence', influence)
    await walk(second, {})
    await press(second, 'Kirim')
    await mailTo(organisation.email, 'jawaban diterima')
    await answerUnseen(first, 'facilitator', 'Sari Contoh')
    await line(first, /sudah dikirim dari HP atau halaman lain/)
    expect(await first.locator('.kept a').getAttribute('href')).toContain(link.replace(/\?.*/, ''))
    expect((await keptOn(first)).names).toEqual([])
  })
})

test('two pages of one phone with one draft: whoever types last is asked, and the other is told', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, home + PATH)
  await type(page, 'Yayasan Dua Tab Contoh')
  const next = await page.context().newPage()
  await visit(next, home + PATH)
  await next.getByRole('button', { name: /^Lanjutkan/ }).click()
  await fillIn(next, { sender_role: 'Ketua' })
  await line(page, /^Ada isian yang lebih baru/)
  await page.locator('.kept button').first().click()
  expect(await typedIn(page, 'sender_role')).toBe('Ketua')
  await fillIn(page, { facilitator: 'Tri Contoh' })
  await line(next, /^Ada isian yang lebih baru/)
})

describe('without network', () => {
  test('half-way, it is said aloud, nothing is lost, and what was typed is saved when it is back', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await type(page, 'Yayasan Sinyal Contoh')
    await offline(page, true)
    await line(page, /^Tidak ada sinyal/)
    expect(await spoken(page)).toContain('aman di HP ini')
    await checkShown(page)
    await fillIn(page, { sender_role: 'Ketua' })
    await offline(page, false)
    await line(page, /^Tersimpan/)
    expect(await spoken(page)).toContain('Tersimpan')
    const link = (await page.locator('.kept a').getAttribute('href')) ?? ''
    expect(await (await fetch(link.replace(/\?.*/, '/form'))).text()).toContain('value="Ketua"')
  })

  test('before sending, it is sent once when the network is back, and the phone keeps nothing', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    await sendOffline(page)
    expect(await spoken(page)).toContain('Dikirim sendiri')
    await leadingOn(page, () => offline(page, false))
    expect(page.url()).toContain('/s/')
    expect((await mailTo(organisation.email, 'jawaban diterima')).text).toContain(organisation.name)
    expect(await keptOn(page)).toEqual(NOTHING)
  })

  test('what is changed while it waits to be sent calls the sending off, and that is said where it was changed', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    await sendOffline(page)
    await follow(page, page.getByRole('link', { name: /^Sebelumnya/ }))
    await fillIn(page, { 'adaptive_capacity.evidence': 'Notulen' })
    await line(page, /^Pengiriman dibatalkan/)
    expect(await page.locator('.kept').isVisible()).toBe(true)
    await checkShown(page)
    await offline(page, false)
    await line(page, /^Tersimpan/)
    expect(page.url()).not.toContain('/s/')
    await walk(page, {})
    await press(page, 'Kirim')
    await mailTo(organisation.email, 'jawaban diterima')
  })

  test('the server says when to come again, and is not asked before', async ({ visitor, home }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await page.clock.install()
    const asked: number[] = []
    await page.route(`${home}${PATH}**`, (route) => {
      asked.push(asked.length)
      return asked.length === 1
        ? route.fulfill({ status: 429, headers: { 'Retry-After': '40' }, json: { problem: 'busy' } })
        : route.continue()
    })
    await type(page, 'Yayasan Sabar Contoh')
    await page.clock.runFor(5000)
    await until('the first save', async () => (asked.length === 1 ? true : undefined))
    // Its answer has to be read before time goes on.
    await until('the wait', async () => {
      await page.clock.runFor(10)
      return page.evaluate(() => true)
    })
    await page.clock.runFor(30_000)
    expect(asked).toHaveLength(1)
    await page.clock.runFor(12_000)
    await line(page, /^Tersimpan/)
    expect(asked).toHaveLength(2)
  })
})

describe('a page that dies', () => {
  test('a reload brings everything back', async ({ visitor, home }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await type(page, 'Yayasan Muat Ulang Contoh')
    await page
      .locator('[name=results][value="2"]')
      .first()
      .evaluate((radio: HTMLInputElement) => radio.click())
    await leadingOn(page, () => page.reload())
    expect(await typedIn(page, 'organisation')).toBe('Yayasan Muat Ulang Contoh')
    expect(await page.locator('[name=results][value="2"]').first().isChecked()).toBe(true)
  })

  test('a closed one is asked about by the next, which shows no answer until it is told to', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await type(page, 'Yayasan Tutup Contoh')
    await page.close({ runBeforeUnload: false })

    const next = await page.context().newPage()
    await visit(next, home + PATH)
    expect(await next.getByRole('heading', { name: 'Ada isian yang belum terkirim di HP ini' }).count()).toBe(
      1,
    )
    expect(await typedIn(next, 'sender_name')).toBe('')
    expect(await next.getByRole('main').innerText()).not.toContain('Siti Contoh')
    await checkShown(next)
    await next.getByRole('button', { name: /^Lanjutkan: Yayasan Tutup Contoh/ }).click()
    expect(await typedIn(next, 'sender_name')).toBe('Siti Contoh')
    await fillIn(next, { sender_role: 'Ketua' })
    await line(next, /^Tersimpan/)
  })

  test('what is deleted there is gone from the phone; who begins anew finds an empty page', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await type(page, 'Yayasan Hapus Contoh')
    const next = await page.context().newPage()
    await visit(next, home + PATH)
    await next.getByRole('button', { name: 'Mulai isian baru' }).click()
    expect(await next.locator('.box').count()).toBe(0)
    await type(next, 'Forum Lain Contoh')
    await line(next, /^Tersimpan/)
    expect((await keptOn(next)).names).toHaveLength(2)
    const third = await page.context().newPage()
    await visit(third, home + PATH)
    const remove = third.getByRole('button', { name: /^Hapus dari HP ini: Yayasan Hapus Contoh/ })
    await remove.click()
    await third.getByRole('button', { name: 'Jangan hapus' }).click()
    expect((await keptOn(third)).names).toHaveLength(2)
    await remove.click()
    await checkShown(third)
    await third.getByRole('button', { name: /^Ya, hapus: / }).click()
    const { names, text } = await keptOn(third)
    expect(names).toHaveLength(1)
    expect(text).not.toContain('Yayasan Hapus Contoh')
    // With the last one goes what opens the form without network.
    const fourth = await page.context().newPage()
    await visit(fourth, home + PATH)
    await fourth.getByRole('button', { name: /^Hapus dari HP ini: Forum Lain Contoh/ }).click()
    await fourth.getByRole('button', { name: /^Ya, hapus: / }).click()
    expect(await fourth.getByRole('heading', { name: /belum terkirim di HP ini/ }).count()).toBe(0)
    await expect.poll(async () => ({ ...(await keptOn(fourth)), text: '[{},{}]' })).toEqual(NOTHING)
    // What the server keeps for another phone is asked about on a page of its own.
    await leadingOn(fourth, () => fourth.getByRole('link', { name: /^Hapus juga/ }).click())
    expect(await titleOn(fourth)).toBe('Hapus isian ini?')
  })

  test('answers that waited to be sent when it died are sent when it is opened again', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    await sendOffline(page)
    const context = page.context()
    await keptPages(page)
    await page.close()
    const still = await context.newPage()
    await still.goto(home + PATH)
    await still.getByText(/^Menunggu dikirim\./).waitFor()
    await checkShown(still)
    await still.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await visit(next, home + PATH)
    await next.getByRole('link', { name: new RegExp(`^Sudah terkirim: ${organisation.name}`) }).waitFor()
    await expect.poll(() => keptOn(next)).toEqual(NOTHING)
    await mailTo(organisation.email, 'jawaban diterima')
  })
})

describe('storage', () => {
  test('that throws or is full keeps nobody from filling in, saving and sending', async ({
    visitor,
    home,
  }) => {
    const throwing = `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new Error('denied') } })`
    const full = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`
    for (const script of [throwing, full]) {
      const organisation = newOrganisation()
      const page = await visitor(phone)
      await page.addInitScript(script)
      await visit(page, home + PATH)
      await walk(page, ikoAnswersOf(organisation))
      await line(page, /^Tersimpan/)
      await offline(page, true)
      await answerUnseen(page, 'influence', '2')
      await line(page, /Jangan tutup halaman ini/)
      await offline(page, false)
      await press(page, 'Kirim')
      expect(page.url()).toContain('/s/')
      await mailTo(organisation.email, 'jawaban diterima')
    }
  })

  test('is empty after sending from the check too', async ({ visitor, home }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(newOrganisation()))
    await press(page, 'Periksa dulu')
    await press(page, 'Kirim')
    expect(await titleOn(page)).toContain('Terima kasih')
    expect(await keptOn(page)).toEqual(NOTHING)
  })
})

describe('the rest of the script', () => {
  test('that never comes keeps nobody from keeping answers on the phone and sending them', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await page.route('**/later-*', (route) => route.abort())
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    expect((await keptOn(page)).text).toContain(organisation.name)
    await press(page, 'Kirim')
    expect(page.url()).toContain('/s/')
    await mailTo(organisation.email, 'jawaban diterima')
  })

  test('that could not come without network is asked for when it is back, and saves what was typed', async ({
    visitor,
    home,
  }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await offline(page, true)
    await line(page, /^Tidak ada sinyal/)
    await type(page, 'Yayasan Tanpa Sinyal Contoh')
    expect((await keptOn(page)).text).toContain('Yayasan Tanpa Sinyal Contoh')
    await offline(page, false)
    await line(page, /^Tersimpan/)
  })
})

test('a phone whose clock is a year behind keeps, saves and sends like any other', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await page.addInitScript('const now = Date.now; Date.now = () => now() - 31_536_000_000')
  await visit(page, home + PATH)
  await walk(page, ikoAnswersOf(organisation))
  await line(page, /^Tersimpan/)
  await press(page, 'Kirim')
  await mailTo(organisation.email, 'jawaban diterima')
})

test('without script the button keeps what is typed, and its page mails the link', async ({
  visitor,
  home,
}) => {
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

describe('a form that was opened once', () => {
  test('opens, is filled in and finished without network, and is sent when that is back', async ({
    visitor,
    home,
  }) => {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    await visit(page, home + PATH)
    const key = await typedIn(page, 'submission')
    await type(page, organisation.name)
    await keptPages(page)
    await page.close()
    const context = page.context()
    await context.setOffline(true)

    const next = await context.newPage()
    await next.goto(home + PATH)
    expect(await typedIn(next, 'submission')).not.toBe(key)
    await next.getByRole('button', { name: /^Lanjutkan/ }).click()
    expect(await typedIn(next, 'submission')).toBe(key)
    await walk(next, ikoAnswersOf(organisation))
    await sendOffline(next)
    await leadingOn(next, () => context.setOffline(false))
    expect(next.url()).toContain('/s/')
    await mailTo(organisation.email, 'jawaban diterima')
    expect(await keptOn(next)).toEqual(NOTHING)
  })

  test('is saved to a file and loaded from it', async ({ visitor, home }) => {
    const page = await visitor(phone)
    await visit(page, home + PATH)
    await walk(page, { organisation: 'Yayasan Berkas Contoh', sender_name: 'Siti Contoh' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Simpan ke berkas' }).click(),
    ])
    const path = await download.path()
    const other = await visitor(phone)
    await visit(other, home + PATH)
    // Nothing was typed here yet.
    await other.locator('[name=organisation]').focus()
    await walk(other, {})
    const [chooser] = await Promise.all([
      other.waitForEvent('filechooser'),
      other.getByRole('button', { name: 'Muat dari berkas' }).click(),
    ])
    await chooser.setFiles({ name: 'isian.json', mimeType: 'application/json', buffer: await readFile(path) })
    await until('the answers', async () =>
      (await typedIn(other, 'organisation')) === 'Yayasan Berkas Contoh' ? true : undefined,
    )
    await checkShown(other)
  })
})
