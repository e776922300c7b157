// What is known of an address that mail goes to, said once for every contact that has it.
import { type SQL, sql } from 'drizzle-orm'
import type { OptOutKind } from '../../core/message/kind.ts'

/** Whether the recipient of a mail is one of the network's contacts. */
export const isKnownAddress = sql<number>`exists (
  select 1 from contacts
  where contacts.network_id = deliveries.network_id and contacts.email = lower(deliveries.recipient))`

/** The name or alias of `contacts` in a query. */
type Contacts = 'contacts' | 'c'

/** When a mail to the address of a contact last came back for good (ms UTC), or null. */
export const bouncedAt = (contact: Contacts): SQL<number | null> => {
  const its = (column: string) => sql.raw(`${contact}.${column}`)
  return sql`(
    select a.bounced_at from addresses a
    where a.network_id = ${its('network_id')} and a.address = lower(${its('email')}))`
}

/** When a contact asked for no more mails of a kind, for its organisation or for every one (ms UTC); or null. */
export const optedOutAt = (contact: Contacts, kind: OptOutKind): SQL<number | null> => {
  const its = (column: string) => sql.raw(`${contact}.${column}`)
  return sql`(
    select min(n.at) from opt_outs n
    where n.network_id = ${its('network_id')} and n.address = lower(${its('email')}) and n.kind = ${kind}
      and (n.organisation_id is null or n.organisation_id = ${its('organisation_id')}))`
}
