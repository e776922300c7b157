// What an organisation is, said once.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Where an organisation is (Kemendagri code), by its id. */
export const districtOfOrganisation = (id: string | SQLWrapper): SQL =>
  sql`(select district from organisations where id = ${id})`
