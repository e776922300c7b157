// Coordinators keep what is known of organisations: what was typed is read, cleaned and kept, or refused by field.
import { cleanLine, cleanLines, lengthOf } from '../../core/form/clean.ts'
import { type Fields, firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { readEmail } from '../../core/form/kinds.ts'
import { readPhone } from '../../core/form/phone.ts'
import { dayOf, readDate } from '../../core/kernel/date.ts'
import { newId, readId } from '../../core/kernel/id.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { isLocale } from '../../core/kernel/text.ts'
import {
  comparableName,
  DECREE_MAX,
  districtsWithin,
  isRelation,
  LINE_MAX,
  NAME_KINDS,
  OTHER_FIELD,
  RELATIONS,
  STATUSES,
  SURE_FIELD,
  THEMES_MAX,
} from '../../core/organisation/organisation.ts'
import { districtsOf } from '../../core/place/regions.ts'
import {
  type NamedOrganisation,
  type Organisation,
  organisationsNamed,
  otherOrganisationsNamed,
  roleNamesOf,
} from '../../db/organisation/read.ts'
import { addRelation, addRole, endRelation, endRole } from '../../db/organisation/relation.write.ts'
import {
  addName,
  insertOrganisation,
  type OrganisationFacts,
  type OrganisationWriteOutcome,
  removeContact,
  removeName,
  saveContact,
  updateOrganisation,
} from '../../db/organisation/write.ts'
import type { Deps } from '../../deps.ts'

type Coordinating = Scope<'coordination'>

/** A field that is not as it should be; `there`: the name is there already; `reach`: nobody could be reached. */
export type OrganisationIssue =
  | 'name'
  | 'there'
  | 'district'
  | 'legal_form'
  | 'decree_no'
  | 'themes'
  | 'status'
  | 'kind'
  | 'role'
  | 'from'
  | 'to'
  | 'other'
  | 'contact_name'
  | 'position'
  | 'email'
  | 'whatsapp'
  | 'reach'
  | 'locale'

/** What became of it: done, refused (the writer may not any more), or what is wrong; `there` are those of the same name. */
export type OrganisationOutcome =
  | { readonly outcome: OrganisationWriteOutcome; readonly id: string }
  | {
      readonly outcome: 'invalid'
      readonly issues: readonly OrganisationIssue[]
      readonly there: readonly NamedOrganisation[]
    }

const invalid = (
  issues: readonly (OrganisationIssue | false)[],
  there: readonly NamedOrganisation[] = [],
): Extract<OrganisationOutcome, { outcome: 'invalid' }> => ({
  outcome: 'invalid',
  issues: issues.filter((issue) => issue !== false),
  there,
})

/** A line of at most so many characters, null where it is empty, undefined where it is too long. */
function readLine(fields: Fields, field: string, max: number): string | null | undefined {
  const line = cleanLine(firstOf(fields, field))
  return lengthOf(line) > max ? undefined : line || null
}

function readThemes(fields: Fields): readonly string[] | undefined {
  const lines = cleanLines(firstOf(fields, 'themes')).split('\n')
  const themes = [...new Set(lines.map(cleanLine).filter(Boolean))]
  return themes.length > THEMES_MAX || themes.some((theme) => lengthOf(theme) > LINE_MAX) ? undefined : themes
}

type ReadFacts =
  | (OrganisationFacts & { readonly name: string })
  | { readonly issues: readonly (OrganisationIssue | false)[] }

function readFacts(scope: Coordinating, fields: Fields): ReadFacts {
  const name = readLine(fields, 'name', LINE_MAX)
  const district = districtsWithin(scope).find(({ code }) => code === firstOf(fields, 'district'))?.code
  const legalForm = readLine(fields, 'legal_form', LINE_MAX)
  const decreeNo = readLine(fields, 'decree_no', DECREE_MAX)
  const themes = readThemes(fields)
  const status = STATUSES.find((one) => one === firstOf(fields, 'status'))
  return name && district && legalForm !== undefined && decreeNo !== undefined && themes && status
    ? { name, district, legalForm, decreeNo, themes, status }
    : {
        issues: [
          !name && 'name',
          !district && 'district',
          legalForm === undefined && 'legal_form',
          decreeNo === undefined && 'decree_no',
          !themes && 'themes',
          !status && 'status',
        ],
      }
}

const officialName = ({ clock, random }: Deps, name: string) =>
  ({ id: newId(clock, random), kind: 'official', name, normalised: comparableName(name) }) as const

// The id that was minted with the page, so that the same page sent twice makes one row.
const idIn = ({ clock, random }: Deps, fields: Fields): string =>
  readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)

/** Adds an organisation by hand; one of the same name in the district is asked about first. */
export async function addOrganisationByHand(
  scope: Coordinating,
  deps: Deps,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const facts = readFacts(scope, fields)
  if ('issues' in facts) return invalid(facts.issues)
  const id = idIn(deps, fields)
  const there = (await organisationsNamed(scope, deps.db, facts.district, [facts.name])).filter(
    (one) => one.id !== id,
  )
  if (there.length > 0 && firstOf(fields, SURE_FIELD) !== 'yes') return invalid(['there'], there)
  const row = { ...facts, id, name: officialName(deps, facts.name), now: deps.clock.now() }
  return { outcome: await insertOrganisation(scope, deps.db, row), id }
}

/** Changes what is said of an organisation. */
export async function editOrganisation(
  scope: Coordinating,
  deps: Deps,
  { id }: Organisation,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const facts = readFacts(scope, fields)
  if ('issues' in facts) return invalid(facts.issues)
  const row = { ...facts, name: officialName(deps, facts.name), now: deps.clock.now() }
  return { outcome: await updateOrganisation(scope, deps.db, id, row), id }
}

