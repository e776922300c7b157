// A built script as its syntax tree shows it: what it calls, and what it says.
import { type Node, parse } from 'acorn'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** Every node of a syntax tree. */
function nodesOf(node: Node): Node[] {
  return [node, ...Object.values(node).flat().filter(isNode).flatMap(nodesOf)]
}

const nameOf = (node: unknown): string => (isNode(node) && 'name' in node ? String(node.name) : '')

/** The members a script reaches by name, and the names it uses without declaring them; `own` are those it gives itself. */
export function calledIn(script: string, own: readonly string[]): Set<string> {
  const nodes = nodesOf(parse(script, { ecmaVersion: 2017 }))
  const members = nodes.flatMap((node) =>
    node.type === 'MemberExpression' && 'computed' in node && 'property' in node && !node.computed
      ? [nameOf(node.property)]
      : node.type === 'Property' && 'key' in node
        ? [nameOf(node.key)]
        : [],
  )
  // The build shortens every variable to one letter, or one with a mark, and our own members to one letter: what is longer
  // is the browser's.
  const names = nodes.filter(({ type }) => type === 'Identifier').map(nameOf)
  return new Set(
    [...members.filter((name) => name.length > 1), ...names.filter((name) => name.length > 2)].filter(
      (name) => !own.includes(name),
    ),
  )
}

/** The texts that stand in a script. */
export const stringsIn = (script: string): string[] =>
  nodesOf(parse(script, { ecmaVersion: 2017 })).flatMap((node) =>
    node.type === 'Literal' && 'value' in node && typeof node.value === 'string' ? [node.value] : [],
  )
