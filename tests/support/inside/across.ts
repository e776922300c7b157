// What belongs to two districts of one network, of which those of one district alone may not be told.
import { NOTHING_MOVED } from '../../../scripts/demo/doubles.ts'
import { idAt } from './every-table.ts'
import type { Place } from './places.ts'
import { START, type World } from './world.ts'

/** Relates an organisation of a place to one of another, tells them apart, and merges the one into the other and back. */
export async function addAcross(world: World, one: Place, other: Place): Promise<void> {
  const [first, second] = [one, other].map((place) => `'${idAt(place, 'organisations')}'`)
  const add = (table: string, columns: string, values: string) =>
    `insert into ${table} (network_id, ${columns}) values ('${idAt(one, 'networks')}', ${values})`
  const merge = (id: string, pair: string) =>
    add(
      'merges',
      'id, kept_id, merged_id, moved, merged_by, merged_at',
      `'${id}', ${pair}, '${JSON.stringify(NOTHING_MOVED)}', '', ${START - 1}`,
    )
  await world.exec(
    [
      add(
        'relations',
        'id, kind, organisation_id, other_id, from_day, created_at',
        `'across', 'pair', ${first}, ${second}, '2026-01-01', 0`,
      ),
      merge('across', `${first}, ${second}`),
      merge('back', `${second}, ${first}`),
      add('distinctions', 'one_id, other_id, decided_by, decided_at', `${first}, ${second}, '', 0`),
    ].join('\n'),
  )
}
