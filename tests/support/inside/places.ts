// Four places of the tests: two networks with two districts each, and marks by which everything that belongs to one is known.

/** A district of a network; `all`: what belongs to the network as a whole. */
export interface Place {
  readonly network: 1 | 2
  readonly side: 'a' | 'b' | 'all'
}

export const PLACES: readonly Place[] = ([1, 2] as const).flatMap((network) =>
  (['a', 'b'] as const).map((side) => ({ network, side })),
)

/** Kemendagri codes. */
export const DISTRICTS = { a: '35.07', b: '35.78', all: '35.07' } as const

const sideOf = ({ side }: Place): string => (side === 'all' ? '' : side)

/** What stands in every text of a place, and nowhere else. */
export const markOf = (place: Place): string => `tempat${place.network}${sideOf(place)}`

/** What every id of a place begins with, and no other one: those that are made in tests tell their time. */
const beginningOf = (place: Place): string => `01900000-0000-7000-8f${place.network}${sideOf(place)}`

/** The id of a row; `table` tells tables apart. */
export const idOf = (place: Place, table: number, index: number): string => {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  return `${beginningOf(place).padEnd(23, '0')}-${hex(table, 4)}${hex(index, 8)}`
}

/** Finds what belongs to a place in a text, or all that belongs to a network; whichever case it is in. */
export const marksOf = (place: Place): RegExp => new RegExp(`${markOf(place)}|${beginningOf(place)}`, 'i')
