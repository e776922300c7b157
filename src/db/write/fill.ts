// What an older release left empty: its code ran again after this one's migrations, and knows nothing of what they added.
import { sql } from 'drizzle-orm'
import { atomically, type Database } from '../database.ts'
import { saidOfSender } from '../facts/delivery.ts'
import { classOfMail, kindIn, subjectIn } from '../facts/step.ts'

const ID = sql.raw('steps.id')

// A portion, so that a sweep stays quick.
const AT_ONCE = 100

/** Fills in what the migration filled in of rows that were there; nothing where nothing is missing. */
export async function fillIn(db: Database): Promise<void> {
  await atomically(db, [
    sql`
      update submissions as s set respondent_name = coalesce(${saidOfSender('organisation', 's')}, ''),
        respondent_district = ${saidOfSender('district', 's')}, respondent_email = ${saidOfSender('email', 's')}
      where id in (select id from submissions where respondent_name is null limit ${AT_ONCE})`,
    sql`
      update steps set kind = ${kindIn(ID)}, subject_id = ${subjectIn(ID)},
        class = coalesce((select ${classOfMail} from deliveries d where d.id = ${subjectIn(ID)}), 'sent')
      where id in (select id from steps where class is null and dead_at is null limit ${AT_ONCE})`,
  ])
}
