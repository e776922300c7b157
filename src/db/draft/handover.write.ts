// The link of a draft that somebody of the staff has mailed to its holder, or is shown to hand it over: each is an event.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { districtOfDraft, standsAt } from '../facts/draft.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { guarded } from '../write.ts'
import { type DraftMail, insertDraftMail } from './write.ts'

type Coordinating = Scope<'coordination'>

/** A draft whose link is handed over; `district` is the question of its form that asks for the district. */
export interface DraftToHandOver {
  readonly draft: string
  readonly district: string
  readonly now: number
}

const isTheirs = (scope: Coordinating, { district }: DraftToHandOver): SQL => sql`
  drafts.network_id = ${scope.network.id} and ${stillCoordinates(scope, districtOfDraft(district))}`

const district = (row: DraftToHandOver): SQL =>
  sql`(select nullif(${districtOfDraft(row.district)}, '') from drafts where id = ${row.draft})`

/** Keeps that the link of a draft is shown to the writer, each time it is; tells whether it may be. */
export async function storeReveal(scope: Coordinating, db: Database, row: DraftToHandOver): Promise<boolean> {
  const { draft: id, now } = row
  const holds = sql`exists (
    select 1 from drafts where drafts.id = ${id} and ${standsAt(now)} and ${isTheirs(scope, row)})`
  const standing = await guarded(scope, db, {
    may: holds,
    now,
    event: { verb: 'reveal', subject: 'draft', id, district: district(row), when: holds },
    statements: (event) => [event],
    // Each showing is an event, and nothing else of it is kept by which one that was tried again could be known.
    once: true,
  })
  return standing?.may === true
}

/** Owes the mail with the link of a draft to its holder, and tells whether it is owed. */
export async function storeHandedMail(
  scope: Coordinating,
  db: Database,
  row: DraftToHandOver,
  mail: DraftMail,
): Promise<boolean> {
  const { draft: id, now } = row
  const [mails, steps] = insertDraftMail(mail, isTheirs(scope, row))
  const standing = await guarded(scope, db, {
    may: stillCoordinates(scope),
    now,
    event: {
      verb: 'send',
      subject: 'draft',
      id,
      district: district(row),
      detail: { delivery: mail.delivery },
    },
    statements: (event) => [mails, event, steps],
    asked: { isOwed: sql`exists (select 1 from deliveries where id = ${mail.delivery})` },
  })
  return standing?.isOwed === 1
}
