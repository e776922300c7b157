// The foot of every mail to a respondent: who sends it, why it came here, and where a reply goes.
import type { Locale } from '../core/kernel/text.ts'
import { wordsFor } from '../core/words/index.ts'
import type { Block } from './blocks.ts'

/** The network and the form, both by their names in the language of the mail. */
export function footer(network: string, form: string, locale: Locale): readonly Block[] {
  const words = wordsFor(locale).mail.footer
  return [words.why(network, form), words.notYou, words.reply(network)].map((text) => ({
    kind: 'paragraph',
    look: 'small',
    text,
  }))
}
