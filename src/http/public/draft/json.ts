// What a program is told of a saved draft.
import type { DraftState, RoundWithForm } from '../../../actions/submission/revision.ts'
import { type Fields, firstOf } from '../../../core/form/fields.ts'
import { dayOf, showDate } from '../../../core/kernel/date.ts'
import { showMoment } from '../../../core/kernel/moment.ts'
import { linkPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { zoneOf } from '../../../core/place/zone.ts'
import type { Deps } from '../../../deps.ts'

/** A draft as JSON: its moments in the words of a language, in the zone of whoever fills in the form. */
export function savedJson(
  { publicUrl }: Deps,
  { round, form }: RoundWithForm,
  fields: Fields,
  { link, version, savedAt, expiresAt }: DraftState & { readonly expiresAt?: number },
  locale: Locale,
) {
  const timeZone = zoneOf(firstOf(fields, form.respondent.district), round.network.timeZone)
  return {
    version,
    moment: showMoment(savedAt, timeZone, locale),
    link: publicUrl + linkPath('resume', link, locale),
    ...(expiresAt === undefined ? {} : { until: showDate(dayOf(expiresAt, timeZone), locale) }),
  }
}
