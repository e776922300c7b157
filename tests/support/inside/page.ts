// A page as a browser without script reads it: its elements, and what its form would send.

/** One element with the text inside it. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

export interface PageView {
  readonly html: string
  /** All of them, in the order in which they begin. */
  readonly elements: readonly Element[]
  /** The elements of a tag whose attributes are as given. */
  all(tag: string, attributes?: Readonly<Record<string, string>>): Element[]
  /** The one such element. @throws where there is none or several. */
  one(tag: string, attributes?: Readonly<Record<string, string>>): Element
  /** The words of the page, without its head. */
  readonly words: string
}

const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img'])
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one)

// Pages of ours are written by one hand: this reads that hand and no other, at a fraction of what a whole parser takes.
const PIECE = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gy
const ATTRIBUTE = /([^\s"'<>=/]+)(?:="([^"]*)")?/g
const RAW = new Set(['script', 'style'])

/** An element while it is read: its text is all that is written from one piece to another. */
interface Read {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly from: number
  to: number
}

const attributesIn = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]),
  )

/** The elements of a page, in the order in which they begin. @throws where it is not written as ours are. */
function elementsOf(html: string): readonly Element[] {
  const found: Read[] = []
  const open: Read[] = []
  const texts: string[] = []
  let at = 0
  while (at < html.length) {
    PIECE.lastIndex = at
    const piece = PIECE.exec(html)
    if (!piece) throw new Error(`not as we write pages: ${html.slice(at, at + 80)}`)
    const [whole, end, tag, attributes = ''] = piece
    at += whole.length
    if (tag === undefined) {
      if (!whole.startsWith('<')) texts.push(whole)
    } else if (end) {
      const last = open.pop()
      if (last?.tag !== tag) throw new Error(`</${tag}> ends <${last?.tag}>`)
      last.to = texts.length
    } else {
      const element: Read = {
        tag,
        attributes: attributesIn(attributes),
        from: texts.length,
        to: texts.length,
      }
      found.push(element)
      if (VOID.has(tag)) continue
      open.push(element)
      if (!RAW.has(tag)) continue
      const rest = html.indexOf(`</${tag}>`, at)
      texts.push(html.slice(at, rest))
      at = rest
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> has no end`)
  return found.map(({ tag, attributes, from, to }) => ({
    tag,
    attributes,
    get text() {
      return decode(texts.slice(from, to).join(''))
    },
  }))
}

/** Reads the page of a response. */
export async function pageOf(response: Response): Promise<PageView> {
  const html = await response.text()
  const elements = elementsOf(html)
  const all: PageView['all'] = (tag, attributes = {}) =>
    elements.filter(
      (element) =>
        element.tag === tag &&
        Object.entries(attributes).every(([name, value]) => element.attributes[name] === value),
    )
  return {
    html,
    elements,
    all,
    one(tag, attributes = {}) {
      const [only, ...others] = all(tag, attributes)
      if (!only || others.length > 0)
        throw new Error(`${others.length + (only ? 1 : 0)} × <${tag}> ${JSON.stringify(attributes)}`)
      return only
    },
    words: (all('body')[0]?.text ?? '').replace(/\s+/g, ' '),
  }
}

/** What the form on a page would send if its button were pressed now. */
export function sendable(page: PageView): Record<string, string | string[]> {
  const fields: [string, string][] = []
  for (const { attributes } of page.all('input')) {
    const { name, type, value = '' } = attributes
    const ticks = type === 'radio' || type === 'checkbox'
    if (name && (!ticks || 'checked' in attributes)) fields.push([name, value])
  }
  // The first line end after the tag belongs to the markup, not to the value.
  for (const { attributes, text } of page.all('textarea'))
    if (attributes.name) fields.push([attributes.name, text.replace(/^\r?\n/, '').replaceAll('\r\n', '\n')])
  let list = ''
  for (const { tag, attributes } of page.elements) {
    if (tag === 'select') list = attributes.name ?? ''
    if (tag === 'option' && list && 'selected' in attributes) fields.push([list, attributes.value ?? ''])
  }
  const together: Record<string, string | string[]> = {}
  for (const [name, value] of fields) {
    const before = together[name]
    together[name] = before === undefined ? value : [before, value].flat()
  }
  return together
}

/** Fields without those that are empty, and without the hash of the form, which no person fills in. */
export const filled = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== '' && name !== 'form-hash'))
