// What an older release left empty: its code ran again after this one's migrations, and knows nothing of what they added.
import { type SQL, sql } from 'drizzle-orm'
import { atomically, type Database } from '../database.ts'
import { classOfMail, subjectIn } from '../facts/step.ts'

// A portion, so that a sweep stays quick.
const AT_ONCE = 100

/** What the current answers of submissions (`s`) say where their form asks for something. */
const said = (what: 'organisation' | 'district' | 'email'): SQL => sql`(
  select json_extract(r.answers, '$."' || json_extract(f.definition, ${`$.respondent.${what}`}) || '"')
  from revisions r join form_versions f on f.hash = r.form_hash where r.key = s.current_revision)`

/** Fills in what the migration filled in of rows that were there; nothing where nothing is missing. */
export async function fillIn(db: Database): Promise<void> {
  await atomically(db, [
    sql`
      update submissions as s set respondent_name = coalesce(${said('organisation')}, ''),
        respondent_district = ${said('district')}, respondent_email = ${said('email')}
      where id in (select id from submissions where respondent_name is null limit ${AT_ONCE})`,
    sql`
      update steps set kind = substr(id, 1, instr(id, ':') - 1), subject_id = substr(id, instr(id, ':') + 1),
        class = coalesce((select ${classOfMail} from deliveries d where d.id = ${subjectIn(sql.raw('steps.id'))}), 'sent')
      where id in (select id from steps where class is null and dead_at is null limit ${AT_ONCE})`,
  ])
}
