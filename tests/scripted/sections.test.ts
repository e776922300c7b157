// A form with its script: one section at a time, progress in words, conditions, and nothing lost that was typed before.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import {
  arrivedAt,
  fillIn,
  goBack,
  isSummaryFocused,
  leadingOn,
  send,
  summaryOf,
  typedOn,
  visit,
} from '../journeys/support/form.ts'
import { focused } from '../journeys/support/keyboard.ts'
import { ikoAnswersOf, newOrganisation, registrationAnswersOf } from '../journeys/support/organisation.ts'
import { contents, follow, goBackTo, progress, sectionsShown, told } from '../journeys/support/sections.ts'
import { sideways } from '../support/appearance.ts'
import { test } from './support/test.ts'

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } }

const ABOUT = 'Tentang organisasi dan pengisi'
const LAST = 'Sebelum mengirim'
const IKO = [ABOUT, 'Efektivitas', 'Efisiensi', 'Relevansi', 'Keberlanjutan', 'Ketahanan', LAST]

/** The heading that has the focus, and whether it and the line of progress above it are in sight. */
const heading = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    const isInSight = (element: Element | null) => {
      const box = element?.getBoundingClientRect()
      // The place a page is scrolled to falls between two pixels.
      return box !== undefined && box.top > -1 && box.bottom <= innerHeight
    }
    return {
      level: activeElement?.localName,
      text: activeElement?.textContent?.trim(),
      isInSight: isInSight(activeElement) && isInSight(document.querySelector('.at')),
    }
  })

const at = (text: string) => ({ level: 'h2', text, isInSight: true })

test('one section is shown at a time; the way to the next leads through all of them, to the heading of each', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  expect(await sectionsShown(page)).toEqual([ABOUT])
  expect(await progress(page)).toBe(`Bagian 1 dari 6: ${ABOUT}. 0 dari 14 pertanyaan wajib sudah dijawab.`)
  expect(await told(page)).toBe('')
  expect(await page.locator('.opening').isVisible()).toBe(true)

  for (const [index, title] of IKO.slice(1).entries()) {
    await follow(page, page.getByRole('link', { name: `Berikutnya: ${title}` }))
    expect(await sectionsShown(page)).toEqual([title])
    expect(await heading(page)).toEqual(at(title))
    // What is read before sending is none of the form's sections, which paper counts alike.
    const where = title === LAST ? LAST : `Bagian ${index + 2} dari 6: ${title}`
    const words = `${where}. 0 dari 14 pertanyaan wajib sudah dijawab.`
    expect([await told(page), await progress(page)]).toEqual([words, words])
    expect(await page.locator('.opening').isVisible()).toBe(false)
    expect(await sideways(page)).toEqual([])
  }
  expect(await page.getByRole('link', { name: /^Berikutnya/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Kirim' }).isVisible()).toBe(true)
  expect(await page.getByRole('heading', { name: 'Data Anda' }).isVisible()).toBe(true)
})

test('Back walks back through the sections, and the list of contents leads to any of them', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await follow(page, page.getByRole('link', { name: 'Berikutnya: Efektivitas' }))
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Relevansi/ }))
  expect(await sectionsShown(page)).toEqual(['Relevansi'])
  await follow(page, page.getByRole('link', { name: 'Sebelumnya: Efisiensi' }))
  expect(await heading(page)).toEqual(at('Efisiensi'))

  for (const title of ['Relevansi', 'Efektivitas', ABOUT]) {
    await goBackTo(page, title)
    expect(await heading(page)).toEqual(at(title))
    expect(await told(page)).toContain(`: ${title}.`)
  }

  // Reloaded, the address leads to its section, with what was typed.
  await fillIn(page, { organisation: 'Yayasan Contoh' })
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Efektivitas/ }))
  await page.locator('[name=results][value="2"]').check()
  await leadingOn(page, () => page.reload())
  expect(await sectionsShown(page)).toEqual(['Efektivitas'])
})

test('the list of contents tells in words what is missing, and which section is shown', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  expect(await contents(page)).toEqual({
    links: [
      `${ABOUT}: 4 belum diisi`,
      'Efektivitas: 2 belum diisi',
      'Efisiensi: 2 belum diisi',
      'Relevansi: 2 belum diisi',
      'Keberlanjutan: 2 belum diisi',
      'Ketahanan: 2 belum diisi',
      LAST,
    ],
    current: [`${ABOUT}: 4 belum diisi`],
  })

  // The e-mail address is needed only where there is no WhatsApp number.
  await fillIn(page, { organisation: 'Yayasan Contoh', whatsapp: '0812 3456 7890' })
  expect((await contents(page)).links[0]).toBe(`${ABOUT}: 2 belum diisi`)
  expect(await page.locator('[name=email]').evaluate((field: HTMLInputElement) => field.required)).toBe(false)
  await fillIn(page, { whatsapp: ' ' })
  expect((await contents(page)).links[0]).toBe(`${ABOUT}: 3 belum diisi`)

  await follow(page, page.getByRole('link', { name: /^Berikutnya/ }))
  await fillIn(page, { results: '1', standards: '2' })
  expect((await contents(page)).links[1]).toBe('Efektivitas: lengkap')
  expect((await contents(page)).current).toEqual(['Efektivitas: lengkap'])
  expect(await progress(page)).toBe('Bagian 2 dari 6: Efektivitas. 3 dari 14 pertanyaan wajib sudah dijawab.')
  // What was told on arriving is true no more, and is not left for anybody to find.
  expect(await told(page)).toBe('')
})

