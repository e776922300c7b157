// Which pages are looked at: every page once, few that stand for all, and none at all only with a word on what to do.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../src/core/kernel/id.ts'
import { systemClock, systemRandom } from '../../src/platform/chance.ts'
import {
  indonesian,
  normalised,
  readStates,
  type State,
  standIns,
  stateOf,
  states,
} from './support/states.ts'
import { toldOf } from './support/tabs.ts'

const key = () => newId(systemClock, systemRandom)

/** A page as the gallery has it. */
const page = (route: string, state: string, body: string): State => {
  const html = `<!doctype html><html lang="id"><head><title>A</title></head><body>${body}</body></html>`
  return { name: `${route} ${state}`, route, state, locale: 'id', path: '/', status: 200, html }
}

test('where nothing is rendered, it is said how that is done', () => {
  expect(() => readStates(join(tmpdir(), key()))).toThrow('run `vitest run --project pages` first')
})

test('a page that nobody rendered is named', () => {
  expect(() => stateOf('GET /', 'upside down')).toThrow('No page is rendered of GET /, upside down, in id.')
})

test('pages are the same that differ in keys, links, hashes, references, days and times alone', () => {
  const body = (submission: string, mac: string, hash: string, reference: string, when: string) =>
    `<input name="submission" value="${submission}"><a href="/s/AaIGWJuAdF6DS_dibQY8HQ.${mac}">${reference}</a>
     <script src="/later-${hash}.js"></script><p>Sampai ${when}</p>`
  const one = body(key(), 'awMg_gVZ7hDcC0dJ4cOp7-A', '0123456789ab', 'BC2-DF3-GH4', '23 November 2026, 10.00')
  const other = body(key(), 'aUAQCHipaRbKUmTbv7ybVWA', 'ba9876543210', 'XW9-VT8-RQ7', '1 Des 2027, 09.30')
  expect(normalised(one)).toBe(normalised(other))
  expect(normalised(one)).not.toBe(normalised(one.replace('Sampai', 'Mulai')))
  expect(normalised('<p>3 organisasi</p>')).not.toBe(normalised('<p>4 organisasi</p>'))
})

test('no page is looked at twice, and those in one language are as many as in the other', () => {
  expect(new Set(states.map(({ html }) => normalised(html))).size).toBe(states.length)
  expect(indonesian.length).toBeGreaterThan(300)
  expect(Math.abs(states.length - 2 * indonesian.length)).toBeLessThan(10)
})

test('for each route stands its fullest page, and any other that holds a kind of element which none of these does', () => {
  const chosen = standIns([
    page('GET /a', 'short', '<p>A</p>'),
    page('GET /a', 'full', '<p>A</p><p>B</p>'),
    page('GET /a', 'list', '<ul></ul>'),
    page('GET /b', 'only', '<p><em>A</em></p>'),
    page('GET /a', 'known', '<p><em></em></p>'),
    page('GET /a', 'class', '<p class="a">'),
  ])
  expect(chosen.map(({ name }) => name).toSorted()).toEqual([
    'GET /a class',
    'GET /a full',
    'GET /a list',
    'GET /b only',
  ])
})

test('of what is wrong with many pages, the first twenty are told of, and how many there are besides', () => {
  const found = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`page ${at}`, ['pale']]))
  expect(Object.keys(toldOf(found))).toHaveLength(21)
  expect(toldOf(found).others).toEqual(['5 pages more'])
  expect(toldOf({ b: ['pale'], a: ['wide'] })).toEqual({ a: ['wide'], b: ['pale'] })
})
