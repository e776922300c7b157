// How long signing in lasts: the mailed link, and the session it begins; and what is stored of a session.
import { toBase64url } from '../kernel/base64url.ts'
import { sha256 } from '../kernel/canonical.ts'
import type { Random } from '../kernel/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a mailed link signs in, in ms. */
export const SIGN_IN_LASTS = 15 * MINUTE

/**
 * How many such mails a person gets within how long (ms): one for each link, of which one lives at a time, and `again` of one
 * that still lives. Whoever asks in somebody's name keeps nobody out by that: what was mailed last lives, or a new one is mailed.
 */
export const SIGN_INS = { again: 1, most: HOUR / SIGN_IN_LASTS + 1, within: HOUR } as const

/** How many links a person has within an hour, spent ones included: each but one was spent, or ran out. */
export const MOST_LINKS = 20

/** A session ends so long after it began, and so long after it was last seen, whichever comes first (ms). */
export const SESSION_LASTS = 30 * DAY
export const SESSION_IDLE = 7 * DAY

/** How old what is written of "last seen" may become (ms): a visit need not write. */
export const SEEN_EVERY = HOUR

/** How long links and sessions that ended are kept (ms). */
export const KEPT_AFTER_END = 30 * DAY

/** Whether a mailed link would still sign in. */
export const isUsable = (
  { expiresAt, usedAt }: { readonly expiresAt: number; readonly usedAt: number | null },
  now: number,
): boolean => usedAt === null && now < expiresAt

/** A new token for a cookie: 256 bits that nobody can foresee, as text. */
export const newToken = (random: Random): string => toBase64url(random.bytes(32))

/** What is stored of a token, so that a dump of the database signs nobody in. */
export const hashOfToken = (token: string): Promise<string> => sha256(`session ${token}`)
