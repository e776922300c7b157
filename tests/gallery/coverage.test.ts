// Every page is in the gallery because it is a route: what is kept is compared with the routes, and no state with another one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/core/kernel/text.ts'
import { GALLERY } from './support/folder.ts'
import type { PageRoutes, PageState } from './support/state.ts'

const read = (name: string): string => readFileSync(join(GALLERY, name), 'utf8')
const names = readdirSync(GALLERY).filter((name) => name.endsWith('.json') && name !== 'routes.json')
const states = names.map((name) => ({
  ...(JSON.parse(read(name)) as PageState),
  html: read(name.replace(/json$/, 'html')),
}))
const routes = JSON.parse(read('routes.json')) as PageRoutes

// Keys, links and references are drawn anew for each page.
const DRAWN =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[\w-]{22}\.[\w-]{23}\b|\b(?:[B-Y]{2}\d-){2}[B-Y]{2}\d\b|\b(?:[B-Y] [B-Y] \d,? ?){3}/g

describe.each(LOCALES)('in %s', (locale) => {
  const kept = states.filter((state) => state.locale === locale)

  it('every address that answers with pages has one that is kept', () => {
    expect(routes.html.length).toBeGreaterThan(60)
    const seen = new Set(kept.filter(({ status }) => status === 200).map(({ route }) => route))
    expect(routes.html.filter((route) => !seen.has(route))).toEqual([])
  })

  it('every address that may answer with a page to what is sent has one that is kept', () => {
    expect(routes.posts.length).toBeGreaterThan(30)
    const seen = new Set(kept.map(({ route }) => route))
    expect(routes.posts.filter((route) => !seen.has(route))).toEqual([])
  })

  it('no page is kept twice', () => {
    const byPage = Map.groupBy(kept, ({ route, html }) => `${route} ${html.replace(DRAWN, '')}`)
    const twice = [...byPage.values()].filter((alike) => alike.length > 1)
    expect(twice.map((alike) => alike.map(({ route, state }) => `${route}: ${state}`))).toEqual([])
  })
})
