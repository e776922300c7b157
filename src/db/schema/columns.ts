// What columns of many tables have in common. Ids are UUIDs as text, moments are integers (ms UTC), days are ISO text, texts
// are JSON by language.
import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Locale, Text } from '../../core/kernel/text.ts'

/** The id of a row. */
export const id = () => text('id').primaryKey()

/** A text in every language. */
export const words = (name: string) => text(name, { mode: 'json' }).$type<Text>()

/** A language. */
export const locale = () => text('locale').$type<Locale>().notNull()

/** How often the link to a row was withdrawn. */
export const linkGeneration = () => integer('link_generation').notNull().default(0)

/** When a row was made. */
export const createdAt = () => integer('created_at').notNull()
