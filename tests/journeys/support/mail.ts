// A mail as whoever received it reads it.
import { expect } from 'vitest'
import { headersOf, type Mail } from '../../support/inbox.ts'

/** The address in a mail that leads to a page of ours, from its text; its HTML must link to the same. */
export function linkIn({ text, html }: Mail, start: string): string {
  const link = text.split(/\s/).find((word) => word.startsWith(start)) ?? 'no link in the text'
  expect(html).toContain(`href="${link}"`)
  return link
}

/** HTML as it is read: its texts, with one space between them. */
export const withoutMarkup = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Expects the headers with which a mail of the demo network arrives, and no attachment. */
export async function expectHeadersOf(mail: Mail, language: string): Promise<void> {
  expect(await headersOf(mail)).toMatchObject({
    'auto-submitted': 'auto-generated',
    'content-language': language,
    'message-id': expect.stringMatching(/^<.+@simpul\.example>$/),
    'reply-to': expect.stringContaining('koordinator@rumah-inklusi.example'),
  })
  expect(mail.attachments ?? []).toEqual([])
}
