// What the mail service tells of mails it was handed. Each moment is set once: the first that was told stands.
import { sql } from 'drizzle-orm'
import type { MailEvent } from '../../core/ports.ts'
import { atomically, type Database } from '../database.ts'

const COLUMNS = {
  delivered: 'delivered_at',
  bounced: 'bounced_at',
  refused: 'bounced_at',
  complained: 'complained_at',
} as const

/** Stores one event, and tells whether there is a mail that it is about. Told twice or out of order, it changes nothing. */
export async function storeMailEvent(db: Database, event: MailEvent): Promise<boolean> {
  const { providerIds, kind, at, reason, isForEver } = event
  const about = sql`provider_id in (select value from json_each(${JSON.stringify(providerIds)}))`
  const column = sql.raw(COLUMNS[kind])
  const contact = sql`
    (network_id, email) in (select network_id, lower(recipient) from deliveries where ${about})`
  const rows = await atomically(db, [
    sql`
      update deliveries set ${column} = ${at}, reason = coalesce(reason, ${reason})
      where ${about} and ${column} is null`,
    ...(kind === 'bounced' && isForEver
      ? [sql`update contacts set bounced_at = ${at} where bounced_at is null and ${contact}`]
      : []),
    // Whoever calls our mail spam gets no invitation any more.
    ...(kind === 'complained'
      ? [sql`update contacts set opted_out_at = ${at} where opted_out_at is null and ${contact}`]
      : []),
    sql`select 1 as found from deliveries where ${about} limit 1`,
  ])
  return rows.length > 0
}
