// What a network may call its people.
import { type SQL, sql } from 'drizzle-orm'

/**
 * What a network calls somebody whom a row of `memberships` brings into it: by the name that whoever invited them typed.
 * Anybody's address can be typed, so it must not be answered with the name it has in another network. Where an older release
 * brought them in: their own name if this is their first network, or a script did; else their address. Ids of memberships are
 * in the order in which they were made.
 */
export const nameHere: SQL<string> = sql<string>`case
  when memberships.name is not null then memberships.name
  when memberships.invited_by is not null and exists (
    select 1 from memberships other where other.person_id = memberships.person_id and other.id < memberships.id)
  then people.email else people.name end`
