// The id of a request, for the log, and the short code of it that a person can read aloud.
import type { Random } from './ports.ts'
import { DIGITS, LETTERS } from './spoken.ts'

// What Cloudflare names a request by, before the place that took it: `8f1b2c3d4e5f6071-SIN`.
const RAY = /^([\da-f]{16})(?:-|$)/

/** The id of a request: Cloudflare's own, by which it is found there too, or one of chance. 16 hexadecimal digits. */
export const newRequestId = (ray: string | undefined, random: Random): string =>
  RAY.exec(ray ?? '')?.[1] ??
  Array.from(random.bytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The code that stands for an id on a page, such as `KX4-RT7`: of its last six digits, so about one in four million. */
export function spokenCode(id: string): string {
  const digits = Array.from(id.slice(-6), (digit) => Number.parseInt(digit, 16))
  const code = digits
    .map((value, i) => (i % 3 === 2 ? DIGITS[value % DIGITS.length] : LETTERS[value]))
    .join('')
  return `${code.slice(0, 3)}-${code.slice(3)}`
}
