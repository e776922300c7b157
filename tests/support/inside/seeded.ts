// Chance that a seed fixes: the same seed draws the same keys, links and seals.
import type { Random } from '../../../src/core/kernel/ports.ts'

/** Numbers in [0, 1) that a seed fixes (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes and UUIDs of version 4 that a seed fixes. */
export function seededRandom(seed: number): Random {
  const next = seeded(seed)
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256))
  const uuid = () => {
    const hex = Array.from(bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
  }
  return { bytes, uuid }
}
