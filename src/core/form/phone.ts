// Indonesian telephone numbers, as people write them and as they are stored.

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

// Jakarta, Bandung, Bogor, Surabaya and Medan have area codes of two digits, all others of three.
const AREA = /^0(?:2[124]|31|61|\d{3})/

/**
 * A stored number as people write it here: `+6281234567890` is `0812 3456 7890`, `+62341123456` is `0341 123456`.
 * Reading it gives the stored number again. Whatever is no stored number stays as it is.
 */
export function showPhone(number: string): string {
  const [, national] = /^\+62([1-9]\d{7,11})$/.exec(number) ?? []
  if (national === undefined) return number
  const dialled = `0${national}`
  if (national.startsWith('8')) return [dialled.slice(0, 4), dialled.slice(4, 8), dialled.slice(8)].join(' ')
  return dialled.replace(AREA, '$& ')
}
