// A form with colours and an image of its own, as Chromium shows it under the policy that its page comes with.
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Theme } from '../../src/core/kernel/colours.ts'
import { respond } from '../../src/http/kernel/respond.tsx'
import { ImageView } from '../../src/http/views/image.tsx'
import { carriedBy } from '../../src/http/views/look.ts'
import { test } from '../support/browser.ts'
import { phone } from './support/looks.ts'
import { stateOf } from './support/states.ts'

const theme: Theme = { light: { accent: '#7a3300' }, dark: { accent: '#ffc58a' } }
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><path d="M0 0h800v400H0z"/></svg>'
const image = {
  source: `data:image/svg+xml,${encodeURIComponent(square)}`,
  width: 800,
  height: 400,
  alt: { id: 'Papan hitam', en: 'A black board' },
}

const PLACE = 'http://simpul.test/'

/** Shows the registration as it would be with colours and an image, and gives what Chromium says about it. */
async function show(page: Page, policyOf: string): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const body = stateOf('GET /f/:slug', 'blank registration')
    .html.replace(carriedBy('form').css, carriedBy('form', theme).css)
    .replace('</h2>', `</h2>${ImageView({ image, locale: 'id' })}`)
  const app = new Hono().get('/', (c) =>
    respond(c, body, { look: 'form', theme: policyOf === 'itself' ? theme : undefined }),
  )
  const headers = Object.fromEntries((await app.request('/')).headers)
  await page.route(PLACE, (route) => route.fulfill({ headers, body }))
  await page.goto(PLACE)
  return complaints
}

test.for([
  ['light', 'rgb(122, 51, 0)', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(255, 197, 138)', 'rgb(22, 24, 29)'],
] as const)(
  'in %s, it stands there in its own colours',
  async ([colorScheme, accent, paper], { browser, onTestFinished }) => {
    const page = await browser.newPage({ ...phone, javaScriptEnabled: false, colorScheme })
    onTestFinished(() => page.close())
    const complaints = await show(page, 'itself')

    const button = page.getByRole('button', { name: 'Kirim', exact: true })
    expect(await button.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(accent)
    expect(await button.evaluate((one) => getComputedStyle(one).color)).toBe(paper)

    // As wide as the page and no wider, in its own shape.
    const board = page.getByRole('img', { name: 'Papan hitam' })
    const box = await board.boundingBox()
    expect(box?.width).toBe(360 - 2 * 16)
    expect(box?.height).toBeCloseTo((box?.width ?? 0) / 2, 0)
    expect(await board.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth > 0)).toBe(true)
    expect(complaints).toEqual([])
  },
)

test('under the policy of another page it would stand there without style, and Chromium says so', async ({
  browser,
}) => {
  const page = await browser.newPage()
  const complaints = await show(page, 'the page without')
  await page.close()
  expect(complaints.join()).toMatch(/Content Security Policy/)
})
