// Ids: UUIDs, version 7 where the moment of making may be known, so that rows made together lie together.
import { sha256 } from './canonical.ts'
import type { Clock, Random } from './ports.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new UUIDv7 (RFC 9562 §5.7): 48 bits of time in milliseconds, and 74 of the random bits of a version 4. */
export function newId(clock: Clock, random: Random): string {
  const time = clock.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.uuid().slice(15)}`
}

/** A UUID from outside in lower case, or null where it is none. */
export function readId(text: string | undefined): string | null {
  const id = text?.trim().toLowerCase() ?? ''
  return UUID.test(id) ? id : null
}

/**
 * What is stored of a key that a page posts: its digest. Posting the key again leads to the receipt, so a dump of the
 * database must not tell it; 74 random bits are not guessed from SHA-256. No secret is in it: rotating secrets makes
 * no repetition unknown.
 */
export const digestOfKey = async (key: string): Promise<string> => (await sha256(`key ${key}`)).slice(0, 32)

/** The moment inside a UUIDv7 in ms UTC, or null for other versions, which carry none. */
export function madeAt(id: string): number | null {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : null
}
