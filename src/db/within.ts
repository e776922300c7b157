// Where what a coordinator reads and writes ends: at their districts, and as soon as they are a coordinator no more.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { may, ROLES, type Scope } from '../core/scope.ts'
import { among } from './database.ts'

/** The roles of those who coordinate. */
export const COORDINATING = ROLES.filter((role) => may(role, 'coordination'))

/** The district (Kemendagri code) in the key of a respondent, by which one organisation is known from another. */
export const keyDistrict = (key: SQL): SQL => sql`substr(${key}, 1, instr(${key}, '/') - 1)`

/** The name in the key of a respondent, as it is compared. */
export const keyName = (key: SQL): SQL => sql`substr(${key}, instr(${key}, '/') + 1)`

/**
 * The district (Kemendagri code) that an answer says it comes from; `table` is the name or alias of `submissions`. Where an
 * older release wrote it, the key tells: an answer without any district would be everybody's.
 */
export const respondentDistrict = (table: 'submissions' | 's' | 'h'): SQL<string> =>
  sql`coalesce(${sql.raw(table)}.respondent_district, ${keyDistrict(sql.raw(`${table}.respondent_key`))})`

/** What an answer calls its sender, empty where it does not say; as it is compared, where an older release wrote it. */
export const respondentName = (table: 'submissions' | 's'): SQL<string> =>
  sql`coalesce(${sql.raw(table)}.respondent_name, ${keyName(sql.raw(`${table}.respondent_key`))})`

/** Whether a district is one of the person's. */
export const withinDistricts = ({ districts }: Scope<'coordination'>, district: SQLWrapper): SQL =>
  districts === null ? sql`true` : among(district, districts)

/**
 * Whether whoever writes still coordinates the network and a district, asked of the database: every write asks it again,
 * since roles change meanwhile.
 */
export const stillCoordinates = (
  { network, person }: Scope<'coordination'>,
  district: SQLWrapper = sql`null`,
): SQL => sql`exists (
  select 1 from memberships m
  where m.network_id = ${network.id} and m.person_id = ${person.id} and m.removed_at is null
    and ${among(sql`m.role`, COORDINATING)}
    and (m.districts is null or ${district} is null or ${district} in (select value from json_each(m.districts))))`

/** Whether whoever writes still coordinates all of the network, as rounds ask: no list of districts holds this word. */
export const stillCoordinatesAll = (scope: Scope<'coordination'>): SQL =>
  stillCoordinates(scope, sql`'everywhere'`)
