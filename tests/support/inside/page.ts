// A page as a browser without script reads it: its elements, and what its form would send.

/** One element with the text inside it. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

export interface PageView {
  readonly html: string
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

interface Open {
  readonly tag: string
  readonly attributes: Record<string, string>
  text: string
}

/** Reads the page of a response. */
export async function pageOf(response: Response): Promise<PageView> {
  const html = await response.text()
  const elements: Open[] = []
  const open: Open[] = []
  const rewriter = new HTMLRewriter()
    .on('*', {
      element(found) {
        const element: Open = { tag: found.tagName, attributes: {}, text: '' }
        for (const [name = '', value = ''] of found.attributes) element.attributes[name] = decode(value)
        elements.push(element)
        if (VOID.has(found.tagName)) return
        open.push(element)
        found.onEndTag(() => void open.pop())
      },
    })
    .onDocument({
      text({ text }) {
        for (const element of open) element.text += text
      },
    })
  await rewriter.transform(new Response(html)).text()
  for (const element of elements) element.text = decode(element.text)

  const all: PageView['all'] = (tag, attributes = {}) =>
    elements.filter(
      (element) =>
        element.tag === tag &&
        Object.entries(attributes).every(([name, value]) => element.attributes[name] === value),
    )
  return {
    html,
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
export async function sendable(page: PageView): Promise<Record<string, string | string[]>> {
  const fields: [string, string][] = []
  for (const { attributes } of page.all('input')) {
    const { name, type, value = '' } = attributes
    const ticks = type === 'radio' || type === 'checkbox'
    if (name && (!ticks || 'checked' in attributes)) fields.push([name, value])
  }
  // The first line end after the tag belongs to the markup, not to the value.
  for (const { attributes, text } of page.all('textarea'))
    if (attributes.name) fields.push([attributes.name, text.replace(/^\r?\n/, '').replaceAll('\r\n', '\n')])
  await selected(page.html, fields)
  const together: Record<string, string | string[]> = {}
  for (const [name, value] of fields) {
    const before = together[name]
    together[name] = before === undefined ? value : [before, value].flat()
  }
  return together
}

async function selected(html: string, fields: [string, string][]): Promise<void> {
  let list = ''
  const rewriter = new HTMLRewriter()
    .on('select', {
      element(select) {
        list = select.getAttribute('name') ?? ''
      },
    })
    .on('option', {
      element(option) {
        if (list && option.hasAttribute('selected'))
          fields.push([list, decode(option.getAttribute('value') ?? '')])
      },
    })
  await rewriter.transform(new Response(html)).text()
}

/** Fields without those that are empty, and without the hash of the form, which no person fills in. */
export const filled = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== '' && name !== 'form-hash'))
