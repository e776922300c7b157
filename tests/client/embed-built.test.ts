// The scripts of frames as they are committed: that of the page in the frame, and the one that other sites load.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { describe, expect, test } from 'vitest'
import { builtEmbed, EMBED, EMBED_VERSIONED } from '../../scripts/run/client.ts'
import { root } from '../../scripts/run/place.ts'
import { frameScript } from '../../src/client/built.ts'
import { framedStyle } from '../../src/http/views/framed-style.ts'
import { calledIn, stringsIn } from './script.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

// Android System WebView 61, as for the script of the form.
const FLOOR = 61

/** What the scripts call, and the version of Chromium it came with (MDN browser-compat-data). */
const CALLED: Readonly<Record<string, number>> = {
  // The language.
  Array: 1,
  Boolean: 1,
  Map: 38,
  Math: 1,
  Number: 1,
  Object: 1,
  String: 1,
  assign: 45,
  catch: 32, // and `then`, which may not be a name here
  ceil: 1,
  concat: 1,
  exec: 1,
  filter: 1,
  find: 45,
  forEach: 1,
  from: 45,
  get: 38,
  indexOf: 1,
  join: 1,
  length: 1,
  map: 1,
  max: 1,
  min: 1,
  now: 24,
  pop: 1,
  push: 1,
  set: 38,
  slice: 1,
  split: 1,
  test: 1,
  trim: 4,
  // The browser.
  CustomEvent: 15,
  DOMParser: 30,
  Element: 1,
  FormData: 5,
  HTMLAnchorElement: 1,
  HTMLButtonElement: 1,
  URL: 32,
  URLSearchParams: 49,
  addEventListener: 1,
  append: 5,
  body: 1,
  checked: 1,
  clearTimeout: 1,
  close: 1,
  closest: 41,
  contains: 8,
  contentWindow: 1,
  createElement: 1,
  credentials: 42,
  ctrlKey: 1,
  currentScript: 29,
  data: 1,
  dataset: 7,
  delete: 49,
  dispatchEvent: 1,
  document: 1,
  documentElement: 1,
  fetch: 42,
  focus: 1,
  form: 1,
  getAttribute: 1,
  getBoundingClientRect: 2,
  getElementById: 1,
  hasAttribute: 1,
  hasFocus: 2,
  hash: 1,
  headers: 42,
  height: 1,
  hidden: 6,
  history: 1,
  href: 1,
  insertBefore: 1,
  location: 1,
  metaKey: 1,
  method: 1,
  name: 1,
  open: 1,
  opener: 1,
  origin: 1,
  parent: 1,
  parentNode: 1,
  parseFromString: 30,
  pathname: 1,
  performance: 24,
  postMessage: 1,
  preventDefault: 1,
  querySelector: 1,
  querySelectorAll: 1,
  readyState: 1,
  removeAttribute: 1,
  replaceState: 5,
  sandbox: 4,
  scrollIntoView: 1,
  search: 1,
  searchParams: 51,
  setAttribute: 1,
  setInterval: 1,
  setTimeout: 1,
  shiftKey: 1,
  source: 1,
  src: 1,
  status: 42,
  style: 1,
  target: 1,
  text: 42,
  textContent: 1,
  timeStamp: 49,
  title: 1,
  top: 2,
  type: 1,
  getComputedStyle: 1,
  innerHeight: 1,
  localName: 1,
  parseFloat: 1,
  floor: 1,
  value: 1,
  width: 1,
  window: 1,
  write: 1,
}

/** Newer, and not missed: asked for before it is called, or without effect where it is not known. */
const GUARDED = ['ResizeObserver', 'observe', 'scrollMarginTop']

/** Names the sources give to parts of their own objects and messages. */
const OWN = `answers says frameSecret v id h y message secret waiting sending busy border
  fixed framed times isQuiet bubbles detail Simpul version scan`.split(/\s+/)

describe.each([
  ['in the frame', frameScript],
  ['on the other site', read(EMBED)],
])('the script %s', (_where, script) => {
  test('is ASCII and ECMAScript 2017, and ends no script element', () => {
    expect(script).toMatch(/^\p{ASCII}+$/u)
    expect(script).not.toMatch(/<\/script|<!--|<script/i)
    expect(() => parse(script, { ecmaVersion: 2017 })).not.toThrow()
  })

  test('calls nothing that is newer than the phones it runs on', () => {
    const unlisted = [...calledIn(script, [...OWN, ...GUARDED, 'then'])].filter(
      (name) => CALLED[name] === undefined,
    )
    expect(unlisted, 'look up since when it is there, and list it').toEqual([])
    expect(Object.entries(CALLED).filter(([, since]) => since > FLOOR)).toEqual([])
  })

  test('holds no word that people read', () => {
    const words = stringsIn(script).filter((text) => /\w \w/.test(text))
    expect(words.filter((text) => text !== 'use strict')).toEqual([])
  })

  test('keeps nothing and evaluates nothing', () => {
    expect(script).not.toMatch(
      /localStorage|sessionStorage|indexedDB|cookie|\beval\b|new Function|innerHTML|\.style=/,
    )
  })
})

describe('the script for other sites', () => {
  test('is what its source builds to: else run `npm run client`', async () => {
    expect(read(EMBED)).toBe(await builtEmbed())
  })

  test('is at most 6,000 bytes before compression, and sets one global', () => {
    const script = read(EMBED)
    console.log(`the script for other sites: ${script.length} bytes`)
    expect(script.length).toBeLessThanOrEqual(6_000)
    expect(script.match(/window\.\w+=(?!=)/g)).toEqual(['window.Simpul='])
  })

  test('stands under its version as it is, with the hash that the documentation names', () => {
    const versioned = read(EMBED_VERSIONED)
    expect(versioned).toBe(read(EMBED))
    const hash = `sha384-${createHash('sha384').update(versioned).digest('base64')}`
    expect(read('docs/embedding.md')).toContain(hash)
    expect(read('docs/embedding.md')).toContain(EMBED_VERSIONED.replace('public/', '/'))
  })

  test('may be kept for ever under its version, by a rule of its own', () => {
    const rules = read('public/_headers')
    const path = EMBED_VERSIONED.replace('public', '')
    const [, rule = ''] = rules.split(`\n${path}\n`)
    expect(rule).toMatch(/Cache-Control: public, max-age=31536000, immutable/)
    expect(rules).toMatch(/\n\/embed\/\*\n {2}Access-Control-Allow-Origin: \*/)
  })
})

test('no style of a frame needs what is newer', () => {
  expect(framedStyle).not.toMatch(/\bgap:|\binset:|[:\s](?:min|max|clamp)\(|:is\(|:where\(|\d[sld]v[hw]\b/)
})
