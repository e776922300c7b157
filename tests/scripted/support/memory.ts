// A D1 database in the memory of this process, as far as the application asks one: for tests of what pages do in a browser.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/** One statement with its values. */
interface Bound {
  readonly sql: string
  readonly params: readonly SQLInputValue[]
}

/** Runs a statement and gives its rows, by column or as lists of values. */
function rowsOf(database: DatabaseSync, { sql, params }: Bound, asLists: boolean): unknown[] {
  const statement = database.prepare(sql)
  statement.setReturnArrays(asLists)
  return statement.all(...params)
}

const resultOf = (results: unknown[]) => ({ results, success: true, meta: {} })

function statementOf(database: DatabaseSync, bound: Bound) {
  const all = async () => resultOf(rowsOf(database, bound, false))
  return {
    bound,
    bind: (...params: SQLInputValue[]) => statementOf(database, { ...bound, params }),
    all,
    run: all,
    raw: async () => rowsOf(database, bound, true),
  }
}

/** Runs statements as one transaction. */
function runTogether(database: DatabaseSync, statements: readonly { readonly bound: Bound }[]) {
  database.exec('begin')
  try {
    const results = statements.map(({ bound }) => resultOf(rowsOf(database, bound, false)))
    database.exec('commit')
    return results
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}

/** The binding of a database; nothing of it is asked for but what stands here. */
export function bindingOf(database: DatabaseSync): D1Database {
  const binding = {
    prepare: (sql: string) => statementOf(database, { sql, params: [] }),
    batch: async (statements: readonly { readonly bound: Bound }[]) => runTogether(database, statements),
  }
  return binding as unknown as D1Database
}
