// Now and then: unfinished drafts of a round that closes within a day are told of once, and those that ran out are deleted.
import { type DraftFields, IDLE, NOTICE_BEFORE } from '../../core/draft/draft.ts'
import type { Form } from '../../core/form/form.ts'
import { readEmail } from '../../core/form/kinds.ts'
import { formsByHash } from '../../core/form/shelf.ts'
import { newId } from '../../core/kernel/id.ts'
import { type Draft, draftsToRemind } from '../../db/draft/read.ts'
import { type DraftMail, forgetDrafts, storeDraftReminders } from '../../db/draft/write.ts'
import { roundsClosing } from '../../db/round/read.ts'
import type { Deps } from '../../deps.ts'

const EVERY = 10
// At a minute at which nothing else is planned.
const AT = 7

// What one turn takes of a round; the next turn takes the rest.
const MOST = 40

function noticeOf({ clock, random }: Deps, draft: Draft, form: Form | null): DraftMail | null {
  const question = form?.respondent.email
  // Written by us.
  const kept = JSON.parse(draft.answers) as DraftFields
  const recipient = question === undefined ? null : readEmail(kept[question]?.[0] ?? '')
  if (recipient === null) return null
  const { id, locale } = draft
  return {
    draft: id,
    delivery: newId(clock, random),
    kind: 'closing',
    recipient,
    locale,
    now: clock.now(),
  }
}

async function tellOfClosing(deps: Deps, roundId: string, now: number): Promise<void> {
  const drafts = await draftsToRemind(deps.db, roundId, { now, idleSince: now - IDLE, most: MOST })
  if (drafts.length === 0) return
  const hashes = drafts.map(({ formHash }) => formHash)
  const forms = await formsByHash(deps.forms, hashes)
  const mails = drafts.map((draft) => noticeOf(deps, draft, forms.get(draft.formHash) ?? null))
  const looked = drafts.map(({ id }) => id)
  await storeDraftReminders(
    deps.db,
    looked,
    mails.filter((mail) => mail !== null),
    now,
  )
}

/** Looks after drafts, every ten minutes of the clock; the mails it owes are sent by the next sweep. */
export async function lookAfterDrafts(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  if (Math.floor(now / 60_000) % EVERY !== AT) return
  for (const { id } of await roundsClosing(deps.db, now, now + NOTICE_BEFORE))
    await tellOfClosing(deps, id, now)
  await forgetDrafts(deps.db, now)
}
