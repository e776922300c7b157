// What holds for every mail of ours, whichever way it leaves: its headers, and how long handing it over may take.
import type { MailToSend } from '../core/kernel/ports.ts'

/**
 * How long handing over one mail may take, connecting included, in ms: less than a step is sure to have left of its lease when
 * it begins, so that nobody else sends the same mail meanwhile.
 */
export const MAIL_DEADLINE = 40_000

/** Headers that say what kind of mail this is (RFC 3834 §5, RFC 3282), and which delivery it belongs to. */
export const headersOf = ({ delivery, locale }: MailToSend): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'Content-Language': locale,
  'X-Simpul-Delivery': delivery,
})

/** The Message-ID of a delivery: always the same, so that a mailbox recognises a second copy. */
export const messageId = ({ delivery }: MailToSend, from: string): string =>
  `<${delivery}@${from.slice(from.lastIndexOf('@') + 1)}>`
