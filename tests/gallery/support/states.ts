// The rendered pages that are looked at: each once, though its keys, links and times differ, and those that stand for others.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutScript } from '../../support/page.ts'
import { GALLERY } from './folder.ts'
import type { PageState } from './state.ts'

/** One page as it was rendered. */
export interface State extends PageState {
  /** The name of its file, which says route, state and language. */
  readonly name: string
  /** As it was answered, with its scripts. */
  readonly html: string
}

const MONTH = '(?:Jan|Feb|Mar|Apr|Mei|May|Jun|Jul|Agu|Aug|Sep|Okt|Oct|Nov|Des|Dec)[a-z]*'

/** What differs between two renderings of the same page, and what stands for it. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\.[\w-]+)?/g, 'KEY'],
  [/\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{22,}(?:\.[\w-]{20,})?/g, 'LINK'],
  [/\b[0-9a-f]{12,64}\b/g, 'HASH'],
  // A reference, as it is written and as it is read aloud.
  [/\b(?:[B-Y]{2}\d-){2}[B-Y]{2}\d\b|\b(?:[B-Y] [B-Y] \d,? ?){3}/g, 'REFERENCE'],
  [new RegExp(`\\b\\d{1,2} ${MONTH}(?: \\d{4})?\\b`, 'g'), 'DAY'],
  [/\b\d{4}-\d{2}-\d{2}\b/g, 'DAY'],
  [/\b\d{1,2}[.:]\d{2}\b/g, 'TIME'],
]

/** What is seen of a page, without what differs each time it is rendered. */
export const normalised = (html: string): string =>
  VARYING.reduce((text, [pattern, word]) => text.replace(pattern, word), withoutScript(html))

/** Reads every page of a folder; of those that are the same but for keys, links and times the first. */
export function readStates(folder: string = GALLERY): readonly State[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : []
  if (files.length === 0)
    throw new Error(`No page is rendered in ${folder}: run \`vitest run --project pages\` first.`)
  const first = new Map<string, State>()
  for (const file of files.toSorted()) {
    const name = file.replace(/\.html$/, '')
    const html = readFileSync(join(folder, file), 'utf8')
    const said = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    const key = normalised(html)
    if (!first.has(key)) first.set(key, { name, html, ...said })
  }
  return [...first.values()]
}

/** Every page that is rendered. */
export const states: readonly State[] = readStates()

/** Those in Indonesian, which is what most people see. */
export const indonesian: readonly State[] = states.filter(({ locale }) => locale === 'id')

/** The page of a route that shows this, in Indonesian unless said otherwise. @throws where none is rendered. */
export function stateOf(route: string, state: string, locale: State['locale'] = 'id'): State {
  const found = states.find((one) => one.route === route && one.state === state && one.locale === locale)
  if (!found) throw new Error(`No page is rendered of ${route}, ${state}, in ${locale}.`)
  return found
}

/** Elements that have no end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** What kinds of elements stand within what kinds on a page, e.g. `p.h > a`. */
function kindsOn(html: string): ReadonlySet<string> {
  const markup = withoutScript(html).replace(/<style>.*?<\/style>/gs, '')
  const within: string[] = []
  const kinds = new Set<string>()
  for (const [, slash, tag = '', attributes = ''] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (slash) {
      within.pop()
      continue
    }
    const [, classes = ''] = /\bclass="([^"]*)"/.exec(attributes) ?? []
    const [, type = ''] = /\btype="([^"]*)"/.exec(attributes) ?? []
    const kind = `${tag}.${classes}.${type}`
    kinds.add(`${within.at(-1)} > ${kind}`)
    if (!VOID.test(tag) && !attributes.endsWith('/')) within.push(kind)
  }
  return kinds
}

/**
 * Few that stand for all: the fullest page of each route, and each that holds a kind of element, in a kind of place, that
 * none of these does.
 */
export function standIns(states: readonly State[]): readonly State[] {
  const fullest = states.toSorted((a, b) => b.html.length - a.html.length)
  const routes = new Map(fullest.toReversed().map((state) => [state.route, state]))
  const chosen = new Set(routes.values())
  const seen = new Set([...chosen].flatMap(({ html }) => [...kindsOn(html)]))
  for (const state of fullest) {
    const kinds = [...kindsOn(state.html)]
    if (kinds.some((kind) => !seen.has(kind))) chosen.add(state)
    for (const kind of kinds) seen.add(kind)
  }
  return [...chosen]
}
