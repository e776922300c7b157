// What a person does with a half-filled form: save it, open it again, have its link mailed, take it away.
import { waitForRoom } from '../core/draft/allowance.ts'
import {
  DRAFT_LASTS,
  type DraftFields,
  digestOfDraft,
  draftIdOf,
  fieldsOfDraft,
  knownVersionOf,
  placeOfDraft,
  SAVES_APART,
} from '../core/draft/draft.ts'
import { type DraftParts, keptBefore, partsOf } from '../core/draft/keep.ts'
import { type Fields, firstOf, KEY_FIELD } from '../core/form/fields.ts'
import type { Issue } from '../core/form/issue.ts'
import { toBase64url } from '../core/kernel/base64url.ts'
import { utcDay } from '../core/kernel/date.ts'
import { digestOfKey, newId, readId } from '../core/kernel/id.ts'
import { leadsOn, makeLink } from '../core/kernel/link.ts'
import { BrokenSeal, seal, unseal } from '../core/kernel/seal.ts'
import { mac } from '../core/kernel/secrets.ts'
import type { Locale } from '../core/kernel/text.ts'
import { type Draft, draftById } from '../db/draft/read.ts'
import {
  type DraftAfterSave,
  type DraftSender,
  type NewDraft,
  restartDraft,
  storeDraft,
  storeDraftMail,
  withdrawDraft,
} from '../db/draft/write.ts'
import { submissionByRevision } from '../db/submission/read.ts'
import type { Deps } from '../deps.ts'
import { limiterOf, PERIODS } from './limit.ts'
import { begunAt, type DraftState, type RoundWithForm } from './submission/revision.ts'

/** What became of a save. */
export type SaveOutcome =
  | ({ readonly outcome: 'saved'; readonly expiresAt: number } & DraftState)
  /** Somebody else saved since: nothing was written. */
  | ({ readonly outcome: 'newer' } & DraftState)
  /** The answers were sent: `receipt` is the link of the receipt, null where it was withdrawn. */
  | { readonly outcome: 'sent'; readonly reference: string; readonly receipt: string | null }
  | { readonly outcome: 'withdrawn' | 'closed' }
  /** Texts are longer than is kept, and nothing of the page was. */
  | { readonly outcome: 'tooLong'; readonly issues: readonly Issue[] }
  /** `busy`: saved a moment ago. `full`: too much came from the same address. `retryAfter` in seconds. */
  | { readonly outcome: 'busy' | 'full'; readonly retryAfter: number }

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

/** Who saves: the language of their page, and whose requests are counted together; null is nobody in particular. */
export interface Saver {
  readonly locale: Locale
  readonly sender: string | null
}

const DAY = 86_400_000

/** What tells drafts of one sender from those of others for a day, and tells nobody who that is. */
async function draftSender({ secrets }: Deps, sender: string, now: number): Promise<DraftSender> {
  const keyOn = async (day: string) => toBase64url(await mac(secrets.current, ['drafts', day, sender]))
  const [day, before] = [utcDay(now), utcDay(now - DAY)]
  return { day, key: await keyOn(day), keyBefore: await keyOn(before) }
}

/** What of a page is sealed: also what its form does not ask, where the draft holds it already. */
async function sealedOf(
  deps: Deps,
  id: string,
  { sealed, unasked }: DraftParts,
  version: number,
): Promise<DraftFields> {
  if (version === 0 || Object.keys(unasked).length === 0) return sealed
  const draft = await draftById(deps.db, id)
  return draft?.sealed ? { ...sealed, ...keptBefore(unasked, (await openDraft(deps, draft)).fields) } : sealed
}

/** Stores a draft, and tells what stands then; where there is no room for it, in how many seconds there may be. */
async function storeWithin(
  deps: Deps,
  row: NewDraft,
  sender: string | null,
): Promise<{ readonly standing: DraftAfterSave | null; readonly wait: number | null }> {
  const { db } = deps
  const from = sender === null ? null : await draftSender(deps, sender, row.now)
  // Whoever knows a version begins no draft, as a rule: what they begin is counted only where it comes to that.
  const isKnown = row.version > 0
  const first = await storeDraft(db, row, { sender: from, mayBegin: !isKnown })
  const wait = waitForRoom(first.counts, first.growth, row.now)
  if (first.standing) return { standing: first.standing, wait }
  if (wait !== null && !isKnown) return { standing: null, wait }
  if (isKnown && !(await limiterOf(deps).isWithin('drafts', sender)))
    return { standing: null, wait: PERIODS.drafts }
  const again = await restartDraft(db, row, from)
  return { standing: again.standing, wait: waitForRoom(again.counts, again.growth, row.now) }
}

/** Saves what is typed in a form, unless its answers were sent or somebody else saved since. */
export async function saveDraft(
  deps: Deps,
  { round, form, formHash, unpublished }: RoundWithForm,
  fields: Fields,
  { locale, sender }: Saver,
): Promise<SaveOutcome> {
  const { clock, random, secrets } = deps
  const parts = partsOf(form, fields)
  if (parts.tooLong.length > 0) return { outcome: 'tooLong', issues: parts.tooLong }
  const now = clock.now()
  const key = readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)
  const digest = await digestOfKey(key)
  const id = draftIdOf(digest)
  const knowing = knownVersionOf(fields)
  const writer = knowing.writer ?? newId(clock, random)
  const { open } = parts
  const sealed = await sealedOf(deps, id, parts, knowing.version)
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
  const { standing, wait } = await storeWithin(deps, row, sender)
  const full: SaveOutcome | null = wait === null ? null : { outcome: 'full', retryAfter: wait }
  if (!standing) {
    const sent = await submissionOfDraft(deps, id)
    return sent ? { outcome: 'sent', ...sent } : (full ?? { outcome: 'closed' })
  }
  if (standing.withdrawnAt !== null) return { outcome: 'withdrawn' }
  const state = await draftState(deps, id, standing)
  if (standing.isThis === 1) return { outcome: 'saved', expiresAt: standing.expiresAt, ...state }
  if (standing.writer !== writer && standing.version !== knowing.version)
    // Pressed twice, or saved alike by somebody else: what was asked for is so.
    return (await standsAlike(deps, id, open, sealed))
      ? { outcome: 'saved', expiresAt: standing.expiresAt, ...state }
      : { outcome: 'newer', ...state }
  // Nothing else kept it from being written but that there was no room, or that it was written just now.
  return full ?? { outcome: 'busy', retryAfter: Math.ceil(SAVES_APART / 1000) }
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
