// Exact arithmetic on fractions of whole numbers, so that nothing drifts at a cut-off.
import type { Exact } from './scores.ts'

/** A number of zero or more, in lowest terms. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The fraction `numerator / denominator`, in lowest terms. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (numerator < 0n || denominator <= 0n) throw new RangeError(`${numerator}/${denominator} is no score`)
  const common = gcd(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

/** Reads `13/10`, `1.5` or `2` exactly; anything else is a mistake in a declaration and throws. */
export function parseFraction(text: string): Fraction {
  const [, whole, decimals, denominator] = /^(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text) ?? []
  if (whole === undefined) throw new RangeError(`not a number of zero or more: ${text}`)
  if (denominator !== undefined) return fraction(BigInt(whole), BigInt(denominator))
  const places = decimals ?? ''
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length))
}

/** Negative where `a` is less than `b`, 0 where they are equal, positive where it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** The mean of the parts, or null where there is none. */
export function mean(parts: readonly Fraction[]): Fraction | null {
  if (parts.length === 0) return null
  const sum = parts.reduce((total, part) =>
    fraction(
      total.numerator * part.denominator + part.numerator * total.denominator,
      total.denominator * part.denominator,
    ),
  )
  return fraction(sum.numerator, sum.denominator * BigInt(parts.length))
}

/** The fraction as it is stored, e.g. `13/10`; a whole number is `2/1`. */
export const exact = ({ numerator, denominator }: Fraction): Exact => `${numerator}/${denominator}`

/** The nearest JavaScript number, for sorting and JSON; never for comparing with a cut-off. */
export const toNumber = ({ numerator, denominator }: Fraction): number =>
  Number(numerator) / Number(denominator)

/** Decimal digits with a point, rounded half up from the exact fraction: 13/8 with 2 places is `1.63`. */
export function toDecimal({ numerator, denominator }: Fraction, places: number): string {
  const shifted = numerator * 10n ** BigInt(places)
  const rounded = (2n * shifted + denominator) / (2n * denominator)
  const digits = rounded.toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
