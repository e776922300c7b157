// Storing half-filled answers: one row a save, and never over what its writer has not seen.
import { type SQL, sql } from 'drizzle-orm'
import {
  type DraftCounts,
  type Growth,
  MORE_A_MS,
  MOST_AT_ONCE,
  MOST_BEGUN,
  MOST_BYTES,
  ROW_BYTES,
} from '../../core/draft/allowance.ts'
import { DRAFT_LASTS, type KnownVersion, MOST_MAILS, SAVES_APART } from '../../core/draft/draft.ts'
import type { Form } from '../../core/form/form.ts'
import { utcDay } from '../../core/kernel/date.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { atomically, type Database } from '../database.ts'
import { isLeft, standsAt } from '../facts/draft.ts'
import { insertMailSteps } from '../step/insert.write.ts'
import { closing, isTaken, publishRevisionForm } from '../submission/revision.write.ts'
import { addToTallies } from '../submission/tally.write.ts'

/** Everything one save writes; moments in ms UTC. */
export interface NewDraft {
  readonly id: string
  /** The digest of the key: what was sent under it stands under the same. */
  readonly digest: string
  readonly roundId: string
  readonly formHash: string
  readonly unpublished: Form | null
  readonly answers: string
  readonly sealed: string
  readonly locale: Locale
  /** The version that the page knows. */
  readonly version: number
  readonly writer: string
  readonly begunAt: number
  readonly now: number
}

/** From where a save comes, as keys that tell no address: of the day it is (UTC, ISO 8601) and of the one before. */
export interface DraftSender {
  readonly day: string
  readonly key: string
  readonly keyBefore: string
}

/** What stands after a save, of this or of another writer. */
export interface DraftAfterSave {
  /** 1 where it is what this save brought: no two are sealed alike. Null where it was taken away. */
  readonly isThis: 0 | 1 | null
  readonly version: number
  readonly writer: string | null
  readonly savedAt: number
  readonly expiresAt: number
  readonly linkGeneration: number
  readonly withdrawnAt: number | null
}

/** Whether a draft stands in a version that somebody does not know. */
const isUnknownVersion = ({ version, writer }: KnownVersion) =>
  sql`drafts.version <> ${version} and coalesce(drafts.writer, '') <> ${writer ?? ''}`

const sizeOf = (text: string): number => new TextEncoder().encode(text).length

/** How many bytes stand in a draft; null where there is none. Read once: without its limit it would be read wherever it is named. */
const standing = ({ id }: NewDraft) => sql`
  (select (select length(cast(answers as blob)) + coalesce(length(cast(sealed as blob)), 0) from drafts where id = ${id}) as size limit 1)`

/** By how many bytes a draft grows where it is saved: none where it stands already. Asks the column `size`. */
const grown = ({ answers, sealed }: NewDraft) =>
  sql`(${sizeOf(answers) + sizeOf(sealed)} - coalesce(size, ${-ROW_BYTES}))`

/** What counts as come at once at a moment. */
const lately = (now: number) =>
  sql`max(0, draft_counts.lately_bytes - max(0, ${now} - draft_counts.lately_from) * ${MORE_A_MS})`

// What grows is counted before it is written, because afterwards nobody knows by how much it did; and taken back where it was
// not written: there it would still grow as much.
const count = (row: NewDraft, { day, key, keyBefore }: DraftSender) => sql`
  insert into draft_counts (address_key, day, network_id, drafts, bytes, lately_bytes, lately_from)
  select ${key}, ${day}, network_id, size is null, ${grown(row)},
    ${grown(row)} + coalesce((select ${lately(row.now)} from draft_counts where address_key = ${keyBefore}), 0), ${row.now}
  from rounds, ${standing(row)} where rounds.id = ${row.roundId} and ${grown(row)} > 0
  on conflict (address_key) do update set drafts = drafts + excluded.drafts, bytes = bytes + excluded.bytes,
    lately_bytes = ${lately(row.now)} + excluded.bytes, lately_from = excluded.lately_from`

const takeBack = (row: NewDraft, { key }: DraftSender) => sql`
  update draft_counts set drafts = drafts - (size is null), bytes = bytes - ${grown(row)},
    lately_bytes = lately_bytes - ${grown(row)}
  from ${standing(row)} where address_key = ${key} and ${grown(row)} > 0`

