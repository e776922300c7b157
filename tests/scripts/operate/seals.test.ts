// The list of what is sealed with which key, as docs/operating.md has operators ask for it: before a key leaves the ring.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../../scripts/run/place.ts'
import { sealedColumns } from '../../../src/db/schema/index.ts'
import { newDatabase } from '../database.ts'

const guide = readFileSync(join(root, 'docs/operating.md'), 'utf8')
const [, asked = ''] = /--command \\\n {2}"(select '[^"]*_sealed[^"]*)"/.exec(guide) ?? []

it('counts every sealed column by version and key', () => {
  const database = newDatabase()
  database.exec('pragma foreign_keys = off')
  const put = (table: string, column: string, id: string, texts: readonly string[]) => {
    const needed = database
      .prepare(
        `select name, type from pragma_table_info('${table}') where "notnull" = 1 and dflt_value is null`,
      )
      .all()
      .map((row) => ({ name: String(row.name), value: row.type === 'integer' ? '0' : "''" }))
      .filter(({ name }) => name !== id && name !== column)
    for (const [at, text] of texts.entries()) {
      // One submission has one revision of each number.
      const values = needed.map(({ name, value }) => (name === 'number' ? String(at) : value))
      database.exec(
        `insert into ${table} (${[id, column, ...needed.map(({ name }) => name)].join()}) values ('${at}', ${text}, ${values.join()})`,
      )
    }
  }
  for (const { table, column, id } of sealedColumns)
    put(table, column, id, ["'Bbxxxx'", "'Bbyyyy'", "'Baxxxx'", "'axxxxx'", "'bxxxxx'", 'null'])
  const counted = database.prepare(asked).all()
  expect(counted.map((row) => Object.values(row))).toEqual(
    sealedColumns
      .map(({ field }) => field)
      .toSorted()
      .flatMap((field) => [
        [field, 'Ba', 1],
        [field, 'Bb', 2],
        [field, 'a', 1],
        [field, 'b', 1],
      ]),
  )
})
