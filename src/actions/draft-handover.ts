// A coordinator hands the link of a draft over: it is mailed to the address in the draft, or shown once that is kept as an event.
import type { DraftOutline } from '../core/draft/draft.ts'
import { newId } from '../core/kernel/id.ts'
import { makeLink } from '../core/kernel/link.ts'
import type { Scope } from '../core/kernel/scope.ts'
import type { Locale } from '../core/kernel/text.ts'
import { type DraftToHandOver, storeHandedMail, storeReveal } from '../db/draft/handover.write.ts'
import type { Deps } from '../deps.ts'

type Coordinating = Scope<'coordination'>

/** A draft as it stands in the list of its round. */
export interface HandedDraft {
  readonly id: string
  readonly linkGeneration: number
  readonly locale: Locale
  readonly outline: DraftOutline
}

const rowOf = ({ clock }: Deps, { id }: HandedDraft, district: string): DraftToHandOver => ({
  draft: id,
  district,
  now: clock.now(),
})

/** Owes a mail with the link to the address in the draft, and gives the step for it; null where none goes out. */
export async function mailHandedDraft(
  scope: Coordinating,
  deps: Deps,
  draft: HandedDraft,
  district: string,
): Promise<string | null> {
  const { email: recipient } = draft.outline
  if (recipient === '') return null
  const row = rowOf(deps, draft, district)
  const delivery = newId(deps.clock, deps.random)
  const isOwed = await storeHandedMail(scope, deps.db, row, {
    draft: draft.id,
    delivery,
    kind: 'resume',
    recipient,
    locale: draft.locale,
    now: row.now,
  })
  return isOwed ? `deliver:${delivery}` : null
}

/** Shows the link, and keeps that it was shown; null where it may not be, or there is nothing to go on with. */
export async function revealDraft(
  scope: Coordinating,
  deps: Deps,
  draft: HandedDraft,
  district: string,
): Promise<string | null> {
  const isKept = await storeReveal(scope, deps.db, rowOf(deps, draft, district))
  return isKept ? makeLink(deps.secrets, 'resume', draft.id, draft.linkGeneration) : null
}
