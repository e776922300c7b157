// The rules of the demo: the same on the same day, once however often it is seeded, and plainly made up.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import { finishedSurveys } from '../../scripts/demo/calendar.ts'
import { demoSql } from '../../scripts/demo/sql.ts'
import { demoNetwork, demoRounds } from '../../scripts/demo.ts'
import { readPicture } from '../../src/core/kernel/picture.ts'
import { districtsOf } from '../../src/core/place/regions.ts'
import { stateOf } from '../../src/core/round/times.ts'
import { MOST_ATTEMPTS } from '../../src/workflow/consume.ts'
import { newDatabase } from './database.ts'

const RING = `a:${'5'.repeat(64)}`
const NOW = new Date('2026-11-23T03:00:00Z')
const LONGEST = 100_000

let sql: string
let database: DatabaseSync
beforeAll(async () => {
  sql = await demoSql(NOW, RING)
  database = newDatabase()
  database.exec(sql)
})

const rows = (query: string) => database.prepare(query).all()
const column = (query: string) => rows(query).map((row) => Object.values(row)[0])
const number = (query: string) => Number(column(query)[0])

/** Every row of every table. */
const all = () =>
  column(`select name from sqlite_master where type = 'table' order by 1`).map((table) =>
    JSON.stringify(rows(`select * from ${String(table)} order by 1, 2`)),
  )
const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex')

describe('seeding', () => {
  test('twice changes nothing, the second time at another hour of the day', async () => {
    const before = all()
    const again = await demoSql(new Date('2026-11-23T16:59:00Z'), RING)
    expect(fingerprint(again)).toBe(fingerprint(sql))
    database.exec(again)
    expect(all()).toEqual(before)
  })

  test('is made of statements that D1 takes: a line each, and none too long', () => {
    const lines = sql.split('\n')
    expect(lines.every((line) => line.startsWith('insert or ignore into ') && line.endsWith(';'))).toBe(true)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(LONGEST)
  })

  test('refers to nothing that is not there', () => {
    expect(rows('pragma foreign_key_check')).toEqual([])
    const people = 'select id from people'
    expect(number(`select count(*) from registrations where decided_by not in (${people})`)).toBe(0)
    expect(number(`select count(*) from handovers where person_id not in (${people})`)).toBe(0)
    const known = 'select id from organisations'
    for (const table of ['submissions', 'assessments'])
      expect(number(`select count(*) from ${table} where organisation_id not in (${known})`)).toBe(0)
  })
})

