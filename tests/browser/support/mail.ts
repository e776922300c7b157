// A mail as whoever received it reads it.
import { expect } from 'vitest'
import type { Mail } from '../../support/inbox.ts'

/** The address in a mail that leads to a page of ours, from its text; its HTML must link to the same. */
export function linkIn({ text, html }: Mail, start: string): string {
  const link = text.split(/\s/).find((word) => word.startsWith(start)) ?? 'no link in the text'
  expect(html).toContain(`href="${link}"`)
  return link
}
