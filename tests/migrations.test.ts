// Migrations only ever add, and fill what they add: a table that has children cannot be rebuilt on D1 without losing them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { root } from '../scripts/run/place.ts'
import * as schema from '../src/db/schema/index.ts'

const folder = join(root, 'migrations')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
const TRIGGERS = /^CREATE TRIGGER (\w+) BEFORE (?:UPDATE|DELETE) ON (\w+)\b([\s\S]*)$/i
const statementsOf = (sql: string): readonly string[] =>
  sql
    .split('--> statement-breakpoint')
    // What a trigger does ends in semicolons of its own.
    .flatMap((part) => (TRIGGERS.test(part.trim()) ? [part.trim().replace(/;$/, '')] : part.split(/;\s*$/m)))
    .map((statement) => statement.trim())
    .filter(Boolean)

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'meta', name), 'utf8'))
const migrations = files.map((name) => statementsOf(readFileSync(join(folder, name), 'utf8')))
const statements = migrations.flat()

const NAME = '[`"]?(\\w+)[`"]?'
const CREATES = new RegExp(`^CREATE TABLE ${NAME} \\(([\\s\\S]*)\\)$`, 'i')
const ADDS = new RegExp(`^ALTER TABLE ${NAME} ADD (?:COLUMN )?${NAME} ([\\s\\S]*)$`, 'i')
const INDEXES = new RegExp(`^CREATE (?:UNIQUE )?INDEX ${NAME} ON ${NAME} `, 'i')

