// Merging one organisation into another: everything that belongs to it moves in one batch, which keeps what it moved.
import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Database } from '../database.ts'
import { districtOfOrganisation } from '../facts/organisation.ts'
import { awaitsDecisionOnMerge } from '../facts/round.ts'
import { isHeld, standsInRound } from '../facts/submission.ts'
import { stillCoordinates } from '../facts/theirs.ts'
import { onMerge } from '../schema/index.ts'
import { recountTallies } from '../submission/tally.write.ts'
import { guarded } from '../write.ts'
import { attributeSubmissions } from './attribution.write.ts'

type Coordinating = Scope<'coordination'>

/** One organisation that is merged into another; `id` is the merge's own. `now` in ms UTC. */
export interface NewMerge {
  readonly id: string
  readonly kept: string
  readonly merged: string
  readonly now: number
}

/** `changed`: one of them is not there any more, or is merged already; `refused`: the writer may not any more. */
export type MergeOutcome = 'done' | 'changed' | 'refused'

/** Two organisations of the network, both of which the writer coordinates: `a` and `b`. */
export const bothTheirs = (scope: Coordinating, one: SQL, other: SQL): SQL => sql`
  a.id = ${one} and b.id = ${other} and a.id <> b.id
  and a.network_id = ${scope.network.id} and b.network_id = ${scope.network.id}
  and ${stillCoordinates(scope, sql`a.district`)} and ${stillCoordinates(scope, sql`b.district`)}`

/** The ids of rows, as JSON. */
const idsOf = (rows: SQL): SQL => sql`json((select json_group_array(id) from (${rows})))`

const covers = (one: string, other: string): SQL =>
  sql.raw(
    `${one}.from_day <= ${other}.from_day and coalesce(${one}.to_day, '9') >= coalesce(${other}.to_day, '9')`,
  )

// What the one that is kept has already stays where it is, and comes back with it. A role that adds no day is no other role.
const movable = ({ kept, merged }: NewMerge): Readonly<Record<string, SQL>> => ({
  submissions: sql`select id from submissions where organisation_id = ${merged}`,
  assessments: sql`
    select a.id from submissions s join assessments a on a.submission_id = s.id
    where s.organisation_id = ${merged} and a.organisation_id = ${merged}`,
  registrations: sql`
    select r.submission_id as id from submissions s join registrations r on r.submission_id = s.id
    where s.organisation_id = ${merged} and r.organisation_id = ${merged}`,
  names: sql`
    select n.id from organisation_names n where n.organisation_id = ${merged} and not exists (
      select 1 from organisation_names k where k.organisation_id = ${kept} and k.normalised = n.normalised)`,
  roles: sql`
    select r.id from roles r where r.organisation_id = ${merged} and not exists (
      select 1 from roles k where k.organisation_id = ${kept} and k.role = r.role and k.district is r.district
        and ${covers('k', 'r')})`,
  contacts: sql`
    select c.id from contacts c where c.organisation_id = ${merged} and not exists (
      select 1 from contacts k where k.organisation_id = ${kept}
        and (k.email = c.email or (c.email is null and k.whatsapp = c.whatsapp)))`,
  relations: sql`
    select r.id from relations r where (r.organisation_id = ${merged} or r.other_id = ${merged})
      and ${kept} not in (r.organisation_id, r.other_id) and not exists (
        select 1 from relations k where k.kind = r.kind and ${covers('k', 'r')} and (
          k.organisation_id = ${kept} and r.organisation_id = ${merged} and k.other_id = r.other_id
          or k.other_id = ${kept} and r.other_id = ${merged} and k.organisation_id = r.organisation_id))`,
  own: sql`select id from submissions where organisation_id = ${kept}`,
  tied: sql`select null as id where false`,
  // Only what was asked of that organisation: what was asked of every one goes on.
  optOuts: sql`
    select n.id from opt_outs n where n.organisation_id = ${merged} and not exists (
      select 1 from opt_outs k where k.organisation_id = ${kept} and k.address = n.address and k.kind = n.kind)`,
  deliveries: sql`select id from deliveries where organisation_id = ${merged}`,
})

