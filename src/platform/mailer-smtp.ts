// Mail over SMTP, for networks with a provider of their own and for the local inbox.
import { type Credentials, LogLevel, WorkerMailer } from 'worker-mailer'
import { withoutAddresses } from '../core/mask.ts'
import type { Handover, Mailer, Message } from '../core/ports.ts'
import { headersOf, messageId } from './mail-headers.ts'

export interface SmtpSettings {
  readonly from: string
  readonly host: string
  readonly port: number
  readonly credentials?: { readonly username: string; readonly password: string }
}

const TIME_OUT = 30_000

// A reply of 5xx is for ever (RFC 5321 §4.2.1); everything else, a lost connection too, may pass.
const isPermanent = (reason: string): boolean =>
  /(^|\D)5\d\d[ -]/.test(reason) && !/authenticat/i.test(reason)

/** A mailer that opens one connection a message: port 465 is TLS from the start, others use STARTTLS where offered. */
export const smtpMailer = ({ from, host, port, credentials }: SmtpSettings): Mailer => ({
  async send(message: Message): Promise<Handover> {
    const id = messageId(message, from)
    try {
      await WorkerMailer.send(
        {
          host,
          port,
          secure: port === 465,
          // Its log names recipients; ours names ids.
          logLevel: LogLevel.NONE,
          socketTimeoutMs: TIME_OUT,
          responseTimeoutMs: TIME_OUT,
          ...(credentials
            ? { credentials: { ...credentials } satisfies Credentials, authType: ['plain', 'login'] }
            : {}),
        },
        {
          from: { name: message.fromName, email: from },
          to: message.to,
          reply: message.replyTo,
          subject: message.subject,
          text: message.text,
          html: message.html,
          headers: { ...headersOf(message), 'Message-ID': id },
        },
      )
      return { outcome: 'handed', providerId: id }
    } catch (error) {
      const reason = withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, 200)
      return isPermanent(reason)
        ? { outcome: 'refused', reason }
        : { outcome: 'later', reason, retryAt: null }
    }
  },
})