describe('what is seeded', () => {
  test('is about sixty organisations in every district, each with a role, a name and a contact', () => {
    const own = `network_id = '${demoNetwork.id}'`
    expect(number(`select count(*) from organisations where ${own} and merged_into is null`)).toBe(61)
    expect(column(`select distinct district from organisations where ${own} order by 1`)).toEqual(
      districtsOf(demoNetwork.provinces)
        .map(({ code }) => code)
        .toSorted(),
    )
    for (const table of ['roles', 'contacts', 'organisation_names'])
      expect(
        number(`select count(*) from organisations where id not in (select organisation_id from ${table})`),
      ).toBe(0)
    const names = column('select key from network_roles')
    expect(column('select distinct role from roles').every((role) => names.includes(role))).toBe(true)
    expect(number(`select count(*) from relations where kind = 'pair'`)).toBeGreaterThan(9)
    expect(number(`select count(*) from relations where kind = 'member'`)).toBeGreaterThan(30)
    expect(number('select count(*) from roles where to_day is not null')).toBeGreaterThan(0)
  })

  test('is plainly made up: every name says so, and no address could be anybody’s', () => {
    expect(
      column(`select name from organisation_names where kind = 'official' and name not like '%Contoh%'`),
    ).toEqual([])
    expect(column(`select name from contacts where name not like '%Contoh%'`)).toEqual([])
    expect(column(`select name from people where name not like '%Contoh%'`)).toEqual([])
    for (const address of ['email from contacts', 'recipient from deliveries', 'email from people'])
      expect(
        column(`select ${address}`).filter((email) => email !== null && !/\.example$/.test(String(email))),
      ).toEqual([])
  })

  test('is three rounds that are over, half a year apart, and those that take answers now', () => {
    const found = rows(`select slug, opens_at as opensAt, closes_at as closesAt, closed_at as closedAt
      from rounds where network_id = '${demoNetwork.id}' order by opens_at, slug`) as unknown as {
      slug: string
      opensAt: number
      closesAt: number | null
      closedAt: number | null
    }[]
    const states = found.map((round) => [round.slug, stateOf(round, NOW.getTime())])
    expect(states).toEqual([
      ['daftar', 'open'],
      ...finishedSurveys.map(({ slug }) => [slug, 'closed']),
      // Practised before the round that counts.
      ['latihan-iko', 'open'],
      ['iko-2026-2', 'open'],
    ])
    expect(demoRounds.map(({ slug }) => slug)).toEqual(['daftar', 'iko-2026-2'])
    const [first, second, third] = found.slice(1).map(({ opensAt }) => opensAt)
    expect((second ?? 0) - (first ?? 0)).toBe((third ?? 0) - (second ?? 0))
  })

  test('shows what can happen: late and held answers, a dead step, a refused address, a registration that waits', () => {
    expect(number('select count(*) from submissions where late = 1')).toBe(3)
    expect(number('select count(*) from submissions where held_at is not null')).toBe(2)
    expect(rows('select attempts from steps where dead_at is not null')).toEqual([
      { attempts: MOST_ATTEMPTS },
    ])
    expect(number('select count(*) from steps where dead_at is null')).toBe(0)
    expect(column('select kind from deliveries where failed_at is not null order by kind')).toEqual([
      'receipt',
      'report',
    ])
    expect(number('select count(*) from submissions where failed_at is not null')).toBe(2)
    expect(number('select count(*) from handovers')).toBe(1)
    const registered = `select s.id from submissions s join rounds r on r.id = s.round_id where r.slug = 'daftar'`
    expect(
      number(
        `select count(*) from (${registered}) where id not in (select submission_id from registrations)`,
      ),
    ).toBe(1)
    expect(column('select outcome from registrations group by 1 order by 1')).toEqual([
      'confirmed',
      'declined',
    ])
    expect(number(`select count(distinct band) from scores`)).toBe(3)
  })

  test('knows of mails only what one learns over SMTP: nothing of what became of them later', () => {
    for (const moment of ['delivered_at', 'bounced_at', 'complained_at'])
      expect([moment, number(`select count(*) from deliveries where ${moment} is not null`)]).toEqual([
        moment,
        0,
      ])
    expect(number('select count(*) from addresses')).toBe(0)
  })

  test('has told those who registered with an address what was decided, after it was', () => {
    const decided = `from registrations g join submissions s on s.id = g.submission_id
      join revisions v on v.key = s.current_revision where v.answers ->> 'email' is not null`
    expect(number(`select count(*) ${decided}`)).toBeGreaterThan(2)
    expect(
      number(`select count(*) ${decided} and exists (
        select 1 from deliveries d where d.subject_id = s.id and d.kind = g.outcome
          and d.recipient = v.answers ->> 'email' and d.created_at = g.decided_at and d.handed_at > g.decided_at)`),
    ).toBe(number(`select count(*) ${decided}`))
  })

  test('has staff of each role, one of whom has two networks, and one administrator a network', () => {
    const first = `network_id = '${demoNetwork.id}'`
    expect(column(`select role from memberships where ${first} order by role`)).toEqual([
      'administrator',
      'coordinator',
      'facilitator',
      'viewer',
    ])
    expect(column(`select districts from memberships where role = 'coordinator'`)).toEqual([
      '["35.07","35.73","35.79"]',
    ])
    expect(column('select count(*) from memberships group by person_id having count(*) > 1')).toEqual([2])
  })

  test('has happened before the day it is seeded on, at every table', () => {
    for (const [table, moment] of [
      ['submissions', 'created_at'],
      ['assessments', 'created_at'],
      ['deliveries', 'handed_at'],
      ['deliveries', 'failed_at'],
      ['registrations', 'decided_at'],
      ['steps', 'dead_at'],
      ['handovers', 'at'],
    ])
      expect([table, number(`select coalesce(max(${moment}), 0) from ${table}`) < NOW.getTime()]).toEqual([
        table,
        true,
      ])
  })

  test('has a picture whose bytes are what they say', () => {
    const [logo] = rows('select media_type as mediaType, width, height, bytes, hash from network_logos')
    const { bytes, hash, ...said } = logo ?? {}
    expect(
      createHash('sha256')
        .update(bytes as Uint8Array)
        .digest('base64url'),
    ).toBe(hash)
    expect(readPicture(bytes as Uint8Array)).toEqual({ ...said })
  })
})
