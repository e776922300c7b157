// A mail as it travels: headers, and the text and the HTML as alternatives, all of it 7-bit in short lines (RFC 5322, RFC 2045).
import type { MailToSend } from '../kernel/ports.ts'
import { isWritable, mailboxHeader, textHeader } from './header.ts'

// A line of quoted-printable has at most 76 characters, the `=` at its end among them (RFC 2045 §6.7).
const LONGEST = 76

const escaped = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** One line of text as quoted-printable: blanks at its end, which servers may strip, are written out. */
function quotedLine(line: string): string {
  let rest = line.replace(/[^\t\x20-\x3c\x3e-\x7e]|[\t ]$/gu, escaped)
  const lines: string[] = []
  while (rest.length > LONGEST) {
    // No escape is cut in two.
    const end = rest.slice(0, LONGEST - 1).replace(/=.?$/, '').length
    lines.push(`${rest.slice(0, end)}=`)
    rest = rest.slice(end)
  }
  return [...lines, rest].join('\r\n')
}

/** Any text as quoted-printable. */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join('\r\n')

/** The date of a mail (RFC 5322 §3.3), of ms UTC. */
const dateOf = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** What a mail says of itself beside what its reader sees. */
export interface Envelope {
  /** The address that it comes from. */
  readonly from: string
  readonly messageId: string
  /** Ms UTC. */
  readonly sentAt: number
  /** Headers of ours, which hold no typed text. */
  readonly headers: Readonly<Record<string, string>>
}

/** The whole message, each line ended by CR LF. */
export function composeMessage(message: MailToSend, { from, messageId, sentAt, headers }: Envelope): string {
  // No body holds it: there `=` is followed by two hexadecimal digits or ends the line.
  const boundary = `=_${message.delivery}`
  const part = (type: string, text: string): readonly string[] => [
    `--${boundary}`,
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ]
  return [
    mailboxHeader('From', { called: message.fromName, address: from }),
    mailboxHeader('To', { called: '', address: message.to }),
    ...(isWritable(message.replyTo)
      ? [mailboxHeader('Reply-To', { called: '', address: message.replyTo })]
      : []),
    textHeader('Subject', message.subject),
    `Date: ${dateOf(sentAt)}`,
    `Message-ID: ${messageId}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
    '',
    ...part('plain', message.text),
    ...part('html', message.html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
