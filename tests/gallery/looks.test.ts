// How pages look to people who enlarge, space out or recolour them, to those with large fingers, and on the narrowest phone.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { bareLinks, moving, pale, tooSmall, unmarked, unreadable } from './support/flaws.ts'
import { looks, narrow, phone } from './support/looks.ts'
import { indonesian, standIns, states } from './support/states.ts'
import { test } from './support/tabs.ts'

type Check = (page: Page) => Promise<readonly string[]>

const together =
  (...checks: readonly Check[]): Check =>
  async (page) =>
    (await Promise.all(checks.map((check) => check(page)))).flat()

/** Of staff's pages one link stands alone and is as high as its line: that to the round which another was copied from. */
const COPIED = /^\d+ × \d+: <a href="\/c\/n\/[\w-]+\/rounds\/[\w-]+">/
const small: Check = async (page) => (await tooSmall(page, 44)).filter((fault) => !COPIED.test(fault))

const crowded = together(sideways, unreadable)
const faults = together(crowded, pale, bareLinks, unmarked, moving, small)

test.for(Object.entries(looks))(
  '%s nothing is cut off, covered, off the screen, pale, too small to touch, told by its colour alone, or moves',
  async ([, look], { each, scripted }) => {
    expect(await each(look, [...standIns(indonesian), ...scripted], faults)).toEqual({})
  },
)

test('on the narrowest phone, or at a zoom of 400 %, no page in either language is cut off, covered or off the screen', async ({
  each,
}) => {
  expect(await each(narrow, states, crowded)).toEqual({})
})

/** A page that is good but for what is named. */
const bad = (name: string, body: string, style = '') => ({
  name,
  html: `<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width">
<style>body{background:#fff;color:#000}${style}</style></head><body><main><h1>A page</h1>${body}</main></body></html>`,
})

test('what is wrong is found, and on no page but the one it stands on', async ({ each }) => {
  const pages = [
    bad('good', '<p>See <a href="/">here</a>.</p>'),
    bad('cut off', '<p style="overflow:hidden;height:1em">Two<br>lines</p>'),
    bad('over each other', '<p>First</p><p style="margin-top:-2em">Second</p>'),
    bad('off the screen', '<p style="position:fixed;left:-1em">Text</p>'),
    bad('wide', '<p style="width:50rem">Text</p>'),
    bad('pale', '<p style="color:#888">Text</p>'),
    bad('pale, half seen through', '<p style="opacity:.5">Text</p>'),
    bad('pale, in a field', '<input style="width:44px;height:44px;background:#707070;color:#000" value="a">'),
    bad('small', '<p><a href="/">Alone</a></p>'),
    bad('not underlined', '<p>See <a href="/" style="text-decoration:none">here</a>.</p>'),
    bad('moving', '<p style="transition:color 1s">Text</p>'),
    bad('animated', '<p class="a">Text</p>', '@keyframes a{to{color:red}}.a{animation:a 1s}'),
    bad('no line', '<div class="q bad"><p>Wrong</p></div>'),
    bad('no edge', '<button style="border:0;min-width:44px;min-height:44px">Send</button>'),
    bad('good again', '<p style="color:#767676">Text</p>'),
  ]
  const found = await each(phone, pages, faults)
  expect(Object.fromEntries(Object.entries(found).map(([name, all]) => [name, all.join()]))).toEqual({
    'cut off': expect.stringContaining('cut off: <p'),
    'over each other': 'one over the other: First / Second',
    'off the screen': 'runs off the screen: Text',
    wide: expect.stringContaining('the page scrolls sideways: 8'),
    pale: expect.stringContaining('pale, 3.54: <p'),
    'pale, half seen through': expect.stringContaining('pale, 3.9'),
    'pale, in a field': expect.stringContaining('pale, 4'),
    small: expect.stringMatching(/^\d+ × \d+: <a href="\/">Alone/),
    'not underlined': expect.stringContaining('not underlined: <a'),
    moving: expect.stringContaining('moves: <p'),
    animated: expect.stringContaining('moves: <p'),
    'no line': expect.stringContaining('a line of 0 at the left'),
    'no edge': expect.stringContaining('a line of 0 at the top'),
  })
})

test.for([
  ['on a wide screen, with reduced motion', '(min-width:1000px) and (prefers-reduced-motion)'],
  ['in the dark', '(prefers-color-scheme:dark) and (forced-colors:none)'],
  ['in forced colours', '(forced-colors:active) and (prefers-color-scheme:light)'],
  ['in forced colours in the dark', '(forced-colors:active) and (prefers-color-scheme:dark)'],
])('what is pale %s alone is found there alone', async ([way, media], { each }) => {
  const page = bad('pale', '', `@media${media}{h1{forced-color-adjust:none;color:#777;background:#888}}`)
  const found = await Promise.all(
    Object.entries(looks).map(async ([name, look]) => [name, await each(look, [page], pale)] as const),
  )
  expect(found.filter(([, pages]) => pages.pale).map(([name]) => name)).toEqual([way])
})

test('what is cut off with large or spaced text alone is found there', async ({ each }) => {
  const page = bad('narrow', '<p style="white-space:nowrap">A line that is as long as a phone</p>')
  const found = await Promise.all(
    Object.entries(looks).map(async ([name, look]) => [name, await each(look, [page], crowded)] as const),
  )
  expect(found.filter(([, pages]) => pages.narrow).map(([name]) => name)).toEqual([
    'with text of twice the size',
    'with the widest text spacing',
  ])
})
