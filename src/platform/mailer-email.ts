// Mail through the send_email binding of Cloudflare Email Service.
import { cleanLine } from '../core/form/clean.ts'
import { withoutAddresses } from '../core/kernel/mask.ts'
import { nextDay } from '../core/kernel/moment.ts'
import type { Clock, Handover, Mailer, MailToSend } from '../core/kernel/ports.ts'
import { NO_ANSWER } from '../core/message/smtp.ts'
import { headersOf, MAIL_DEADLINE } from './mail-headers.ts'

// What Cloudflare Email Service says of the mail itself, so that no later try will change it.
const PERMANENT =
  /^E_(?:VALIDATION_ERROR|FIELD_MISSING|TOO_MANY_RECIPIENTS|RECIPIENT_NOT_ALLOWED|RECIPIENT_SUPPRESSED|CONTENT_TOO_LARGE|HEADERS?_[A-Z_]+)$/

// What it says of us or of itself: it takes no mail of anybody's.
const OUTAGE: readonly string[] = [
  'E_SENDER_NOT_VERIFIED',
  'E_SENDER_DOMAIN_NOT_AVAILABLE',
  'E_RATE_LIMIT_EXCEEDED',
  'E_DAILY_LIMIT_EXCEEDED',
  'E_INTERNAL_SERVER_ERROR',
  NO_ANSWER,
]

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What is there in time (ms); an error with a code of ours where it is not. */
async function inTime<T>(what: Promise<T>, deadline: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(Object.assign(new Error(NO_ANSWER), { code: NO_ANSWER })), deadline)
  try {
    return await Promise.race([what, promise])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A mailer on the binding. It cannot set a Message-ID, so the delivery stands in a header of its own. `deadline` is how long
 * it may take, in ms.
 */
export const emailServiceMailer = (
  binding: SendEmail,
  from: string,
  clock: Clock,
  deadline = MAIL_DEADLINE,
): Mailer => ({
  async send(message: MailToSend): Promise<Handover> {
    try {
      const sending = binding.send({
        from: { name: cleanLine(message.fromName), email: from },
        to: message.to,
        replyTo: message.replyTo,
        subject: cleanLine(message.subject),
        text: message.text,
        html: message.html,
        headers: headersOf(message),
      })
      return { outcome: 'handed', providerId: (await inTime(sending, deadline)).messageId }
    } catch (error) {
      const code = codeOf(error)
      if (PERMANENT.test(code)) return { outcome: 'refused', reason: code }
      return {
        outcome: 'later',
        reason: code || withoutAddresses(String(error)).slice(0, 200),
        retryAt: code === 'E_DAILY_LIMIT_EXCEEDED' ? nextDay(clock.now()) : null,
        ...(OUTAGE.includes(code) ? { isOutage: true } : {}),
      }
    }
  },
})
