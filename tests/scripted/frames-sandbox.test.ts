// A form in a sandbox without an origin, as WordPress makes one: no form is submitted there, no page opened, nothing kept.
// And a network that is lost, or busy, on the way.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { contentOf, fits, formIn, heightOn, sendIn, titled } from '../journeys/support/frames.ts'
import { newOrganisation, registrationAnswersOf } from '../journeys/support/organisation.ts'
import { walk } from '../journeys/support/way.ts'
import { frameOf, scriptOf } from '../support/site.ts'
import { until } from '../support/wait.ts'
import { test } from './support/test.ts'

const desktop = { viewport: { width: 800, height: 600 } }
const sandbox = 'sandbox="allow-scripts"'
const answersOfOne = () => registrationAnswersOf(newOrganisation())

const says = (page: Page) => formIn(page).then((form) => form.locator('#frame-says').innerText())

test('the site is asked to open the form on a page of its own, and opens none but that', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`, sandbox) + scriptOf(home) }))
  const form = await formIn(page)
  await fits(page, form)
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    form
      .getByRole('link', { name: /^Buka di halaman penuh/ })
      .first()
      .click(),
  ])
  await opened.waitForLoadState()
  expect(opened.url()).toBe(`${home}/f/daftar`)
  expect(await says(page)).toContain('Salin alamat ini')
})

test('where every touch of storage fails, nothing is missed', async ({ visitor, home, putUp }) => {
  const page = await visitor(desktop)
  await page.addInitScript(() => {
    const refused = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refused })
    Object.defineProperty(document, 'cookie', { get: refused, set: refused })
  })
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) + scriptOf(home) }))
  const form = await formIn(page)
  await walk(form, answersOfOne())
  await sendIn(form)
  await titled(page, 'sudah kami terima')
})

test('answers that meet no network go out when that is asked for', async ({ visitor, home, putUp }) => {
  const page = await visitor(desktop)
  let isLost = true
  await page.route('**/f/daftar?*send=1*', (route) => (isLost ? route.abort() : route.continue()))
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`) + scriptOf(home) }))
  const form = await formIn(page)
  await page.clock.install()
  await walk(form, answersOfOne())
  // It would try again by itself after some seconds, which do not pass.
  await page.clock.pauseAt(Date.now() + 60_000)
  await sendIn(form)
  await until('words about the network', async () =>
    (await says(page)).startsWith('Tidak tersambung') ? true : undefined,
  )
  isLost = false
  await form.getByRole('button', { name: 'Coba lagi sekarang' }).click()
  await titled(page, 'sudah kami terima')
})

test('a service that is busy is asked again after the time it names, and a page without a form takes nothing away', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  const refusals = [
    { status: 413, body: '<!doctype html><body><main><h1>Terlalu panjang</h1></main></body>' },
    { status: 429, body: '', headers: { 'Retry-After': '1' } },
    { status: 503, body: '' },
  ]
  const seen: number[] = []
  await page.route('**/f/daftar?*send=1*', async (route) => {
    // What is saved meanwhile is not asked about here.
    if (route.request().postData()?.includes('action=save')) return route.continue()
    const refusal = refusals.shift()
    seen.push(refusal?.status ?? 200)
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      ...refusal?.headers,
    }
    await (refusal ? route.fulfill({ contentType: 'text/html', ...refusal, headers }) : route.continue())
  })
  await page.clock.install()
  await page.goto(putUp({ body: frameOf(`${home}/f/daftar?embed=1`, sandbox) + scriptOf(home) }))
  const form = await formIn(page)
  await walk(form, answersOfOne())
  await sendIn(form)
  await until('the words of the page', async () =>
    (await says(page)) === 'Terlalu panjang' ? true : undefined,
  )
  expect(await form.locator('h1').innerText()).toBe('Pendaftaran organisasi')
  await sendIn(form)
  // Time passes, but less at once than a network is waited for.
  await until('the last try', async () => {
    await page.clock.fastForward(1000)
    return seen.length === 4 ? true : undefined
  })
  await titled(page, 'sudah kami terima')
  expect(seen).toEqual([413, 429, 503, 200])
})

test('in the words of WordPress heights go out with its secret, for every page that takes another’s place', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  // What wp-includes/js/wp-embed.js does with messages, in short: a frame is shown after a height with its secret.
  const wordpress = `window.heights = []; addEventListener('message', ({ data, source }) => {
  const frame = document.querySelector('iframe')
  if (source !== frame.contentWindow || !data.secret || data.secret !== frame.dataset.secret) return
  if (data.message === 'height') { heights.push(data.value); frame.height = Math.min(1000, Math.max(200, data.value)) }
  if (data.message === 'link') window.link = data.value })`
  await page.goto(
    putUp({
      head: `<script>${wordpress}</script>`,
      body: frameOf(
        `${home}/f/daftar?embed=1#?secret=Ab3dE`,
        `${sandbox} data-secret="Ab3dE" security="restricted"`,
      ),
    }),
  )
  const form = await formIn(page)
  await until('a height with the secret', async () => ((await heightOn(page)) === 1000 ? true : undefined))
  await walk(form, answersOfOne())
  await sendIn(form)
  await titled(page, 'sudah kami terima')
  await until('the height of the receipt', async () => {
    const heights = await page.evaluate<number[]>('heights')
    const spare = (heights.at(-1) ?? 0) - (await contentOf(form))
    return spare >= 0 && spare < 33 ? true : undefined
  })
  await form.getByRole('link', { name: /^Buka tanda terima/ }).click()
  expect(await page.evaluate('window.link')).toBeUndefined()
  await form
    .getByRole('link', { name: /^Buka di halaman penuh/ })
    .first()
    .click()
  await until('the link', async () =>
    (await page.evaluate('window.link')) === `${home}/f/daftar` ? true : undefined,
  )
})

test('WordPress is told the height again when its script comes later than the form, and only with its secret', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  await page.goto(
    putUp({
      head: `<script>window.heard = []; addEventListener('message', ({ data }) => { if (data.message) heard.push(data) })</script>`,
      body: frameOf(`${home}/f/daftar?embed=1#?secret=Ab3dE`, sandbox),
    }),
  )
  await formIn(page)
  const heard = () => page.evaluate<{ message: string; secret: string }[]>('heard')
  await until('the first height', async () => ((await heard()).length > 0 ? true : undefined))
  await page.evaluate(() => {
    Object.assign(window, { heard: [] })
    const frame = document.querySelector('iframe')?.contentWindow
    for (const secret of ['other', undefined, 'Ab3dE']) frame?.postMessage({ message: 'ready', secret }, '*')
  })
  await until('the height again', async () => ((await heard()).length > 0 ? true : undefined))
  expect(await heard()).toEqual([{ message: 'height', value: expect.any(Number), secret: 'Ab3dE' }])
})
