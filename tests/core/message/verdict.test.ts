// What becomes of a mail that a server did not take: a table of what services really answer.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailReasonOf } from '../../../src/core/message/mail-reason.ts'
import { CLOSED, NO_ANSWER, readReply, SMTP_STEPS, type SmtpStep } from '../../../src/core/message/smtp.ts'
import { reasonOf, verdictOf } from '../../../src/core/message/verdict.ts'
import { becomesOf, smtpCases } from '../../support/smtp-cases.ts'

const NOW = Date.UTC(2026, 10, 23, 3)

/** The one reply that a text is. */
function replyIn(text: string) {
  const read = readReply(`${text.replaceAll('\n', '\r\n')}\r\n`)
  if (typeof read === 'string') throw new Error(`${read}: ${text}`)
  return read.reply
}

const STEPS = Object.keys(SMTP_STEPS).filter((step): step is SmtpStep => Object.hasOwn(SMTP_STEPS, step))

describe('what a server answers', () => {
  it.each(smtpCases)('%s: %s: %s (%s)', (step, reply, becomes, means) => {
    const trouble = { step, met: replyIn(reply) }
    expect(becomesOf(verdictOf(trouble, NOW), NOW)).toBe(becomes)
    expect(mailReasonOf(reasonOf(trouble))).toBe(means)
  })

  it('is kept with the step, with the code of the last line, and without addresses', () => {
    const met = replyIn('550-5.1.1 <siti@bina.example>\n550 5.1.1 is nobody')
    expect(reasonOf({ step: 'recipient', met })).toBe('RCPT TO: 550 5.1.1 <(address)> is nobody')
  })
})

describe('silence and a lost connection', () => {
  it.each(STEPS)(
    'refuse no mail, at no step (%s), and stop all only before a recipient was named',
    (step) => {
      for (const met of [NO_ANSWER, CLOSED]) {
        const isEarly = !['recipient', 'data', 'end'].includes(step)
        expect(becomesOf(verdictOf({ step, met }, NOW), NOW)).toBe(isEarly ? 'outage' : 'later')
        expect(mailReasonOf(reasonOf({ step, met }))).toBe('noConnection')
      }
    },
  )
})

it('refused for ever is nothing but 5xx to the recipient or the mail, whatever is said', () => {
  const words = fc.stringMatching(/^[ -~]{0,60}$/)
  fc.assert(
    fc.property(fc.constantFrom(...STEPS), fc.integer({ min: 200, max: 599 }), words, (step, code, said) => {
      const { outcome } = verdictOf({ step, met: { code, lines: [said] } }, NOW)
      if (outcome === 'refused') {
        expect(['recipient', 'data', 'end']).toContain(step)
        expect(code).toBeGreaterThanOrEqual(500)
      }
    }),
  )
})

describe('a reply', () => {
  it('is whole with its last line, and what comes after it stays', () => {
    expect(readReply('250-a\r\n250 b\r\n354 c\r\n')).toEqual({
      reply: { code: 250, lines: ['a', 'b'] },
      rest: '354 c\r\n',
    })
    expect(readReply('250\n')).toEqual({ reply: { code: 250, lines: [''] }, rest: '' })
  })

  it.each(['', '2', '250', '250 ok', '250-a\r\n', '250-a\r\n250 b'])('is awaited: %j', (received) => {
    expect(readReply(received)).toBe('more')
  })

  it.each([
    'ok\r\n',
    '25 ok\r\n',
    '999 ok\r\n',
    '250-a\r\nb\r\n',
    'HTTP/1.1 400 Bad Request\r\n',
    `250 ${'x'.repeat(65_000)}`,
  ])('is none: %j', (received) => {
    expect(readReply(received)).toBe('garbled')
  })

  it('is read the same however it comes in pieces', () => {
    const whole = '250-mail.example\r\n250-SIZE 100\r\n250 AUTH PLAIN\r\n'
    for (let at = 0; at < whole.length; at++) expect(readReply(whole.slice(0, at))).toBe('more')
    expect(readReply(whole)).toMatchObject({ rest: '' })
  })
})
