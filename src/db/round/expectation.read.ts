// How organisations stand to a round, as the common part of what is counted and listed of it: SQL, one organisation a row.
import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import { comparableName } from '../../core/organisation/organisation.ts'
import { type Days, expectsAnybody } from '../../core/round/board.ts'
import { among } from '../database.ts'
import {
  hasFailed,
  isHeld,
  keyName,
  respondentDistrict,
  respondentName,
  standsInRound,
} from '../facts/submission.ts'
import { withinDistricts } from '../facts/theirs.ts'
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
 * Answers of the round, and organisations with how far each of them is. Of mails, those count that no later one of their
 * kind replaces; a report that was handed over by hand makes up for its mail. That they came back or were called spam is
 * added up as 1 and 2. What has failed is kept with every answer but those that are held, of which it is asked.
 */
export function expectationTables(scope: Scope, { round, days, filter }: BoardQuery): SQL {
  const { opening, last } = days
  const expects = expectsAnybody(round)
  const isAsked = (roles: SQL): SQL =>
    !expects ? sql`false` : round.audience === 'roles' ? sql`${roles} <> '[]'` : sql`true`
  const name = comparableName(filter.name)
  return sql`
    answers as materialized (
      select s.id, s.organisation_id as organisation, ${respondentName('s')} as called,
        ${keyName(sql.raw('s.respondent_key'))} as compared, ${respondentDistrict('s')} as district,
        s.reference, s.created_at as at,
        not is_held as sent, is_held as held, not is_held and s.late as late,
        not is_held and exists (select 1 from assessments a where a.submission_id = s.id) as assessed,
        not is_held and (by_hand or exists (
          select 1 from deliveries d
          where d.submission_id = s.id and d.kind = 'report' and d.handed_at is not null
            and d.bounced_at is null and d.failed_at is null)) as reported,
        case when not is_held then s.failed_at is not null else ${hasFailed('s')} end as failed,
        mails & 1 <> 0 as bounced, mails & 2 <> 0 as complained
      from (
        select s.*, coalesce((
          select max(d.bounced_at is not null) + 2 * max(d.complained_at is not null)
          from deliveries d
          where d.submission_id = s.id and (d.kind = 'receipt' or d.kind = 'report' and not by_hand) and not exists (
            select 1 from deliveries o
            where o.submission_id = d.submission_id and o.kind = d.kind
              and (o.created_at, o.id) > (d.created_at, d.id))), 0) as mails
        from (
          select s.*, exists (select 1 from handovers h where h.submission_id = s.id) as by_hand, ${isHeld('s')} as is_held
          from submissions s
          where s.round_id = ${round.id} and s.network_id = ${scope.network.id} and ${standsInRound('s')}) s) s),
    answered as materialized (
      select organisation, max(sent) as sent, max(held) as held, max(late) as late, max(assessed) as assessed,
        max(reported) as reported, max(failed) as failed, max(bounced) as bounced, max(complained) as complained,
        max(case when sent then at end) as at, max(case when held then id end) as held_id
      from answers where organisation is not null group by organisation),
    registry as materialized (
      select o.id, o.district, o.status, o.confirmed_at, o.created_at, ${rolesOn(round, opening.day)} as first, ${rolesOn(round, last.day)} as last
      from organisations o
      where o.network_id = ${scope.network.id} and o.merged_into is null and ${withinDistricts(scope, sql`o.district`)}
        and ${filter.district ? sql`o.district = ${filter.district}` : sql`true`}
        and ${
          filter.name.trim()
            ? sql`exists (select 1 from organisation_names n where n.organisation_id = o.id and instr(n.normalised, ${name}) > 0)`
            : sql`true`
        }),
    known as (
      select o.id, o.district,
        case
          when ${isThere(opening.ends)} and ${isAsked(sql`o.first`)} then 'expected'
          when ${isThere(last.ends)} and ${isAsked(sql`o.last`)} then 'later'
          else 'other' end as standing,
        o.first, o.last, x.*
      from registry o
      left join answered x on x.organisation = o.id),
    board as (
      select id, district, standing, case standing when 'expected' then first else last end as roles,
        coalesce(sent, 0) as sent, coalesce(held, 0) as held, coalesce(late, 0) as late, coalesce(assessed, 0) as assessed,
        coalesce(reported, 0) as reported, coalesce(failed, 0) as failed, coalesce(bounced, 0) as bounced,
        coalesce(complained, 0) as complained, coalesce(failed or bounced or complained, 0) as trouble,
        organisation is null as missing, at, held_id
      from known where standing <> 'other' or organisation is not null),
    wanted as (
      select * from board where ${
        filter.role ? sql`exists (select 1 from json_each(roles) where value = ${filter.role})` : sql`true`
      })`
}

/** Answers of nobody in the registry, as far as their names and districts are looked for; roles they have none. */
export function unknownRespondents(scope: Scope, { filter }: BoardQuery): SQL {
  return sql`from answers
    where not exists (
        select 1 from organisations o
        where o.id = organisation and o.network_id = ${scope.network.id} and o.merged_into is null)
      and ${withinDistricts(scope, sql`district`)}
      and ${filter.district ? sql`district = ${filter.district}` : sql`true`}
      and ${filter.name.trim() ? sql`instr(compared, ${comparableName(filter.name)}) > 0` : sql`true`}
      and ${filter.role ? sql`false` : sql`true`}`
}