/**
 * Answers of both organisations in one round, where one that counts came first: those of the other one, which wait behind it.
 */
const waiting = ({ kept, merged }: NewMerge): SQL => sql`
  with rivals as (
    select s.id, s.round_id, s.organisation_id, s.respondent_key, s.respondent_person, s.created_at, not (${isHeld('s')}) as counts
    from submissions s join rounds r on r.id = s.round_id
    where s.organisation_id in (${kept}, ${merged}) and ${awaitsDecisionOnMerge('r')}
      and ${standsInRound('s')}
  ), firsts as (
    select round_id, respondent_person, organisation_id, id,
      row_number() over (partition by round_id, respondent_person order by created_at, id) as place
    from rivals where counts
  )
  select json_group_array(json_object(
    'id', v.id, 'behind', f.id, 'counted', json(iif(v.counts, 'true', 'false')),
    'isApart', json(iif(v.respondent_key like '%#' || v.id, 'true', 'false'))))
  from rivals v join firsts f on f.round_id = v.round_id and f.respondent_person is v.respondent_person and f.place = 1 and f.organisation_id <> v.organisation_id`

/** What a merge fills in of the organisation that is kept, and its undoing takes back: by name and column. */
export const FILLED_COLUMNS = {
  legalForm: 'legal_form',
  decreeNo: 'decree_no',
  npwp: 'npwp',
  themes: 'themes',
  confirmedAt: 'confirmed_at',
} as const

/** What the one that is kept lacks and the other one has. */
const lacking = Object.entries(FILLED_COLUMNS).map(([name, column]) =>
  sql.raw(
    `'${name}', ${name === 'themes' ? `json(iif(a.themes is null, b.themes, null))` : `iif(a.${column} is null, b.${column}, null)`}`,
  ),
)

const insertMerge = (scope: Coordinating, row: NewMerge): SQL => {
  const lists = Object.entries(movable(row)).map(([name, rows]) => sql`${name}, ${idsOf(rows)}`)
  return sql`
    insert into merges (id, network_id, kept_id, merged_id, moved, merged_by, merged_at)
    select ${row.id}, a.network_id, a.id, b.id, json_object(
      ${sql.join(lists, sql`, `)},
      'official', (
        select json_object('id', n.id, 'name', n.name, 'normalised', n.normalised) from organisation_names n
        where n.organisation_id = b.id and n.kind = 'official'
          and not exists (select 1 from organisation_names k where k.organisation_id = a.id and k.normalised = n.normalised)),
      'filled', json_object(${sql.join(lacking, sql`, `)}),
      'answers', json((${waiting(row)}))
    ), ${scope.person.id}, ${row.now}
    from organisations a, organisations b
    where ${bothTheirs(scope, sql`${row.kept}`, sql`${row.merged}`)} and a.merged_into is null and b.merged_into is null
    on conflict do nothing`
}

/** Whether this very batch is at it: what the merge begins with is taken away by its last statement. */
const isBegun = ({ id }: NewMerge): SQL =>
  sql`exists (select 1 from merges where id = ${id} and moved -> '$.own' is not null)`

const isListed = ({ id }: NewMerge, list: string, column: string): SQL => sql`
  ${sql.raw(column)} in (select value from merges m, json_each(m.moved, ${`$.${list}`}) where m.id = ${id})`

/** The tables whose rows are given to the other organisation as they stand: by name, list and key. */
export const listedMoves = onMerge.flatMap((one) =>
  one.how === 'moves' ? [{ table: getTableName(one.table), list: one.list, key: one.key.name }] : [],
)

