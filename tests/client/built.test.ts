// The scripts as they are committed: what their sources build to, fit to stand inside a page, and old enough for old phones.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { expect, test } from 'vitest'
import { BUILT, builtModule, SHORTENED } from '../../scripts/run/client.ts'
import { root } from '../../scripts/run/place.ts'
import { boardScript, checkScript, formScript, laterScript } from '../../src/client/built.ts'
import { wordsFor } from '../../src/core/words/index.ts'
import { boardStyle } from '../../src/http/views/board-style.ts'
import { sectionsStyle } from '../../src/http/views/sections-style.ts'
import { style } from '../../src/http/views/style.ts'
import { filesIn } from '../support/sources.ts'
import { calledIn, stringsIn } from './script.ts'

// Android System WebView 61, as Android 8 brought it in 2017, on phones that never updated it.
const FLOOR = 61

/**
 * What of the browser and of the language's objects the script calls, and the version of Chromium it came with
 * (MDN browser-compat-data; 1 where it has always been there).
 */
const CALLED: Readonly<Record<string, number>> = {
  // The language.
  Array: 1,
  Math: 1,
  Set: 38,
  String: 1,
  JSON: 3,
  add: 38,
  concat: 1,
  min: 1,
  filter: 1,
  find: 45,
  forEach: 1,
  from: 45,
  has: 38,
  includes: 47,
  isArray: 5,
  join: 1,
  length: 1,
  map: 1,
  parse: 3,
  push: 1,
  replace: 1,
  slice: 1,
  some: 1,
  trim: 4,
  // The browser.
  Element: 1,
  DOMParser: 1,
  FormData: 5,
  addEventListener: 1,
  document: 1,
  location: 1,
  scrollTo: 1,
  activeElement: 2,
  appendChild: 1,
  attributes: 1,
  childNodes: 1,
  clearTimeout: 1,
  credentials: 42,
  fetch: 42,
  headers: 42,
  getAttribute: 1,
  href: 1,
  nodeName: 1,
  nodeValue: 1,
  onclick: 1,
  parseFromString: 1,
  removeChild: 1,
  replaceChild: 1,
  setTimeout: 1,
  status: 42,
  text: 42,
  value: 1,
  classList: 8,
  closest: 41,
  contains: 1,
  dataset: 7,
  documentElement: 1,
  focus: 1,
  formAction: 9,
  getAll: 50,
  getBoundingClientRect: 2,
  getElementById: 1,
  hash: 1,
  hidden: 6,
  id: 1,
  name: 1,
  querySelector: 1,
  querySelectorAll: 1,
  removeAttribute: 1,
  required: 4,
  scrollIntoView: 1,
  setAttribute: 1,
  target: 1,
  textContent: 1,
  top: 2,
  type: 1,
  // What drafts need.
  after: 54,
  before: 54,
  getRegistration: 45,
  resolve: 32,
  serviceWorker: 45,
  unregister: 45,
  caches: 43,
  HTMLAnchorElement: 1,
  isConnected: 51,
  parent: 1,
  window: 1,
  search: 1,
  detail: 1,
  src: 1,
  firstChild: 1,
  toLocaleString: 1,
  Date: 1,
  Event: 15,
  Number: 1,
  Object: 1,
  Promise: 32,
  URLSearchParams: 49,
  append: 49,
  assign: 1,
  body: 42,
  catch: 32,
  checked: 1,
  className: 1,
  createElement: 1,
  disabled: 1,
  dispatchEvent: 1,
  elements: 1,
  get: 42,
  getItem: 4,
  insertBefore: 1,
  isTrusted: 46,
  json: 42,
  key: 1,
  keys: 5,
  lang: 1,
  localStorage: 4,
  matches: 33,
  max: 1,
  method: 42,
  namedItem: 1,
  navigation: 6,
  navigator: 1,
  newValue: 4,
  now: 5,
  ok: 42,
  onLine: 2,
  parentNode: 1,
  pathname: 1,
  performance: 6,
  persisted: 4,
  preventDefault: 1,
  race: 32,
  random: 1,
  remove: 23,
  removeItem: 4,
  sessionStorage: 4,
  setItem: 4,
  sort: 1,
  startsWith: 41,
  stringify: 3,
  submit: 1,
  test: 1,
  toLocaleTimeString: 1,
  visibilityState: 33,
  Blob: 20,
  defaultPrevented: 5,
  CustomEvent: 15,
  FileReader: 7,
  URL: 32,
  accept: 1,
  active: 45,
  bind: 7,
  click: 9,
  createObjectURL: 19,
  createTextNode: 1,
  currentScript: 29,
  download: 14,
  every: 1,
  files: 2,
  nextSibling: 1,
  onchange: 1,
  onerror: 1,
  onload: 1,
  postMessage: 1,
  readAsText: 7,
  ready: 45,
  register: 45,
  reject: 32,
  result: 7,
  scope: 45,
}

