// Undoing a merge: what it moved goes back, as far as nobody changed it since; what came since stays. One batch.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { UNDO_DAYS } from '../../core/network/registry.ts'
import type { Database } from '../database.ts'
import { mailGoesTo } from '../facts/delivery.ts'
import { districtOfOrganisation } from '../facts/organisation.ts'
import { countsInRound, firstAnswer, isPresent, respondentOf } from '../facts/submission.ts'
import { insertAssessSteps, insertMailSteps } from '../step/insert.write.ts'
import { recountTallies, updateOutcomes } from '../submission/tally.write.ts'
import { guarded } from '../write.ts'
import { attributeSubmissions } from './attribution.write.ts'
import { bothTheirs, FILLED_COLUMNS, listedMoves } from './merge.write.ts'

type Coordinating = Scope<'coordination'>

const DAY = 86_400_000

/** An answer that a merge touched, as it was read: under which key it was sent, and what it is owed where it counts. */
export interface MergedAnswer {
  readonly id: string
  /** The key of its current revision. */
  readonly revision: string
  /** The key of its respondent; null where the merge did not change it. */
  readonly key: string | null
  readonly isAssessed: boolean
  /** The id of the mail with its report, where that was given up unsent. */
  readonly mail: string
}

/** A merge that is to be undone; `now` in ms UTC. */
export interface MergeToUndo {
  readonly id: string
  readonly kept: string
  readonly merged: string
  readonly touched: readonly MergedAnswer[]
  readonly now: number
}

/**
 * `late`: the days are over; `later`: another merge of the organisation that was kept comes first; `changed`: an answer was
 * corrected meanwhile; `gone`: there is no such merge; `refused`: the writer may not any more.
 */
export type UndoMergeOutcome = 'done' | 'late' | 'later' | 'changed' | 'gone' | 'refused'

const oldest = (now: number): number => now - UNDO_DAYS * DAY

// A kept organisation is given back what it was in the order in which it changed, the last first.
const isFollowed = (scope: Coordinating): SQL => sql`(
  exists (select 1 from organisations a where a.id = m.kept_id and a.merged_into is not null)
  or exists (
    select 1 from merges l where l.network_id = ${scope.network.id} and l.merged_at >= m.merged_at
      and l.kept_id = m.kept_id and l.undone_at is null and l.rowid > m.rowid))`

const isAsRead = ({ touched }: MergeToUndo): SQL => sql`not exists (
  select 1 from json_each(${JSON.stringify(touched)}) t join submissions s on s.id = t.value ->> 'id'
  where s.current_revision <> t.value ->> 'revision')`

const markUndone = (scope: Coordinating, row: MergeToUndo): SQL => sql`
  update merges as m set undone_by = ${scope.person.id}, undone_at = ${row.now},
    moved = json_set(moved, '$.undoing', json('true'))
  where id = ${row.id} and network_id = ${scope.network.id} and undone_at is null and merged_at > ${oldest(row.now)}
    and not ${isFollowed(scope)} and ${isAsRead(row)}
    and exists (select 1 from organisations a, organisations b where ${bothTheirs(scope, sql`m.kept_id`, sql`m.merged_id`)})`

/** Whether this very batch is at it: its last statement takes the mark away. */
const isBegun = ({ id }: MergeToUndo): SQL =>
  sql`exists (select 1 from merges where id = ${id} and moved -> '$.undoing' is not null)`

const isListed = ({ id }: MergeToUndo, list: string, column = 'id'): SQL => sql`
  ${sql.raw(column)} in (select value from merges m, json_each(m.moved, ${`$.${list}`}) where m.id = ${id})`

/** Owes the reports that were given up unsent when their answers were set aside, now that these count again. */
function oweReports({ touched, now }: MergeToUndo, begun: SQL): readonly SQL[] {
  const mails = sql`json_each(${JSON.stringify(touched)})`
  return [
    sql`
      insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, created_at)
      select m.value ->> 'mail', s.network_id, s.id, 'report', a.id, ${mailGoesTo('s')}, s.locale, ${now}
      from ${mails} m join submissions s on s.id = m.value ->> 'id'
        join assessments a on a.submission_id = s.id and a.revision_key = s.current_revision
      where ${begun} and ${countsInRound('s')} and ${mailGoesTo('s')} is not null
        and not exists (select 1 from deliveries d where d.subject_id = a.id and d.kind = 'report')
        and not exists (select 1 from handovers h where h.submission_id = s.id and h.at >= a.created_at)
      on conflict do nothing`,
    insertMailSteps(
      sql`d.id in (select value ->> 'mail' from ${mails}) and d.handed_at is null and d.failed_at is null`,
    ),
  ]
}

