// Pages of lists lead through every row once, there and back, also while rows come and go.
import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { type ListPage, type PageWays, pageNumbered } from '../../src/core/kernel/page.ts'
import { messagesOf } from '../../src/db/message/read.ts'
import { organisationsOf } from '../../src/db/organisation/read.ts'
import { registrationsOf } from '../../src/db/organisation/registration.read.ts'
import { readListPage } from '../../src/db/page.ts'
import { reportsToHandOver } from '../../src/db/report/handover.read.ts'
import { deadSteps } from '../../src/db/step/read.ts'
import { ledgerEntries } from '../../src/db/submission/network-ledger.read.ts'
import { ADMINISTRATOR, coordinating } from '../support/inside/staff.ts'
import { DAY, newWorld, START, type World } from '../support/inside/world.ts'
import { manySql } from '../support/many.ts'
import { runs } from '../support/runs.ts'

type Read<Row> = (page: ListPage) => Promise<{ readonly found: readonly Row[] } & PageWays>

/** Every page from one on, by the ways that each names. */
async function walk<Row>(read: Read<Row>, way: 'earlier' | 'later', from: ListPage) {
  const pages = []
  for (
    let page: ListPage | null = from;
    page !== null && pages.length < 100;
    page = pages.at(-1)?.[way] ?? null
  )
    pages.push(await read(page))
  return pages
}

let world: World
beforeAll(async () => {
  world = await newWorld()
})

describe('pages', () => {
  interface Row {
    readonly at: number
    readonly id: string
  }
  const rows = fc.uniqueArray(
    fc.record({ at: fc.integer({ min: 0, max: 4 }), id: fc.stringMatching(/^[a-c]{1,3}$/) }),
    {
      selector: ({ id }) => id,
      maxLength: 14,
    },
  )
  const reading =
    (all: () => readonly Row[], isDescending: boolean): Read<Row> =>
    (page) =>
      readListPage<Row>(
        page,
        { sorting: { by: [sql`at`, sql`id`], isDescending }, size: 3 },
        ({ where, orderBy, limit, offset }) =>
          world.deps.db.all(sql`
            select at, id from (
              select value ->> 'at' as at, value ->> 'id' as id from json_each(${JSON.stringify(all())}))
            where ${where} order by ${sql.join(orderBy, sql`, `)} limit ${limit} offset ${offset}`),
        ({ at, id }) => [at, id],
      )
  const idsOf = (pages: readonly { readonly found: readonly Row[] }[]) =>
    pages.flatMap(({ found }) => found.map(({ id }) => id))

  it('lead there and back through every row, in order, and their numbers alone lead to the same', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (all, isDescending) => {
        const read = reading(() => all, isDescending)
        const sorted = all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
        const inOrder = isDescending ? sorted.toReversed() : sorted
        const there = await walk(read, 'later', pageNumbered(1))
        expect(idsOf(there)).toEqual(inOrder)
        expect(there.map(({ number }) => number)).toEqual(there.map((_, index) => index + 1))
        const last = there.at(-1)?.found[0]
        const back = last
          ? await walk(read, 'earlier', {
              number: there.length - 1,
              from: { side: 'before', key: [last.at, last.id] },
            })
          : []
        // The way back ends at the first page, whole.
        if (there.length > 1) expect(idsOf(back.toReversed())).toEqual(idsOf(there.slice(0, -1)))
        for (const [index, { found }] of there.entries())
          expect((await read(pageNumbered(index + 1))).found).toEqual(found)
      }),
      { numRuns: runs(15, 300) },
    )
  })

  it('leave out no row that stayed, whatever came and went in between', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (before, after) => {
        let all: readonly Row[] = before
        const read = reading(() => all, false)
        const first = await read(pageNumbered(1))
        all = after
        const others = first.later ? await walk(read, 'later', first.later) : []
        const seen = new Set(idsOf([first, ...others]))
        const stayed = before.filter((one) => after.some(({ id, at }) => id === one.id && at === one.at))
        expect(first.later === null ? [] : stayed.filter(({ id }) => !seen.has(id))).toEqual([])
      }),
      { numRuns: runs(15, 300) },
    )
  })
})

const isRegistered = `from rounds r, json_each(?) n where r.slug = 'daftar'`

it('every list of coordinators leads there and back through all of its rows', async () => {
  const many = manySql({
    network: demoNetwork.id,
    prefix: 'm',
    organisations: 90,
    rounds: 1,
    opensAt: START - DAY,
  })
  const numbers = JSON.stringify(Array.from({ length: 60 }, (_, index) => index))
  await env.DB.batch([
    ...many.map((one) => env.DB.prepare(one)),
    // Names that differ in capitals alone, and one organisation without any.
    env.DB.prepare(
      `update organisation_names set name = iif(rowid % 2, upper(name), replace(name, 'Organisasi', '"Organisasi"')) where json_valid(?)`,
    ).bind(numbers),
    env.DB.prepare(`delete from organisation_names where organisation_id = 'm7' and json_valid(?)`).bind(
      numbers,
    ),
    ...[
      `insert into submissions (id, network_id, round_id, respondent_key, reference, locale, current_revision, created_at)
       select 'g' || value, network_id, r.id, '35.01/' || value, 'g' || value, 'id', 'g' || value, value / 7 ${isRegistered}`,
      `insert into registrations (submission_id, network_id, outcome, decided_by, decided_at)
       select 'g' || value, network_id, 'declined', '', value / 9 ${isRegistered} and value % 2 = 0`,
      `insert into steps (id, network_id, submission_id, kind, subject_id, class, due_at, dead_at, created_at)
       select 'assess:g' || value, network_id, 'g' || value, 'assess', 'g' || value, 'assess', 0, value / 5, 0 ${isRegistered}`,
    ].map((one) => env.DB.prepare(one).bind(numbers)),
    env.DB.prepare(`update deliveries set failed_at = 1 where kind = 'report'`),
  ])
  const scope = await coordinating(world, ADMINISTRATOR)
  const { db } = world.deps
  const wanted = { name: '', district: '', role: '', status: '' }
  const lists: Readonly<Record<string, Read<object>>> = {
    organisations: (page) => organisationsOf(scope, db, wanted, { page, today: '2026-11-23' }),
    registrations: (page) => registrationsOf(scope, db, page),
    messages: (page) => messagesOf(scope, db, { filter: 'all', typed: '', page }),
    'messages in trouble': (page) => messagesOf(scope, db, { filter: 'trouble', typed: '', page }),
    'the ledger': (page) => ledgerEntries(scope, db, { state: 'owed', page, isPractice: false }),
    handovers: (page) => reportsToHandOver(scope, db, page),
    steps: (page) => deadSteps(scope, db, page),
  }
  for (const [list, read] of Object.entries(lists)) {
    const there = await walk(read, 'later', pageNumbered(1))
    const found = there.flatMap((page) => page.found)
    expect([list, there.length > 1, new Set(found.map((row) => JSON.stringify(row))).size]).toEqual([
      list,
      true,
      found.length,
    ])
    const numbered = await Promise.all(there.map((_, index) => read(pageNumbered(index + 1))))
    expect([list, numbered.map((page) => page.found)]).toEqual([list, there.map((page) => page.found)])
    const back = await walk(read, 'earlier', there.at(-1)?.earlier ?? pageNumbered(1))
    expect([list, back.toReversed().flatMap((page) => page.found)]).toEqual([
      list,
      there.slice(0, -1).flatMap((page) => page.found),
    ])
  }
})
