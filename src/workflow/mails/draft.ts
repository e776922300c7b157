// The mails about drafts.
import type { DraftFields } from '../../core/draft/draft.ts'
import { makeLink } from '../../core/kernel/link.ts'
import { linkPath } from '../../core/kernel/paths.ts'
import { zoneOf } from '../../core/place/zone.ts'
import { closingOf, takesAnswers } from '../../core/round/times.ts'
import { type Draft, draftById } from '../../db/draft/read.ts'
import { closingMail, resumeMail } from '../../mail/draft.ts'
import { toPerson } from './mail.ts'

/** Whether there is anything left to go on with. */
const isUnfinished = (draft: Draft, now: number): boolean =>
  draft.sentAt === null &&
  draft.withdrawnAt === null &&
  draft.expiresAt > now &&
  takesAnswers(draft.round, 0, now)

/** The link of a draft, or that its round closes soon, as long as there is something to go on with. */
export const draft = toPerson(async (deps, { delivery: { kind, subjectId, locale } }) => {
  const draft = await draftById(deps.db, subjectId)
  if (!draft || !isUnfinished(draft, deps.clock.now())) return { pointless: 'the draft is finished or gone' }
  const form = await deps.forms.byHash(draft.formHash)
  const closesAt = closingOf(draft.round)
  if (!form) return null
  // Written by us.
  const kept = JSON.parse(draft.answers) as DraftFields
  const { round } = draft
  const link = await makeLink(deps.secrets, 'resume', draft.id, draft.linkGeneration)
  const facts = {
    form: form.title,
    network: round.network.name,
    round: round.title,
    organisation: kept[form.respondent.organisation]?.[0] ?? '',
    expiresAt: draft.expiresAt,
    timeZone: zoneOf(kept[form.respondent.district]?.[0] ?? '', round.network.timeZone),
    link: deps.publicUrl + linkPath('resume', link, locale),
  }
  if (kind === 'resume') return resumeMail(facts, locale)
  return closesAt === null
    ? { pointless: 'the round closes no more' }
    : closingMail({ ...facts, closesAt }, locale)
})
