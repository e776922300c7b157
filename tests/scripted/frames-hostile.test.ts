// Sites and frames that mean ill, or do not speak at all: nobody learns an answer, and no page is taken over.
import { expect } from 'vitest'
import { fillIn } from '../journeys/support/form.ts'
import { fits, formIn, heightOn, sendIn, titled } from '../journeys/support/frames.ts'
import { newOrganisation, registrationAnswersOf } from '../journeys/support/organisation.ts'
import { walk } from '../journeys/support/way.ts'
import { frameOf, scriptOf } from '../support/site.ts'
import { until } from '../support/wait.ts'
import { openRound } from './support/round.ts'
import { test } from './support/test.ts'

const desktop = { viewport: { width: 800, height: 600 } }

test('a site that listens to everything and sends forged words learns heights and states, and nothing else', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  const listening = `window.heard = []; addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))`
  await page.goto(putUp({ head: `<script>${listening}</script>`, body: frameOf(`${home}/f/daftar?embed=1`) }))
  const form = await formIn(page)
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentWindow
    const forged = [null, 1, 'hello', [], { v: 2, type: 'hello' }, { v: 1 }, { v: 1, type: 'height', h: 1e6 }]
    const hellos = Array.from({ length: 50 }, () => ({ v: 1, type: 'hello', answers: true }))
    for (const message of [...forged, ...hellos]) frame?.postMessage(message, '*')
  })
  const answers = registrationAnswersOf(newOrganisation())
  await walk(form, answers)
  await sendIn(form)
  await titled(page, 'sudah kami terima')
  const reference = await form.locator('.ref [aria-hidden]').innerText()
  const heard = await until('the last state', async () => {
    const all: string[] = await page.evaluate('heard')
    return all.some((one) => one.includes('submitted')) ? all : undefined
  })
  for (const one of heard)
    expect(JSON.parse(one)).toEqual(
      expect.toSatisfy(
        ({ v, id, type, h, y, name, ...others }) =>
          v === 1 &&
          (y === undefined || (Number.isInteger(y) && type === 'top')) &&
          id === 'daftar' &&
          Object.keys(others).length === 0 &&
          (h === undefined || h % 32 === 0 || h === 200 || h === 6000) &&
          (name === undefined || /^(ready|started|page|submitted|closed)$/.test(name)) &&
          /^(height|top|event)$/.test(type),
      ),
    )
  for (const secret of [reference, answers.organisation, answers.email])
    expect(heard.join()).not.toContain(secret)
  // Fifty greetings are answered once.
  expect(heard.filter((one) => one.includes('ready')).length).toBeLessThanOrEqual(4)
})

test('whoever else greets a form by its name is not answered, and its own site goes on hearing of it', async ({
  visitor,
  home,
  putUp,
}) => {
  const page = await visitor(desktop)
  const listening = `window.heard = []; addEventListener('message', ({ data }) => heard.push(data.id + ' ' + data.name))`
  const body = frameOf(`${home}/f/daftar?embed=1`) + frameOf(`${home}/f/iko-2026-2?embed=1`)
  await page.goto(putUp({ head: `<script>${listening}</script>`, body }))
  const form = await formIn(page, '/f/daftar')
  const other = await formIn(page, '/f/iko-2026-2')
  await other.evaluate(() => parent.frames[0]?.postMessage({ v: 1, type: 'hello' }, '*'))
  await fillIn(form, { organisation: 'Yayasan Contoh' })
  await until('the state', async () =>
    (await page.evaluate<string[]>('heard')).includes('daftar started') ? true : undefined,
  )
})

test('the script believes a height only from the frame itself and its own origin', async ({
  visitor,
  home,
  putUp,
}) => {
  const other = putUp({
    body: `<script>for (const to of [parent, parent.frames[0]]) to.postMessage({ v: 1, type: 'height', h: 5000 }, '*'); parent.postMessage('sent', '*')</script>`,
  })
  const page = await visitor(desktop)
  await page.goto(
    putUp({
      head: `<script>addEventListener('message', ({ data }) => { if (data === 'sent') window.isSent = true })</script>`,
      body: `${frameOf(`${home}/f/daftar?embed=1`)}${scriptOf(home)}`,
    }),
  )
  const form = await formIn(page)
  await fits(page, form)
  const own = 'iframe[title=Formulir]'
  const before = await heightOn(page)
  await page.evaluate((address) => {
    postMessage({ v: 1, type: 'height', h: 5000 }, '*')
    const frame = document.createElement('iframe')
    frame.src = address
    frame.id = 'other'
    document.body.append(frame)
  }, other)
  await until('the forged words', async () => ((await page.evaluate('window.isSent')) ? true : undefined))
  expect(await heightOn(page, own)).toBe(before)
  expect(await heightOn(page, '#other')).toBeLessThan(200)

  // A frame that has gone on to another site is no form any more, whatever address it was made with.
  await page.evaluate('isSent = false')
  await form.goto(other)
  await until('the forged words', async () => ((await page.evaluate('window.isSent')) ? true : undefined))
  expect(await heightOn(page, own)).toBe(before)
})

