// What a mail server says over SMTP (RFC 5321): its replies, and the steps of the conversation in which it says them.

/** The steps of handing over one mail, in their order; `end` is the dot after the mail. */
export const SMTP_STEPS = {
  connect: 'connect',
  greeting: 'greeting',
  hello: 'EHLO',
  tls: 'STARTTLS',
  login: 'AUTH',
  from: 'MAIL FROM',
  recipient: 'RCPT TO',
  data: 'DATA',
  end: 'end of data',
} as const
export type SmtpStep = keyof typeof SMTP_STEPS

/** One reply: the code of its last line, which decides, and the words of all of them (RFC 5321 §4.2.1). */
export interface SmtpReply {
  readonly code: number
  readonly lines: readonly string[]
}

/** Where a conversation stopped, and at what: a reply, or in words why there is none. */
export interface SmtpTrouble {
  readonly step: SmtpStep
  readonly met: SmtpReply | string
}

/** Said where nothing came in time, and where the connection ended. */
export const NO_ANSWER = 'no answer in time'
export const CLOSED = 'connection closed'

const LONGEST_REPLY = 64_000

/**
 * Reads the first reply of what was received so far, and gives what came after it; `more` where it is not whole yet, `garbled`
 * where it is none, or longer than 64,000 characters.
 */
export function readReply(
  received: string,
): { readonly reply: SmtpReply; readonly rest: string } | 'more' | 'garbled' {
  const lines: string[] = []
  for (let at = 0; ; ) {
    const end = received.indexOf('\n', at)
    if (end < 0) return received.length > LONGEST_REPLY ? 'garbled' : 'more'
    const [, code, mark, words = ''] = /^([2-5]\d\d)(?:([ -])(.*?))?\r?$/.exec(received.slice(at, end)) ?? []
    if (code === undefined) return 'garbled'
    lines.push(words)
    at = end + 1
    if (mark !== '-') return { reply: { code: Number(code), lines }, rest: received.slice(at) }
  }
}

const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?=\s|$)\s*/

/** A reply in one line, `550 5.1.1 No such user`: every line begins with the enhanced code (RFC 2034 §4), here it stands once. */
export function wordsOf({ code, lines }: SmtpReply): string {
  const enhanced = lines.findLast((line) => ENHANCED.test(line))
  const words = lines.map((line) => line.replace(ENHANCED, '').trim())
  return [code, ENHANCED.exec(enhanced ?? '')?.[1], ...words].filter(Boolean).join(' ').replace(/\s+/g, ' ')
}
