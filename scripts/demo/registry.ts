// What the demo knows of its organisations: names, roles with their days, contacts, and which belong together.
import { newId } from '../../src/core/kernel/id.ts'
import { normaliseName } from '../../src/core/organisation/organisation.ts'
import { insert } from '../operate/rows.ts'
import type { Calendar } from './calendar.ts'
import type { Dice } from './chance.ts'
import type { DemoOrganisation } from './organisations.ts'

/** An organisation that stands in the registry, with its id there. */
export interface Registered extends DemoOrganisation {
  readonly id: string
}

/** Days ago since when the first of them are in the network. */
const SINCE = 600

/** Gives organisations their ids. */
export const registered = (
  organisations: readonly DemoOrganisation[],
  calendar: Calendar,
  dice: Dice,
): readonly Registered[] =>
  organisations.map((one) => ({ ...one, id: newId({ now: () => calendar.at(SINCE) }, dice) }))

/** The statements that put organisations into the registry of a network. */
export function registryRows(
  networkId: string,
  organisations: readonly Registered[],
  calendar: Calendar,
  dice: Dice,
): readonly string[] {
  const at = calendar.at(SINCE)
  const id = () => newId({ now: () => at }, dice)
  const name = (one: Registered, kind: string, text: string) =>
    insert('organisation_names', {
      id: id(),
      network_id: networkId,
      organisation_id: one.id,
      kind,
      name: text,
      normalised: normaliseName(text),
      created_at: at,
    })
  const role = (one: Registered, key: string, from: number, to: number | null) =>
    insert('roles', {
      id: id(),
      network_id: networkId,
      organisation_id: one.id,
      role: key,
      district: one.role === 'support-partner' ? null : one.district.code,
      from_day: calendar.day(from),
      to_day: to === null ? null : calendar.day(to),
    })
  return organisations.flatMap((one) => [
    insert('organisations', {
      id: one.id,
      network_id: networkId,
      legal_form: one.legalForm,
      district: one.district.code,
      status: isAsleep(one) ? 'inactive' : 'active',
      themes: one.themes,
      confirmed_at: at,
      created_at: at,
    }),
    name(one, 'official', one.name),
    ...(one.short ? [name(one, 'short', one.short)] : []),
    ...(one.number === 5 ? [name(one, 'former', `${one.name} Lama`)] : []),
    ...(one.number === 8 ? [name(one, 'alias', one.name.replace(' Contoh', ''))] : []),
    // One was a member before it became lead partner; the one that sleeps has no role any more.
    ...(one.number === 3
      ? [role(one, 'member', SINCE, 401), role(one, one.role, 400, null)]
      : [role(one, one.role, SINCE, isAsleep(one) ? 250 : null)]),
    insert('contacts', {
      id: id(),
      network_id: networkId,
      organisation_id: one.id,
      name: one.contact.name,
      position: one.contact.position,
      email: one.email,
      whatsapp: one.whatsapp,
      locale: 'id',
      opted_out_at: one.number === 40 ? calendar.at(100) : null,
      created_at: at,
    }),
  ])
}

/** One organisation of the demo stopped working. */
export const isAsleep = ({ number }: DemoOrganisation): boolean => number === 45

/** The statements that pair each lead partner with the forum of its district, and each forum with members near it. */
export function relationRows(
  networkId: string,
  organisations: readonly Registered[],
  calendar: Calendar,
  dice: Dice,
): readonly string[] {
  const at = calendar.at(SINCE)
  const forums = organisations.filter(({ role }) => role === 'learning-forum')
  const relation = (kind: 'pair' | 'member', organisation: Registered, other: Registered) =>
    insert('relations', {
      id: newId({ now: () => at }, dice),
      network_id: networkId,
      kind,
      organisation_id: organisation.id,
      other_id: other.id,
      from_day: calendar.day(SINCE),
      to_day: isAsleep(other) ? calendar.day(250) : null,
      created_at: at,
    })
  /** The forum of the district that stands last before one's own, in the ministry's order. */
  const nearest = ({ district }: Registered) =>
    forums.filter((forum) => forum.district.code <= district.code).at(-1)
  return organisations.flatMap((one) => {
    const forum = nearest(one)
    if (!forum) return []
    if (one.role === 'lead-partner') return [relation('pair', one, forum)]
    return one.role === 'member' ? [relation('member', forum, one)] : []
  })
}
