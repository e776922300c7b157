// Chance that falls the same way every time, so that the demo of one day is always the same.
import type { Random } from '../../src/core/ports.ts'

/** A source of chance, and what is drawn from it most. */
export interface Dice extends Random {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number from 0 up to, but not, `count`. */
  below(count: number): number
  /** One of several. */
  of<T>(several: readonly T[]): T
}

/** Chance from a number: mulberry32, which is enough for a demo and for nothing else. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    below,
    of(several) {
      const one = several[below(several.length)]
      if (one === undefined) throw new Error('there is nothing to draw from')
      return one
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  }
}
