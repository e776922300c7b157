// Headers of a mail as they travel: 7-bit, folded, and whatever stands in a name or subject is only that (RFC 5322, RFC 2047).
import { cleanLine } from '../form/clean.ts'

/** Base64 of a text in UTF-8 (RFC 4648 §4). */
export function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length

// A line with encoded-words has at most 76 characters, each of them at most 75 (RFC 2047 §2).
const ENCODED_LINE = 76
const START = '=?UTF-8?B?'
const END = '?='

/** As encoded-words, one a line; `used` characters stand before the first. None cuts a character in two (§5). */
function encoded(text: string, used: number): string {
  const words: string[] = []
  let word = ''
  const room = (): number => {
    const left = ENCODED_LINE - (words.length === 0 ? used : 1) - START.length - END.length
    return Math.floor(left / 4) * 3
  }
  for (const character of text) {
    if (bytesIn(word + character) > room()) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((one) => START + base64Of(one) + END).join('\r\n ')
}

/** What can stand in a header as it is: printable ASCII, and nothing that is read as an encoded-word. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && !text.includes('=?')

// Lines should have at most 78 characters, and must have at most 998 (RFC 5322 §2.1.1).
const LINE = 78

/** A header of free text, such as the subject, with its name; without line end. */
export function textHeader(name: string, typed: string): string {
  const text = cleanLine(typed)
  const start = `${name}: `
  const words = text.split(' ')
  if (!isPlain(text) || words.some((word) => word.length > LINE - start.length))
    return start + encoded(text, start.length)
  const lines: string[] = []
  let line = `${name}:`
  for (const word of words) {
    if (line.length + 1 + word.length > LINE) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\r\n')
}

/** Whether an address can stand in a header and in a command of SMTP, and nothing beside it. */
export const isWritable = (address: string): boolean =>
  /^[^\s<>()[\],;:\\"@]+@[^\s<>()[\],;:\\"@]+$/.test(address) && isPlain(address)

/**
 * A header with one address, and the name beside it, whatever it is called: as quoted-string (RFC 5322 §3.2.4), or as
 * encoded-words.
 */
export function mailboxHeader(
  name: string,
  { called, address }: { called: string; address: string },
): string {
  const start = `${name}: `
  const text = cleanLine(called)
  if (text === '') return `${start}<${address}>`
  const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`
  const isShort = isPlain(text) && start.length + quoted.length <= LINE
  const phrase = start + (isShort ? quoted : encoded(text, start.length))
  const last = phrase.length - phrase.lastIndexOf('\n') - 1
  return `${phrase}${last + address.length + 3 > ENCODED_LINE ? '\r\n' : ''} <${address}>`
}
