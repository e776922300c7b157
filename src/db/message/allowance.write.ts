// How many mails a mailbox gets on a day, and how many the mail service: a row for each mail, so that a mail that is tried
// again asks for nothing twice, whatever ended in between.
import { type SQL, sql } from 'drizzle-orm'
import { utcDay } from '../../core/kernel/date.ts'
import type { Allowance } from '../../core/message/allowance.ts'
import type { MailDay } from '../../core/message/mail-day.ts'
import { atomically, type Database } from '../database.ts'
import { CHANGED } from '../write.ts'

/** One mail to one mailbox on a day (UTC, ISO 8601). */
export interface CountedMail {
  readonly networkId: string
  /** What stands for the mailbox: no address. */
  readonly mailboxKey: string
  readonly day: string
  readonly delivery: string
}

// No key of a mailbox holds a full stop, so all rows of one stand from `key` up to `key/`.
const keyOf = ({ mailboxKey, delivery }: CountedMail): string => `${mailboxKey}.${delivery}`

/**
 * Asks whether a mailbox gets this mail today (`taken`), whether it waits for tomorrow, or whether too many do already
 * (`over`). Asked again, it is the same answer.
 */
export async function takeFromAllowance(
  db: Database,
  mail: CountedMail,
  { mails, waiting }: Allowance,
): Promise<'taken' | 'waits' | 'over'> {
  const { networkId, mailboxKey, day } = mail
  const key = keyOf(mail)
  const ofMailbox = sql`
    from mail_counts where recipient_key >= ${mailboxKey} and recipient_key < ${`${mailboxKey}/`} and day = ${day}`
  const [row] = await atomically(db, [
    sql`
      insert into mail_counts (network_id, recipient_key, day, sent) select ${networkId}, ${key}, ${day}, 1
      where (select coalesce(sum(sent), 0) ${ofMailbox}) < ${mails}
      on conflict (recipient_key, day) do update set sent = 1 where sent = 0`,
    sql`
      insert into mail_counts (network_id, recipient_key, day, sent) select ${networkId}, ${key}, ${day}, 0
      where (select count(*) ${ofMailbox} and sent = 0) < ${waiting}
      on conflict do nothing`,
    sql`select sent from mail_counts where recipient_key = ${key} and day = ${day}`,
  ])
  // The column is named in the statement itself.
  const sent = (row as { sent: number } | undefined)?.sent
  if (sent === undefined) return 'over'
  return sent > 0 ? 'taken' : 'waits'
}

/** Gives back a mail that was not sent after all. */
export const giveBackMail = (db: Database, mail: CountedMail): Promise<unknown> =>
  atomically(db, [sql`delete from mail_counts where recipient_key = ${keyOf(mail)} and day = ${mail.day}`])

/** The mails of a day (UTC, ISO 8601). */
export async function mailsOfDay(db: Database, day: string): Promise<MailDay> {
  const [row] = await db.all<MailDay>(
    sql`select sign_ins as signIns, others from mail_days where day = ${day}`,
  )
  return row ?? { signIns: 0, others: 0 }
}

/** The statement that counts a mail which the statement before it marked as taken by the mail service. */
export const countMail = (day: string, isSignIn: boolean): SQL => sql`
  insert into mail_days (day, sign_ins, others) select ${day}, ${isSignIn}, ${!isSignIn} where ${CHANGED}
  on conflict (day) do update set sign_ins = sign_ins + excluded.sign_ins, others = others + excluded.others`

// An hour's portion: a row for each mail of the day before.
const FORGOTTEN_AT_ONCE = 2000

/** Deletes what was counted on days before today (UTC). */
export async function forgetMailCounts(db: Database, now: number): Promise<void> {
  await db.run(sql`
    delete from mail_counts where rowid in (
      select rowid from mail_counts where day < ${utcDay(now)} limit ${FORGOTTEN_AT_ONCE})`)
}
