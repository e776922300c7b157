// The running copy of the worker that asks: no two of them visit the same one at once.
import { inject } from 'vitest'
import type { Place } from './started.ts'

/** The copy that belongs to this worker. */
export function ownPlace(): Place {
  // vitest numbers its workers from 1; a later one has the number of one that has ended.
  const place = inject('places')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!place) throw new Error(`There is no copy for worker ${process.env.VITEST_POOL_ID}.`)
  return place
}
