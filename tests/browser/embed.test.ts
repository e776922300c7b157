// A form in a frame of another site: bare, with the script for sites, twice on one page, and under the site's own rules.
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe, sideways } from '../support/appearance.ts'
import { frameOf, scriptOf } from '../support/site.ts'
import { until } from '../support/wait.ts'
import { fillIn } from './support/form.ts'
import { contentOf, fits, formIn, heightOn, sendIn, titled } from './support/frames.ts'
import { test } from './support/host.ts'
import { focused, tab } from './support/keyboard.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { follow, sectionsShown } from './support/sections.ts'
import { walk } from './support/way.ts'

const answersOfOne = () => registrationAnswersOf(newOrganisation())
/** Where (px) something in the frame stands on the screen of whoever looks at the site. */
const topOn = async (page: Page, form: Frame, selector: string): Promise<number> => {
  const topOf = (element: Element) => element.getBoundingClientRect().top
  return (
    (await page.locator('iframe').evaluate(topOf)) + (await form.locator(selector).first().evaluate(topOf))
  )
}

const desktop = { viewport: { width: 800, height: 600 } }
const next = { name: /^Berikutnya/ }

test('bare and without any script a form is filled in, mended and sent inside its frame', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) }))
  const frame = await titled(page, 'Pendaftaran')
  await sendIn(frame)
  await frame.locator('.box.bad h2').waitFor()
  await fillIn(frame, answersOfOne())
  await sendIn(frame)
  await titled(page, 'sudah kami terima')
  expect(await frame.locator('.ref').innerText()).toMatch(/[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d/)
  expect(new URL(frame.url()).pathname).toBe('/f/daftar')
})

