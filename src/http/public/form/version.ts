// The form as somebody began it: a draft or a page kept by a browser may show an earlier version than the round asks now.
import type { RoundWithForm } from '../../../actions/submission/revision.ts'
import { FORM_FIELD } from '../../../core/draft/draft.ts'
import { type Fields, firstOf } from '../../../core/form/fields.ts'
import { withPlaces } from '../../../core/form/places.ts'
import { districtsOf } from '../../../core/place/regions.ts'
import { isPublished } from '../../../db/form/read.ts'
import type { Round } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'

const HASH = /^[0-9a-f]{64}$/

/** A round with the version of its form that has a hash; null where none of the round's form has it. */
export async function roundAtForm(deps: Deps, round: Round, hash: string): Promise<RoundWithForm | null> {
  const form = HASH.test(hash) ? await deps.forms.byHash(hash) : null
  if (form?.id !== round.formId) return null
  return {
    round,
    form: withPlaces(form, districtsOf(round.network.provinces)),
    formHash: hash,
    unpublished: (await isPublished(deps.db, hash)) ? null : form,
  }
}

/**
 * The round with the form that a posted page shows, so that its answers are read as they were asked. A page that tells no
 * form, or one nobody knows, is read as the round asks now.
 */
export async function roundAsPosted<Opened extends RoundWithForm>(
  deps: Deps,
  opened: Opened,
  fields: Fields,
): Promise<RoundWithForm> {
  const hash = firstOf(fields, FORM_FIELD)
  return hash === '' || hash === opened.formHash
    ? opened
    : ((await roundAtForm(deps, opened.round, hash)) ?? opened)
}
