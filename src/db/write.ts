// The one way to write as staff: a batch that asks again whether the writer may, keeps an event, and tells what stands then.
import { type SQL, sql } from 'drizzle-orm'
import type { EventDetail, EventSubject, EventVerb } from '../core/event/event.ts'
import type { ScopeFacts } from '../core/kernel/scope.ts'
import { atomically, type Database } from './database.ts'

/** Who writes, and for which network. */
type Writer = Pick<ScopeFacts, 'network' | 'person'>

/** Whether the statement before, in the same batch, wrote a row. An event leaves that as it is: it is a row if one was written. */
export const CHANGED = sql`changes() > 0`

/** An event of a staff member's. */
export interface StaffEvent {
  readonly verb: EventVerb
  readonly subject: EventSubject
  /** The id of the subject. */
  readonly id: string
  /** Where the subject is, as a Kemendagri code; nothing where it is everywhere. */
  readonly district?: SQL
  readonly detail?: EventDetail
  /** When it happened at all: where the statement before wrote a row, unless something else is said. */
  readonly when?: SQL
}

/** The statement that keeps an event; `now` in ms UTC. */
export const insertEvent = (
  { network, person }: Writer,
  { verb, subject, id, district = sql`null`, detail, when = CHANGED }: StaffEvent,
  now: number,
): SQL => sql`
  insert into events (network_id, district, at, actor_kind, actor, verb, subject_kind, subject_id, detail)
  select ${network.id}, ${district}, ${now}, 'staff', ${person.id}, ${verb}, ${subject}, ${id},
    ${detail ? JSON.stringify(detail) : null}
  where ${when}`

/** What staff write in one batch. */
export interface StaffWrite<Column extends string> {
  /** Whether the writer still may. Each statement that changes something has to ask it, too. */
  readonly may: SQL
  /** Ms UTC. */
  readonly now: number
  readonly event: StaffEvent
  /** The statements in their order; `event` belongs right after the one that decides whether anything happens. */
  readonly statements: (event: SQL) => readonly SQL[]
  /** What is asked of what stands afterwards, by name. */
  readonly asked?: Readonly<Record<Column, SQL>>
  /** The row of which it is asked, as the rest of a query; it may be missing. */
  readonly of?: SQL
  /** Whether it is asked once only where the database stumbles, because done twice it is two. */
  readonly once?: true
}

/** What stands after a write; `may`: whether the writer still may. */
export type RowAfterWrite<Column extends string> = { readonly may: boolean } & Readonly<
  Record<Column, number | string | null>
>

/**
 * Writes as staff: all statements and the event, or none of them. Tells what stands afterwards, so that the same write asked
 * for twice is done; null where there is no row of which that was asked.
 */
export async function guarded<Column extends string = never>(
  writer: Writer,
  db: Database,
  { may, now, event, statements, asked, of = sql``, once }: StaffWrite<Column>,
): Promise<RowAfterWrite<Column> | null> {
  const columns = Object.entries<SQL>({ ...asked, may }).map(
    ([name, value]) => sql`${value} as ${sql.raw(name)}`,
  )
  const [row] = await atomically(
    db,
    [...statements(insertEvent(writer, event, now)), sql`select ${sql.join(columns, sql`, `)} ${of}`],
    once,
  )
  if (row === undefined) return null
  // The columns are named just above.
  const standing = row as Readonly<Record<Column | 'may', number | string | null>>
  return { ...standing, may: standing.may === 1 }
}

/** Values for columns: as they are set, and whether one of them is not what stands there. */
export function valuesOf(values: Readonly<Record<string, string | number | boolean | null>>): {
  readonly set: SQL
  readonly differ: SQL
} {
  const columns = Object.entries(values).map(([name, value]) => ({ name: sql.raw(name), value }))
  return {
    set: sql.join(
      columns.map(({ name, value }) => sql`${name} = ${value}`),
      sql`, `,
    ),
    differ: sql`(${sql.join(
      columns.map(({ name, value }) => sql`${name} is not ${value}`),
      sql` or `,
    )})`,
  }
}
