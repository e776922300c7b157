// A mail as it travels, read by a parser that many programs use: one sender, whatever it is called, and nothing lost.
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it, test } from 'vitest'
import { cleanLine } from '../../../src/core/form/clean.ts'
import type { MailToSend } from '../../../src/core/kernel/ports.ts'
import { isWritable, mailboxHeader, textHeader } from '../../../src/core/message/header.ts'
import { composeMessage, quotedPrintable } from '../../../src/core/message/mime.ts'
import { runs } from '../../support/runs.ts'

const FROM = 'simpul@mail.simpul.example'

const message: MailToSend = {
  delivery: '01900000-0000-7000-8000-0000000000d1.0',
  to: 'siti@bina.example',
  fromName: 'Rumah Inklusi (contoh)',
  replyTo: 'koordinator@rumah-inklusi.example',
  subject: 'Yayasan Contoh: jawaban diterima',
  text: 'Terima kasih\n',
  html: '<p>Terima kasih</p>\n',
  locale: 'id',
}

const composed = (changes: Partial<MailToSend> = {}): string =>
  composeMessage(
    { ...message, ...changes },
    {
      from: FROM,
      messageId: '<1@mail.simpul.example>',
      sentAt: Date.UTC(2026, 10, 23, 3),
      headers: { 'Auto-Submitted': 'auto-generated' },
    },
  )

const read = (changes: Partial<MailToSend>) => simpleParser(composed(changes))

/** The lines of the headers; folded lines are lines of their own. */
const headerLines = (mail: string): readonly string[] => mail.slice(0, mail.indexOf('\r\n\r\n')).split('\r\n')

/** Names that try to be more than a name. */
const NAMES = [
  'X" <bos@bank.example>, "Y',
  'A\\',
  'A\\" <bos@bank.example>',
  'bos@bank.example',
  '<bos@bank.example>',
  'a@b.example, c@d.example',
  'Grup: bos@bank.example;',
  'X\r\nBcc: bos@bank.example',
  '=?UTF-8?Q?bos=40bank.example?=',
  'Jaringan (bos@bank.example)',
  'Fundación Ñandú "Ibu & Anak"',
  'Jaringan 🌾 Petani',
  'Rumah Inklusi',
]

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'"\\<>@,;:()[] \r\n\t=?_.é🌾ab'), maxLength: 90 }),
)

async function expectOneSender(called: string): Promise<void> {
  const { from, replyTo, to, headers } = await read({ fromName: called, subject: called })
  expect(from?.value).toEqual([{ address: FROM, name: cleanLine(called) }])
  expect(replyTo?.value).toEqual([{ address: message.replyTo, name: '' }])
  expect([to].flat().flatMap((one) => one?.value ?? [])).toEqual([{ address: message.to, name: '' }])
  expect(headers.get('subject') ?? '').toBe(cleanLine(called))
  expect([...headers.keys()].toSorted()).toEqual([
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'reply-to',
    // The parser does not tell of an empty one.
    ...(cleanLine(called) === '' ? [] : ['subject']),
    'to',
  ])
}

describe('whatever a network is called', () => {
  it.each(NAMES)('%j is the name of one sender, and makes no header', expectOneSender)

  test('so are all texts', () =>
    fc.assert(fc.asyncProperty(anything, expectOneSender), { numRuns: runs(100, 500) }))
})

describe('lines', () => {
  const isShort = (mail: string) => {
    expect(mail).toMatch(/^[\t\r\n\x20-\x7e]*$/)
    expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  }
  const long = {
    id: 'Yayasan Ibu & Anak é'.repeat(12),
    en: 'An organisation with a very long name '.repeat(12),
  }

  it('are short, in headers and bodies, and 7-bit', () => {
    for (const text of [long.id, long.en, `${'x'.repeat(2000)} é`, 'x'.repeat(2000)])
      isShort(composed({ fromName: text, subject: text, text, html: text }))
  })

  it('of an accented subject hold encoded-words of at most 75 characters, in at most 76 in all (RFC 2047 §2)', () => {
    const lines = headerLines(composed({ subject: long.id, fromName: long.id })).filter((line) =>
      line.includes('=?'),
    )
    expect(lines.length).toBeGreaterThan(8)
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(76)
      for (const word of line.match(/=\?.*?\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75)
    }
  })

  it('of a plain subject are folded and stay readable', () => {
    const header = textHeader('Subject', long.en)
    expect(header).not.toContain('=?')
    expect(header.replaceAll('\r\n', '')).toBe(`Subject: ${long.en.trim()}`)
  })

  test('are short whatever is written', () => {
    fc.assert(
      fc.property(anything, (text) => isShort(composed({ fromName: text, subject: text, text, html: text }))),
      { numRuns: runs(100, 500) },
    )
  })
})

describe('the text and the HTML', () => {
  const lineEnds = (text: string) => text.replace(/\r\n|\r/g, '\n')
  it.each([
    'Terima kasih\n',
    '.\n..\n.\n',
    'spasi di akhir \nlalu tab\t\n',
    'a=b =20 =\n',
    `${'é'.repeat(400)}\n`,
    'From here on\n',
    '--=_01900000-0000-7000-8000-0000000000d1.0--\n',
  ])('arrive as they were written: %j', async (text) => {
    const mail = await read({ text, html: text })
    expect(mail.text).toBe(text)
    expect(mail.html).toBe(text)
  })

  test('so does anything', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const mail = await read({ text: `.${text}.`, html: `<p>${text}.` })
        expect(mail.text).toBe(lineEnds(`.${text}.`))
        expect(mail.html).toBe(lineEnds(`<p>${text}.`))
      }),
      { numRuns: runs(100, 500) },
    ))

  it('never end a line with a blank, which a server may take away', () => {
    expect(quotedPrintable('a \nb\t\n\n c')).toBe('a=20\r\nb=09\r\n\r\n c')
  })
})

it('says when it was sent, by which Message-ID, and that a machine did', async () => {
  const mail = await read({})
  expect(mail.date?.getTime()).toBe(Date.UTC(2026, 10, 23, 3))
  expect(headerLines(composed())).toEqual(
    expect.arrayContaining([
      'Date: Mon, 23 Nov 2026 03:00:00 +0000',
      'Message-ID: <1@mail.simpul.example>',
      'Auto-Submitted: auto-generated',
    ]),
  )
})

it('leaves an address out of its headers that would say more than itself', async () => {
  const { replyTo } = await read({ replyTo: 'a@b.example>, <bos@bank.example' })
  expect(replyTo).toBeUndefined()
})

it.each(['a@b.example', "o'neil+x@b-c.example", 'a_b%c@d.example'])('%s can be written to', (address) => {
  expect(isWritable(address)).toBe(true)
  expect(mailboxHeader('To', { called: '', address })).toBe(`To: <${address}>`)
})
