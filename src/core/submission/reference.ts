// The reference of a submission: short, readable aloud over a telephone, and opening nothing.
import type { Random } from '../kernel/ports.ts'
import { DIGITS, LETTERS } from '../kernel/spoken.ts'

const PATTERN = 'LLD-LLD-LLD'

/** A new reference such as `KX4-RT7-WN5`: 16^6 · 8^3, about 8.6 · 10^9 of them, with a digit in every third place. */
export function newReference(random: Random): string {
  const bytes = random.bytes(PATTERN.length)
  return Array.from(PATTERN, (kind, i) => {
    if (kind === '-') return kind
    const alphabet = kind === 'L' ? LETTERS : DIGITS
    // Both alphabets divide 256, so every character is equally likely.
    return alphabet[(bytes[i] ?? 0) % alphabet.length]
  }).join('')
}

/** For the ear: `K X 4, R T 7, W N 5`; a screen reader names each character and pauses at the commas. */
export const spellReference = (reference: string): string =>
  reference
    .split('-')
    .map((group) => Array.from(group).join(' '))
    .join(', ')
