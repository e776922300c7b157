// What a screen reader is given of a part of a page: Chromium's accessibility tree, written as indented lines.
import type { CDPSession, Locator, Page } from 'playwright-core'

/** A node of the tree (Chrome DevTools Protocol, `Accessibility.AXNode`). */
type Node = Awaited<ReturnType<typeof treeOf>>[number]

const treeOf = async (session: CDPSession) => (await session.send('Accessibility.getFullAXTree')).nodes

/** Roles without a meaning of their own: their content is read as if they were not there. */
const SILENT = ['none', 'generic', 'paragraph']

const textOf = ({ value }: { value?: unknown } = {}): string => (value === undefined ? '' : String(value))

const isTrue = (node: Node, property: string): boolean =>
  node.properties?.some(({ name, value }) => name === property && textOf(value) === 'true') ?? false

/** `radio “Level 1. …”, required`, or null for what is not told by itself. */
function lineFor(node: Node, named: string): string | null {
  const [role, name, description] = [textOf(node.role), textOf(node.name).trim(), textOf(node.description)]
  const isText = role === 'StaticText'
  // What names a field or a group is read with it and not once more.
  if (isText ? name === '' || named.includes(name) : /^[A-Z]/.test(role) || SILENT.includes(role)) return null
  const states = ['checked', 'required', 'invalid'].filter((state) => isTrue(node, state))
  const said = [isText ? `“${name}”` : name === '' ? role : `${role} “${name}”`, ...states]
  return said.join(', ') + (description === '' ? '' : `\n  described: “${description}”`)
}

const indented = (lines: string): string => lines.replace(/^/gm, '  ')

/** What Chromium's protocol calls an element of the page. */
async function identityOf(session: CDPSession, part: Locator): Promise<number> {
  await part.evaluate((element) => Object.assign(globalThis, { part: element }))
  const { result } = await session.send('Runtime.evaluate', { expression: 'part' })
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' })
  return node.backendNodeId
}

/** The part of the page that matches, as one line for each role and text, children below and further in. */
export async function spoken(page: Page, part: Locator): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const nodes = new Map((await treeOf(session)).map((node) => [node.nodeId, node]))
  const backendNodeId = await identityOf(session, part)
  const root = [...nodes.values()].find(({ backendDOMNodeId }) => backendDOMNodeId === backendNodeId)
  const named = [...nodes.values()]
    .filter(({ role }) => /^(group|radio|checkbox|textbox|button|link|heading)$/.test(textOf(role)))
    .map(({ name, description }) => `${textOf(name)} ${textOf(description)}`)
    .join('\n')

  const linesOf = (one: Node | undefined): string[] => {
    if (!one || textOf(one.role) === 'InlineTextBox') return []
    const own = one.ignored ? null : lineFor(one, named)
    const below = (one.childIds ?? []).flatMap((id) => linesOf(nodes.get(id)))
    return own === null ? below : [own, ...below.map(indented)]
  }
  return `${linesOf(root).join('\n')}\n`
}
