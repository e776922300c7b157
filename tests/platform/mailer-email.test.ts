// Mail through Cloudflare Email Service: what is handed over, and what its answers mean.
import { describe, expect, it } from 'vitest'
import type { MailToSend } from '../../src/core/kernel/ports.ts'
import { emailServiceMailer } from '../../src/platform/mailer-email.ts'
import { MINUTE, START } from '../support/inside/world.ts'

const message: MailToSend = {
  delivery: '01900000-0000-7000-8000-0000000000d1.0',
  to: 'siti@bina.example',
  fromName: 'Rumah Inklusi (contoh)',
  replyTo: 'koordinator@rumah-inklusi.example',
  subject: 'Yayasan Contoh: jawaban diterima',
  text: 'Terima kasih',
  html: '<p>Terima kasih</p>',
  locale: 'id',
}

const clock = { now: () => START }
const MIDNIGHT = Date.UTC(2026, 10, 24)

/** The binding, doing with each message what it is told. */
function bindingThat(answers: () => Promise<EmailSendResult>) {
  const sent: unknown[] = []
  const binding: SendEmail = {
    send(builder: EmailMessage | EmailMessageBuilder) {
      sent.push(builder)
      return answers()
    },
  }
  return { sent, mailer: emailServiceMailer(binding, 'simpul@simpul.example', clock) }
}

const failing = (code: string, text = code) =>
  bindingThat(() => Promise.reject(Object.assign(new Error(text), { code }))).mailer

describe('the mailer on the binding', () => {
  it('hands over one message to one recipient, with the headers that say what it is', async () => {
    const { sent, mailer } = bindingThat(async () => ({ messageId: 'm-1@simpul.example' }))
    expect(await mailer.send(message)).toEqual({ outcome: 'handed', providerId: 'm-1@simpul.example' })
    expect(sent).toEqual([
      {
        from: { name: 'Rumah Inklusi (contoh)', email: 'simpul@simpul.example' },
        to: 'siti@bina.example',
        replyTo: 'koordinator@rumah-inklusi.example',
        subject: 'Yayasan Contoh: jawaban diterima',
        text: 'Terima kasih',
        html: '<p>Terima kasih</p>',
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': 'id',
          'X-Simpul-Delivery': message.delivery,
        },
      },
    ])
  })

  it.each([
    'E_VALIDATION_ERROR',
    'E_FIELD_MISSING',
    'E_RECIPIENT_NOT_ALLOWED',
    'E_RECIPIENT_SUPPRESSED',
    'E_CONTENT_TOO_LARGE',
    'E_TOO_MANY_RECIPIENTS',
    'E_HEADER_VALUE_INVALID',
    'E_HEADER_NOT_ALLOWED',
    'E_HEADERS_TOO_LARGE',
  ])('takes %s as a no for ever', async (code) => {
    expect(await failing(code).send(message)).toEqual({ outcome: 'refused', reason: code })
  })

  it.each([
    'E_RATE_LIMIT_EXCEEDED',
    'E_INTERNAL_SERVER_ERROR',
    'E_SENDER_NOT_VERIFIED',
    'E_SENDER_DOMAIN_NOT_AVAILABLE',
  ])('takes %s as not now, for nobody’s mail', async (code) => {
    expect(await failing(code).send(message)).toEqual({
      outcome: 'later',
      reason: code,
      retryAt: null,
      isOutage: true,
    })
  })

  it.each(['E_DELIVERY_FAILED', 'E_OF_A_LATER_DAY'])('takes %s as not now, for this mail', async (code) => {
    expect(await failing(code).send(message)).toEqual({ outcome: 'later', reason: code, retryAt: null })
  })

  it('waits no longer than the deadline of a mail', async () => {
    const binding: SendEmail = { send: () => new Promise(() => {}) }
    const mailer = emailServiceMailer(binding, 'simpul@simpul.example', clock, 1)
    expect(await mailer.send(message)).toEqual({
      outcome: 'later',
      reason: 'no answer in time',
      retryAt: null,
      isOutage: true,
    })
  })

  it('hands over names and subjects without control characters', async () => {
    const { sent, mailer } = bindingThat(async () => ({ messageId: 'm-1@simpul.example' }))
    await mailer.send({ ...message, fromName: 'X\r\nBcc: bos@bank.example', subject: 'a\nb\u0007' })
    expect(sent).toMatchObject([{ from: { name: 'X Bcc: bos@bank.example' }, subject: 'a b' }])
  })

  it('waits for the next midnight UTC once the mails of a day are used up', async () => {
    const handover = await failing('E_DAILY_LIMIT_EXCEEDED').send(message)
    expect(handover).toEqual({
      outcome: 'later',
      reason: 'E_DAILY_LIMIT_EXCEEDED',
      retryAt: MIDNIGHT,
      isOutage: true,
    })
  })

  it('waits a whole day where the limit is met at midnight itself', async () => {
    const binding: SendEmail = {
      send: () => Promise.reject(Object.assign(new Error(), { code: 'E_DAILY_LIMIT_EXCEEDED' })),
    }
    const mailer = emailServiceMailer(binding, 'simpul@simpul.example', { now: () => MIDNIGHT })
    expect(await mailer.send(message)).toMatchObject({ retryAt: MIDNIGHT + 24 * 60 * MINUTE })
  })

  it('takes an error without a code as not now', async () => {
    const { mailer } = bindingThat(() => Promise.reject(new TypeError('fetch failed')))
    expect(await mailer.send(message)).toMatchObject({ outcome: 'later', retryAt: null })
  })

  it('never repeats the address in its reason, since reasons are logged', async () => {
    const { mailer } = bindingThat(() => Promise.reject(new Error('mailbox siti@bina.example is busy')))
    const handover = await mailer.send(message)
    expect(JSON.stringify(handover)).not.toContain('siti@bina.example')
  })
})
