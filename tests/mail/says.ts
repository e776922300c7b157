// Reads a mail as a person does, in both bodies.
import { expect } from 'vitest'
import type { Mail } from '../../src/mail/mail.ts'

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What a person sees of the HTML body, on one line. */
export const shownHtml = ({ html }: Mail): string =>
  oneLine(
    html
      .replace(/^[\s\S]*<body[^>]*>/, '')
      .replace(/<\/?(p|h[1-6]|li|ul|td|tr|table|br|div)\b[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity),
  )

/** What a person sees of the text body, on one line. */
export const shownText = ({ text }: Mail): string => oneLine(text)

/** Demands a phrase in both bodies. */
export function assertSays(mail: Mail, phrase: string): void {
  expect(shownText(mail), 'text').toContain(phrase)
  expect(shownHtml(mail), 'html').toContain(phrase)
}

/** Refuses a phrase anywhere: in the subject, in the text and in the source of the HTML. */
export function assertNeverSays(mail: Mail, phrase: string): void {
  for (const [part, content] of Object.entries(mail)) expect(oneLine(content), part).not.toContain(phrase)
}

/** The words of a body without the marks that only lay it out. */
export const wordsOf = (shown: string): readonly string[] =>
  shown
    .split(' ')
    .map((word) => word.replace(/:$/, ''))
    .filter((word) => !/^[-=]*$/.test(word))
