// How organisations stand to a round, as the common part of what is counted and listed of it: SQL, one organisation a row.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { comparableName } from '../../core/organisation/organisation.ts'
import { type Days, expectsAnybody } from '../../core/round/board.ts'
import { among } from '../database.ts'
import { isInTrouble } from '../facts/delivery.ts'
import {
  hasFailed,
  isHeld,
  keyName,
  respondentDistrict,
  respondentName,
  standsInRound,
} from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
import { type Part, registryPart } from './part.read.ts'
import type { StoredRound } from './staff.read.ts'

/** Which organisations are looked at; an empty part leaves it open. */
export interface BoardFilter {
  readonly district: string
  readonly role: string
  readonly name: string
}

export const NO_FILTER: BoardFilter = { district: '', role: '', name: '' }

/** Whether an organisation was there on a day as one that can be expected. */
export const isThere = (ends: SQL | number): SQL =>
  sql`o.status = 'active' and o.confirmed_at is not null and o.created_at < ${ends}`

export interface BoardQuery {
  readonly round: StoredRound
  readonly days: Days
  readonly filter: BoardFilter
}

// The roles by which a round asks; those of anybody where it asks everybody.
const askedRoles = ({ audience, audienceRoles }: StoredRound): SQL =>
  audience === 'roles' ? among(sql`r.role`, audienceRoles ?? []) : sql`true`

const rolesOn = (round: StoredRound, day: string): SQL => sql`(
  select json_group_array(role) from (
    select distinct r.role from roles r
    where r.organisation_id = o.id and ${askedRoles(round)}
      and r.from_day <= ${day} and (r.to_day is null or r.to_day >= ${day})
    order by 1))`

/**
 * How far some answers of the round are; `source` is where they come from (`s`), with the condition that names them. Each is
 * looked at once. Of mails, those count that no later one of their kind replaces; a report that was handed over by hand makes
 * up for its mail. What has failed is kept with every answer but those that are held, of which it is asked.
 */
const followedAnswers = (source: SQL): SQL => sql`
  select s.id, s.organisation_id as organisation, s.called, s.compared, s.respondent as district, s.reference,
    s.created_at as at, not is_held as sent, is_held as held, not is_held and s.late as late,
    not is_held and exists (select 1 from assessments a where a.submission_id = s.id) as assessed,
    not is_held and (by_hand or exists (
      select 1 from deliveries d
      where d.submission_id = s.id and d.kind = 'report' and d.handed_at is not null
        and d.bounced_at is null and d.failed_at is null)) as reported,
    case when not is_held then s.failed_at is not null else ${hasFailed('s')} end as failed,
    exists (select 1 ${troubledMail} and d.bounced_at is not null) as bounced,
    exists (select 1 ${troubledMail} and d.complained_at is not null) as complained
  from (
    select s.*, exists (select 1 from handovers h where h.submission_id = s.id) as by_hand, ${isHeld('s')} as is_held,
      ${respondentName('s')} as called, ${keyName(sql.raw('s.respondent_key'))} as compared, ${respondentDistrict('s')} as respondent
    ${source} and ${standsInRound('s')}) s`

// The mails of an answer that came back and count: few, and an index knows them.
const troubledMail = sql`
  from deliveries d
  where d.submission_id = s.id and ${isInTrouble('d')} and (d.kind = 'receipt' or d.kind = 'report' and not by_hand)
    and not exists (
      select 1 from deliveries o
      where o.submission_id = d.submission_id and o.kind = d.kind and (o.created_at, o.id) > (d.created_at, d.id))`

/**
 * A part of the registry with how far each organisation is. Answers are found by their organisation, so that a part costs
 * what it holds, however many answers there are.
 */
export function expectationTables(scope: Scope, { round, days, filter }: BoardQuery, part: Part): SQL {
  const { opening, last } = days
  const isAsked = (roles: SQL): SQL =>
    !expectsAnybody(round) ? sql`false` : round.audience === 'roles' ? sql`${roles} <> '[]'` : sql`true`
  const name = comparableName(filter.name)
  const which = sql`${filter.district ? sql`o.district = ${filter.district}` : sql`true`} and ${
    filter.name.trim()
      ? sql`exists (select 1 from organisation_names n where n.organisation_id = o.id and instr(n.normalised, ${name}) > 0)`
      : sql`true`
  }`
  return sql`
    registry as materialized (
      select o.id, o.district, o.status, o.confirmed_at, o.created_at, ${rolesOn(round, opening.day)} as first
      ${registryPart(scope, part, which)}),
    answers as materialized (${followedAnswers(sql`
      from registry o cross join submissions s
      where s.organisation_id = o.id and s.round_id = ${round.id} and +s.network_id = ${scope.network.id}`)}),
    answered as materialized (
      select organisation, max(sent) as sent, max(held) as held, max(late) as late, max(assessed) as assessed,
        max(reported) as reported, max(failed) as failed, max(bounced) as bounced, max(complained) as complained,
        max(case when sent then at end) as at, max(case when held then id end) as held_id
      from answers group by organisation),
    known as materialized (
      select o.*, is_expected, case when is_expected then first else ${opening.day === last.day ? sql`first` : rolesOn(round, last.day)} end as roles
      from (select *, ${isThere(opening.ends)} and ${isAsked(sql`o.first`)} as is_expected from registry o) o),
    board as (
      select o.id, o.district, o.roles,
        case when o.is_expected then 'expected' when ${isThere(last.ends)} and ${isAsked(sql`o.roles`)} then 'later' else 'other' end as standing,
        coalesce(sent, 0) as sent, coalesce(held, 0) as held, coalesce(late, 0) as late, coalesce(assessed, 0) as assessed,
        coalesce(reported, 0) as reported, coalesce(failed, 0) as failed, coalesce(bounced, 0) as bounced,
        coalesce(complained, 0) as complained, coalesce(failed or bounced or complained, 0) as trouble,
        organisation is null as missing, at, held_id
      from known o left join answered x on x.organisation = o.id),
    wanted as (
      select * from board where (standing <> 'other' or not missing) and ${
        filter.role ? sql`exists (select 1 from json_each(roles) where value = ${filter.role})` : sql`true`
      })`
}

/**
 * Answers of nobody in the registry, as far as their names and districts are looked for; roles they have none. They name no
 * organisation, or one that was merged into another.
 */
export function unknownRespondents(scope: Scope, { round, filter }: BoardQuery): SQL {
  // The plus keeps SQLite from going through all of the network instead.
  const ofRound = sql`s.round_id = ${round.id} and +s.network_id = ${scope.network.id}`
  const answers = sql`${followedAnswers(sql`from submissions s where s.organisation_id is null and ${ofRound}`)}
    union all ${followedAnswers(sql`
      from organisations m cross join submissions s
      where m.network_id = ${scope.network.id} and m.merged_into is not null and s.organisation_id = m.id and ${ofRound}`)}`
  return sql`from (${answers})
    where ${withinDistricts(scope, sql`district`)}
      and ${filter.district ? sql`district = ${filter.district}` : sql`true`}
      and ${filter.name.trim() ? sql`instr(compared, ${comparableName(filter.name)}) > 0` : sql`true`}
      and ${filter.role ? sql`false` : sql`true`}`
}
