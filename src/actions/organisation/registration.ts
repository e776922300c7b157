// Coordinators decide of registrations: each makes one organisation, joins one that is there, or is declined.
import { cleanLines, lengthOf } from '../../core/form/clean.ts'
import { type Fields, firstOf } from '../../core/form/fields.ts'
import { type Registrant, registrantOf } from '../../core/form/registers.ts'
import { respondentOf } from '../../core/form/respondent.ts'
import { dayOf } from '../../core/kernel/date.ts'
import { newId } from '../../core/kernel/id.ts'
import { leadsElsewhere } from '../../core/kernel/reachable.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { ANOTHER, NEW, namesToKeep } from '../../core/organisation/organisation.ts'
import { readableAnswers } from '../../core/submission/answers.ts'
import type { ComparableOrganisation } from '../../db/organisation/merge.read.ts'
import { type NamedOrganisation, organisationsNamed, roleNamesOf } from '../../db/organisation/read.ts'
import type { Registration } from '../../db/organisation/registration.read.ts'
import {
  type RegistrationOutcome,
  storeConfirmation,
  storeRefusal,
} from '../../db/organisation/registration.write.ts'
import { formOf } from '../../db/report/read.ts'
import type { Deps } from '../../deps.ts'
import { duplicatesLike } from './merge.ts'

const REASON_MAX = 1000

/** A field that is not as it should be; `links`: the reason leads elsewhere. */
export type RegistrationIssue = 'organisation' | 'role' | 'reason' | 'links'

/** `owed` are steps to hint at. */
export type DecisionOutcome =
  | { readonly outcome: RegistrationOutcome; readonly owed: readonly string[] }
  | { readonly outcome: 'invalid'; readonly issues: readonly RegistrationIssue[] }

/** A registration as it is decided: what it tells the registry, where its mail goes, and who is likely the same. */
interface Read {
  readonly registrant: Registrant
  readonly email: string | null
}

async function readRegistration(deps: Deps, { sent }: Registration): Promise<Read | null> {
  const form = await formOf(deps.forms, sent)
  if (!form) return null
  // None of what the registry takes is ever sealed.
  const { answers } = await readableAnswers(deps.secrets, sent.revision)
  return { registrant: registrantOf(form, answers), email: respondentOf(form, answers).email }
}

/** Organisations that a registration may be of, by their names in its district; and others that look like it. */
export async function likelyOrganisations(
  scope: Scope<'coordination'>,
  deps: Deps,
  registration: Registration,
): Promise<{
  readonly likely: readonly NamedOrganisation[]
  readonly alike: readonly ComparableOrganisation[]
}> {
  const read = await readRegistration(deps, registration)
  if (!read) return { likely: [], alike: [] }
  const { name, shortNames, district, decreeNo } = read.registrant
  const names = [name, ...shortNames]
  const same = await organisationsNamed(scope, deps.db, district, names)
  const alike = await duplicatesLike(scope, deps, { names, district, decreeNo })
  return { likely: same, alike: alike.filter(({ id }) => same.every((one) => one.id !== id)) }
}

/** What became of it, with the step of the mail, if one goes out. */
const decisionOutcome = (
  outcome: RegistrationOutcome,
  email: string | null,
  delivery: string,
): DecisionOutcome => ({
  outcome,
  owed: outcome === 'done' && email !== null ? [`deliver:${delivery}`] : [],
})

/** Confirms a registration: the organisation is part of the network from now on, and a mail says so. */
export async function confirmRegistration(
  scope: Scope<'coordination'>,
  deps: Deps,
  registration: Registration,
  fields: Fields,
): Promise<DecisionOutcome> {
  const { db, clock, random } = deps
  const read = await readRegistration(deps, registration)
  if (!read) return { outcome: 'gone', owed: [] }
  const { registrant, email } = read
  const choice = firstOf(fields, 'organisation')
  const role = firstOf(fields, 'role')
  const { name, shortNames, district } = registrant
  const like = await organisationsNamed(scope, db, district, [name, ...shortNames])
  const isChosen = choice === NEW || choice === ANOTHER || like.some(({ id }) => id === choice)
  const isRole = role === '' || (await roleNamesOf(scope, db)).some(({ key }) => key === role)
  if (!isChosen || !isRole) {
    const issues: readonly (RegistrationIssue | false)[] = [!isChosen && 'organisation', !isRole && 'role']
    return { outcome: 'invalid', issues: issues.filter((issue) => issue !== false) }
  }
  const makeId = () => newId(clock, random)
  const now = clock.now()
  const delivery = makeId()
  const outcome = await storeConfirmation(scope, db, {
    submissionId: registration.sent.submission.id,
    revision: registration.sent.revision.key,
    delivery,
    email,
    now,
    registrant,
    names: namesToKeep(registrant.name, registrant.shortNames, makeId),
    ids: { organisation: makeId(), contact: makeId(), role: makeId() },
    joins: choice === NEW || choice === ANOTHER ? null : choice,
    isAnother: choice === ANOTHER,
    role: role || null,
    today: dayOf(now, scope.network.timeZone),
  })
  return decisionOutcome(outcome, email, delivery)
}

/** Declines a registration; the reason is told in a mail, so it holds no address. */
export async function declineRegistration(
  scope: Scope<'coordination'>,
  deps: Deps,
  registration: Registration,
  fields: Fields,
): Promise<DecisionOutcome> {
  const { db, clock, random } = deps
  const read = await readRegistration(deps, registration)
  if (!read) return { outcome: 'gone', owed: [] }
  const reason = cleanLines(firstOf(fields, 'reason'))
  if (reason === '' || lengthOf(reason) > REASON_MAX) return { outcome: 'invalid', issues: ['reason'] }
  if (leadsElsewhere(reason)) return { outcome: 'invalid', issues: ['links'] }
  const delivery = newId(clock, random)
  const outcome = await storeRefusal(scope, db, {
    submissionId: registration.sent.submission.id,
    revision: registration.sent.revision.key,
    delivery,
    email: read.email,
    now: clock.now(),
    reason,
  })
  return decisionOutcome(outcome, read.email, delivery)
}