const isRoom = (row: NewDraft, { key }: DraftSender) => sql`
  exists (
    select 1 from ${standing(row)} left join draft_counts on address_key = ${key}
    where ${grown(row)} <= 0 or (drafts <= ${MOST_BEGUN} and bytes <= ${MOST_BYTES} and lately_bytes <= ${MOST_AT_ONCE}))`

// No indexed column is written again, so that a save costs one row. A first version goes on from what its page knows: of
// a draft that was deleted meanwhile, another page may know the same.
const upsert = (row: NewDraft, { sender, mayBegin }: SaveConditions) => sql`
  insert into drafts (id, network_id, round_id, form_hash, answers, sealed, locale, version, writer, created_at, saved_at, expires_at)
  select ${row.id}, network_id, id, ${row.formHash}, ${row.answers}, ${row.sealed}, ${row.locale}, ${row.version + 1}, ${row.writer}, ${row.now}, ${row.now},
    ${row.now + DRAFT_LASTS}
  from (select id, network_id, opens_at, ${closing} as closing from rounds where id = ${row.roundId})
  where ${isTaken(row)} and not exists (select 1 from revisions where key = ${row.digest})
    ${mayBegin ? sql`` : sql`and exists (select 1 from drafts where id = ${row.id})`}
    ${sender ? sql`and ${isRoom(row, sender)}` : sql``}
  on conflict (id) do update set form_hash = excluded.form_hash, answers = excluded.answers, sealed = excluded.sealed,
    locale = excluded.locale, version = drafts.version + 1, writer = excluded.writer, saved_at = excluded.saved_at
  where ${standsAt(row.now)} and not (${isUnknownVersion(row)}) and drafts.saved_at <= ${row.now - SAVES_APART}
    and drafts.round_id = excluded.round_id`

/** On what a save depends beside its draft. */
export interface SaveConditions {
  /** Null: from nobody in particular, whom nothing limits. */
  readonly sender: DraftSender | null
  /** Whether a draft may be begun by it. */
  readonly mayBegin: boolean
}

/** What came of a save. */
export interface SaveResult {
  /** Null: no draft, because the round takes none, the answers were sent already, it ran out, or there is no room. */
  readonly standing: DraftAfterSave | null
  /** What has come from the sender, without this save where it was not written, and what it brings then. */
  readonly counts: DraftCounts
  readonly growth: Growth
}

const standingDraft = (row: NewDraft) => sql`
  select sealed = ${row.sealed} as isThis, version, writer, saved_at as savedAt, expires_at as expiresAt, link_generation as linkGeneration, withdrawn_at as withdrawnAt
  from drafts where id = ${row.id} and sent_at is null and expires_at > ${row.now}`

/**
 * Saves a draft if its round takes answers now, nothing was sent from it, its writer knows what stands there, and there is room
 * for what comes from its sender. `before` are statements of the same batch.
 */
export async function storeDraft(
  db: Database,
  row: NewDraft,
  conditions: SaveConditions,
  before: readonly SQL[] = [],
): Promise<SaveResult> {
  const { sender } = conditions
  const none = { drafts: 0, bytes: 0, lately: 0, grown: 0, begun: 0 }
  const [found] = (await atomically(db, [
    ...before,
    ...publishRevisionForm(row),
    ...(sender ? [count(row, sender)] : []),
    upsert(row, conditions),
    ...(sender ? [takeBack(row, sender)] : []),
    sender
      ? sql`
          select d.*, drafts, bytes, lately_bytes as lately, ${grown(row)} as grown, size is null as begun
          from ${standing(row)} left join (${standingDraft(row)}) d left join draft_counts on address_key = ${sender.key}`
      : standingDraft(row),
    // The columns are named in the statement itself.
  ])) as readonly (DraftAfterSave & DraftCounts & Growth)[]
  const { drafts, bytes, lately, grown: by, begun } = { ...none, ...found }
  return {
    // Every draft has a version.
    standing: found?.version ? found : null,
    counts: { drafts, bytes, lately },
    growth: { grown: by, begun },
  }
}

/** The same where a draft ran out and is not deleted yet: its page was open all the time, and begins it anew. */
export const restartDraft = (db: Database, row: NewDraft, sender: DraftSender | null): Promise<SaveResult> =>
  storeDraft(db, row, { sender, mayBegin: true }, [
    sql`delete from drafts where id = ${row.id} and ${isLeft} and expires_at <= ${row.now}`,
  ])

