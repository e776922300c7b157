// The source of every page in both languages: valid HTML with one heading, an icon and its language, and nothing that moves.
import { expect, test } from 'vitest'
import { frameScript } from '../../src/client/built.ts'
import { invalidities } from '../support/html.ts'
import { motionIn } from './support/flaws.ts'
import { states } from './support/states.ts'
import { toldOf } from './support/tabs.ts'

test('every page is valid HTML, has one heading, brings its icon and says its language', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const { name, html, locale } of states) {
    const problems = await invalidities(html)
    if (!/^<!doctype html><html lang="(\w+)"/i.test(html) || RegExp.$1 !== locale)
      problems.push(`the page does not say that it is in ${locale}`)
    if (problems.length > 0) found[name] = problems
  }
  expect(toldOf(found)).toEqual({})
})

// In a frame of an old browser a page asks itself again and again how high it is, and tells the page around it.
const withoutHeights = (html: string): string => html.replace(frameScript, '')

test('nothing moves on any page, so that there is nothing to reduce', () => {
  const motions = states.map(({ name, html }) => [name, motionIn(withoutHeights(html))] as const)
  const moving = motions.filter(([, motion]) => motion.length > 0)
  expect(toldOf(Object.fromEntries(moving))).toEqual({})
})

const icon = '<link rel="icon" href="data:,">'
const page = (body: string, head = icon) =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
${head}</head><body><main>${body}</main></body></html>`

test.for([
  ['no heading', page('<p>Hello</p>'), 'there are 0 h1 headings'],
  ['two headings', page('<h1>Hello</h1><h1>Again</h1>'), 'there are 2 h1 headings'],
  ['no icon of its own', page('<h1>Hello</h1>', ''), 'would ask for /favicon.ico'],
  ['invalid HTML', page('<h1>Hello</h1><p><div>In a paragraph</div></p>'), 'html-validate'],
  ['a style attribute', page('<h1 style="margin:0">Hello</h1>'), 'html-validate no-inline-style'],
  ['one id twice', page('<h1 id="a">Hello</h1><p id="a">Again</p>'), 'html-validate no-dup-id'],
  [
    'one hidden field twice',
    page(`<h1>Hello</h1><form>${'<input type="hidden" name="a" value="b">'.repeat(2)}</form>`),
    'html-validate form-dup-name',
  ],
])('a page with %s is found', async ([, html = '', problem]) => {
  expect((await invalidities(html)).join('\n')).toContain(problem)
})

test('a good page is not, nor one that carries a list along', async () => {
  const list = ['a', 'b'].map((value) => `<input type="hidden" name="list" value="${value}">`)
  for (const body of ['', `<form method="post">${list.join('')}<button type="submit">Send</button></form>`])
    expect(await invalidities(page(`<h1>Hello</h1>${body}`))).toEqual([])
})

test.for([
  '<style>a{transition:color 1s}</style>',
  '<style>@keyframes a{}</style>',
  '<style>html{scroll-behavior:smooth}</style>',
  '<script>scrollTo({behavior:"smooth"})</script>',
  '<script>x.animate([])</script>',
  '<marquee>Text</marquee>',
])('something that moves is found: %s', (html) => {
  expect(motionIn(`<p>It animates smooth transitions.</p>${html}`)).not.toEqual([])
  expect(motionIn('<p>It animates smooth transitions.</p>')).toEqual([])
})
