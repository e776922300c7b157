// The rules of the page check itself: a check that lets a bad page through protects nobody.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { type Who, watch } from '../support/page.ts'
import { test } from './support/test.ts'

const home = 'http://simpul.test'
const icon = '<link rel="icon" href="data:,">'
const html = (body: string, head = icon) =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
${head}</head><body><main>${body}</main></body></html>`

/** Shows a page to a visitor, without script unless said otherwise, and returns what the check says about it. */
async function verdict(
  browser: Browser,
  body: string,
  headers: Record<string, string> = {},
  options: BrowserContextOptions = { javaScriptEnabled: false },
  who?: Who,
  paths: readonly string[] = ['/'],
): Promise<string> {
  const context = await browser.newContext(options)
  const notes = watch(context, home, who)
  await context.route('**/*', (route, request) =>
    request.isNavigationRequest()
      ? route.fulfill({ body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
      : route.abort(),
  )
  const page = await context.newPage()
  for (const path of paths) await (await page.goto(home + path))?.text()
  const problems = await notes()
  await context.close()
  return problems.length === 0 ? 'nothing is wrong' : problems.join()
}

test('a good page passes, though its policy forbids all scripts', async ({ browser }) => {
  const policy = { 'content-security-policy': "default-src 'none'; img-src data:" }
  expect(await verdict(browser, html('<h1>Hello</h1>'), policy)).toBe('nothing is wrong')
})

test('a page that asks for a picture elsewhere does not pass', async ({ browser }) => {
  const body = html('<h1>Hello</h1><img alt="" src="https://x.test/">')
  expect(await verdict(browser, body)).toContain('asks for https://x.test/')
})

test('a page that sets a cookie does not pass', async ({ browser }) => {
  expect(await verdict(browser, html('<h1>Hello</h1>'), { 'set-cookie': 'a=b' })).toContain(
    'set the cookie a',
  )
})

test('staff keep one cookie, for their own pages alone; a respondent keeps none, nor takes it along', async ({
  browser,
}) => {
  const good = html('<h1>Hello</h1>')
  const session = 'simpul=a; HttpOnly; SameSite=Lax; Path='
  const look = (cookie: string, who: Who, ...paths: string[]) =>
    verdict(browser, good, { 'set-cookie': cookie }, { javaScriptEnabled: false }, who, paths)
  expect(await look(`${session}/c`, 'staff', '/c/sign-in', '/c', '/')).toBe('nothing is wrong')
  expect(await look(`${session}/c`, 'respondent', '/c')).toContain('set the cookie simpul for /c')
  expect(await look(`${session}/`, 'staff', '/c')).toContain('set the cookie simpul for /')
  expect(await look(`${session}/`, 'staff', '/c', '/f/a')).toContain('/f/a was asked for with a cookie')
  expect(await look('other=a; HttpOnly; SameSite=Lax; Path=/c', 'staff', '/c')).toContain(
    'set the cookie other',
  )
  expect(await look('simpul=a; SameSite=Lax; Path=/c', 'staff', '/c')).toContain('set the cookie simpul')
})

test('a page does not pass whose script is refused or fails', async ({ browser }) => {
  const scripted = html('<h1>Hello</h1><script>undefined.name</script>')
  const policy = { 'content-security-policy': "default-src 'none'; img-src data:" }
  expect(await verdict(browser, scripted, policy, {})).toContain('Content Security Policy')
  expect(await verdict(browser, scripted, {}, {})).toContain('Cannot read properties of undefined')
})
