// Mail through the send_email binding of Cloudflare Email Service.
import { withoutAddresses } from '../core/kernel/mask.ts'
import { nextDay } from '../core/kernel/moment.ts'
import type { Clock, Handover, Mailer, MailToSend } from '../core/kernel/ports.ts'
import { headersOf } from './mail-headers.ts'

// Codes of Cloudflare Email Service that no later try will change.
const PERMANENT = new Set([
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_RECIPIENT_NOT_ALLOWED',
  'E_RECIPIENT_SUPPRESSED',
  'E_CONTENT_TOO_LARGE',
])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** A mailer on the binding. It cannot set a Message-ID, so the delivery stands in a header of its own. */
export const emailServiceMailer = (binding: SendEmail, from: string, clock: Clock): Mailer => ({
  async send(message: MailToSend): Promise<Handover> {
    try {
      const sent = await binding.send({
        from: { name: message.fromName, email: from },
        to: message.to,
        replyTo: message.replyTo,
        subject: message.subject,
        text: message.text,
        html: message.html,
        headers: headersOf(message),
      })
      return { outcome: 'handed', providerId: sent.messageId }
    } catch (error) {
      const code = codeOf(error)
      if (PERMANENT.has(code)) return { outcome: 'refused', reason: code }
      const retryAt = code === 'E_DAILY_LIMIT_EXCEEDED' ? nextDay(clock.now()) : null
      return { outcome: 'later', reason: code || withoutAddresses(String(error)).slice(0, 200), retryAt }
    }
  },
})
