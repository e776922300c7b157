// What a person does with a half-filled form: save it, open it again, have its link mailed, take it away.
import {
  DRAFT_LASTS,
  type DraftFields,
  digestOfDraft,
  draftIdOf,
  fieldsOfDraft,
  knownVersionOf,
  placeOfDraft,
  SAVES_APART,
  splitFields,
} from '../core/draft/draft.ts'
import { type Fields, firstOf, KEY_FIELD } from '../core/form/fields.ts'
import { digestOfKey, newId, readId } from '../core/kernel/id.ts'
import { leadsOn, makeLink } from '../core/kernel/link.ts'
import { BrokenSeal, seal, unseal } from '../core/kernel/seal.ts'
import type { Locale } from '../core/kernel/text.ts'
import { type Draft, draftById } from '../db/draft/read.ts'
import {
  type DraftAfterSave,
  type NewDraft,
  restartDraft,
  storeDraft,
  storeDraftMail,
  withdrawDraft,
} from '../db/draft/write.ts'
import { submissionByRevision } from '../db/submission/read.ts'
import type { Deps } from '../deps.ts'
import { begunAt, type DraftState, type RoundWithForm } from './submission/revision.ts'

/** What became of a save. */
export type SaveOutcome =
  | ({ readonly outcome: 'saved'; readonly expiresAt: number } & DraftState)
  /** Somebody else saved since: nothing was written. */
  | ({ readonly outcome: 'newer' } & DraftState)
  /** The answers were sent: `receipt` is the link of the receipt, null where it was withdrawn. */
  | { readonly outcome: 'sent'; readonly reference: string; readonly receipt: string | null }
  | { readonly outcome: 'withdrawn' | 'closed' }
  /** Saved a moment ago; `retryAfter` in seconds. */
  | { readonly outcome: 'busy'; readonly retryAfter: number }

/** What was sent under the key of a draft, or null. */
export async function submissionOfDraft(
  { db, secrets }: Deps,
  draftId: string,
): Promise<{ reference: string; receipt: string | null } | null> {
  const sent = await submissionByRevision(db, digestOfDraft(draftId))
  if (!sent) return null
  const { id, reference, linkGeneration } = sent.submission
  const isLed = leadsOn(sent.revision.linkGeneration, linkGeneration)
  return { reference, receipt: isLed ? await makeLink(secrets, 'receipt', id, linkGeneration) : null }
}

/** A draft as its holder is told of it. */
export const draftState = async (
  { secrets }: Deps,
  id: string,
  { linkGeneration, version, savedAt }: Pick<DraftAfterSave, 'linkGeneration' | 'version' | 'savedAt'>,
): Promise<DraftState> => ({
  link: await makeLink(secrets, 'resume', id, linkGeneration),
  version,
  savedAt,
})

// Saved and sealed together: posting the key leads to the receipt, so a dump of the database must not tell it.
interface Sealed {
  readonly key: string
  readonly fields: DraftFields
}

/** The sealed part of a draft, or null where it does not open: then what is not sealed is all that is left. */
async function unsealDraft({ secrets, log }: Deps, id: string, sealed: string): Promise<Sealed | null> {
  try {
    // Written by us.
    return JSON.parse(await unseal(secrets, placeOfDraft(id), sealed)) as Sealed
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error
    log.warn('seal broken', { reason: error.message })
    return null
  }
}

/** Whether a draft holds these very answers. */
async function standsAlike(deps: Deps, id: string, open: DraftFields, sealed: DraftFields): Promise<boolean> {
  const draft = await draftById(deps.db, id)
  if (!draft?.sealed || draft.answers !== JSON.stringify(open)) return false
  const parts = await unsealDraft(deps, id, draft.sealed)
  return parts !== null && JSON.stringify(parts.fields) === JSON.stringify(sealed)
}

/** Saves what is typed in a form, unless its answers were sent or somebody else saved since. */
export async function saveDraft(
  deps: Deps,
  { round, form, formHash, unpublished }: RoundWithForm,
  fields: Fields,
  locale: Locale,
): Promise<SaveOutcome> {
  const { db, clock, random, secrets } = deps
  const now = clock.now()
  const key = readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)
  const digest = await digestOfKey(key)
  const id = draftIdOf(digest)
  const knowing = knownVersionOf(fields)
  const writer = knowing.writer ?? newId(clock, random)
  const { open, sealed } = splitFields(form, fields)
  const whole: Sealed = { key, fields: sealed }
  const row: NewDraft = {
    id,
    digest,
    roundId: round.id,
    formHash,
    unpublished,
    answers: JSON.stringify(open),
    sealed: await seal(secrets, random, placeOfDraft(id), JSON.stringify(whole)),
    locale,
    version: knowing.version,
    writer,
    begunAt: begunAt(key, now),
    now,
  }
  const standing = (await storeDraft(db, row)) ?? (await restartDraft(db, row))
  if (!standing) {
    const sent = await submissionOfDraft(deps, id)
    return sent ? { outcome: 'sent', ...sent } : { outcome: 'closed' }
  }
  if (standing.withdrawnAt !== null) return { outcome: 'withdrawn' }
  const state = await draftState(deps, id, standing)
  if (standing.isThis === 1) return { outcome: 'saved', expiresAt: standing.expiresAt, ...state }
  if (standing.writer !== writer && standing.version !== knowing.version)
    // Pressed twice, or saved alike by somebody else: what was asked for is so.
    return (await standsAlike(deps, id, open, sealed))
      ? { outcome: 'saved', expiresAt: standing.expiresAt, ...state }
      : { outcome: 'newer', ...state }
  // Nothing else kept it from being written but that it was written just now.
  return { outcome: 'busy', retryAfter: Math.ceil(SAVES_APART / 1000) }
}

/** What is typed in a draft; `key` is that of its page, null where what is sealed does not open. */
export async function openDraft(
  deps: Deps,
  draft: Draft,
): Promise<{ readonly key: string | null; readonly fields: Fields }> {
  const parts = await unsealDraft(deps, draft.id, draft.sealed ?? '')
  // Written by us.
  const open = JSON.parse(draft.answers) as DraftFields
  return { key: parts?.key ?? null, fields: fieldsOfDraft(open, parts?.fields ?? {}) }
}

/** A key for answers that go on from a draft whose own is lost: begun when the draft was. */
export const keyInPlaceOf = ({ random }: Deps, { expiresAt }: Draft): string =>
  newId({ now: () => expiresAt - DRAFT_LASTS }, random)

/** Takes a draft away. */
export const forgetDraft = ({ db, clock }: Deps, { id }: Draft): Promise<unknown> =>
  withdrawDraft(db, id, clock.now())

/** Owes a mail with a draft's link to an address, and gives the step for it; none where one is owed already, or too many were. */
export async function mailDraft(
  { db, clock, random }: Deps,
  { id }: Draft,
  recipient: string,
  locale: Locale,
): Promise<readonly string[]> {
  const now = clock.now()
  const delivery = newId(clock, random)
  const isOwed = await storeDraftMail(db, { draft: id, delivery, kind: 'resume', recipient, locale, now })
  return isOwed ? [`deliver:${delivery}`] : []
}
