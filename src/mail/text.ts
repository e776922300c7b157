// The plain text of a mail: short lines, headings underlined, nothing said by layout alone.
import type { Block } from './blocks.ts'

const WIDTH = 76

/** Breaks a text into lines of at most 76 characters; a longer word, such as a link, stays whole. */
function wrap(text: string, first = '', rest = first): string {
  const lines: string[] = []
  let line = first
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const start = lines.length === 0 ? first : rest
    const grown = line === start ? line + word : `${line} ${word}`
    if (grown.length > WIDTH && line !== start) {
      lines.push(line)
      line = rest + word
    } else line = grown
  }
  return [...lines, line].join('\n')
}

function heading(text: string, rank: 1 | 2 | 3): string {
  const title = wrap(text)
  const underline = (mark: string) => mark.repeat(Math.max(...title.split('\n').map((line) => line.length)))
  return rank === 3 ? title : `${title}\n${underline(rank === 1 ? '=' : '-')}`
}

/** Items stand in a list below their domain. */
function score({ name, value, details, look }: Extract<Block, { kind: 'score' }>): string {
  const [mark, indent] = look === 'item' ? ['- ', '  '] : ['', '']
  return [wrap(`${name}: ${value}`, mark, indent), ...details.map((line) => wrap(line, indent))].join('\n')
}

function show(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, block.rank)
    case 'paragraph':
      return wrap(block.text)
    case 'facts':
      return block.facts.map(([label, value]) => wrap(`${label}: ${value}`, '', '  ')).join('\n')
    case 'list':
      return block.items.map((item) => wrap(item, '- ', '  ')).join('\n')
    case 'score':
      return score(block)
    case 'link':
      return `${wrap(block.label)}:\n${block.href}`
  }
}

/** The blocks as plain text, one empty line between them. */
export const textBody = (blocks: readonly Block[]): string => `${blocks.map(show).join('\n\n')}\n`
