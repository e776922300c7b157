// How mails of a round for practice say so: in the subject, first of all, and last.
import type { Locale } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'
import { layOut, type Mail } from './mail.ts'

/** Lays out a mail of a round, marked in words where the round is for practice; the first block is the heading. */
export function layOutOf(
  { practice }: { readonly practice: boolean },
  subject: string,
  blocks: readonly Block[],
  locale: Locale,
): Mail {
  if (!practice) return layOut(subject, blocks, locale)
  const words = wordsFor(locale).practice
  const [heading, ...rest] = blocks
  const mark: Block = { kind: 'paragraph', look: 'lead', text: `${words.mark} ${words.text}` }
  return layOut(words.titled(subject), [...(heading ? [heading] : []), mark, ...rest, mark], locale)
}
