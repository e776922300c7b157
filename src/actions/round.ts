// Coordinators of a whole network open rounds and change them: what was typed is read and kept, or refused by field.
import { type Fields, firstOf, KEY_FIELD } from '../core/form/fields.ts'
import type { FormVersion } from '../core/form/shelf.ts'
import { newId, readId } from '../core/kernel/id.ts'
import type { WholeScope } from '../core/kernel/scope.ts'
import { freeSlug, stemOf } from '../core/kernel/slug.ts'
import {
  type NewRound,
  type RoundContext,
  type RoundProblem,
  type RoundReading,
  readClosing,
  readNewRound,
  readOpenedRound,
  readSlug,
} from '../core/round/settings.ts'
import { roleNamesOf } from '../db/organisation/read.ts'
import { type StoredRound, takenSlugs } from '../db/round/staff.read.ts'
import {
  changeNewRound,
  changeOpenedRound,
  insertRound,
  type NewRoundWithForm,
  type RoundWriteOutcome,
  removePractice,
  storeClosing,
  storeReopening,
} from '../db/round/write.ts'
import type { Deps } from '../deps.ts'

/** What became of it; `free`: an address to take instead of one that is taken. */
export type RoundOutcome =
  | { readonly outcome: 'done' | 'refused' | 'gone'; readonly id: string }
  | { readonly outcome: 'invalid'; readonly problems: readonly RoundProblem[]; readonly free: string | null }

const invalid = (problems: readonly RoundProblem[], free: string | null = null): RoundOutcome => ({
  outcome: 'invalid',
  problems,
  free,
})

const problemsOf = (read: RoundReading<unknown>): readonly RoundProblem[] =>
  'problems' in read ? read.problems : []

async function contextOf(
  scope: WholeScope,
  { db, forms, clock }: Deps,
): Promise<Omit<RoundContext, 'stored'> & { readonly shelved: readonly FormVersion[] }> {
  const [shelved, roles] = await Promise.all([forms.newest(), roleNamesOf(scope, db)])
  return {
    shelved,
    forms: shelved.map(({ form }) => form),
    roles: roles.map(({ key }) => key),
    timeZone: scope.network.timeZone,
    now: clock.now(),
  }
}

/** A round that was read, with the form that it will ask, as it stands in the code now. */
function withForm(round: NewRound, shelved: readonly FormVersion[], now: number): NewRoundWithForm {
  const asked = shelved.find(({ form }) => form.id === round.form.id)
  if (!asked) throw new Error('a round asks a form that was not offered')
  return { ...round, asked, now }
}

/** An address that nobody has: the one asked for, or a numbered one like it. */
export async function freeSlugLike(scope: WholeScope, { db }: Deps, slug: string): Promise<string> {
  return freeSlug(slug, await takenSlugs(scope, db, stemOf(slug)))
}

/** Opens a round; `copies` is the one it was filled in from. */
export async function openRound(
  scope: WholeScope,
  deps: Deps,
  fields: Fields,
  copies: StoredRound | null = null,
): Promise<RoundOutcome> {
  const context = { ...(await contextOf(scope, deps)), stored: null }
  const read = readNewRound(fields, context)
  const slug = readSlug(fields)
  // Who leaves the address to us gets one that is free; who asks for one that is taken is told so.
  const isAsked = firstOf(fields, 'slug').trim() !== ''
  // Without a title there is nothing to make an address of, and the title is what is missing.
  if ('problems' in slug) {
    const others = problemsOf(read)
    return invalid(isAsked || others.length === 0 ? [...others, ...slug.problems] : others)
  }
  if ('problems' in read) {
    const free = isAsked ? await freeSlugLike(scope, deps, slug.value) : slug.value
    return free === slug.value ? invalid(read.problems) : invalid([...read.problems, 'slugTaken'], free)
  }
  const id = readId(firstOf(fields, KEY_FIELD)) ?? newId(deps.clock, deps.random)
  const address = isAsked ? slug.value : await freeSlugLike(scope, deps, slug.value)
  const copiedFrom = copies?.id ?? null
  const row = { ...withForm(read.value, context.shelved, context.now), id, slug: address, copiedFrom }
  const written = await insertRound(scope, deps.db, row)
  if (written === 'not') return invalid(['slugTaken'], await freeSlugLike(scope, deps, address))
  return { outcome: written, id }
}

const roundOutcome = (written: RoundWriteOutcome, id: string): RoundOutcome => ({
  outcome: written === 'not' ? 'gone' : written,
  id,
})

/** Changes a round: everything as long as it has not opened, afterwards what it was not opened with. */
export async function changeRound(
  scope: WholeScope,
  deps: Deps,
  round: StoredRound,
  fields: Fields,
): Promise<RoundOutcome> {
  const known = await contextOf(scope, deps)
  const asked = await deps.forms.find(round)
  const form = asked?.form ?? { id: round.formId, version: round.formVersion }
  const context = { ...known, stored: { ...round, form } }
  if (round.opensAt > known.now) {
    const read = readNewRound(fields, context)
    if ('problems' in read) return invalid(read.problems)
    const row = withForm(read.value, known.shelved, known.now)
    const written = await changeNewRound(scope, deps.db, round.id, row)
    return written === 'not' ? invalid(['opensFixed']) : { outcome: written, id: round.id }
  }
  const read = readOpenedRound(fields, context)
  if ('problems' in read) return invalid(read.problems)
  return roundOutcome(await changeOpenedRound(scope, deps.db, round.id, read.value, known.now), round.id)
}

/** Closes a round now. */
export const closeRound = async (
  scope: WholeScope,
  { db, clock }: Deps,
  { id }: StoredRound,
): Promise<RoundOutcome> => roundOutcome(await storeClosing(scope, db, id, clock.now()), id)

/** Opens a closed round again until the moment that was typed. */
export async function reopenRound(
  scope: WholeScope,
  { db, clock }: Deps,
  { id, opensAt }: StoredRound,
  fields: Fields,
): Promise<RoundOutcome> {
  const context = { timeZone: scope.network.timeZone, now: clock.now() }
  const read = readClosing(fields, context, opensAt)
  if ('problems' in read) return invalid(read.problems)
  return roundOutcome(await storeReopening(scope, db, id, read.value.closesAt, context.now), id)
}

/** Deletes a round for practice with all that was sent in it. */
export const deletePracticeRound = async (
  scope: WholeScope,
  { db, clock }: Deps,
  { id }: StoredRound,
): Promise<RoundOutcome> => roundOutcome(await removePractice(scope, db, id, clock.now()), id)
