// What the script for other sites does with frames: wherever it stands, for several of them, and with any site around it.
import { expect } from 'vitest'
import { fillIn } from '../journeys/support/form.ts'
import { contentOf, fits, formIn, heightOn } from '../journeys/support/frames.ts'
import { focused, tab } from '../journeys/support/keyboard.ts'
import { follow, sectionsShown } from '../journeys/support/sections.ts'
import { sideways } from '../support/appearance.ts'
import { withoutScript } from '../support/page.ts'
import { frameOf, scriptOf } from '../support/site.ts'
import { until } from '../support/wait.ts'
import { test } from './support/test.ts'

const desktop = { viewport: { width: 800, height: 600 } }

test('a script that comes before the frame lets it grow as well, section by section', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  const script = `<script src="${home}/embed/v1.js"></script>`
  await page.goto(putUp({ head: script, body: frameOf(`${home}/f/iko-2026-2?embed=1`) }))
  const form = await formIn(page)
  await fits(page, form)
  const before = await contentOf(form)
  await follow(form, form.getByRole('link', { name: /^Berikutnya/ }))
  expect(await contentOf(form)).not.toBe(before)
  await fits(page, form)
})

test('a form that never speaks keeps the height it was given', async ({ visitor, home, putUp }) => {
  const page = await visitor(desktop)
  await page.route('**/f/daftar?embed=1', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: withoutScript(await response.text()) })
  })
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) + scriptOf(home) }))
  const form = await formIn(page)
  await until('the script of the site', async () =>
    (await page.evaluate('!!window.Simpul')) ? true : undefined,
  )
  expect(await heightOn(page)).toBe(720)
  expect(await form.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true)
})

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

test('the page that shows every way shows each of its forms', async ({ visitor, home }) => {
  // The rules of every page are checked on it and on the forms in it, once they were shown.
  const page = await visitor({ viewport: { width: 1280, height: 20_000 } })
  await page.goto(`${home}/embed-demo`)
  await until('every way', () => (page.frames().length === 5 ? true : undefined))
  for (const frame of page.frames().slice(1)) await frame.locator('h1').waitFor()
})
