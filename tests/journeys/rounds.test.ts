// A coordinator opens a round by keyboard, previews, shares, copies and deletes one, in a real browser; QR codes are read back.
import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { dayOf } from '../../src/core/kernel/date.ts'
import { test } from '../support/browser.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { tabTo } from './support/keyboard.ts'
import {
  administrator,
  field,
  follow,
  heading,
  isSummaryFocused,
  press,
  said,
  words,
} from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 } }
const ROUNDS = `/c/n/${demoNetwork.slug}/rounds`
const COUNTED = 'IKO 2026, putaran kedua'

/** What a QR code in a picture says, as a browser draws the picture and another library reads it. */
async function readPicture(browser: Browser, file: string, type: string): Promise<string | null> {
  const page = await browser.newPage()
  const side = 600
  const dark = await page.evaluate(
    async ({ source, side }) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const drawing = new OffscreenCanvas(side, side).getContext('2d')
      if (!drawing) throw new Error('this browser cannot draw')
      drawing.drawImage(image, 0, 0, side, side)
      const { data } = drawing.getImageData(0, 0, side, side)
      return Array.from({ length: side * side }, (_, at) => ((data[at * 4] ?? 0) < 128 ? '1' : '0')).join('')
    },
    { source: `data:${type};base64,${readFileSync(file).toString('base64')}`, side },
  )
  await page.close()
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < dark.length; at++) if (dark[at] === '1') pixels.set([0, 0, 0], at * 4)
  return jsQR(pixels, side, side)?.data ?? null
}

/** Follows a link to a picture that is kept, and gives where it was put. */
async function kept(page: Page, name: string | RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name }).click(),
  ])
  return download.path()
}

test('a coordinator opens a round by keyboard and previews it', async ({ staff, home }) => {
  const page = await administrator(staff, home, laptop)
  await follow(page, 'Putaran formulir')
  await follow(page, 'Buka putaran baru')
  const typed = [
    ['form', 'Penilaian'],
    ['title_id', 'IKO 2040, uji papan tik'],
    ['title_en', 'IKO 2040, keyboard trial'],
    ['opens_day', '24/11/2040'],
    ['closes_day', '31/12/2040'],
  ] as const
  await page.locator('.skip').focus()
  for (const [name, text] of typed) {
    await tabTo(page, name)
    await page.keyboard.type(text)
  }
  await tabTo(page, 'Simpan putaran ini')
  await leadingOn(page, () => page.keyboard.press('Enter'))
  expect(await said(page)).toContain('Putaran sudah disimpan.')
  expect(await words(page)).toContain('Belum dibuka. Dibuka 24 November 2040 pukul 00.00 WIB.')
  expect(await words(page)).toContain('31 Desember 2040 pukul 23.59 WIB')

  // The form as it will be, though nobody can open it yet.
  await follow(page, 'Lihat dulu formulirnya')
  expect(await heading(page)).toBe('IKO 2040, uji papan tik')
  expect(await words(page)).toContain('Pratinjau.')
  const buttons = page.locator('main form button[type=submit]')
  expect(await buttons.evaluateAll((all) => all.map((one) => one.matches(':disabled')))).toEqual([true])
  await leadingOn(page, () => page.getByRole('link', { name: 'English' }).click())
  expect(await heading(page)).toBe('IKO 2040, keyboard trial')
})

test('a round is shared: both pictures say its address, WhatsApp opens with the text, the poster is one sheet', async ({
  staff,
  browser,
  home,
}) => {
  const page = await administrator(staff, home, laptop)
  await visit(page, home + ROUNDS)
  await follow(page, COUNTED)
  await follow(page, 'Bagikan')
  const address = await page.getByLabel('Alamat formulir').inputValue()
  expect(address).toBe(`${home}/f/iko-2026-2`)
  expect(await readPicture(browser, await kept(page, /PNG/), 'image/png')).toBe(address)
  expect(await readPicture(browser, await kept(page, /SVG/), 'image/svg+xml')).toBe(address)

  await page.getByLabel('Teks untuk WhatsApp').fill('Isi ya: 100% & mudah')
  const [request] = await Promise.all([
    page.context().waitForEvent('request', (one) => one.url().startsWith('https://wa.me/')),
    page.getByRole('button', { name: 'Kirim lewat WhatsApp' }).click(),
  ])
  expect(new URL(request.url()).searchParams.get('text')).toBe('Isi ya: 100% & mudah')
  await page.bringToFront()

  // Without what belongs to the screen.
  await follow(page, 'Poster untuk dicetak')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  expect(await page.locator('.sheet').isVisible()).toBe(true)
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages).toHaveLength(1)
})

test('a round is copied for practice, tried in a frame, closed, opened again, and deleted with all that was sent', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, laptop)
  await visit(page, home + ROUNDS)
  await follow(page, COUNTED)
  await follow(page, 'Salin menjadi putaran baru')

  // What is refused comes back with the focus on what is wrong, and everything typed.
  const [year, month, day] = dayOf(Date.now(), demoNetwork.timeZone).split('-')
  await fillIn(page, {
    title_id: 'IKO untuk dicoba',
    slug: 'iko-2026-2',
    opens_day: `${day}/${month}/${year}`,
    practice: 'yes',
  })
  expect((await press(page, 'Simpan putaran ini')).status()).toBe(422)
  expect(await isSummaryFocused(page)).toBe(true)
  expect(await field(page, 'title_id').inputValue()).toBe('IKO untuk dicoba')
  await field(page, 'slug').fill('iko-dicoba')
  await press(page, 'Simpan putaran ini')
  expect(await words(page)).toContain('Disalin dari')

  // The page that shares it shows the form in the frame that others get.
  await follow(page, 'Bagikan')
  const code = page.getByLabel('Kode untuk halaman web')
  expect(await code.inputValue()).toContain(`${home}/f/iko-dicoba?embed=1`)
  await page.locator('iframe').scrollIntoViewIfNeeded()
  expect(await page.frameLocator('iframe').getByRole('main').innerText()).toContain('Latihan.')

  await follow(page, 'Kembali ke IKO untuk dicoba')
  await follow(page, 'Tutup sekarang')
  await press(page, 'Ya, tutup sekarang')
  expect(await said(page)).toContain('Putaran sudah ditutup.')
  await follow(page, 'Buka lagi')
  await press(page, 'Buka lagi')
  expect(await said(page)).toBe('Putaran sudah dibuka lagi.')
  await follow(page, 'Hapus putaran latihan ini')
  expect(await words(page)).toContain('0 jawaban')
  await press(page, 'Ya, hapus semuanya')
  expect(await said(page)).toContain('sudah dihapus')
})