/** Whether a draft stands that a sender does not know in full: a condition for the statement that stores what is sent. */
export const hasUnseenDraft = (id: string, knowing: KnownVersion, now: number): SQL => sql`
  exists (select 1 from drafts where drafts.id = ${id} and ${standsAt(now)} and ${isUnknownVersion(knowing)})`

/** The statement that ends a draft, because its answers were sent with the submission that `sent` selects. */
export const endDraft = (id: string, now: number, sent: SQL): SQL => sql`
  update drafts set sent_at = ${now}, answers = '{}', sealed = null
  where id = ${id} and sent_at is null and exists (select 1 ${sent})`

/** Takes a draft away: its answers are gone, its link opens nothing, and no page can save under it any more. */
export const withdrawDraft = (db: Database, id: string, now: number): Promise<unknown> =>
  atomically(db, [
    sql`
      update drafts set withdrawn_at = ${now}, answers = '{}', sealed = null, link_generation = link_generation + 1
      where id = ${id} and ${standsAt(now)}`,
  ])

/** A mail about a draft. */
export interface DraftMail {
  readonly draft: string
  readonly delivery: string
  /** `resume`: its link, to whoever asked for it. `closing`: the round closes soon. */
  readonly kind: 'resume' | 'closing'
  readonly recipient: string
  readonly locale: Locale
  readonly now: number
}

/** The statements that owe a mail about a draft, the one that decides first; `holds` has to hold as well. */
export const insertDraftMail = (
  { draft, delivery, kind, recipient, locale, now }: DraftMail,
  holds: SQL = sql`true`,
): readonly [SQL, SQL] => [
  sql`
    insert into deliveries (id, network_id, kind, subject_id, generation, recipient, locale, created_at)
    select ${delivery}, network_id, ${kind}, id,
      (select count(*) from deliveries d where d.subject_id = drafts.id and d.kind = ${kind}), ${recipient}, ${locale}, ${now}
    from drafts
    where id = ${draft} and ${standsAt(now)} and ${holds}
      and (select count(*) from deliveries d where d.subject_id = drafts.id and d.kind = ${kind})
        < ${kind === 'closing' ? 1 : MOST_MAILS}
      and not exists (
        select 1 from deliveries d
        where d.subject_id = drafts.id and d.kind = ${kind} and d.recipient = ${recipient}
          and d.handed_at is null and d.failed_at is null
      )`,
  insertMailSteps(sql`d.id = ${delivery}`),
]

/**
 * Owes a mail with the link of a draft, and tells whether it does: not to an address that already waits for one, and not
 * more than a few in all.
 */
export async function storeDraftMail(db: Database, mail: DraftMail): Promise<boolean> {
  const stored = await atomically(db, [
    ...insertDraftMail(mail),
    sql`select 1 from deliveries where id = ${mail.delivery}`,
  ])
  return stored.length > 0
}

/** Marks drafts as looked at shortly before the close, and owes a mail to those that have a contact. */
export async function storeDraftReminders(
  db: Database,
  looked: readonly string[],
  mails: readonly DraftMail[],
  now: number,
): Promise<void> {
  await atomically(db, [
    sql`
      update drafts set noticed_at = ${now}
      where id in (select value from json_each(${JSON.stringify(looked)})) and noticed_at is null`,
    ...mails.flatMap((mail) => insertDraftMail(mail)),
  ])
}

// A portion, so that a sweep stays quick.
const FORGOTTEN_AT_ONCE = 100

/** Deletes drafts that ran out, and counts those of them that were never sent in the same batch. */
export async function forgetDrafts(db: Database, now: number): Promise<void> {
  const ended = sql`
    from drafts where rowid in (
      select rowid from drafts where expires_at <= ${now} order by expires_at, rowid limit ${FORGOTTEN_AT_ONCE})`
  await atomically(db, [
    addToTallies({ expired: sql`count(*)` }, sql`${ended} and sent_at is null group by round_id`, now),
    sql`delete ${ended}`,
  ])
}

// What came at once before midnight still counts for ten minutes after it.
const HOUR = 3_600_000
const FORGOTTEN_COUNTS = 2000

/** Deletes what was counted on days (UTC) that ended an hour ago or longer. */
export async function forgetDraftCounts(db: Database, now: number): Promise<void> {
  const day = utcDay(now - HOUR)
  await atomically(db, [
    sql`
      delete from draft_counts where rowid in (
        select rowid from draft_counts where day < ${day} limit ${FORGOTTEN_COUNTS})`,
  ])
}
