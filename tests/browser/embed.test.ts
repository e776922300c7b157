// A form in a frame of another site: bare, with the script for sites, in a sandbox, twice, and under strict policies.
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import { until } from '../support/wait.ts'
import { fillIn } from './support/form.ts'
import { contentOf, fits, formIn, frameOf, heightOn, scriptOf, test } from './support/host.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'

/** Shows every section at once, as it is without script, and fills in the form. */
async function fill(frame: Frame, answers = registrationAnswersOf(newOrganisation())): Promise<void> {
  await frame.evaluate(() => {
    for (const section of document.querySelectorAll('section')) section.removeAttribute('hidden')
  })
  await fillIn(frame, answers)
}

const sendIn = (frame: Frame) => frame.getByRole('button', { name: 'Kirim', exact: true }).click()

/** Waits until what stands in the frame has this heading. */
const titled = (page: Page, text: RegExp): Promise<Frame> =>
  until(`a frame that says ${text}`, async () => {
    for (const frame of page.frames().slice(1)) {
      const heading = await frame
        .locator('h1')
        .innerText()
        .catch(() => '')
      if (text.test(heading)) return frame
    }
    return undefined
  })

test('bare and without any script a form is filled in, mended and sent inside its frame', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) }))
  const frame = await until('the form', () => page.frames()[1])
  await frame.getByRole('button', { name: 'Kirim', exact: true }).click()
  await titled(page, /Pendaftaran/)
  await frame.locator('.box.bad h2').waitFor()
  await fillIn(frame, registrationAnswersOf(newOrganisation()))
  await sendIn(frame)
  await titled(page, /sudah kami terima/)
  expect(await frame.locator('.ref').innerText()).toMatch(/[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d/)
  expect(new URL(frame.url()).pathname).toBe('/f/daftar')
  for (const link of await frame.locator('a:not([href^="#"])').all()) {
    const [href, target] = [await link.getAttribute('href'), await link.getAttribute('target')]
    expect([href, target]).toEqual([href, href?.includes('embed=1') ? null : '_blank'])
  }
})

test.for(['before', 'after'])(
  'with the script %s the frame it grows with what it shows',
  async (place, { visitor, home, putUp }) => {
    const page = await visitor({ viewport: { width: 800, height: 600 } })
    const frame = frameOf(`${home}/f/iko-2026-2?embed=1`)
    const script = `<script src="${home}/embed/v1.js"></script>`
    await page.goto(putUp(place === 'before' ? { head: script, body: frame } : { body: frame + script }))
    const form = await formIn(page)
    await fits(page, form)
    const before = await heightOn(page)
    await form.getByRole('link', { name: /^Berikutnya/ }).click()
    await until('another height', async () => ((await heightOn(page)) === before ? undefined : true))
    await fits(page, form)
    expect(await contentOf(form)).toBeLessThan(6000)
  },
)

test('in a sandbox without an origin a form is filled in, mended and sent', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor({ viewport: { width: 800, height: 600 } })
  await page.goto(
    putUp({ body: frameOf(`${home}/f/daftar?embed=1`, 'sandbox="allow-scripts"') + scriptOf(home) }),
  )
  const form = await formIn(page)
  expect(await form.evaluate(() => self.origin)).toBe('null')
  await fill(form)
  await form.locator('[name=email]').fill('bukan alamat')
  await sendIn(form)
  await form.locator('.box.bad h2').waitFor()
  expect(await form.locator('[name=email]').inputValue()).toBe('bukan alamat')
  await form.locator('[name=email]').fill('ratna@rukun.example')
  await sendIn(form)
  await titled(page, /sudah kami terima/)
  await fits(page, form)
})
