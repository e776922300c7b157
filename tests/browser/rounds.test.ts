// A coordinator opens a round by keyboard, previews, shares, copies and closes one, in a real browser; QR codes are read back.
import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { tooSmall } from '../gallery/support/flaws.ts'
import { axe, sideways } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'
import { reachable, tabTo, walkThrough } from './support/keyboard.ts'
import { administrator, field, follow, heading, press, said } from './support/staff.ts'

const laptop = { viewport: { width: 1280, height: 800 }, bypassCSP: true }
const ROUNDS = `/c/n/${demoNetwork.slug}/rounds`

/** What is wrong with a page on a phone, for eyes, fingers and programmes that read aloud; wider ones are checked at the end. */
async function problems(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 })
  const found = [...(await axe(page)), ...(await sideways(page)), ...(await tooSmall(page, 44))]
  await page.setViewportSize(laptop.viewport)
  // The way past the header has got the focus; losing it at a click, it would move what is clicked.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  return found
}

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

test('a coordinator opens a round by keyboard, previews and shares it', async ({ staff, browser, home }) => {
  const admin = await administrator(staff, home, laptop)
  await follow(admin, 'Putaran formulir')
  expect(await heading(admin)).toBe('Putaran formulir')
  expect(await problems(admin)).toEqual([])

  // By keyboard alone, from the first field to the button.
  await follow(admin, 'Buka putaran baru')
  expect(await problems(admin)).toEqual([])
  const typed = [
    ['form', 'Penilaian'],
    ['title_id', 'IKO 2040, uji papan tik'],
    ['title_en', 'IKO 2040, keyboard trial'],
    ['opens_day', '24/11/2040'],
    ['closes_day', '31/12/2040'],
  ] as const
  await admin.locator('.skip').focus()
  for (const [name, text] of typed) {
    await tabTo(admin, name)
    await admin.keyboard.type(text)
  }
  await tabTo(admin, 'Simpan putaran ini', async ({ isOutlined }) => expect(isOutlined).toBe(true))
  await leadingOn(admin, () => admin.keyboard.press('Enter'))
  expect(await said(admin)).toContain('Putaran sudah disimpan.')
  expect(await heading(admin)).toBe('IKO 2040, uji papan tik')
  const main = () => admin.getByRole('main').innerText()
  expect(await main()).toContain('Belum dibuka. Dibuka 24 November 2040 pukul 00.00 WIB.')
  expect(await main()).toContain('31 Desember 2040 pukul 23.59 WIB')
  expect(await problems(admin)).toEqual([])
  const round = new URL(admin.url()).pathname

  // The form as it will be, though nobody can open it yet.
  await follow(admin, 'Lihat dulu formulirnya')
  expect(await heading(admin)).toBe('IKO 2040, uji papan tik')
  expect(await main()).toContain('Pratinjau.')
  const buttons = admin.locator('main form button[type=submit]')
  expect(await buttons.evaluateAll((all) => all.map((one) => one.matches(':disabled')))).toEqual([true])
  await leadingOn(admin, () => admin.getByRole('link', { name: 'English' }).click())
  expect(await heading(admin)).toBe('IKO 2040, keyboard trial')
  expect(await main()).toContain('Preview.')
  await visit(admin, home + round)

  // Shared: everything is reached by Tab, and both pictures say the address.
  await follow(admin, 'Bagikan')
  expect(await problems(admin)).toEqual([])
  const stops = await walkThrough(admin)
  expect(stops.map(({ name }) => name)).toEqual(await reachable(admin))
  expect(stops.filter(({ isOutlined }) => !isOutlined)).toEqual([])
  const address = await admin.getByLabel('Alamat formulir').inputValue()
  expect(address).toBe(`${home}/f/iko-2040-uji-papan-tik`)
  expect(await readPicture(browser, await kept(admin, /PNG/), 'image/png')).toBe(address)
  expect(await readPicture(browser, await kept(admin, /SVG/), 'image/svg+xml')).toBe(address)
  await admin.getByLabel('Teks untuk WhatsApp').fill('Isi ya: 100% & mudah')
  const [request] = await Promise.all([
    admin.context().waitForEvent('request', (one) => one.url().startsWith('https://wa.me/')),
    admin.getByRole('button', { name: 'Kirim lewat WhatsApp' }).click(),
  ])
  expect(new URL(request.url()).searchParams.get('text')).toBe('Isi ya: 100% & mudah')
  await admin.bringToFront()

  // The poster is one sheet, without what belongs to the screen.
  await follow(admin, 'Poster untuk dicetak')
  expect(await problems(admin)).toEqual([])
  await admin.emulateMedia({ media: 'print' })
  expect(await admin.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  expect(await admin.locator('.sheet').isVisible()).toBe(true)
  const pages = (await admin.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages).toHaveLength(1)
  await admin.emulateMedia({ media: null })
}, 240_000)

test('a round is copied for practice, and deleted with all that was sent in it', async ({
  staff,
  visitor,
  home,
}) => {
  const admin = await administrator(staff, home, laptop)
  await visit(admin, home + ROUNDS)
  await follow(admin, 'IKO 2026, putaran kedua')
  const main = () => admin.getByRole('main').innerText()

  // What is refused comes back with the focus on what is wrong, and everything typed.
  await follow(admin, 'Salin menjadi putaran baru')
  expect(await field(admin, 'slug').inputValue()).toBe('iko-2026-3')
  await field(admin, 'title_id').fill('IKO 2041, salinan')
  await field(admin, 'slug').fill('iko-2026-2')
  await field(admin, 'opens_day').fill('1/1/2041')
  expect((await press(admin, 'Simpan putaran ini')).status()).toBe(422)
  expect(await admin.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
  expect(await field(admin, 'title_id').inputValue()).toBe('IKO 2041, salinan')
  expect(await problems(admin)).toEqual([])
  await field(admin, 'slug').fill('iko-2041-salinan')
  await field(admin, 'practice').check()
  await press(admin, 'Simpan putaran ini')
  expect(await main()).toContain('Latihan')
  expect(await main()).toContain('Disalin dari')

  // Practice is deleted in one go; respondents see nothing of it any more.
  const respondent = await visitor({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await visit(respondent, `${home}/f/iko-2041-salinan`)
  expect(await respondent.getByRole('main').innerText()).toContain('Latihan.')
  await follow(admin, 'Hapus putaran latihan ini')
  expect(await main()).toContain('0 jawaban')
  expect(await problems(admin)).toEqual([])
  await press(admin, 'Ya, hapus semuanya')
  expect(await said(admin)).toContain('sudah dihapus')
})

test('a round is closed and opened again, and its frame stands on the page that shares it', async ({
  staff,
  browser,
  home,
}) => {
  const admin = await administrator(staff, home, laptop)
  await visit(admin, home + ROUNDS)
  await follow(admin, 'IKO 2026, putaran kedua')
  await follow(admin, 'Tutup sekarang')
  expect(await problems(admin)).toEqual([])
  await press(admin, 'Ya, tutup sekarang')
  expect(await said(admin)).toContain('Putaran sudah ditutup.')
  await follow(admin, 'Buka lagi')
  expect(await problems(admin)).toEqual([])
  await press(admin, 'Buka lagi')
  expect(await said(admin)).toBe('Putaran sudah dibuka lagi.')
  await follow(admin, 'Ubah')
  expect(await problems(admin)).toEqual([])
  await field(admin, 'framing').first().check()
  await press(admin, 'Simpan')

  // Apart from the pages that are watched: a browser tells on its console where a form does not let itself be framed.
  const context = await browser.newContext({ ...laptop, storageState: await admin.context().storageState() })
  const page = await context.newPage()
  await visit(page, `${home}${new URL(admin.url()).pathname}/share`)
  const frame = page.locator('iframe')
  expect(await frame.getAttribute('src')).toBe('/f/iko-2026-2?embed=1')
  expect(await page.getByLabel('Kode untuk halaman web').inputValue()).toContain(
    `${home}/f/iko-2026-2?embed=1`,
  )
  await context.close()

  await follow(admin, 'Ubah')
  await field(admin, 'framing').last().check()
  await press(admin, 'Simpan')
})
