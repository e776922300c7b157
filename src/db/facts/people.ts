// What a network may call its people.
import { type SQL, sql } from 'drizzle-orm'

/**
 * What a network calls somebody whom a row of `memberships` brings into it: their name where it was given here, because this
 * is their first network, or by a script; else their address, which whoever invited them typed. Anybody's address can be
 * typed, so it must not be answered with a name. Ids of memberships are in the order in which they were made.
 */
export const nameHere: SQL<string> = sql<string>`case
  when memberships.invited_by is not null and exists (
    select 1 from memberships other where other.person_id = memberships.person_id and other.id < memberships.id)
  then people.email else people.name end`
