// Chance that falls the same way every time, so that the demo of one day is always the same.
import type { Random } from '../../src/core/kernel/ports.ts'

/** A source of chance, and what is drawn from it most. */
export interface Dice extends Random {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number from 0 up to, but not, `count`. */
  below(count: number): number
  /** One of several. */
  of<T>(several: readonly T[]): T
}

/** Sixteen bytes as a UUID of version 4 (RFC 9562 §5.4), for chance that can be foreseen. */
export function uuidOf(bytes: Uint8Array): string {
  const versioned = bytes.with(6, 0x40 | ((bytes[6] ?? 0) & 0x0f)).with(8, 0x80 | ((bytes[8] ?? 0) & 0x3f))
  const hex = Array.from(versioned, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
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
  const bytes = (length: number) => Uint8Array.from({ length }, () => below(256))
  return {
    next,
    below,
    of(several) {
      const one = several[below(several.length)]
      if (one === undefined) throw new Error('there is nothing to draw from')
      return one
    },
    bytes,
    uuid: () => uuidOf(bytes(16)),
  }
}
