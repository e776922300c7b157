// Headers every mail of ours carries, whichever way it leaves.
import type { MailToSend } from '../core/kernel/ports.ts'

/** Headers that say what kind of mail this is (RFC 3834 §5, RFC 3282), and which delivery it belongs to. */
export const headersOf = ({ delivery, locale }: MailToSend): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'Content-Language': locale,
  'X-Simpul-Delivery': delivery,
})

/** The Message-ID of a delivery: always the same, so that a mail box recognises a second copy. */
export const messageId = ({ delivery }: MailToSend, from: string): string =>
  `<${delivery}@${from.slice(from.lastIndexOf('@') + 1)}>`
