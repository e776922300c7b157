// Mail over SMTP, for networks with a provider of their own and for the local inbox.
import { type Credentials, LogLevel, WorkerMailer } from 'worker-mailer'
import { withoutAddresses } from '../core/kernel/mask.ts'
import type { Handover, Mailer, MailSession, MailToSend } from '../core/kernel/ports.ts'
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

/**
 * A mailer over SMTP: port 465 is TLS from the start, others use STARTTLS where offered. A session connects when it is
 * opened, so that greetings go on beside other work, and connects again after a failure.
 */
export function smtpMailer({ from, host, port, credentials }: SmtpSettings): Mailer {
  const connect = () =>
    WorkerMailer.connect({
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
    })

  function session(): MailSession {
    let connection: Promise<WorkerMailer> | null = connect()
    // Whoever sends hears of it.
    connection.catch(() => undefined)
    const close = async (): Promise<void> => {
      const open = connection
      connection = null
      await open?.then((mailer) => mailer.close()).catch(() => undefined)
    }
    const send = async (message: MailToSend): Promise<Handover> => {
      const id = messageId(message, from)
      try {
        connection ??= connect()
        const open = await connection
        await open.send({
          from: { name: message.fromName, email: from },
          to: message.to,
          reply: message.replyTo,
          subject: message.subject,
          text: message.text,
          html: message.html,
          headers: { ...headersOf(message), 'Message-ID': id },
        })
        return { outcome: 'handed', providerId: id }
      } catch (error) {
        await close()
        const reason = withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, 200)
        return isPermanent(reason)
          ? { outcome: 'refused', reason }
          : { outcome: 'later', reason, retryAt: null }
      }
    }
    return { send, close }
  }

  return {
    session,
    async send(message) {
      const { send, close } = session()
      const handover = await send(message)
      await close()
      return handover
    },
  }
}