test('an address without the word for frames is led to the page that belongs into one', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?lang=en`) }))
  const form = await formIn(page)
  expect(new URL(form.url()).search).toBe('?lang=en&embed=1')
  expect(await form.locator('h1').innerText()).toBe('Register an organisation')
})

test.for(['before', 'after'])(
  'with the script %s the frame it is as high as what it shows, section by section, and shows where a link leads',
  async (place, { visitor, home, putUp }) => {
    const page = await visitor(desktop)
    const frame = frameOf(`${home}/f/iko-2026-2?embed=1`)
    const script = `<script src="${home}/embed/v1.js"></script>`
    await page.goto(putUp(place === 'before' ? { head: script, body: frame } : { body: frame + script }))
    const form = await formIn(page)
    await fits(page, form)
    const [first] = await sectionsShown(form)
    await follow(form, form.getByRole('link', next))
    expect(await sectionsShown(form)).not.toEqual([first])
    await fits(page, form)
    expect(await contentOf(form)).toBeLessThan(6000)
    // Whoever followed a link far below sees where the new section begins.
    await until('the section to be in sight', async () => {
      const top = await topOn(page, form, '.at')
      return top > -2 && top < 300 ? true : undefined
    })
    // So does whoever follows a link of the summary: the question it leads to is far below.
    await form.getByRole('navigation').getByRole('link').last().click()
    await sendIn(form)
    await form.getByRole('alert').waitFor()
    await until('the summary to be in sight', async () => {
      const top = await topOn(page, form, '[role=alert]')
      return top > -2 && top < 600 ? true : undefined
    })
    await form.getByRole('alert').getByRole('link').last().click()
    await until('the question to be in sight', async () => {
      const top = await topOn(page, form, ':target')
      return top > -2 && top < 600 ? true : undefined
    })
  },
)

test('two forms on one page and one that is only named grow each by itself, and tell the site their states', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor({ viewport: { width: 800, height: 4000 } })
  await page.goto(
    putUp({
      head: '<script>window.told = []; addEventListener("simpul", ({ target, detail }) => told.push(target.id + " " + detail.name))</script>',
      body: `${frameOf(`${home}/f/daftar?embed=1`, 'id="one"')}${frameOf(`${home}/f/iko-2026-2?embed=1`, 'id="two"')}
<p><a data-form href="${home}/f/daftar?lang=en">Register</a></p>
${frameOf(`${home}/f/daftar?embed=1&lang=en`, 'id="fixed" data-fixed')}${scriptOf(home)}`,
    }),
  )
  await page.locator('iframe').nth(2).scrollIntoViewIfNeeded()
  const [one, two] = [await formIn(page, '/f/daftar'), await formIn(page, '/f/iko')]
  await fits(page, one, '#one')
  await fits(page, two, '#two')
  expect(await heightOn(page, '#one')).not.toBe(await heightOn(page, '#two'))
  const named = page.locator('p').locator('iframe')
  expect(await named.getAttribute('src')).toBe(`${home}/f/daftar?lang=en&embed=1`)
  expect(await named.getAttribute('title')).toBe('Register')
  expect(await page.getByRole('link', { name: 'Register' }).count()).toBe(1)
  await until('the third to grow', async () => ((await heightOn(page, 'p iframe')) > 800 ? true : undefined))
  expect(await heightOn(page, '#fixed')).toBe(720)
  await fillIn(one, { organisation: 'Yayasan' })
  const told = await page.evaluate('told')
  expect(told).toEqual(expect.arrayContaining(['one ready', 'two ready', 'one started']))
  expect(told).not.toContain('two started')
  expect(await page.evaluate('Object.keys(Simpul)')).toEqual(['version', 'scan'])
})

test('under a strict policy of the site, with a hash for the script, the form grows and is sent', async ({
  visitor,
  home,
  putUp,
}) => {
  const bytes = await (await fetch(`${home}/embed/v1.0.0.js`)).arrayBuffer()
  const hash = Buffer.from(await crypto.subtle.digest('SHA-384', bytes)).toString('base64')
  const page = await visitor(desktop)
  await page.goto(
    putUp({
      headers: {
        'Content-Security-Policy': `default-src 'none'; script-src ${home}; frame-src ${home}; img-src data:; base-uri 'none'`,
      },
      body: `<iframe src="${home}/f/daftar?embed=1" title="Formulir" width="100%" height="720"></iframe>
<script async crossorigin="anonymous" integrity="sha384-${hash}" src="${home}/embed/v1.0.0.js"></script>`,
    }),
  )
  const form = await formIn(page)
  await until('the frame to grow', async () => ((await heightOn(page)) > 800 ? true : undefined))
  await walk(form, answersOfOne())
  await sendIn(form)
  await titled(page, 'sudah kami terima')
  await until('the frame to shrink', async () => ((await heightOn(page)) < 1500 ? true : undefined))
})

test.for([
  ['in a language written from right to left', 'lang="ar" dir="rtl"', ''],
  ['with text of twice the size', 'lang="id"', '<style>html{font-size:200%}body{margin:0}</style>'],
] as const)(
  'on a phone, in a site %s, nothing of the form is cut off',
  async ([, attributes, head], { visitor, home, putUp }) => {
    const page = await visitor({ viewport: { width: 320, height: 640 } })
    const body = `<main><h1>Situs</h1>${frameOf(`${home}/f/iko-2026-2?embed=1`)}</main>${scriptOf(home)}`
    await page.goto(putUp({ attributes, head, body }))
    const form = await formIn(page)
    await fits(page, form)
    expect(await sideways(page)).toEqual([])
    expect(
      await form.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true)
    expect(await form.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('ltr')
  },
)

test('with the keyboard alone one comes into the frame, through its sections, and out again', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  await page.goto(
    putUp({
      body: `<button id="before">Sebelum</button>${frameOf(`${home}/f/daftar?embed=1`)}<p><a id="after" href="${home}/f/daftar">Sesudah</a></p>${scriptOf(home)}`,
    }),
  )
  const form = await formIn(page)
  await fits(page, form)
  await page.locator('#before').focus()
  await page.keyboard.press('Tab')
  expect(await form.evaluate(() => document.activeElement?.className)).toBe('skip')

  const tabTo = async (where: RegExp): Promise<string> => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const on = await form.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (where.test(on)) return on
    }
    throw new Error(`Tab never led to ${where}`)
  }
  const [first] = await sectionsShown(form)
  await tabTo(/^Berikutnya/)
  await page.keyboard.press('Enter')
  await until('another section', async () => {
    const [shown] = await sectionsShown(form)
    return shown !== first && (await form.evaluate(() => document.activeElement?.localName)) === 'h2'
      ? true
      : undefined
  })
  // On to the end of the frame, and out to what follows it on the site.
  for (let presses = 0; presses < 80; presses++) {
    const stop = await tab(page)
    if (stop.kind === 'link' && stop.name === 'Sesudah') break
  }
  expect((await focused(page)).name).toBe('Sesudah')
})

/** What axe finds in a page and in the form in its frame. */
const problemsOn = async (page: Page): Promise<string[]> => {
  const found = await axe(page)
  for (const frame of page.frames().slice(1))
    if (frame.url().includes('/f/')) found.push(...(await sideways(page)))
  return found
}

test('the page that shows every way is usable as it is', async ({ browser, visitor, home }) => {
  // The rules of every page are checked on it and on the forms in it, once they were shown.
  const page = await visitor({ viewport: { width: 1280, height: 20_000 } })
  await page.goto(`${home}/embed-demo`)
  await until('every way', () => (page.frames().length === 5 ? true : undefined))
  for (const frame of page.frames().slice(1)) await frame.locator('h1').waitFor()
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } })
  const shown = await context.newPage()
  await shown.goto(`${home}/embed-demo`)
  await until('the forms', () => (shown.frames().length >= 3 ? true : undefined))
  expect(await problemsOn(shown)).toEqual([])
  await context.close()
})

test('what an address fills in is seen in the frame, may be changed, and is text and nothing else', async ({
  visitor,
  home,
  putUp,
}) => {
  const markup = '<img src=x onerror="parent.postMessage(1,\'*\')">"\'&'
  const page = await visitor(desktop)
  const address = `${home}/f/daftar?embed=1&p.organisation=${encodeURIComponent(markup)}&p.consent_donors=yes&p.district=35.73&p.lain=x`
  await page.goto(putUp({ body: frameOf(address.replaceAll('&', '&amp;')) + scriptOf(home) }))
  const form = await formIn(page)
  await fits(page, form)
  expect(await form.locator('[name=organisation]').inputValue()).toBe(markup)
  expect(await form.locator('[name=district]').inputValue()).toBe('35.73')
  expect(await form.locator('[name=consent_donors]').isChecked()).toBe(false)
  expect(await form.locator('img').count()).toBe(0)
  const { organisation, ...others } = answersOfOne()
  await form.locator('[name=organisation]').fill(organisation)
  await walk(form, others)
  await sendIn(form)
  await titled(page, 'sudah kami terima')
})
