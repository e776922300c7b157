// What a mail service takes on a day, shared out: whoever waits to sign in is never behind what can wait.
import type { DeliveryKind } from './kind.ts'

/** How many mails the mail service took on a day, of those who sign in and of all others. */
export interface MailDay {
  readonly signIns: number
  readonly others: number
}

/** How many of the mails of a day are kept for signing in: a tenth, and at least twenty, but never more than half. */
export const keptForSignIns = (daily: number): number =>
  Math.min(Math.floor(daily / 2), Math.max(20, Math.ceil(daily / 10)))

/**
 * Whether a mail of a kind waits for the next day, where the mail service takes `daily` mails on one. A link to sign in never
 * does: it would have run out by then, so the service itself has to say no.
 */
export const isDayFull = ({ signIns, others }: MailDay, daily: number, kind: DeliveryKind): boolean =>
  kind !== 'sign-in' && (others >= daily - keptForSignIns(daily) || signIns + others >= daily)