/** Gives answers that waited behind another organisation's their key again, and lets count what counted before. */
function release(row: MergeToUndo): readonly SQL[] {
  const { id, now } = row
  const begun = isBegun(row)
  const all = sql`json_each(${JSON.stringify(row.touched)})`
  // Of what was erased nobody knows any more under which key it was sent.
  const among = (table: 'submissions' | 's') =>
    sql`(${sql.raw(table)}.id in (select value ->> 'id' from ${all}) and ${isPresent(table)})`
  const which = among('submissions')
  const its = (field: string) =>
    sql`(select value ->> ${field} from ${all} where value ->> 'id' = submissions.id)`
  const another = (key: SQL) =>
    sql`exists (select 1 ${firstAnswer(sql`submissions.round_id`, { ...respondentOf('submissions'), key })} and o.id <> submissions.id)`
  const counts = countsInRound('submissions')
  // What was held before the merge counted no more than it does now, whatever was decided of it since.
  const rivals = sql`from merges m, json_each(m.moved, '$.answers') a where m.id = ${id}`
  const counted = sql`(
    submissions.id in (select a.value ->> 'id' ${rivals} and a.value ->> 'counted')
    or submissions.id in (select a.value ->> 'behind' ${rivals})
      and submissions.set_aside_at >= (select merged_at from merges where id = ${id}))`
  return [
    recountTallies('-', sql`${among('s')} and ${begun}`, now),
    sql`
      update submissions set respondent_key = ${its('key')}
      where ${which} and ${begun} and ${its('key')} is not null and not (${counts} and ${another(its('key'))})`,
    sql`
      update submissions set held_at = null, set_aside_at = null, set_aside_by = null
      where ${which} and ${begun} and ${counted} and not (${counts}) and not ${another(sql`submissions.respondent_key`)}`,
    insertAssessSteps(sql`${which} and ${begun} and ${counts} and ${its('isAssessed')}`, now),
    ...oweReports(row, begun),
    updateOutcomes(sql`${among('s')} and ${begun}`, now),
    recountTallies('+', sql`${among('s')} and ${begun}`, now),
  ]
}

function giveBack(row: MergeToUndo): readonly SQL[] {
  const { kept, merged, id } = row
  const begun = isBegun(row)
  const official = (field: string) =>
    sql`(select moved ->> ${`$.official.${field}`} from merges where id = ${id})`
  return [
    sql`
      update assessments set organisation_id = null where organisation_id = ${kept} and ${begun} and submission_id in (
        select id from submissions where ${isListed(row, 'tied')} and organisation_id = ${kept})`,
    sql`
      update submissions set organisation_id = null, matched_by = null
      where ${isListed(row, 'tied')} and organisation_id = ${kept} and matched_by = 'name' and ${begun}`,
    ...listedMoves.map(
      ({ table, list, key }) => sql`
        update ${sql.raw(table)} set organisation_id = ${merged}
        where ${isListed(row, list, key)} and organisation_id = ${kept} and ${begun}`,
    ),
    // An answer that was corrected since has another assessment than was moved.
    sql`
      update assessments set organisation_id = ${merged} where organisation_id = ${kept} and ${begun} and submission_id in (
        select id from submissions where ${isListed(row, 'submissions')} and organisation_id = ${merged})`,
    sql`
      update organisation_names set organisation_id = ${merged}, kind = iif(id = ${official('id')}, 'official', kind)
      where ${isListed(row, 'names')} and organisation_id = ${kept} and kind <> 'official' and ${begun}`,
    // Where the name was taken away since, the organisation is not left without one.
    sql`
      insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
      select ${official('id')}, network_id, id, 'official', ${official('name')}, ${official('normalised')}, created_at
      from organisations where id = ${merged} and ${begun} and ${official('id')} is not null
        and not exists (select 1 from organisation_names where organisation_id = ${merged} and kind = 'official')
      on conflict do nothing`,
    sql`
      update relations set organisation_id = iif(organisation_id = ${kept}, ${merged}, organisation_id),
        other_id = iif(other_id = ${kept}, ${merged}, other_id)
      where ${isListed(row, 'relations')} and ${begun}`,
  ]
}

/** Takes back what was filled in, unless it was changed since. */
function empty(row: MergeToUndo): SQL {
  const facts = Object.entries(FILLED_COLUMNS).map(([name, column]) => {
    const filled = sql`(select moved ->> ${`$.filled.${name}`} from merges where id = ${row.id})`
    return sql`${sql.raw(column)} = nullif(${sql.raw(column)}, ${filled})`
  })
  return sql`update organisations set ${sql.join(facts, sql`, `)} where id = ${row.kept} and ${isBegun(row)}`
}

/** Undoes a merge within its days, once: both organisations stand as before, except for what was changed since. */
export async function reverseMerge(
  scope: Coordinating,
  db: Database,
  row: MergeToUndo,
): Promise<UndoMergeOutcome> {
  const standing = await guarded(scope, db, {
    may: sql`exists (select 1 from organisations a, organisations b where ${bothTheirs(scope, sql`m.kept_id`, sql`m.merged_id`)})`,
    now: row.now,
    event: {
      verb: 'unmerge',
      subject: 'organisation',
      id: row.kept,
      district: districtOfOrganisation(row.kept),
      detail: { merge: row.id, merged: row.merged },
    },
    statements: (event) => [
      markUndone(scope, row),
      event,
      ...release(row),
      ...giveBack(row),
      empty(row),
      sql`update organisations set merged_into = null where id = ${row.merged} and ${isBegun(row)}`,
      // Whoever was said to be another organisation of one name since, is known by that name again.
      ...[row.merged, row.kept].flatMap((id) => attributeSubmissions(scope.network.id, [id], isBegun(row))),
      sql`
        update merges set moved = json_remove(moved, '$.undoing')
        where id = ${row.id} and moved -> '$.undoing' is not null`,
    ],
    asked: {
      isUndone: sql`undone_at is not null`,
      isLate: sql`merged_at <= ${oldest(row.now)}`,
      isFollowed: isFollowed(scope),
    },
    of: sql`from merges m where id = ${row.id} and network_id = ${scope.network.id}`,
  })
  if (!standing) return 'gone'
  if (!standing.may) return 'refused'
  if (standing.isUndone === 1) return 'done'
  return standing.isLate === 1 ? 'late' : standing.isFollowed === 1 ? 'later' : 'changed'
}
