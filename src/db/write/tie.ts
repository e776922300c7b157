// What was sent under a name goes to the organisation that bears it.
import { type SQL, sql } from 'drizzle-orm'
import { respondentDistrict } from '../within.ts'

/**
 * The statements that give an organisation what was sent under one of its names in its district by whoever had no
 * organisation yet, as long as no other confirmed one there has the name as well. `holds`: while this does. The plus keeps
 * the index of its column out: nearly all that was ever sent may be without organisation.
 */
export const tieSubmissions = (network: string, organisation: string, holds: SQL): readonly SQL[] => [
  sql`
    update submissions set organisation_id = ${organisation}, matched_by = 'name'
    where +organisation_id is null and ${holds}
      and round_id in (select id from rounds where network_id = ${network} and anonymous = 0 and practice = 0)
      and respondent_key in (
        select o.district || '/' || n.normalised
        from organisations o join organisation_names n on n.organisation_id = o.id
        where o.id = ${organisation} and o.network_id = ${network} and o.confirmed_at is not null and o.merged_into is null
      )
      and not exists (
        select 1 from organisation_names n join organisations o on o.id = n.organisation_id
        where n.network_id = ${network} and n.normalised = substr(respondent_key, instr(respondent_key, '/') + 1)
          and o.district = ${respondentDistrict('submissions')} and o.id <> ${organisation}
          and o.confirmed_at is not null and o.merged_into is null
      )`,
  sql`
    update assessments set organisation_id = ${organisation}
    where organisation_id is null and ${holds}
      and submission_id in (select id from submissions where organisation_id = ${organisation})`,
]

/**
 * The same for many organisations at once, `ids` as a JSON array: each gets what was sent under one of its names, where no
 * other confirmed one in the district has the name as well.
 */
export function tieToEach(network: string, ids: string, holds: SQL): readonly SQL[] {
  // Whose a submission would be, of all organisations of the network.
  const bearers = sql`
    from organisation_names n join organisations o on o.id = n.organisation_id
    where n.network_id = ${network} and n.normalised = substr(respondent_key, instr(respondent_key, '/') + 1)
      and o.district = ${respondentDistrict('submissions')} and o.confirmed_at is not null and o.merged_into is null`
  return [
    sql`
      update submissions set matched_by = 'name', organisation_id = (select o.id ${bearers})
      where +organisation_id is null and ${holds}
        and round_id in (select id from rounds where network_id = ${network} and anonymous = 0)
        and respondent_key in (
          select o.district || '/' || n.normalised
          from json_each(${ids}) r cross join organisations o cross join organisation_names n
          where o.id = r.value and o.network_id = ${network} and n.organisation_id = o.id
        )
        and (select count(distinct o.id) ${bearers}) = 1`,
    sql`
      update assessments set organisation_id = (select organisation_id from submissions s where s.id = submission_id)
      where organisation_id is null and ${holds}
        and submission_id in (select id from submissions where organisation_id in (select value from json_each(${ids})))`,
  ]
}
