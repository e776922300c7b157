// How many mails an address may get that the network does not know: counted exactly, in one statement.
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { contacts, mailCounts } from '../schema.ts'

/** One address on one day (UTC, ISO 8601). */
export interface Allowance {
  readonly networkId: string
  readonly recipientKey: string
  readonly day: string
}

/** Whether an address is one of the network's contacts, whose addresses are kept in lower case. */
export async function isKnown(db: Database, networkId: string, email: string): Promise<boolean> {
  const found = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.networkId, networkId), eq(contacts.email, email.toLowerCase())))
    .limit(1)
  return found.length > 0
}

/** Takes one mail of the day's allowance; false where all of them are taken. */
export async function takeMail(db: Database, allowance: Allowance, most: number): Promise<boolean> {
  const taken = await db
    .insert(mailCounts)
    .values({ ...allowance, sent: 1 })
    .onConflictDoUpdate({
      target: [mailCounts.recipientKey, mailCounts.day],
      set: { sent: sql`${mailCounts.sent} + 1` },
      setWhere: sql`${mailCounts.sent} < ${most}`,
    })
    .returning({ sent: mailCounts.sent })
  return taken.length > 0
}

/** Gives back a mail that was not sent after all. */
export const giveBackMail = (db: Database, { recipientKey, day }: Allowance) =>
  db
    .update(mailCounts)
    .set({ sent: sql`${mailCounts.sent} - 1` })
    .where(and(eq(mailCounts.recipientKey, recipientKey), eq(mailCounts.day, day)))
