// What the mail service tells of mails it was handed. Each moment is set once: the first that was told stands.
import { sql } from 'drizzle-orm'
import type { MailEvent } from '../../core/kernel/ports.ts'
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
  const rows = await atomically(db, [
    sql`
      update deliveries set ${column} = ${at}, reason = coalesce(reason, ${reason})
      where ${about} and ${column} is null`,
    ...(kind === 'bounced' && isForEver
      ? [
          sql`
            insert into addresses (network_id, address, bounced_at)
            select distinct network_id, lower(recipient), ${at} from deliveries where ${about}
            on conflict do nothing`,
        ]
      : []),
    // Whoever calls our mail spam gets no invitation any more.
    ...(kind === 'complained'
      ? [
          sql`
            insert into opt_outs (id, network_id, address, kind, at)
            select 'complaint:' || id, network_id, lower(recipient), 'invitation', ${at} from deliveries where ${about}
            on conflict do nothing`,
        ]
      : []),
    sql`select 1 as found from deliveries where ${about} limit 1`,
  ])
  return rows.length > 0
}
