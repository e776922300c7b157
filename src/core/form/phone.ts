// Indonesian telephone numbers, as people write them.

/**
 * Reads `0812…`, `62812…`, `+62 812…`, `+62 0812…` or `812…`, with spaces, dots, dashes or brackets,
 * as E.164 (`+62` and 8 to 12 more digits). Null where it is no Indonesian number.
 */
export function readPhone(typed: string): string | null {
  const digits = typed.replace(/[\s().\-‐‑–/]/g, '').replace(/^00/, '+')
  // After a plus stands a country; without one, 62, 0 and 8 are how numbers of this country begin.
  const national = digits.replace(/^\+?62/, '').replace(/^0/, '')
  const isOurs = /^(\+62|62|0|8)/.test(digits)
  return isOurs && /^[1-9]\d{7,11}$/.test(national) ? `+62${national}` : null
}