/** Each script, and the strings in it that look like words. */
const scripts = [
  ['form', formScript, ['main button', 'nav ol a', 'use strict']],
  ['check', checkScript, ['main button', 'use strict']],
  ['later', laterScript, ['POST', 'Retry-After', 'use strict']],
  ['board', boardScript, ['If-None-Match', 'use strict']],
] as const

/** Names the source itself gives to parts of its own objects, and the attributes it finds in the page. */
const OWN =
  `section heading link title box control rule when question answered is answers at left complete again appeared
  tag updated offline other read write all mark fields unsaved waiting problem version moment receipt form line
  lost theirs differ block here waits laterWords toFile fromFile noFile choose sent see closed calledOff deleted
  deleteThere sure stay show day month year hour minute page newer keep saved load ended done found unnamed
  sendNow failed words send dropPages keepPages ask go delete anew Accept state save end answer down later message`.split(
    /\s+/,
  )

/** What older browsers do not know and do without: the request ends with the page; the focused button stands in. */
const FALLS_BACK = ['keepalive', 'submitter']

/** Came with Chromium 32; listed apart because an object with it would look like a promise. */
const THEN = 'then'

test('what is committed is what the source builds to: else run `npm run client`', async () => {
  expect(readFileSync(join(root, BUILT), 'utf8')).toBe(await builtModule())
})

test.each(scripts)(
  '%s: it can stand inside a page that is kept in ASCII, where references are not decoded',
  (_, script) => {
    expect(script).toMatch(/^\p{ASCII}+$/u)
    expect(script).not.toMatch(/<\/script|<!--|<script/i)
  },
)

test.each(scripts)('%s: it is ECMAScript 2017, which Android System WebView 61 understands', (_, script) => {
  expect(() => parse(script, { ecmaVersion: 2017 })).not.toThrow()
  expect(() => parse('try { a?.b } catch {}', { ecmaVersion: 2017 })).toThrow()
})

test.each(scripts)('%s: it calls nothing of the browser that is newer than that', (_, script) => {
  const unlisted = [...calledIn(script, [...OWN, ...FALLS_BACK, THEN])].filter(
    (name) => CALLED[name] === undefined,
  )
  expect(unlisted, 'look up since when it is there, and list it').toEqual([])
  expect(Object.entries(CALLED).filter(([, since]) => since > FLOOR)).toEqual([])
  expect([...calledIn('document.body.replaceChildren(structuredClone(a))', OWN)]).toEqual(
    expect.arrayContaining(['replaceChildren', 'structuredClone']),
  )
})

test.each(scripts)('%s: it holds no word that people read', (_, script, expected) => {
  const strings = stringsIn(script)
  expect(strings.filter((text) => /[A-Z]|\w \w/.test(text)).sort()).toEqual(expected)
})

test('what the build shortens is ours alone: no name of the browser, of the page, of a sentence or of an event', () => {
  const { kept, newer } = wordsFor('id').drafts
  const pages = [...filesIn(['src/http'], /\.tsx?$/).values()].join('')
  const attributes = [...pages.matchAll(/data-([a-z-]+)/g)].map(([, name = '']) => name)
  const strings = scripts.flatMap(([, script]) => stringsIn(script))
  const known = [...Object.keys({ ...CALLED, ...kept, ...newer }), ...OWN, ...attributes, ...strings]
  expect(SHORTENED.filter((name) => known.includes(name))).toEqual([])
  const sources = [...filesIn(['src/client'], /(?<!built)\.ts$/).values()].join('')
  expect(SHORTENED.filter((name) => !sources.includes(name))).toEqual([])
})

test('the script of the board takes less than 1.5 kB of its page, before it is compressed', () => {
  expect(boardScript.length).toBeLessThan(1500)
})

// A rule that an old browser does not understand is left out as a whole: layout may not hang on one of these.
test.for([
  ['a gap between flexible boxes (Chromium 84)', /\bgap:/],
  ['a list inside :not() (88)', /:not\([^)]*,/],
  [':is() and :where() (88)', /:is\(|:where\(/],
  ['inset (87)', /\binset:/],
  ['min(), max() and clamp() (79)', /[:\s](?:min|max|clamp)\(/],
  ['aspect-ratio (88)', /aspect-ratio/],
  ['logical margins and paddings in short (87)', /(?:margin|padding)-(?:inline|block):/],
  ['new units of length (108)', /\d[sld]v[hw]\b/],
  ['smooth scrolling, which nobody asked for (WCAG 2.2 SC 2.3.3)', /scroll-behavior/],
] as const)('no style needs %s', ([, feature]) => {
  expect(style + sectionsStyle + boardStyle).not.toMatch(feature)
})