test('a link of the summary opens the section of its field and puts the focus there', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  await fillIn(page, { organisation: 'Yayasan Contoh' })
  await follow(page, page.getByRole('navigation').getByRole('link', { name: LAST }))
  expect((await send(page)).status()).toBe(422)

  // The summary has the focus, and the section with the first mistake is the one that is shown.
  expect(await isSummaryFocused(page)).toBe(true)
  expect(await sectionsShown(page)).toEqual([ABOUT])
  const { links } = await summaryOf(page)
  expect(links).toHaveLength(13)
  for (const { text, field } of [links[0], links.at(-1), links[4]].map(
    (link) => link ?? { text: '', field: '' },
  )) {
    await follow(page, page.getByRole('alert').getByRole('link', { name: text, exact: true }))
    expect(await arrivedAt(page)).toEqual({
      field,
      isTarget: true,
      questionInSight: true,
      messageInSight: true,
    })
    expect(await page.locator(`section:not([hidden]) [name="${field}"]`).count()).toBeGreaterThan(0)
  }
})

test('a section in which an answer was not taken is not called complete, whatever is filled in', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  const first = async () => (await contents(page)).links[0]
  const fields = { ...ikoAnswersOf(newOrganisation()), participants_women: 'tiga' }
  await page.locator('section').evaluateAll((all) => {
    for (const section of all) section.removeAttribute('hidden')
  })
  await fillIn(page, fields)
  expect(await first()).toBe(`${ABOUT}: lengkap`)
  expect((await send(page)).status()).toBe(422)
  expect(await first()).toBe(`${ABOUT}: periksa lagi`)
  expect((await contents(page)).links[1]).toBe('Efektivitas: lengkap')
  await fillIn(page, { participants_women: '3' })
  expect(await first()).toBe(`${ABOUT}: periksa lagi`)
  await fillIn(page, { organisation: '' })
  expect(await first()).toBe(`${ABOUT}: 1 belum diisi`)
})

test('a question whose condition comes true appears and is announced; what is typed in it is sent even if it goes again', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/daftar`)
  const parent = page.getByLabel('Nama organisasi induk')
  expect(await parent.isVisible()).toBe(false)
  const before = (await contents(page)).links[0]
  await page.getByLabel('Yayasan', { exact: true }).check()
  expect(await told(page)).toBe('Pertanyaan baru: Nomor SK badan hukum atau SKT.')

  await page.getByLabel('Cabang dari organisasi lain').check()
  expect(await told(page)).toBe('Pertanyaan baru: Nama organisasi induk.')
  expect(await parent.isVisible()).toBe(true)
  expect(await parent.evaluate((field: HTMLInputElement) => field.required)).toBe(true)
  expect(await page.getByLabel('Nomor SK badan hukum atau SKT').isVisible()).toBe(false)
  // One answer more, and one question more.
  expect((await contents(page)).links[0]).toBe(before)

  await parent.fill('Yayasan Payung Contoh')
  await page.getByLabel('Yayasan', { exact: true }).check()
  expect(await parent.isVisible()).toBe(false)
  expect(await typedOn(page)).toContain('parent_organisation=Yayasan Payung Contoh')

  // Of boxes that can be ticked, one is enough.
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Kegiatan organisasi/ }))
  const work = async () => (await contents(page)).links[1]
  const empty = await work()
  await page.getByLabel('Kesehatan', { exact: true }).check()
  expect(await work()).not.toBe(empty)
  await page.getByLabel('Tema lain', { exact: true }).check()
  expect(await told(page)).toBe('Pertanyaan baru: Tema lain.')
})

test('a question that must be mended is shown though its condition does not hold', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/daftar`)
  const { legal_form: _, ...answers } = registrationAnswersOf(newOrganisation())
  await page.getByLabel('Cabang dari organisasi lain').check()
  await fillIn(page, { parent_organisation: 'x'.repeat(201), legal_form: 'community' })
  expect(await page.getByLabel('Nama organisasi induk').isVisible()).toBe(false)
  for (const [name, value] of Object.entries(answers)) {
    const section = page.locator('section', { has: page.locator(`[name="${name}"]`) })
    if (await section.isHidden()) await follow(page, page.getByRole('link', { name: /^Berikutnya/ }))
    await fillIn(page, { [name]: value })
  }
  await follow(page, page.getByRole('navigation').getByRole('link', { name: LAST }))
  expect((await send(page)).status()).toBe(422)
  expect((await summaryOf(page)).links.map(({ field }) => field)).toEqual(['parent_organisation'])
  await follow(page, page.getByRole('alert').getByRole('link'))
  expect((await arrivedAt(page)).field).toBe('parent_organisation')
})

