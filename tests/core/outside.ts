// The outside, held still: a clock that stands and bytes that can be foreseen.
import { uuidOf } from '../../scripts/demo/chance.ts'
import type { Clock, Random } from '../../src/core/kernel/ports.ts'

/** A clock that stands at a moment. */
export const clockAt = (now: number): Clock => ({ now: () => now })

const randomOf = (bytes: Random['bytes']): Random => ({ bytes, uuid: () => uuidOf(bytes(16)) })

/** Gives these bytes over and over. */
export const foreseen = (...given: readonly number[]): Random =>
  randomOf((length) => Uint8Array.from({ length }, (_, i) => given[i % given.length] ?? 0))

/** Never gives the same bytes twice. */
export function fresh(): Random {
  let call = 0
  return randomOf((length) => {
    call += 1
    return Uint8Array.from({ length }, (_, i) => (call >> (8 * (i % 4))) & 0xff)
  })
}

/** A setting of keys, newest first: `keys('b', 'a')`. The same name always stands for the same key. */
export const keys = (...names: readonly string[]): string =>
  names.map((name) => `${name}:${name.charCodeAt(0).toString(16).repeat(32)}`).join(',')
