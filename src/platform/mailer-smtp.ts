// Mail over SMTP, for networks with a provider of their own and for the local inbox.
import type { Clock, Handover, Mailer, MailSession, MailToSend } from '../core/kernel/ports.ts'
import { isWritable } from '../core/message/header.ts'
import { composeMessage } from '../core/message/mime.ts'
import { CLOSED, type SmtpTrouble } from '../core/message/smtp.ts'
import { verdictOf } from '../core/message/verdict.ts'
import { headersOf, MAIL_DEADLINE, messageId } from './mail-headers.ts'
import { beginSmtp, type SmtpConnection, SmtpFailure, type SmtpServer } from './smtp-connection.ts'

/** Rings once after so many ms, unless it is stopped before. */
export type Alarm = (ms: number, ring: () => void) => () => void

const timer: Alarm = (ms, ring) => {
  const id = setTimeout(ring, ms)
  return () => clearTimeout(id)
}

export interface SmtpSettings extends Omit<SmtpServer, 'domain'> {
  readonly from: string
  readonly clock: Clock
  readonly alarm?: Alarm
}

/** Whether a server had only had enough of a connection that was there before this mail. */
const isStale = ({ step, met }: SmtpTrouble): boolean =>
  step === 'from' && (met === CLOSED || (typeof met === 'object' && met.code === 421))

/** Whether the server said no to one mail and will hear of others. */
const isOneMails = ({ step, met }: SmtpTrouble): boolean =>
  typeof met === 'object' && met.code !== 421 && ['recipient', 'data', 'end'].includes(step)

/**
 * A mailer over SMTP. A session connects when it is opened, so that greetings go on beside other work, and connects again
 * after a failure.
 */
export function smtpMailer({ from, clock, alarm = timer, ...server }: SmtpSettings): Mailer {
  const begin = () => beginSmtp({ ...server, domain: from.slice(from.lastIndexOf('@') + 1) })

  function session(): MailSession {
    let open: SmtpConnection | null = begin()

    /** Hands over one mail; a connection that was there before may have grown stale, and then another one is taken. */
    async function handOver(message: MailToSend, id: string, isOver: () => boolean): Promise<void> {
      const wasThere = open !== null
      open ??= begin()
      const mail = {
        from,
        to: message.to,
        message: composeMessage(message, {
          from,
          messageId: id,
          sentAt: clock.now(),
          headers: headersOf(message),
        }),
      }
      try {
        await open.handOver(mail)
      } catch (error) {
        if (!(error instanceof SmtpFailure) || !isOneMails(error.trouble)) {
          open.cut()
          open = null
        }
        if (wasThere && !isOver() && error instanceof SmtpFailure && isStale(error.trouble))
          return handOver(message, id, isOver)
        throw error
      }
    }

    async function send(message: MailToSend): Promise<Handover> {
      if (!isWritable(message.to)) return { outcome: 'refused', reason: 'no address that mail can go to' }
      const id = messageId(message, from)
      let isOver = false
      const stop = alarm(MAIL_DEADLINE, () => {
        isOver = true
        open?.cut()
      })
      try {
        await handOver(message, id, () => isOver)
        return { outcome: 'handed', providerId: id }
      } catch (error) {
        if (error instanceof SmtpFailure) return verdictOf(error.trouble, clock.now())
        throw error
      } finally {
        stop()
      }
    }

    return {
      send,
      async close() {
        await open?.close()
        open = null
      },
    }
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