/** Adds a name beside the official one. */
export async function addOrganisationName(
  scope: Coordinating,
  deps: Deps,
  { id }: Organisation,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const name = readLine(fields, 'name', LINE_MAX)
  const kind = NAME_KINDS.find((one) => one === firstOf(fields, 'kind') && one !== 'official')
  if (!name || !kind) return invalid([!name && 'name', !kind && 'kind'])
  const row = { id: idIn(deps, fields), kind, name, now: deps.clock.now() }
  return { outcome: await addName(scope, deps.db, id, row), id }
}

/** Gives an organisation a role of the network's, from a day on. */
export async function giveOrganisationRole(
  scope: Coordinating,
  deps: Deps,
  { id }: Organisation,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const role = firstOf(fields, 'role')
  const isRole = (await roleNamesOf(scope, deps.db)).some(({ key }) => key === role)
  const typedDistrict = firstOf(fields, 'district')
  const district =
    districtsOf(scope.network.provinces).find(({ code }) => code === typedDistrict)?.code ?? null
  const from = readDate(cleanLine(firstOf(fields, 'from')))
  const typedTo = cleanLine(firstOf(fields, 'to'))
  const to = typedTo === '' ? null : readDate(typedTo)
  const isTo = typedTo === '' || (to !== null && from !== null && to >= from)
  const isDistrict = typedDistrict === '' || district !== null
  if (!isRole || !isDistrict || from === null || !isTo)
    return invalid([!isRole && 'role', !isDistrict && 'district', from === null && 'from', !isTo && 'to'])
  const row = { id: idIn(deps, fields), role, district, from, to, now: deps.clock.now() }
  return { outcome: await addRole(scope, deps.db, id, row), id }
}

/** Relates an organisation to one of those that were found by a name. */
export async function relateOrganisations(
  scope: Coordinating,
  deps: Deps,
  organisation: Organisation,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const choice = firstOf(fields, 'kind')
  const found = await otherOrganisationsNamed(scope, deps.db, organisation, firstOf(fields, OTHER_FIELD))
  const other = found.find((one) => one.id === firstOf(fields, 'other'))
  const from = readDate(cleanLine(firstOf(fields, 'from')))
  if (!isRelation(choice) || !other || from === null)
    return invalid([!other && 'other', !isRelation(choice) && 'kind', from === null && 'from'])
  const { kind, isFirst } = RELATIONS[choice]
  const [first, second] = isFirst ? [organisation.id, other.id] : [other.id, organisation.id]
  const row = { id: idIn(deps, fields), kind, first, other: second, from, now: deps.clock.now() }
  return { outcome: await addRelation(scope, deps.db, organisation.id, row), id: organisation.id }
}

/** Adds or changes somebody to reach; `contact` is their id, null where they are new. */
export async function keepContact(
  scope: Coordinating,
  deps: Deps,
  { id }: Organisation,
  contact: string | null,
  fields: Fields,
): Promise<OrganisationOutcome> {
  const name = readLine(fields, 'contact_name', LINE_MAX)
  const position = readLine(fields, 'position', LINE_MAX)
  const typedEmail = cleanLine(firstOf(fields, 'email'))
  const email = typedEmail === '' ? null : readEmail(typedEmail)
  const typedPhone = cleanLine(firstOf(fields, 'whatsapp'))
  const whatsapp = typedPhone === '' ? null : readPhone(typedPhone)
  const locale = firstOf(fields, 'locale')
  const isEmail = typedEmail === '' || email !== null
  const isPhone = typedPhone === '' || whatsapp !== null
  const isReached = typedEmail !== '' || typedPhone !== ''
  if (name === undefined || position === undefined || !isEmail || !isPhone || !isReached || !isLocale(locale))
    return invalid([
      name === undefined && 'contact_name',
      position === undefined && 'position',
      !isEmail && 'email',
      !isPhone && 'whatsapp',
      !isReached && 'reach',
      !isLocale(locale) && 'locale',
    ])
  const { db, clock } = deps
  const row = { name, position, email: email?.toLowerCase() ?? null, whatsapp, locale, now: clock.now() }
  return { outcome: await saveContact(scope, db, id, { ...row, id: contact ?? idIn(deps, fields) }), id }
}

/** The day it is for a network, ISO 8601. */
export const todayIn = ({ network }: Scope<'organisations' | 'coordination'>, { clock }: Deps): string =>
  dayOf(clock.now(), network.timeZone)

/** Takes a name away; the official one stays. */
export const dropName = (scope: Coordinating, { db, clock }: Deps, { id }: Organisation, name: string) =>
  removeName(scope, db, id, name, clock.now())

/** Ends a role; today is the last day on which it holds. */
export const dropRole = (scope: Coordinating, deps: Deps, { id }: Organisation, role: string) =>
  endRole(scope, deps.db, id, { role, day: todayIn(scope, deps), now: deps.clock.now() })

/** Ends a relation; today is the last day on which it holds. */
export const dropRelation = (scope: Coordinating, deps: Deps, { id }: Organisation, relation: string) =>
  endRelation(scope, deps.db, id, { relation, day: todayIn(scope, deps), now: deps.clock.now() })

/** Takes somebody to reach away. */
export const dropContact = (
  scope: Coordinating,
  { db, clock }: Deps,
  { id }: Organisation,
  contact: string,
) => removeContact(scope, db, id, contact, clock.now())
