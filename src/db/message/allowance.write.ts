// How many mails an address may get that the network does not know: counted exactly, in one statement.
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../database.ts'
import { mailCounts } from '../schema/index.ts'

/** One address on one day (UTC, ISO 8601). */
export interface Allowance {
  readonly networkId: string
  readonly recipientKey: string
  readonly day: string
}

/** Takes one mail of the day's allowance for each given; tells for how many of an address there was one left. */
export async function takeFromAllowance(
  db: Database,
  wanted: readonly Allowance[],
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const taken = await db.all<{ recipientKey: string }>(sql`
    insert into mail_counts (network_id, recipient_key, day, sent)
    select value ->> 'networkId', value ->> 'recipientKey', value ->> 'day', 1
    from json_each(${JSON.stringify(wanted)}) where true
    on conflict (recipient_key, day) do update set sent = sent + 1 where sent < ${most}
    returning recipient_key as recipientKey`)
  const counts = new Map<string, number>()
  for (const { recipientKey } of taken) counts.set(recipientKey, (counts.get(recipientKey) ?? 0) + 1)
  return counts
}

/** Gives back a mail that was not sent after all. */
export const giveBackMail = (db: Database, { recipientKey, day }: Allowance) =>
  db
    .update(mailCounts)
    .set({ sent: sql`${mailCounts.sent} - 1` })
    .where(and(eq(mailCounts.recipientKey, recipientKey), eq(mailCounts.day, day)))
