// What a draft is, said once.
import { type SQL, sql } from 'drizzle-orm'

/** Whether the answers of a draft are neither sent nor taken away. */
export const isLeft: SQL = sql`drafts.sent_at is null and drafts.withdrawn_at is null`

/** Whether a draft can still be gone on with at a moment (ms UTC). */
export const standsAt = (now: number): SQL => sql`${isLeft} and drafts.expires_at > ${now}`
