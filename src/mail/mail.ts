// A mail as it is handed over: both bodies are laid out from the same blocks.
import type { Locale } from '../core/kernel/text.ts'
import type { Block } from './blocks.ts'
import { htmlBody } from './html.ts'
import { textBody } from './text.ts'

/** One message in one language; the two bodies say the same in the same order. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Lays out the blocks of a mail twice. The first block is its one heading of rank 1. */
export const layOut = (subject: string, blocks: readonly Block[], locale: Locale): Mail => ({
  subject,
  text: textBody(blocks),
  html: htmlBody(subject, blocks, locale),
})