const hostile = (script: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Jahat</title><link rel="icon" href="data:,"></head><body><main><h1>Jahat</h1></main><script>${script}</script></body></html>`

test('a frame that asks for a million pixels gets what any form may have; one that floods is heard no more', async ({
  browser,
  home,
  putUp,
}) => {
  const context = await browser.newContext(desktop)
  const page = await context.newPage()
  await page.route('**/f/jahat?*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: hostile(`
const tell = (h) => parent.postMessage({ v: 1, type: 'height', h }, '*')
for (const h of [1e6, NaN, -5, '700', null, Infinity, {}]) tell(h)
parent.postMessage({ v: 1, type: 'event', name: '<img src=x>' }, '*')
parent.postMessage({ v: 1, type: 'toString', name: 'x' }, '*')
parent.postMessage('begun', '*')
addEventListener('message', ({ data }) => { if (data !== 'flood') return; for (let i = 0; i < 10000; i++) tell(300 + i % 500); tell(333); parent.postMessage('done', '*') })`),
    }),
  )
  await page.goto(
    putUp({
      head: `<script>window.said = []; addEventListener('message', ({ data }) => { if (typeof data === 'string') said.push(data) }); addEventListener('simpul', ({ detail }) => said.push(detail.name))</script>`,
      body: `<script src="${home}/embed/v1.js"></script>${frameOf(`${home}/f/jahat?embed=1`, 'scrolling="no"')}`,
    }),
  )
  const said = (word: string) =>
    until(word, async () => ((await page.evaluate<string[]>('said')).includes(word) ? true : undefined))
  await said('begun')
  expect(await heightOn(page)).toBe(6000)
  expect(await page.evaluate('said')).toEqual(['begun'])
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage('flood', '*'))
  await said('done')
  expect(await heightOn(page)).not.toBe(333)
  expect(await page.locator('iframe').getAttribute('scrolling')).toBeNull()
  await context.close()
})

test('a frame that always wants to be higher than it is stops growing', async ({ browser, home, putUp }) => {
  const context = await browser.newContext(desktop)
  const page = await context.newPage()
  await page.route('**/f/jahat?*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: hostile(
        `window.told = 0; const more = () => { told++; parent.postMessage({ v: 1, type: 'height', h: innerHeight + 40 }, '*') }; addEventListener('resize', more); more()`,
      ),
    }),
  )
  await page.goto(
    putUp({ body: `<script src="${home}/embed/v1.js"></script>${frameOf(`${home}/f/jahat?embed=1`)}` }),
  )
  const frame = await formIn(page, '/f/jahat')
  await until('it to ask in vain', async () =>
    (await frame.evaluate<number>('told')) > 30 ? true : undefined,
  )
  expect(await heightOn(page)).toBe(720 + 30 * 40)
  await context.close()
})

test('a site that is not on the list gets words and a link; one that is gets the form', async ({
  browser,
  home,
  service,
  site,
  putUp,
}) => {
  const [path, listed] = [
    await openRound(service, 'registration', ['https://mitra.example']),
    await openRound(service, 'registration', [site.origin]),
  ]
  const context = await browser.newContext(desktop)
  const page = await context.newPage()
  await page.goto(putUp({ body: frameOf(`${home}${path}?embed=1`) + scriptOf(home) }))
  const refused = await titled(page, 'tidak dapat ditampilkan di sini')
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    refused.getByRole('link', { name: 'Buka formulir' }).click(),
  ])
  await opened.waitForLoadState()
  expect(opened.url()).toBe(home + path)

  // A site that hides its own address is refused by the browser, which shows nothing of the form.
  const hidden = frameOf(`${home}${path}?embed=1`).replace(
    /referrerpolicy="[^"]+"/,
    'referrerpolicy="no-referrer"',
  )
  await page.goto(putUp({ body: hidden }))
  await until('the browser’s own blank', () =>
    page.frames()[1]?.url().startsWith('chrome-error:') ? true : undefined,
  )

  await page.goto(putUp({ body: frameOf(`${home}${listed}?embed=1`) + scriptOf(home) }))
  await titled(page, 'Putaran sendiri')
  await context.close()
})
