// What was sent under a name goes to the organisation that bears it.
import { type SQL, sql } from 'drizzle-orm'
import { attributesAnswers } from '../facts/round.ts'
import { keyDistrict, keyName } from '../facts/submission.ts'

const KEY = sql.raw('submissions.respondent_key')

/**
 * The statements that give each of some organisations what was sent under one of its names in its district by whoever had no
 * organisation yet, where no other confirmed one there has the name as well. `holds`: while this does.
 */
export function attributeSubmissions(
  network: string,
  organisations: readonly string[],
  holds: SQL,
): readonly SQL[] {
  const ids = JSON.stringify(organisations)
  const mayBear = sql`o.confirmed_at is not null and o.merged_into is null`
  // Whose a submission would be, of all organisations of the network.
  const bearers = sql`
    from organisation_names n join organisations o on o.id = n.organisation_id
    where n.network_id = ${network} and n.normalised = ${keyName(KEY)}
      and o.district = ${keyDistrict(KEY)} and ${mayBear}`
  return [
    // The plus keeps the index of its column out: nearly all that was ever sent may be without organisation.
    sql`
      update submissions set matched_by = 'name', organisation_id = (select o.id ${bearers})
      where +organisation_id is null and ${holds}
        and round_id in (select id from rounds where network_id = ${network} and ${attributesAnswers('rounds')})
        and respondent_key in (
          select o.district || '/' || n.normalised
          from json_each(${ids}) r cross join organisations o cross join organisation_names n
          where o.id = r.value and o.network_id = ${network} and n.organisation_id = o.id and ${mayBear}
        )
        and (select count(distinct o.id) ${bearers}) = 1`,
    sql`
      update assessments set organisation_id = (select organisation_id from submissions s where s.id = submission_id)
      where organisation_id is null and ${holds}
        and submission_id in (select id from submissions where organisation_id in (select value from json_each(${ids})))`,
  ]
}
