// Coordinators merge two organisations that are one, say that two are two, and take either back.
import { type Fields, firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { respondentOf } from '../../core/form/respondent.ts'
import { newId, readId } from '../../core/kernel/id.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import { UNDO_DAYS } from '../../core/network/registry.ts'
import { duplicatesOf, sameNamedDistricts } from '../../core/organisation/duplicates.ts'
import { respondentKey } from '../../core/organisation/organisation.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { readableAnswers } from '../../core/submission/answers.ts'
import { distinguish } from '../../db/organisation/distinction.write.ts'
import {
  answersOfMerge,
  type ComparableOrganisation,
  comparableOrganisations,
  type Merge,
  mergesSince,
} from '../../db/organisation/merge.read.ts'
import { type MergeOutcome, mergeOrganisations } from '../../db/organisation/merge.write.ts'
import type { Seeing } from '../../db/organisation/read.ts'
import {
  type MergedAnswer,
  reverseMerge,
  type UndoMergeOutcome,
} from '../../db/organisation/unmerge.write.ts'
import { formsOf } from '../../db/report/read.ts'
import type { Deps } from '../../deps.ts'

type Coordinating = Scope<'coordination'>

/** What can be said of two organisations: which one is kept, that they are two, or that this is open again. */
export const PAIR_CHOICES = ['one', 'other', 'two', 'open'] as const
export type PairChoice = (typeof PAIR_CHOICES)[number]

const DAY = 86_400_000

/** Organisations there that look like one by its names in a district, or by its decree. */
export async function duplicatesLike(
  scope: Seeing,
  { db }: Deps,
  one: { readonly names: readonly string[]; readonly district: string; readonly decreeNo: string | null },
): Promise<readonly ComparableOrganisation[]> {
  const districts = districtsOf(scope.network.provinces)
  const others = await comparableOrganisations(scope, db, sameNamedDistricts(one.district, districts))
  const alike = new Set(duplicatesOf({ id: '', ...one }, others, districts).map(({ id }) => id))
  return others.filter(({ id }) => alike.has(id))
}

/** Does what was chosen of two organisations; the key is that of the page, so that the same page sent twice merges once. */
export async function decidePair(
  scope: Coordinating,
  deps: Deps,
  [one, other]: readonly [string, string],
  choice: PairChoice,
  fields: Fields,
): Promise<MergeOutcome> {
  const { clock, random, db } = deps
  const now = clock.now()
  if (choice === 'two' || choice === 'open')
    return distinguish(scope, db, { one, other, now }, choice === 'two')
  const [kept, merged] = choice === 'one' ? [one, other] : [other, one]
  const id = readId(firstOf(fields, KEY_FIELD)) ?? newId(clock, random)
  return mergeOrganisations(scope, db, { id, kept, merged, now })
}

/** The last moment at which a merge can be undone (ms UTC). */
export const undoDeadline = ({ mergedAt }: Pick<Merge, 'mergedAt'>): number => mergedAt + UNDO_DAYS * DAY

/** The merges that can still be undone, the last first; those into one organisation where one is given. */
export const recentMerges = (
  scope: Seeing,
  { db, clock }: Deps,
  organisation?: string,
): Promise<readonly Merge[]> => mergesSince(scope, db, clock.now() - UNDO_DAYS * DAY, organisation)

async function touchedBy(
  scope: Coordinating,
  deps: Deps,
  { moved }: Merge,
): Promise<readonly MergedAnswer[]> {
  const sent = await answersOfMerge(scope, deps.db, moved)
  const formFor = await formsOf(deps.forms, sent)
  const read = sent.map(async (one): Promise<MergedAnswer | null> => {
    const form = formFor(one)
    if (!form) return null
    const { id } = one.submission
    const { answers } = await readableAnswers(deps.secrets, one.revision)
    const { organisation, district } = respondentOf(form, answers)
    const waits = moved.answers.find((answer) => answer.id === id)
    const key = respondentKey(organisation, district)
    return {
      id,
      revision: one.revision.key,
      key: waits ? (waits.isApart ? `${key}#${id}` : key) : null,
      isAssessed: form.instrument !== undefined,
      mail: newId(deps.clock, deps.random),
    }
  })
  return (await Promise.all(read)).filter((one) => one !== null)
}

/** What became of undoing; `owed` are steps to hint at. */
export interface UndoOutcome {
  readonly outcome: UndoMergeOutcome
  readonly owed: readonly string[]
}

/** Undoes a merge; the names that answers were sent under are read anew, since a merge keeps none of them. */
export async function undoMerge(scope: Coordinating, deps: Deps, merge: Merge): Promise<UndoOutcome> {
  const touched = await touchedBy(scope, deps, merge)
  const { id, kept, merged } = merge
  const outcome = await reverseMerge(scope, deps.db, {
    id,
    kept: kept.id,
    merged: merged.id,
    touched,
    now: deps.clock.now(),
  })
  const owed = touched
    .filter(({ isAssessed }) => isAssessed)
    .flatMap(({ revision, mail }) => [`assess:${revision}`, `deliver:${mail}`])
  return { outcome, owed: outcome === 'done' ? owed : [] }
}
