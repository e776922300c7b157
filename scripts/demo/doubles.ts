// Organisations that stand twice in the demo's registry: one pair that nobody has looked at yet, and one that was merged.
import { newId } from '../../src/core/kernel/id.ts'
import type { MergeRecord } from '../../src/core/network/registry.ts'
import { demoAdministrator } from '../demo.ts'
import { insert, literal } from '../operate/rows.ts'
import type { Calendar } from './calendar.ts'
import type { Dice } from './chance.ts'
import { type Registered, registryRows } from './registry.ts'

/** What a merge moved where both organisations had everything that the other one has. */
export const NOTHING_MOVED: MergeRecord = {
  submissions: [],
  assessments: [],
  registrations: [],
  names: [],
  roles: [],
  contacts: [],
  relations: [],
  tied: [],
  official: null,
  filled: { legalForm: null, decreeNo: null, npwp: null, themes: null, confirmedAt: null },
  answers: [],
}

/** The statements that list two members of a network a second time, and merge one of the two again. */
export function doubleRows(
  networkId: string,
  organisations: readonly Registered[],
  calendar: Calendar,
  dice: Dice,
): readonly string[] {
  const [one, other] = organisations.filter(({ role, short }) => role === 'member' && short === null)
  if (!one || !other) throw new Error('the demo has no members')
  const at = calendar.at(9, '10:20')
  const twin = (like: Registered, name: string): Registered => ({
    ...like,
    id: newId({ now: () => at }, dice),
    number: organisations.length,
    name,
  })
  const merged = twin(other, other.name.toUpperCase())
  const twins = [twin(one, one.name.replace(/^\S+ /, 'Yys. ')), merged]
  return [
    ...registryRows(networkId, twins, calendar, dice),
    `update organisations set merged_into = ${literal(other.id)} where id = ${literal(merged.id)};`,
    insert('merges', {
      id: newId({ now: () => at }, dice),
      network_id: networkId,
      kept_id: other.id,
      merged_id: merged.id,
      moved: NOTHING_MOVED,
      merged_by: demoAdministrator.personId,
      merged_at: at,
    }),
  ]
}