/** Holds the later answers behind the one that came first, under its key, which is how the two are found. */
function hold(row: NewMerge): readonly SQL[] {
  const begun = isBegun(row)
  const rivals = sql`(select a.value from merges m, json_each(m.moved, '$.answers') a where m.id = ${row.id}
    and a.value ->> 'id' = s.id)`
  const isRival = sql`s.id in (
    select a.value ->> 'id' from merges m, json_each(m.moved, '$.answers') a where m.id = ${row.id})`
  return [
    recountTallies('-', sql`${isRival} and ${begun}`, row.now),
    sql`
      delete from steps where id like 'assess:%' and ${begun} and submission_id in (
        select a.value ->> 'id' from merges m, json_each(m.moved, '$.answers') a where m.id = ${row.id})`,
    sql`
      update submissions as s set held_at = coalesce(held_at, ${row.now}), done_at = null, failed_at = null,
        respondent_key = (select f.respondent_key from submissions f where f.id = ${rivals} ->> 'behind')
      where ${isRival} and ${begun}`,
    recountTallies('+', sql`${isRival} and ${begun}`, row.now),
  ]
}

function move(row: NewMerge): readonly SQL[] {
  const { kept, merged } = row
  const begun = isBegun(row)
  return [
    ...listedMoves.map(
      ({ table, list, key }) => sql`
        update ${sql.raw(table)} set organisation_id = ${kept}
        where ${isListed(row, list, key)} and organisation_id = ${merged} and ${begun}`,
    ),
    sql`
      update organisation_names set organisation_id = ${kept}, kind = iif(kind = 'official', 'alias', kind)
      where ${isListed(row, 'names', 'id')} and organisation_id = ${merged} and ${begun}`,
    sql`
      update relations set organisation_id = iif(organisation_id = ${merged}, ${kept}, organisation_id),
        other_id = iif(other_id = ${merged}, ${kept}, other_id)
      where ${isListed(row, 'relations', 'id')} and ${begun}`,
  ]
}

const fillMissingFacts = (row: NewMerge): SQL => {
  const facts = Object.entries(FILLED_COLUMNS).map(
    ([name, column]) =>
      sql`${sql.raw(column)} = coalesce(${sql.raw(column)}, (select moved ->> ${`$.filled.${name}`} from merges where id = ${row.id}))`,
  )
  return sql`update organisations set ${sql.join(facts, sql`, `)} where id = ${row.kept} and ${isBegun(row)}`
}

const recordAttributed = ({ id, kept }: NewMerge): SQL => sql`
  update merges set moved = json_remove(json_set(moved, '$.tied', json((
    select json_group_array(s.id) from submissions s where s.organisation_id = ${kept}
      and s.id not in (select value from json_each(moved, '$.own'))
      and s.id not in (select value from json_each(moved, '$.submissions'))))), '$.own')
  where id = ${id} and moved -> '$.own' is not null`

/**
 * Merges one organisation into another that stands, once: its names, roles, relations, people and all it sent become the
 * other one's, unless that one has them already, and what the other one lacks is filled in. Where both answered a round,
 * the later answer waits for a decision. The writer coordinates both.
 */
export async function mergeOrganisations(
  scope: Coordinating,
  db: Database,
  row: NewMerge,
): Promise<MergeOutcome> {
  const { id, kept, merged, now } = row
  const standing = await guarded(scope, db, {
    may: sql`exists (select 1 from organisations a, organisations b where ${bothTheirs(scope, sql`${kept}`, sql`${merged}`)})`,
    now,
    event: {
      verb: 'merge',
      subject: 'organisation',
      id: kept,
      district: districtOfOrganisation(kept),
      detail: { merge: id, merged },
    },
    statements: (event) => [
      insertMerge(scope, row),
      event,
      ...hold(row),
      ...move(row),
      fillMissingFacts(row),
      sql`update organisations set merged_into = ${kept} where id = ${merged} and ${isBegun(row)}`,
      ...attributeSubmissions(scope.network.id, [kept], isBegun(row)),
      recordAttributed(row),
    ],
    asked: {
      isMerged: sql`exists (
        select 1 from merges
        where network_id = ${scope.network.id} and kept_id = ${kept} and merged_id = ${merged} and undone_at is null)`,
    },
  })
  return !standing?.may ? 'refused' : standing.isMerged === 1 ? 'done' : 'changed'
}
