// The HTML of a mail: one table, inline styles, no pictures, no script, and the reader's own colours.
import { html, raw } from 'hono/html'
import type { Locale } from '../core/kernel/text.ts'
import type { Bar } from '../core/report/shape.ts'
import type { Block } from './blocks.ts'

type Markup = ReturnType<typeof html>
type Score = Extract<Block, { kind: 'score' }>

// Text and background are left to the reader's programme, light or dark. This one colour only fills and outlines
// the cells of bars and rules; it keeps 3:1 against white and against black (WCAG 2.2 SC 1.4.11).
const accent = '#2f74c0'
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"

const sizes = {
  1: 'margin:0 0 12px;font-size:24px;line-height:30px',
  2: `margin:28px 0 8px;padding-top:16px;border-top:1px solid ${accent};font-size:19px;line-height:26px`,
  3: 'margin:20px 0 4px;font-size:16px;line-height:24px',
} as const

const looks = {
  lead: 'margin:0 0 16px;font-size:18px;line-height:27px;font-weight:bold',
  small: 'margin:0 0 8px;font-size:14px;line-height:21px',
  plain: 'margin:0 0 12px',
} as const

/** Two halves make a cell, so that half a level shows as half a cell. */
function half(filled: boolean, left: boolean): Markup {
  const sides = left ? 'border-right:0' : 'border-left:0'
  const fill = filled ? `background-color:${accent};` : ''
  return html`<td width="10" height="12" style="${fill}border:1px solid ${accent};${sides};font-size:0;line-height:0">&nbsp;</td>\n`
}

/** The bar repeats the number beside it, so it is kept from screen readers. */
const bar = (cells: Bar): Markup =>
  html`<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate"><tr>${cells.map(
    (cell) =>
      html`${half(cell !== 'empty', true)}${half(cell === 'full', false)}<td width="3" style="font-size:0">&nbsp;</td>`,
  )}</tr></table>`

function score({ name, value, bar: cells, details, look }: Score): Markup {
  const style = {
    index: 'padding:6px 8px 4px 0;font-size:22px;line-height:30px;font-weight:bold',
    domain: 'padding:20px 8px 0 0;font-weight:bold',
    item: 'padding:12px 8px 2px 0',
  }[look]
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td valign="bottom" style="${style}">${name}: <span style="white-space:nowrap">${value}</span></td><td align="right" valign="bottom" width="100" style="padding:0 0 6px">\n${bar(cells)}</td></tr>${details.map(
    (line) => html`\n<tr><td colspan="2" style="padding:0 0 4px">${line}</td></tr>`,
  )}</table>`
}

function show(block: Block): Markup {
  switch (block.kind) {
    case 'heading': {
      const tag = raw(`h${block.rank}`)
      return html`<${tag} style="${sizes[block.rank]}">${block.text}</${tag}>`
    }
    case 'paragraph':
      return html`<p style="${looks[block.look ?? 'plain']}">${block.text}</p>`
    case 'facts':
      return html`<p style="${looks.plain}">${block.facts.map(
        ([label, value]) => html`${label}: <strong>${value}</strong><br>`,
      )}</p>`
    case 'list':
      return html`<ul style="margin:0 0 12px;padding-left:22px">${block.items.map(
        (item) => html`<li style="margin:0 0 4px">${item}</li>`,
      )}</ul>`
    case 'score':
      return score(block)
    case 'link':
      return html`<p style="${looks.plain}"><a href="${block.href}" style="color:inherit;font-weight:bold;line-height:32px">${block.label}</a><br><span style="font-size:14px;word-break:break-all">${block.href}</span></p>`
  }
}

/** The blocks as an HTML document of at most 600 px, fluid below that. */
export function htmlBody(title: string, blocks: readonly Block[], locale: Locale): string {
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0;padding:0">
<div role="main">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="border-top:4px solid ${accent};padding:16px 0;text-align:left;font-size:16px;line-height:24px;${raw(font)}">
${blocks.map((block) => html`${show(block)}\n`)}</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`
  if (page instanceof Promise) throw new Error('a mail is laid out at once')
  return page.toString()
}
