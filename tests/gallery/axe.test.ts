// Every page before axe, once, in Indonesian on a phone; no rule is left out and no finding allowed. In the dark its contrast.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from '../support/appearance.ts'
import { dark, phone } from './support/looks.ts'
import { indonesian, normalised, standIns } from './support/states.ts'
import { type Found, test } from './support/tabs.ts'

/** How often axe may be asked in all: it takes most of the time that looking at pages takes. */
const MOST = 600

const inTheDark = standIns(indonesian)
const contrast = (page: Page) => axe(page, ['color-contrast'])

test('axe is asked at most 600 times, and never twice about one page in one look', ({ scripted }) => {
  const onPhone = [...indonesian, ...scripted].map(({ html }) => normalised(html))
  const again = inTheDark.map(({ html }) => normalised(html))
  console.log(`axe: ${onPhone.length} pages on a phone, and the contrast of ${again.length} in the dark`)
  expect(onPhone.length + again.length).toBeLessThanOrEqual(MOST)
  for (const pages of [onPhone, again]) expect(new Set(pages).size).toBe(pages.length)
})

test('axe finds nothing on any page', async ({ each }) => {
  expect(await each(phone, indonesian, axe)).toEqual({})
})

test('axe finds nothing on pages that only a script makes', async ({ each, scripted }) => {
  expect(await each(phone, scripted, axe)).toEqual({})
})

test('axe finds no pale text in the dark', async ({ each }) => {
  expect(await each(dark, inTheDark, contrast)).toEqual({})
})

test('what axe finds is found on the page it stands on, and on no other that is shown in the same tab', async ({
  each,
}) => {
  const page = (name: string, body: string, style = '') => ({
    name,
    html: `<!doctype html><html lang="en"><head><title>A page</title><style>${style}</style></head><body><main><h1>A page</h1>${body}</main></body></html>`,
  })
  const pages = [
    page('good', ''),
    page('pale', '', 'h1{color:#ccc}'),
    page('pale in the dark', '', '@media(prefers-color-scheme:dark){h1{color:#777;background:#888}}'),
    page('a field without a name', '<input type="text" name="a">'),
    page('headings out of order', '<h3>Deep</h3>'),
    page('good again', ''),
  ]
  const rules = (found: Found) =>
    Object.fromEntries(
      Object.entries(found).map(([name, all]) => [name, all.map((one) => one.split(':')[0])]),
    )
  expect(rules(await each(phone, pages, axe))).toEqual({
    pale: ['axe color-contrast'],
    'a field without a name': ['axe label'],
    'headings out of order': ['axe heading-order'],
  })
  expect(rules(await each(dark, pages, contrast))).toEqual({
    pale: ['axe color-contrast'],
    'pale in the dark': ['axe color-contrast'],
  })
})
