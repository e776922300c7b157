// The mail that a decision on a registration owes.
import { respondentOf } from '../../core/form/respondent.ts'
import { formPath } from '../../core/kernel/paths.ts'
import { decidedRegistration, roundsFor } from '../../db/organisation/registration.read.ts'
import { formOf } from '../../db/report/read.ts'
import { confirmedMail, declinedMail } from '../../mail/decision.ts'
import { toPerson } from './mail.ts'

/** What was decided of a registration, as long as that decision stands. */
export const decision = toPerson(async (deps, { delivery, network }) => {
  const { locale } = delivery
  const registration = await decidedRegistration(deps.db, delivery.subjectId)
  const form = registration && (await formOf(deps.forms, registration.sent))
  const decision = registration?.decision
  if (!form || !decision || decision.outcome !== delivery.kind) return null
  const { organisation } = respondentOf(form, registration.sent.revision.answers)
  const facts = { organisation, network: network.name, form: form.title }
  if (decision.outcome === 'declined')
    return declinedMail({ ...facts, reason: decision.reason ?? '' }, locale)
  const open = await roundsFor(deps.db, network.id, decision.organisationId ?? '', deps.clock.now())
  const withLinks = open.map(({ slug, title }) => ({ title, link: deps.publicUrl + formPath(slug, locale) }))
  return confirmedMail({ ...facts, open: withLinks }, locale)
})
