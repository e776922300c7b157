// The mail that a decision on a registration owes.
import { respondentOf } from '../core/form/respondent.ts'
import { formPath } from '../core/paths.ts'
import type { ToPerson } from '../db/read/delivery.ts'
import { decidedRegistration, roundsFor } from '../db/read/registration.ts'
import { formOf } from '../db/read/report.ts'
import type { Deps } from '../deps.ts'
import { confirmedMail, declinedMail } from '../mail/decided.ts'
import type { Mail } from '../mail/mail.ts'

const KINDS: readonly string[] = ['confirmed', 'declined']

/** Whether a delivery tells what was decided of a registration, which is then its subject. */
export const isDecision = ({ kind }: ToPerson['delivery']): boolean => KINDS.includes(kind)

/** The mail of such a delivery; null where the registration is not there any more. */
export async function decisionMail(deps: Deps, { delivery, network }: ToPerson): Promise<Mail | null> {
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
}
