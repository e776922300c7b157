// Mails of a network to those who look after it: what waits, in the morning, and that something is wrong.
import { type SQL, sql } from 'drizzle-orm'
import { atomically, type Database } from '../database.ts'
import { insertMailSteps } from '../step/insert.write.ts'

/** One mail to one person: the id of its delivery, and their membership. */
export interface Notice {
  readonly delivery: string
  readonly membership: string
}

// changes() is the number of rows that the statement before wrote: none where somebody else was quicker.
const tellStaff = (
  kind: 'digest' | 'alert',
  generation: number,
  notices: readonly Notice[],
  now: number,
): readonly SQL[] => {
  const all = JSON.stringify(notices)
  return notices.length === 0
    ? []
    : [
        sql`
          insert into deliveries (id, network_id, kind, subject_id, person_id, generation, recipient, locale, created_at)
          select n.value ->> 'delivery', m.network_id, ${kind}, m.id, p.id, ${generation}, p.email, p.locale, ${now}
          from json_each(${all}) n join memberships m on m.id = n.value ->> 'membership' join people p on p.id = m.person_id
          where changes() > 0 and m.removed_at is null
          on conflict do nothing`,
        insertMailSteps(sql`d.id in (select value ->> 'delivery' from json_each(${all}))`),
      ]
}

/** Keeps that the digest of a day was looked after, once, and owes its mails. */
export async function storeDigest(
  db: Database,
  network: { readonly id: string; readonly digestedDay: string | null },
  row: {
    readonly day: string
    readonly generation: number
    readonly notices: readonly Notice[]
    readonly now: number
  },
): Promise<void> {
  await atomically(db, [
    sql`
      update networks set digested_day = ${row.day}
      where id = ${network.id} and digested_day is ${network.digestedDay}`,
    ...tellStaff('digest', row.generation, row.notices, row.now),
  ])
}

/** Keeps that administrators are told of trouble now, and owes the mails. */
export async function storeAlert(
  db: Database,
  network: { readonly id: string; readonly alertedAt: number | null },
  row: { readonly generation: number; readonly notices: readonly Notice[]; readonly now: number },
): Promise<void> {
  await atomically(db, [
    sql`
      update networks set alerted_at = ${row.now}
      where id = ${network.id} and alerted_at is ${network.alertedAt}`,
    ...tellStaff('alert', row.generation, row.notices, row.now),
  ])
}

/** Forgets that administrators were told: all is well again. */
export async function clearAlert(
  db: Database,
  network: { readonly id: string; readonly alertedAt: number | null },
): Promise<void> {
  await atomically(db, [
    sql`update networks set alerted_at = null where id = ${network.id} and alerted_at is ${network.alertedAt}`,
  ])
}
