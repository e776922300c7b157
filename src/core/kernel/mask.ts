// Addresses shown so far that their owner knows them, and no further.

/**
 * `bu.siti@contoh.id` → `b…i@contoh.id`: the domain stays, so that a mistyped one is seen.
 * One ellipsis, which a screen reader passes over or says once, where bullets and asterisks are counted out.
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const shown = local.length > 2 ? `${local[0]}…${local.at(-1)}` : '…'
  return `${shown}${address.slice(at)}`
}

/** `+6281234567890` → `+62…890`: the end is enough to know one's own number by. */
export const maskPhone = (number: string): string => `${number.slice(0, 3)}…${number.slice(-3)}`

/** A text without the addresses in it, e.g. what a mail service answered: reasons are stored and logged. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>"'@]{1,64}@[^\s<>"'@]+/g, '(address)')
