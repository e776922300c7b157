// What a draft is, said once.
import { type SQL, sql } from 'drizzle-orm'

/** Whether the answers of a draft are neither sent nor taken away. */
export const isLeft: SQL = sql`drafts.sent_at is null and drafts.withdrawn_at is null`

/** The district that the answers of a draft name, by the question of its form that asks for it; empty where they name none. */
export const districtOfDraft = (question: string): SQL =>
  sql`coalesce(json_extract(drafts.answers, ${`$."${question}"[0]`}), '')`

/** Whether a draft can still be gone on with at a moment (ms UTC). */
export const standsAt = (now: number): SQL => sql`${isLeft} and drafts.expires_at > ${now}`
