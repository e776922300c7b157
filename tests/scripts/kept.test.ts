// A database of the last release is migrated: what staff read of it is the same before and after.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Memory, memoryDatabase } from '../../scripts/demo/database.ts'
import type { Person } from '../../src/core/kernel/scope.ts'
import { everythingRead } from './kept/reading.ts'

/** The migration that the release ends with, and the moment at which its database was read (ms UTC). */
const LAST = '0006_drafts.sql'
const NOW = Date.UTC(2026, 10, 23, 5)

const kept = (name: string): string =>
  brotliDecompressSync(readFileSync(join(import.meta.dirname, 'kept', name))).toString()

let memory: Memory
beforeAll(() => {
  memory = memoryDatabase(LAST)
  memory.exec(kept('0.1.0.sql.br'))
  // The demo mails nobody on the staff.
  memory.exec(
    `insert into deliveries (id, network_id, kind, subject_id, recipient, locale, handed_at, created_at)
     select 'digest', network_id, 'digest', id, 'x@contoh.example', 'id', 1, 0 from memberships limit 1`,
  )
  memory.migrate(LAST)
})

/** The networks, each as one of its people may see all of it. */
function wholeScopes() {
  const [person] = memory.rows('select id, name, email, locale from people limit 1')
  return memory.rows('select id, slug, name, time_zone, provinces from networks').map((network) => ({
    network: {
      id: String(network.id),
      slug: String(network.slug),
      name: JSON.parse(String(network.name)),
      timeZone: String(network.time_zone),
      provinces: JSON.parse(String(network.provinces)),
      logo: null,
    },
    role: 'administrator' as const,
    districts: null,
    // The columns are named in the statement.
    person: person as unknown as Person,
  }))
}

test('ledger, boards, lists, organisations and mails are the same', async () => {
  const read = await everythingRead(memory.db, wholeScopes(), NOW)
  // How many organisations there are was told by each of them once, for the pager alone.
  const before: unknown = JSON.parse(kept('0.1.0.json.br'), (key, value) =>
    key === 'listed' ? value.map(({ count, ...rest }: { count: unknown }) => rest) : value,
  )
  expect(JSON.parse(JSON.stringify(read))).toEqual(before)
})

describe('what is new stands for what was there', () => {
  const count = (sql: string) => Number(Object.values(memory.rows(`select count(*) as n ${sql}`)[0] ?? {})[0])

  test('of every answer its sender is told', () => {
    expect(count('from submissions where respondent_name is null or respondent_district is null')).toBe(0)
    expect(
      count(`from submissions where respondent_name <> '' and respondent_email is not null`),
    ).toBeGreaterThan(100)
    expect(
      count(
        `from submissions where respondent_key not like '%#%' and respondent_district <> substr(respondent_key, 1, instr(respondent_key, '/') - 1)`,
      ),
    ).toBe(0)
  })

  test('every step has its kind, its subject and a class', () => {
    expect(count('from steps')).toBeGreaterThan(0)
    expect(count(`from steps where id is not kind || ':' || subject_id or class is null`)).toBe(0)
  })

  test('the roles of each network are those of its list, in their order', () => {
    expect(count('from network_roles')).toBeGreaterThan(2)
    const lists = memory.rows(
      `select role_names as old, (
         select json_group_array(json_object('key', key, 'name', json(name)))
         from (select * from network_roles where network_id = networks.id order by position)) as new
       from networks where role_names is not null`,
    )
    for (const { old, new: rows } of lists) expect(JSON.parse(String(rows))).toEqual(JSON.parse(String(old)))
  })

  test('every mail to staff names the person, and every round says whose answers it takes', () => {
    expect(count(`from deliveries where person_id in (select id from people)`)).toBeGreaterThan(0)
    expect(
      count(`from deliveries where person_id is null and kind in ('sign-in', 'invited', 'digest', 'alert')`),
    ).toBe(0)
    expect(count(`from rounds where answers_per is not 'organisation'`)).toBe(0)
  })
})

describe('events', () => {
  const add = (id: number, at: string) =>
    memory.exec(
      `insert into events (id, network_id, at, actor_kind, verb, subject_kind, subject_id)
       select ${id}, id, unixepoch('now', '${at}') * 1000, 'staff', 'change', 'network', id from networks limit 1`,
    )

  test('are never changed', () => {
    add(901, '-1 day')
    expect(() => memory.exec(`update events set verb = 'remove' where id = 901`)).toThrow(/not changed/)
  })

  test('are kept for 24 months', () => {
    add(902, '-23 months')
    add(903, '-25 months')
    expect(() => memory.exec('delete from events where id = 902')).toThrow(/24 months/)
    memory.exec('delete from events where id = 903')
    expect(memory.rows('select id from events where id in (902, 903)')).toEqual([{ id: 902 }])
  })
})