const DROPS_INDEX = new RegExp(`^DROP INDEX ${NAME};?$`, 'i')
const INSERTS = /^INSERT INTO [`"]?(\w+)[`"]? \(/i
const FILLS = new RegExp(`^UPDATE ${NAME} SET\\b([\\s\\S]*)$`, 'i')

/** Whether a statement fills nothing but columns that statements before it, in the same migration, added. */
function fillsAdded(statement: string, before: readonly string[]): boolean {
  const [, table = '', body = ''] = FILLS.exec(statement) ?? []
  const columns = [...`,${body}`.matchAll(/,\s*[`"]?(\w+)[`"]? = /g)].map(([, column]) => column)
  const added = before.flatMap((one) => {
    const [, altered, column] = ADDS.exec(one) ?? []
    return altered === table ? [column] : []
  })
  return columns.length > 0 && columns.every((column) => added.includes(column))
}

/** Whether a statement fills a table that statements before it, in the same migration, added. */
function fillsCreated(statement: string, before: readonly string[]): boolean {
  const [, table] = INSERTS.exec(statement) ?? []
  return table !== undefined && before.some((one) => CREATES.exec(one)?.[1] === table)
}

/** Whether a statement makes a trigger that refuses what it is asked about, and does nothing else. */
const refuses = (statement: string): boolean =>
  /\bBEGIN\s+SELECT raise\(abort, '[^']+'\);\s*END$/i.test(TRIGGERS.exec(statement)?.[3] ?? '')

/** Why a statement may not stand in a migration after others, or null. */
function faultIn(statement: string, before: readonly string[] = []): string | null {
  if (DROPS_INDEX.test(statement) || fillsAdded(statement, before)) return null
  if (fillsCreated(statement, before) || refuses(statement)) return null
  if (/\bDROP\b|__new_|\bRENAME\b|\bPRAGMA\b/i.test(statement)) return 'rebuilds or removes'
  if (/\bON (?:DELETE|UPDATE) (?!no action)/i.test(statement)) return 'changes other rows by itself'
  if (/\bCHECK\s*\(/i.test(statement)) return 'lists what may change'
  const added = ADDS.exec(statement)?.[3]
  if (added && /\bNOT NULL\b/i.test(added) && !/\bDEFAULT\b/i.test(added))
    return 'has no value for rows that are there'
  return added || CREATES.test(statement) || INDEXES.test(statement)
    ? null
    : 'is neither table nor column nor index'
}

/** Tables with their columns, as the migrations leave them. */
function tablesIn(sql: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const tables: Record<string, string[]> = {}
  for (const statement of sql) {
    const [, created, body] = CREATES.exec(statement) ?? []
    if (created && body)
      tables[created] = body
        .split('\n')
        .flatMap((line) => /^\s*[`"](\w+)[`"] (?:text|integer|real|blob|numeric)\b/i.exec(line)?.[1] ?? [])
    const [, altered, column] = ADDS.exec(statement) ?? []
    if (altered && column) tables[altered]?.push(column)
  }
  return tables
}

const declared = Object.values(schema)
  .filter((value) => is(value, SQLiteTable))
  .map((table) => getTableConfig(table))

const sorted = (tables: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, columns.toSorted()]))

describe('the migrations', () => {
  it('only add', () => {
    expect(statements.length).toBeGreaterThan(80)
    const faulty = migrations.flatMap((all) =>
      all.filter((statement, at) => faultIn(statement, all.slice(0, at)) !== null),
    )
    expect(faulty).toEqual([])
  })

  it('are all listed in the journal, in the order of their names, and nothing else is', () => {
    const tags = files.map((name) => name.replace(/\.sql$/, ''))
    expect(readJson('_journal.json')).toMatchObject({ entries: tags.map((tag, idx) => ({ idx, tag })) })
    expect(readdirSync(join(folder, 'meta')).sort()).toEqual(
      [...tags.map((tag) => `${tag.slice(0, 4)}_snapshot.json`), '_journal.json'].sort(),
    )
  })

  it('make the tables and columns that the schema declares', () => {
    const wanted = declared.map(({ name, columns }) => [name, columns.map((column) => column.name)] as const)
    expect(wanted.length).toBeGreaterThan(10)
    expect(sorted(tablesIn(statements))).toEqual(sorted(Object.fromEntries(wanted)))
  })

  it('make the indexes that the schema declares', () => {
    const dropped = statements.flatMap((statement) => DROPS_INDEX.exec(statement)?.[1] ?? [])
    const named = statements
      .flatMap((statement) => INDEXES.exec(statement)?.[1] ?? [])
      .filter((name) => !dropped.includes(name))
    const wanted = declared.flatMap(({ name, indexes, columns }) => [
      ...indexes.map(({ config }) => config.name),
      ...columns.flatMap((column) =>
        column.isUnique ? (column.uniqueName ?? `${name}_${column.name}_unique`) : [],
      ),
    ])
    expect(named.toSorted()).toEqual(wanted.toSorted())
  })

  it('lag behind in nothing: another one would be empty', async () => {
    const last = files.at(-1)?.slice(0, 4)
    const { tables, views, enums } = await generateSQLiteDrizzleJson({ ...schema })
    expect(readJson(`${last}_snapshot.json`)).toMatchObject(
      JSON.parse(JSON.stringify({ tables, views, enums })),
    )
    expect(Object.keys(tables).toSorted()).toEqual(declared.map(({ name }) => name).toSorted())
  })
})

const REFUSED: readonly (readonly [what: string, statement: string])[] = [
  ['drops a table', 'DROP TABLE `roles`'],
  ['drops a table if it is there', 'drop table if exists roles'],
  ['builds a table anew', 'CREATE TABLE `__new_roles` (\n\t`id` text\n)'],
  ['renames a table', 'ALTER TABLE `roles` RENAME TO `parts`'],
  ['renames a column', 'ALTER TABLE `roles` RENAME COLUMN `role` TO `part`'],
  ['drops a column', 'ALTER TABLE `roles` DROP COLUMN `role`'],
  ['switches foreign keys off', 'PRAGMA foreign_keys=OFF'],
  [
    'removes children with their parent',
    'CREATE TABLE `a` (\n\tFOREIGN KEY (`b`) REFERENCES `b`(`id`) ON DELETE cascade\n)',
  ],
  [
    'forgets parents',
    'CREATE TABLE `a` (\n\tFOREIGN KEY (`b`) REFERENCES `b`(`id`) ON UPDATE no action ON DELETE SET NULL\n)',
  ],
  ['lists what a column may hold', "CREATE TABLE `a` (\n\t`kind` text CHECK (kind in ('x'))\n)"],
  ['adds a column that rows must have', 'ALTER TABLE `roles` ADD `seat` text NOT NULL'],
  ['empties a table', 'DELETE FROM `roles`'],
  ['changes rows', "UPDATE `roles` SET `role` = 'x'"],
]

const TAKEN: typeof REFUSED = [
  [
    'adds a table',
    'CREATE TABLE `a` (\n\t`b` text,\n\tFOREIGN KEY (`b`) REFERENCES `b`(`id`) ON UPDATE no action ON DELETE no action\n)',
  ],
  ['adds a column that may be empty', 'ALTER TABLE `roles` ADD `seat` text'],
  ['adds a column with a value for every row', "ALTER TABLE `roles` ADD `seat` text DEFAULT 'none' NOT NULL"],
  ['drops an index', 'DROP INDEX `roles_by_organisation`'],
  ['adds an index', 'CREATE UNIQUE INDEX `a_by_b` ON `a` (`b`) WHERE dead_at is null'],
]

describe('a migration', () => {
  const faultless = (statements: typeof REFUSED) =>
    statements.filter(([, statement]) => faultIn(statement) === null)

  it('is refused where it removes, rebuilds, or asks of rows what they cannot have', () => {
    expect(faultless(REFUSED)).toEqual([])
  })

  it('is taken where it adds', () => {
    expect(faultless(TAKEN)).toEqual(TAKEN)
  })

  it('is read statement by statement, and column by column', () => {
    const sql =
      'CREATE TABLE `a` (\n\t`id` text PRIMARY KEY NOT NULL,\n\tPRIMARY KEY(`id`)\n);\n--> statement-breakpoint\nALTER TABLE `a` ADD `b` integer;'
    expect(statementsOf(sql)).toHaveLength(2)
    expect(tablesIn(statementsOf(sql))).toEqual({ a: ['id', 'b'] })
  })

  it('may fill a column that it has added, and no other', () => {
    const before = ['ALTER TABLE `roles` ADD `seat` text']
    expect(faultIn(`UPDATE roles SET seat = 'x'`, before)).toBe(null)
    expect(faultIn(`UPDATE roles SET seat = 'x', role = 'y'`, before)).not.toBe(null)
    expect(faultIn(`UPDATE parts SET seat = 'x'`, before)).not.toBe(null)
  })

  it('may fill a table that it has added, and no other', () => {
    const before = ['CREATE TABLE `seats` (\n\t`id` text\n)']
    expect(faultIn('INSERT INTO seats (id) SELECT id FROM roles', before)).toBe(null)
    expect(faultIn('INSERT INTO roles (id) SELECT id FROM seats', before)).not.toBe(null)
  })

  it('may refuse by a trigger, and change nothing by one', () => {
    const trigger = (body: string) => `CREATE TRIGGER a BEFORE UPDATE ON events\nBEGIN\n  ${body};\nEND`
    expect(faultIn(trigger(`SELECT raise(abort, 'no')`))).toBe(null)
    expect(faultIn(trigger(`DELETE FROM events`))).not.toBe(null)
    expect(faultIn(trigger(`SELECT raise(abort, 'no'); DELETE FROM events`))).not.toBe(null)
  })
})
