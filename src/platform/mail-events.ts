// What Cloudflare Email Service tells of mails on a queue (events of the source `email.sending`, schema version 1).
import * as v from 'valibot'
import { withoutAddresses } from '../core/kernel/mask.ts'
import type { MailEvent } from '../core/kernel/ports.ts'
import { type MailReason, mailReasonOf } from '../core/message/mail-reason.ts'

const PREFIX = 'cf.email.sending.message.'

const KINDS = {
  delivered: 'delivered',
  bounced: 'bounced',
  rejected: 'refused',
  failed: 'refused',
  complained: 'complained',
} as const satisfies Readonly<Record<string, MailEvent['kind']>>

const said = v.optional(v.string())

// Only what is used is asked for; a failure before SMTP tells no codes.
const shape = v.object({
  type: v.picklist(['delivered', 'bounced', 'rejected', 'failed', 'complained'].map((one) => PREFIX + one)),
  payload: v.object({
    messageId: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    delivery: v.optional(v.object({ smtpResponse: said })),
    bounce: v.optional(v.object({ type: said, reason: said })),
    rejection: v.optional(v.object({ reason: said })),
    failure: v.optional(v.object({ reason: said })),
  }),
  metadata: v.optional(v.object({ eventTimestamp: said })),
})

// What a server holds against the mail, or against us who send it, for ever too, says nothing of the address.
const OF_THE_MAIL: readonly (MailReason | null)[] = ['refused', 'full', 'tooMany']

const LONGEST = 200

/**
 * Reads a message of the queue as an event; null where it is another one, such as a delay. `now` (ms UTC) stands in where
 * the event tells no time of its own.
 */
export function mailEventIn(body: unknown, now: number): MailEvent | null {
  const read = v.safeParse(shape, body)
  if (!read.success) return null
  const { type, payload, metadata } = read.output
  const told = type.slice(PREFIX.length)
  if (!Object.hasOwn(KINDS, told)) return null
  const kind = KINDS[told as keyof typeof KINDS]
  const at = Date.parse(metadata?.eventTimestamp ?? '')
  const bare = payload.messageId.replace(/^<|>$/g, '')
  const { bounce, rejection, failure, delivery } = payload
  const reason = bounce?.reason ?? rejection?.reason ?? failure?.reason ?? delivery?.smtpResponse ?? null
  return {
    // The service was seen to give an id with brackets and is documented to give one without.
    providerIds: [payload.messageId, bare, `<${bare}>`],
    kind,
    at: Number.isNaN(at) ? now : Math.min(at, now),
    reason: kind === 'delivered' || reason === null ? null : withoutAddresses(reason).slice(0, LONGEST),
    isForEver: bounce?.type !== 'soft' && !OF_THE_MAIL.includes(mailReasonOf(reason ?? '')),
  }
}
