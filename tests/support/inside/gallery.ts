// Keeps pages as files, for those tests that look at them: one file for the HTML, one for what is said of it.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { coordinatorApp, createApp } from '../../../src/app.tsx'
import { LOCALES, type Locale } from '../../../src/core/kernel/text.ts'
import type { Deps } from '../../../src/deps.ts'
import type { PageRoutes, PageState } from '../../gallery/support/state.ts'
import { addStaff, type Client, type NewStaff, signedIn } from './staff.ts'
import { encoded, type Typed, type World } from './world.ts'

type Method = 'GET' | 'POST'

/** What a keeper asks for its pages. */
type Ask = (method: Method, path: string, fields: Typed | FormData) => Promise<Response>

/** Keeps pages in one language, each named by its route and by what it shows. */
export interface Keeper {
  readonly locale: Locale
  /** Keeps what stands at a path. */
  page(state: string, path: string, status?: number): Promise<void>
  /** Keeps what is answered to posted fields, or to a form with files. */
  answer(state: string, path: string, fields: Typed | FormData, status: number): Promise<void>
}

/** The patterns of all addresses that pages are asked for at, respondents' and coordinators'. */
export const routesOf = (deps: Deps): readonly { readonly method: string; readonly path: string }[] =>
  [...createApp(deps).routes, ...coordinatorApp(deps).routes].filter(
    ({ method, path }) => (method === 'GET' || method === 'POST') && !path.endsWith('*'),
  )

let known: readonly string[] = []

/** The pattern that a path belongs to: fixed words go before parameters. `elsewhere` where there is none. */
function patternOf(deps: Deps, path: string): string {
  if (known.length === 0) known = [...new Set(routesOf(deps).map((route) => route.path))]
  const { pathname } = new URL(path, 'https://simpul.test')
  const parameters = (pattern: string) => pattern.split(':').length
  const fits = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(pathname)
  return known.filter(fits).toSorted((a, b) => parameters(a) - parameters(b))[0] ?? 'elsewhere'
}

const nameOf = ({ route, state, locale }: PageState): string =>
  `${route}--${state}--${locale}`.replace(/[^a-zA-Z0-9-]+/g, '_')

const put = (name: string, body: string): Promise<Response> =>
  env.GALLERY.fetch(`https://gallery/${name}`, { method: 'PUT', body })

/** What a page says first, for whoever expected another one. */
const wordsIn = (html: string): string =>
  (html.split('<main')[1] ?? html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600)

const kept = new Set<string>()

/** Keeps a page that was answered with the expected status; it must be HTML, and of a name that no other has. */
async function keepPage(response: Response, state: PageState): Promise<void> {
  const html = await response.text()
  const name = nameOf(state)
  expect(response.status, `${state.route}, ${state.state}: ${wordsIn(html)}`).toBe(state.status)
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(html).toContain(`<html lang="${state.locale}"`)
  expect(kept).not.toContain(name)
  kept.add(name)
  await Promise.all([put(`${name}.html`, html), put(`${name}.json`, JSON.stringify(state))])
}

const routes: Partial<PageRoutes> = {}

/** Keeps which addresses answer with pages, and which with something else, beside what is known of that. */
export async function keepRoutes(known: Partial<PageRoutes>): Promise<void> {
  await put('routes.json', JSON.stringify(Object.assign(routes, known)))
}

/** A path in a language. */
const inLanguage = (path: string, locale: Locale): string =>
  locale === LOCALES[0] ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`

function keeperOf({ deps }: World, locale: Locale, ask: Ask): Keeper {
  const keep = async (
    method: Method,
    state: string,
    asked: string,
    status: number,
    fields: Typed | FormData = {},
  ) => {
    const path = inLanguage(asked, locale)
    const route = `${method} ${patternOf(deps, path)}`
    await keepPage(await ask(method, path, fields), { route, state, locale, path, status })
  }
  return {
    locale,
    page: (state, path, status = 200) => keep('GET', state, path, status),
    answer: (state, path, fields, status) => keep('POST', state, path, status, fields),
  }
}

/** Keeps what respondents see of a world, in each language; `headers` come along with every request. */
export const visitorsOf = (world: World, headers: Record<string, string> = {}): readonly Keeper[] =>
  LOCALES.map((locale) =>
    keeperOf(world, locale, (method, path, fields) => {
      const body = method === 'GET' ? null : fields instanceof FormData ? fields : encoded(fields)
      return world.request(path, { method, body, headers })
    }),
  )

/** Keeps what one browser shows of a world in a language, which must be that of whoever is signed in there. */
export const keeperIn = (world: World, client: Client, locale: Locale): Keeper =>
  keeperOf(world, locale, (method, path, fields) =>
    method === 'GET' ? client.get(path) : client.post(path, fields),
  )

/** Keeps what staff see of a world: one person for each language, who come to be there and sign in. */
export async function staffOf(
  world: World,
  staff: Pick<NewStaff, 'role' | 'network' | 'districts'> = { role: 'administrator' },
): Promise<readonly Keeper[]> {
  const keepers: Keeper[] = []
  for (const locale of LOCALES) {
    const email = `${staff.role}.${locale}@${staff.network ? 'dua' : 'satu'}.example`
    await addStaff(world, { ...staff, email, locale })
    keepers.push(keeperIn(world, await signedIn(world, email), locale))
  }
  return keepers
}
