// What reaches D1 of hand-written statements: the text and the parameters that drizzle would make of them.
import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { atomically, type Database } from '../../src/db/database.ts'
import { rounds } from '../../src/db/schema/index.ts'

const dialect = new SQLiteAsyncDialect()

/** What a database is asked, which answers nothing. */
async function asked(...statements: readonly SQLWrapper[]) {
  const seen: { sql: string; params: unknown[] }[] = []
  const client = {
    prepare: (text: string) => ({ bind: (...params: unknown[]) => ({ sql: text, params }) }),
    batch: async (batch: typeof seen) => {
      seen.push(...batch)
      return []
    },
  }
  // Only the client is asked.
  const db = { $client: client, $again: (act: () => unknown) => act() }
  await atomically(db as unknown as Database, statements)
  return seen
}

const drizzles = (statement: SQL) => {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { sql: text, params: params.map((one) => (typeof one === 'boolean' ? Number(one) : one)) }
}

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
const column = fc.constantFrom(eq(rounds.slug, 'x'), sql`${rounds.id} = ${rounds}`, sql`${['a', 'b']}`)
const { statement } = fc.letrec<{ statement: SQL; part: unknown }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, value, tie('statement'), column),
  statement: fc
    .array(tie('part'), { maxLength: 4 })
    .map((parts) => parts.reduce<SQL>((before, part) => sql`${before} and (${part}) -- ?`, sql`select 1`)),
}))

it('values, statements within statements and columns of tables alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 3 }), async (statements) => {
      expect(await asked(...statements)).toEqual(statements.map(drizzles))
    }),
  )
})
