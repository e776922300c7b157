// A round as its form is filled in with it, for a coordinator to change: what settings.ts reads again.

import type { Fields } from '../form/fields.ts'
import { dayOf } from '../kernel/date.ts'
import { type Time, timeOf } from '../kernel/moment.ts'
import { LOCALES, type Text } from '../kernel/text.ts'
import type { RoundFoundation, RoundSettings } from './settings.ts'

/** Day, month and year, as Indonesians write them. */
const dayFirst = (iso: string): string => iso.split('-').toReversed().join('/')

const momentFields = (name: 'opens' | 'closes', moment: number | null, usual: Time, timeZone: string) =>
  [
    [`${name}_day`, [moment === null ? '' : dayFirst(dayOf(moment, timeZone))]],
    [`${name}_time`, [moment === null ? usual : timeOf(moment, timeZone)]],
  ] as const

/** What the form of a closing moment is filled in with. */
export const fieldsOfClosing = (closesAt: number | null, timeZone: string): Fields =>
  new Map(momentFields('closes', closesAt, '23:59', timeZone))

/** What the form of a new round is filled in with at first. */
export const fieldsOfNewRound = (timeZone: string): Fields =>
  new Map<string, readonly string[]>([
    ...momentFields('opens', null, '00:00', timeZone),
    ...momentFields('closes', null, '23:59', timeZone),
    ['audience', ['anyone']],
  ])

/** What the form of a round is filled in with. */
export function fieldsOfRound(
  round: RoundSettings & Omit<RoundFoundation, 'form'> & { readonly formId: string },
  timeZone: string,
): Fields {
  const texts = (name: string, text: Text | null) =>
    LOCALES.map((locale) => [`${name}_${locale}`, [text?.[locale] ?? '']] as const)
  return new Map<string, readonly string[]>([
    ['form', [round.formId]],
    ...texts('title', round.title),
    ...momentFields('opens', round.opensAt, '00:00', timeZone),
    ...momentFields('closes', round.closesAt, '23:59', timeZone),
    ['from', [round.referenceFrom === null ? '' : dayFirst(round.referenceFrom)]],
    ['to', [round.referenceTo === null ? '' : dayFirst(round.referenceTo)]],
    ['audience', [round.audience]],
    ['roles', round.audienceRoles],
    ['practice', round.practice ? ['yes'] : []],
    ['framing', [round.framing]],
    ['origins', [round.frameOrigins.join('\n')]],
    ...texts('closing', round.closingText),
  ])
}