test('what is answered before the script arrives is kept, and so is the place', async ({ browser, home }) => {
  const html = await (await fetch(`${home}/f/daftar`)).text()
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? ''
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: html.replace(/<script>.*<\/script>/s, ''),
    }),
  )
  await page.goto(home)
  expect((await sectionsShown(page)).length).toBe(5)
  await fillIn(page, { ...registrationAnswersOf(newOrganisation()), legal_form: 'branch' })
  await page.getByLabel('Tema lain', { exact: true }).check()
  await page.locator('[name=contact_role]').fill('Ketua')
  const typed = await typedOn(page)
  const top = () => page.locator('[name=contact_role]').evaluate((field) => field.getBoundingClientRect().top)
  const before = await top()

  await page.addScriptTag({ content: script })
  expect(await sectionsShown(page)).toEqual(['Orang yang dapat dihubungi'])
  expect(
    await page.locator('[name=contact_role]').evaluate((field) => document.activeElement === field),
  ).toBe(true)
  expect(await top()).toBeCloseTo(before, 0)
  expect(await typedOn(page)).toEqual(typed)
  expect((await contents(page)).links).toEqual([
    'Organisasi Anda: 1 belum diisi',
    'Kegiatan organisasi: 1 belum diisi',
    'Orang yang dapat dihubungi: lengkap',
    'Persetujuan Anda',
    LAST,
  ])
  await context.close()
})

test('what the browser puts back is counted, and conditions hold for it', async ({ visitor, home }) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/daftar`)
  await page.getByLabel('Cabang dari organisasi lain').check()
  await fillIn(page, { organisation: 'Yayasan Contoh' })
  const links = (await contents(page)).links
  await visit(page, home)
  await goBack(page)
  await expect.poll(() => contents(page).then((found) => found.links)).toEqual(links)
  expect(await page.getByLabel('Nama organisasi induk').isVisible()).toBe(true)
})

test('a browser that finds text in a section opens it, and printed all sections are there', async ({
  visitor,
  home,
}) => {
  const page = await visitor(phone)
  await visit(page, `${home}/f/iko-2026-2`)
  const closed = page.locator('section[hidden]')
  expect(await closed.evaluateAll((all) => all.map((section) => section.getAttribute('hidden')))).toEqual(
    Array(6).fill('until-found'),
  )
  await closed
    .nth(2)
    .evaluate((section) => section.dispatchEvent(new Event('beforematch', { bubbles: true })))
  expect(await sectionsShown(page)).toEqual(['Relevansi'])

  await page.emulateMedia({ media: 'print' })
  const printed = await page
    .locator('section .q')
    .evaluateAll((all) => all.map((question) => question.checkVisibility()))
  expect(printed.length).toBeGreaterThan(20)
  expect(printed).not.toContain(false)
  expect(await page.getByRole('link', { name: /^(Berikutnya|Sebelumnya)/ }).count()).toBe(0)
})

test('a browser that only knows `hidden` is led to the same places', async ({ visitor, home }) => {
  const page = await visitor({ ...phone, bypassCSP: true })
  await visit(page, `${home}/f/iko-2026-2`)
  await page.addStyleTag({ content: '[hidden]{display:none!important}' })
  await follow(page, page.getByRole('link', { name: 'Berikutnya: Efektivitas' }))
  expect(await heading(page)).toEqual(at('Efektivitas'))
  await goBackTo(page, ABOUT)
  expect(await heading(page)).toEqual(at(ABOUT))

  await follow(page, page.getByRole('navigation').getByRole('link', { name: LAST }))
  await send(page)
  await page.addStyleTag({ content: '[hidden]{display:none!important}' })
  await follow(
    page,
    page
      .getByRole('alert')
      .getByRole('link', { name: /^Pengaruh|^Modal sosial/ })
      .first(),
  )
  const { questionInSight, messageInSight } = await arrivedAt(page)
  expect({ questionInSight, messageInSight }).toEqual({ questionInSight: true, messageInSight: true })
})

test('without script there is one long page, and the list of contents leads to its sections', async ({
  visitor,
  home,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await visit(page, `${home}/f/iko-2026-2`)
  expect(await sectionsShown(page)).toEqual(IKO)
  expect(await sideways(page)).toEqual([])
  expect(await page.getByRole('link', { name: /^(Berikutnya|Sebelumnya)/ }).count()).toBe(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Ketahanan' }).click()
  expect(await focused(page)).toMatchObject({ name: 'Ketahanan', isInSight: true })
  expect(await sectionsShown(page)).toEqual(IKO)
  await page.getByRole('link', { name: 'Bagaimana data Anda dipakai' }).click()
  expect(await focused(page)).toMatchObject({ name: 'Data Anda', isInSight: true })

  await visit(page, `${home}/f/daftar`)
  expect(await page.getByLabel('Nama organisasi induk').isVisible()).toBe(true)
  expect(await page.getByText('Hanya bila jawaban untuk').count()).toBeGreaterThan(0)
})
