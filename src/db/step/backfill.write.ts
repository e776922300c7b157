// What an older release left empty: its code ran again after this one's migrations, and knows nothing of what they added.
import { sql } from 'drizzle-orm'
import { atomically, type Database } from '../database.ts'
import { senderAnswer } from '../facts/delivery.ts'
import { roleList } from '../facts/network.ts'
import { classOfMail, kindIn, subjectIn } from '../facts/step.ts'

const ID = sql.raw('steps.id')

// A portion, so that a sweep stays quick.
const AT_ONCE = 100

// The person on the staff that a mail is for.
const fillPeople = [
  sql`
    update deliveries set person_id = coalesce(
      (select s.person_id from sign_ins s where s.id = deliveries.subject_id),
      (select m.person_id from memberships m where m.id = deliveries.subject_id),
      (select p.id from people p where p.email = deliveries.recipient), '')
    where id in (
      select id from deliveries where person_id is null and submission_id is null
        and kind in ('sign-in', 'invited', 'digest', 'alert') limit ${AT_ONCE})`,
]

// An older release keeps with each contact what is known of its address. What it kept stays there, and is copied once.
const fillAddresses = [
  sql`
    insert into addresses (network_id, address, bounced_at)
    select network_id, lower(email), max(bounced_at) from contacts
    where (bounced_at is not null or opted_out_at is not null) and bounced_at is not null and email is not null
    group by network_id, lower(email)
    on conflict do nothing`,
  sql`
    insert into opt_outs (id, network_id, address, kind, at)
    select 'contact:' || min(id), network_id, lower(email), 'invitation', min(opted_out_at) from contacts
    where (bounced_at is not null or opted_out_at is not null) and opted_out_at is not null and email is not null
    group by network_id, lower(email)
    on conflict do nothing`,
]

// The list in a network's row and the rows of its roles are written together: where they differ, an older release wrote.
const isStale = sql`role_names is not null and json(role_names) <> (${roleList(sql.raw('networks.id'))})`
const fillRoles = [
  sql`
    delete from network_roles where (network_id, key) in (
      select r.network_id, r.key from networks join network_roles r on r.network_id = networks.id
      where ${isStale} and r.key not in (select value ->> 'key' from json_each(role_names)))`,
  sql`
    insert into network_roles (network_id, key, name, position)
    select networks.id, role.value ->> 'key', role.value -> 'name', role.key
    from networks, json_each(role_names) as role where ${isStale}
    on conflict (network_id, key) do update set name = excluded.name, position = excluded.position
    where name <> excluded.name or position <> excluded.position`,
]

/** Fills in what the migration filled in of rows that were there; nothing where nothing is missing. */
export async function backfillRows(db: Database): Promise<void> {
  await atomically(db, [
    sql`
      update submissions as s set respondent_name = coalesce(${senderAnswer('organisation', 's')}, ''),
        respondent_district = ${senderAnswer('district', 's')}, respondent_email = ${senderAnswer('email', 's')}
      where id in (select id from submissions where respondent_name is null limit ${AT_ONCE})`,
    sql`
      update steps set kind = ${kindIn(ID)}, subject_id = ${subjectIn(ID)},
        class = coalesce((select ${classOfMail} from deliveries d where d.id = ${subjectIn(ID)}), 'sent')
      where id in (select id from steps where class is null and dead_at is null limit ${AT_ONCE})`,
    ...fillPeople,
    ...fillAddresses,
    ...fillRoles,
  ])
}
