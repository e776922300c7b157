// A form in a frame of another site: without any script, under the site's own rules, and in a sandbox without an origin.
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from '../support/appearance.ts'
import { frameOf, scriptOf } from '../support/site.ts'
import { until } from '../support/wait.ts'
import { fillIn } from './support/form.ts'
import { contentOf, fits, formIn, heightOn, sendIn, titled } from './support/frames.ts'
import { test } from './support/host.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { follow, sectionsShown } from './support/sections.ts'
import { walk } from './support/way.ts'

const answersOfOne = () => registrationAnswersOf(newOrganisation())
const desktop = { viewport: { width: 800, height: 600 } }

/** Waits until something in the frame stands on the screen of whoever looks at the site, no lower than so many px. */
const inSight = (page: Page, form: Frame, selector: string, lowest: number): Promise<true> =>
  until(`${selector} to be in sight`, async () => {
    const topOf = (element: Element) => element.getBoundingClientRect().top
    const frame = await page.locator('iframe').evaluate(topOf)
    const top = frame + (await form.locator(selector).first().evaluate(topOf))
    return top > -2 && top < lowest ? true : undefined
  })

test('bare and without any script a form keeps the height it was given, scrolls in it, is mended and sent', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) }))
  const form = await titled(page, 'Pendaftaran')
  expect(await heightOn(page)).toBe(720)
  expect(await form.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true)
  await sendIn(form)
  await form.locator('.box.bad h2').waitFor()
  await fillIn(form, answersOfOne())
  await sendIn(form)
  await titled(page, 'sudah kami terima')
  expect(await form.locator('.ref').innerText()).toMatch(/[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d/)
  expect(new URL(form.url()).pathname).toBe('/f/daftar')
})

test('under a strict policy of the site, with a hash for the script, the form is led into its frame, grows with it and is sent', async ({
  visitor,
  home,
  putUp,
}) => {
  const bytes = await (await fetch(`${home}/embed/v1.0.0.js`)).arrayBuffer()
  const hash = Buffer.from(await crypto.subtle.digest('SHA-384', bytes)).toString('base64')
  const markup = '<img src=x onerror="parent.postMessage(1,\'*\')">"\'&'
  const filledIn = `p.organisation=${encodeURIComponent(markup)}&p.consent_donors=yes&p.district=35.73&p.lain=x`
  const page = await visitor(desktop)
  await page.goto(
    putUp({
      headers: {
        'Content-Security-Policy': `default-src 'none'; script-src ${home}; frame-src ${home}; img-src data:; base-uri 'none'`,
      },
      body: `<iframe src="${home}/f/daftar?${filledIn.replaceAll('&', '&amp;')}" title="Formulir" width="100%" height="720"></iframe>
<script async crossorigin="anonymous" integrity="sha384-${hash}" src="${home}/embed/v1.0.0.js"></script>`,
    }),
  )
  // An address without the word for frames is led to the page that belongs into one, with all that it fills in.
  const form = await formIn(page)
  expect(new URL(form.url()).searchParams.get('embed')).toBe('1')
  await fits(page, form)
  expect(await form.locator('[name=organisation]').inputValue()).toBe(markup)
  expect(await form.locator('[name=district]').inputValue()).toBe('35.73')
  expect(await form.locator('[name=consent_donors]').isChecked()).toBe(false)
  expect(await form.locator('img').count()).toBe(0)

  // Whoever follows a link far below sees where the new section begins, and where each link of the summary leads.
  const [first] = await sectionsShown(form)
  await follow(form, form.getByRole('link', { name: /^Berikutnya/ }))
  expect(await sectionsShown(form)).not.toEqual([first])
  await fits(page, form)
  await inSight(page, form, '.at', 300)
  expect(await contentOf(form)).toBeLessThan(6000)
  await follow(form, form.getByRole('navigation').getByRole('link').last())
  await sendIn(form)
  await form.getByRole('alert').waitFor()
  await inSight(page, form, '[role=alert]', 600)
  await form.getByRole('alert').getByRole('link').last().click()
  await inSight(page, form, ':target', 600)

  // Filled in and sent, it is as high as the receipt.
  await follow(form, form.getByRole('navigation').getByRole('link').first())
  await walk(form, answersOfOne())
  await sendIn(form)
  await titled(page, 'sudah kami terima')
  await until('the frame to shrink', async () => ((await heightOn(page)) < 1500 ? true : undefined))
})

test('in a sandbox, as WordPress makes one, a form is mended, checked, turned to English, and sent once the network is back', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  await page.goto(
    putUp({ body: frameOf(`${home}/f/daftar?embed=1`, 'sandbox="allow-scripts"') + scriptOf(home) }),
  )
  const form = await formIn(page)
  expect(await form.evaluate(() => self.origin)).toBe('null')
  await fits(page, form)
  const answers = answersOfOne()
  await walk(form, { ...answers, email: 'bukan alamat' })
  await sendIn(form)

  // The mistakes are told where they are, everything typed is there, and the summary has the focus.
  await form.locator('.box.bad h2').waitFor()
  expect(await form.locator('[name=email]').inputValue()).toBe('bukan alamat')
  expect(await form.evaluate(() => document.activeElement?.className)).toBe('box bad')
  await fits(page, form)
  await follow(form, form.getByRole('alert').getByRole('link').first())
  await fillIn(form, { email: answers.email })
  await form.getByRole('button', { name: 'English' }).click()
  await titled(page, 'Register')
  expect(await form.locator('[name=organisation]').inputValue()).toBe(answers.organisation)
  await form.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await titled(page, 'Pendaftaran')
  await follow(form, form.getByRole('navigation').getByRole('link').last())
  await form.getByRole('button', { name: 'Periksa dulu' }).last().click()
  await titled(page, 'Periksa jawaban')
  await form.getByRole('button', { name: 'Ubah Nama organisasi' }).click()
  await titled(page, 'Pendaftaran')

  // What meets no network stays, and can be copied as a person reads it.
  await follow(form, form.getByRole('navigation').getByRole('link').last())
  await page.context().setOffline(true)
  await sendIn(form)
  const says = form.locator('#frame-says')
  await until('words about the network', async () =>
    (await says.innerText()).startsWith('Tidak tersambung') ? true : undefined,
  )
  expect(await says.getAttribute('role')).toBe('status')
  const copy = await form.getByLabel('Isian Anda sebagai teks').inputValue()
  for (const typed of [answers.organisation, answers.email, answers.profile]) expect(copy).toContain(typed)
  expect(copy).toContain('Kota Malang')
  expect(copy).not.toContain('35.73')
  expect(await axe(form)).toEqual([])
  await fits(page, form)

  // It goes out by itself, and the receipt stands in its place, to be opened by its address.
  await page.context().setOffline(false)
  await titled(page, 'sudah kami terima')
  await fits(page, form)
  const receipt = await form.locator('main .pass:not([id])').innerText()
  expect((await fetch(receipt)).status).toBe(200)
  await form.getByRole('link', { name: /^Buka tanda terima/ }).click()
  await until('the address', async () =>
    (await form.locator('#frame-address').innerText()) === receipt ? true : undefined,
  )
  await form.getByRole('link', { name: /^Isi untuk organisasi lain/ }).click()
  await titled(page, 'Pendaftaran')
})
