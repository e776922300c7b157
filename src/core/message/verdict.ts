// Whether a mail that was not taken over SMTP is refused for ever or goes out later: decided by the step, the code of the
// last line of the reply, and its words.
import { withoutAddresses } from '../kernel/mask.ts'
import { nextDay } from '../kernel/moment.ts'
import type { Handover } from '../kernel/ports.ts'
import { type MailReason, mailReasonOf, PASSES } from './mail-reason.ts'
import { SMTP_STEPS, type SmtpStep, type SmtpTrouble, wordsOf } from './smtp.ts'

const LONGEST = 200

/** What happened, as it is stored, logged and shown: the step and the server's words, without addresses. */
export const reasonOf = ({ step, met }: SmtpTrouble): string =>
  withoutAddresses(`${SMTP_STEPS[step]}: ${typeof met === 'string' ? met : wordsOf(met)}`).slice(0, LONGEST)

/** Where nothing has been said of a recipient yet, so that what stops one mail stops every one. */
const BEFORE_RECIPIENT: readonly SmtpStep[] = ['connect', 'greeting', 'hello', 'tls', 'login', 'from']

/** What a server says of us at any step. */
const OF_US: readonly (MailReason | null)[] = ['quota', 'authentication', 'sender', 'unavailable']

// 421: the service closes (RFC 5321 §4.2.2), whatever it was asked.
const CLOSES = 421

// Commands that the server did not understand say nothing of the mail: 500, 502, 503 and 504, but 501 is the address.
const isOfMail = (code: number): boolean => code >= 500 && ![500, 502, 503, 504].includes(code)

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** When it may be tried again where that is known, in ms UTC: a day's quota tomorrow, an hour's in an hour, a grey list when it says. */
function retryAt(reason: string, means: MailReason | null, now: number): number | null {
  if (means === 'quota') {
    if (/\bdaily\b|\bper day\b|\b24.?hours?\b/i.test(reason)) return nextDay(now)
    return /\bhourly\b|\bper hour\b/i.test(reason) ? now + HOUR : null
  }
  if (!/\bgr[ae]y-?list/i.test(reason)) return null
  const [, count, unit = ''] = /\b(\d{1,5}) ?(s|m)(?:ec|in|\b)/i.exec(reason) ?? []
  const told =
    count === undefined ? 5 * MINUTE : Number(count) * (unit.toLowerCase() === 's' ? SECOND : MINUTE)
  return now + Math.min(Math.max(told, MINUTE), HOUR)
}

/**
 * What becomes of a mail that met trouble at `now` (ms UTC). Refused for ever is only what a server answered with 5xx to its
 * recipient or to the mail itself, in words that speak of these and not of us, nor of now. Silence and a lost connection
 * tell nothing, not even after the last dot: the mail comes again under the same Message-ID.
 */
export function verdictOf(trouble: SmtpTrouble, now: number): Exclude<Handover, { outcome: 'handed' }> {
  const { step, met } = trouble
  const reason = reasonOf(trouble)
  const means = mailReasonOf(reason)
  const code = typeof met === 'string' ? null : met.code
  const isOutage =
    BEFORE_RECIPIENT.includes(step) || code === CLOSES || (code !== null && OF_US.includes(means))
  if (!isOutage && code !== null && isOfMail(code) && !PASSES.test(reason))
    return { outcome: 'refused', reason }
  return { outcome: 'later', reason, retryAt: retryAt(reason, means, now), ...(isOutage ? { isOutage } : {}) }
}
