// The day's export: every row once, in portions, sealed, as the database was when it began; and nothing at all unless it is set up.
import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type ExportManifest,
  exportDay,
  exportFolder,
  MANIFEST,
  PROGRESS,
  readManifest,
  readPages,
} from '../../src/core/export/export.ts'
import type { ExportStore } from '../../src/core/kernel/ports.ts'
import { exportedTables } from '../../src/db/export/read.ts'
import type { Deps } from '../../src/deps.ts'
import { newExportKey, openExport, sealExport } from '../../src/platform/export-seal.ts'
import { bucketStore } from '../../src/platform/export-store.ts'
import { exportPortion } from '../../src/workflow/export/portion.ts'
import { seedEveryTable } from '../support/inside/every-table.ts'
import { newMeter } from '../support/inside/meter.ts'
import { DAY, MINUTE, newWorld, START, type World } from '../support/inside/world.ts'

let key: Awaited<ReturnType<typeof newExportKey>>
let world: World
let deps: Deps
const folder = exportFolder(exportDay(START))

const empty = async () => {
  const { objects } = await env.EXPORTS.list()
  await env.EXPORTS.delete(objects.map(({ key }) => key))
}
const storeOf = (): ExportStore => bucketStore(env.EXPORTS, key.public)

beforeAll(async () => {
  key = await newExportKey()
})
beforeEach(async () => {
  await empty()
  world = await newWorld()
  deps = { ...world.deps, exports: storeOf() }
})

/** Runs portions, a minute each, until the export of a day is whole; gives how many it took. */
async function untilWhole(from = START, between: (minute: number) => Promise<unknown> = async () => {}) {
  for (let minute = 1; minute < 30; minute++) {
    await exportPortion(deps, from + minute * MINUTE)
    if (await env.EXPORTS.head(`${exportFolder(exportDay(from))}/${MANIFEST}`)) return minute
    await between(minute)
  }
  throw new Error('the export does not end')
}

/** What a whole export holds: its manifest, and every row of each table. */
async function opened(at = folder) {
  const manifest: ExportManifest = readManifest(
    (await (await env.EXPORTS.get(`${at}/${MANIFEST}`))?.text()) ?? '',
  )
  const rows: Record<string, Record<string, unknown>[]> = {}
  for (const { name } of manifest.parts) {
    const sealed = await (await env.EXPORTS.get(`${at}/${name}`))?.bytes()
    const text = new TextDecoder().decode(
      await openExport(key.private, `${at}/${name}`, sealed ?? new Uint8Array()),
    )
    for (const { table, columns, rows: some } of readPages(text)) {
      const list = some.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])))
      rows[table] = [...(rows[table] ?? []), ...list]
    }
  }
  return { manifest, rows }
}

const inBase64 = (bytes: readonly number[]) => ({ base64: btoa(String.fromCharCode(...bytes)) })

describe('a whole export', () => {
  beforeEach(async () => {
    await seedEveryTable()
    // More than a page of one table, with gaps.
    await world.exec(
      `insert into sign_ins (id, person_id, expires_at, created_at) select 's' || value, (select id from people limit 1), 1, 1 from json_each('[${Array.from({ length: 250 }, (_, i) => i)}]')`,
    )
    await world.exec(`delete from sign_ins where id in ('s0', 's99', 's100', 's249')`)
  })

  test('holds every row of every table once, after some minutes, and says so', async () => {
    expect(await untilWhole()).toBeGreaterThan(1)
    const { manifest, rows } = await opened()
    for (const table of exportedTables) {
      const standing = await world.rows(`select * from ${table} order by rowid`)
      const expected = standing.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? inBase64(value) : value]),
        ),
      )
      expect([table, rows[table] ?? []]).toEqual([table, expected])
      expect([table, manifest.standing[table]]).toEqual([table, standing.length])
    }
    expect(manifest).toMatchObject({ version: 1, day: exportDay(START), from: START + MINUTE })
    expect(manifest.migration).toMatch(/^\d{4}_\w+\.sql$/)
  })

  test('is sealed: what lies in the bucket tells no value of any row', async () => {
    await untilWhole()
    const [{ mark = '' } = {}] = await world.rows<{ mark: string }>(
      `select substr(name, 1, 8) as mark from contacts where name is not null`,
    )
    expect(mark).not.toBe('')
    const { objects } = await env.EXPORTS.list()
    for (const { key: name } of objects) {
      const bytes = await (await env.EXPORTS.get(name))?.bytes()
      expect(new TextDecoder('latin1').decode(bytes)).not.toContain(mark)
    }
  })

  test('is of one moment: what is written while it runs is not in it', async () => {
    const later = { id: 'later' }
    await untilWhole(START, async (minute) => {
      if (minute === 1) await world.exec(insertPerson(later.id))
    })
    const { rows, manifest } = await opened()
    expect(rows.people?.map(({ id }) => id)).not.toContain(later.id)
    expect(rows.people).toHaveLength(manifest.standing.people ?? 0)
  })

  test('asks the database at most 23 questions a minute, writes nothing, and reads each row twice in all', async () => {
    const meter = newMeter()
    deps = { ...deps, db: meter.db }
    const minutes: number[] = []
    let read = 0
    const take = () => {
      const calls = meter.take()
      minutes.push(calls.flatMap(({ statements }) => statements).length)
      read += calls.reduce((sum, call) => sum + call.read, 0)
      expect(calls.every(({ written }) => written === 0)).toBe(true)
    }
    await untilWhole(START, async () => take())
    take()
    const { manifest } = await opened()
    const rows = Object.values(manifest.standing).reduce((sum, count) => sum + count, 0)
    expect(Math.max(...minutes)).toBeLessThanOrEqual(23)
    expect(read).toBeLessThanOrEqual(2 * rows + exportedTables.length + 5)
  })

  test('goes on where it was when a portion fails, and nothing is there twice', async () => {
    const store = storeOf()
    let isBroken = true
    deps = {
      ...deps,
      exports: {
        ...store,
        seal: async (name, text) => {
          await store.seal(name, text)
          if (isBroken) throw new Error('the bucket answers no more')
        },
      },
    }
    await expect(exportPortion(deps, START + MINUTE)).rejects.toThrow('no more')
    isBroken = false
    await untilWhole()
    const { rows } = await opened()
    for (const table of exportedTables)
      expect([table, rows[table]?.length ?? 0]).toEqual([
        table,
        await world.number(`select count(*) from ${table}`),
      ])
  })

  test('is finished by the next minute where it was cut off before its manifest', async () => {
    const store = storeOf()
    deps = {
      ...deps,
      exports: {
        ...store,
        write: async (name, text, mark) => {
          if (name.endsWith(MANIFEST)) throw new Error('cut off')
          return store.write(name, text, mark)
        },
      },
    }
    await expect(untilWhole()).rejects.toThrow('cut off')
    deps = { ...deps, exports: store }
    expect(await untilWhole()).toBe(1)
    expect((await opened()).rows.people).toHaveLength(await world.number('select count(*) from people'))
  })

  test('is the same where two portions run at once', async () => {
    await exportPortion(deps, START + MINUTE)
    await Promise.all([exportPortion(deps, START + 2 * MINUTE), exportPortion(deps, START + 2 * MINUTE)])
    await untilWhole(START + 3 * MINUTE)
    const { rows } = await opened()
    for (const table of exportedTables)
      expect([table, rows[table]?.length ?? 0]).toEqual([
        table,
        await world.number(`select count(*) from ${table}`),
      ])
  })
})

const insertPerson = (id: string) =>
  `insert into people (id, email, name, locale, created_at) values ('${id}', '${id}@uji.example', 'x', 'id', 1)`

test('an export is once a day, and begins at 18:00 UTC', async () => {
  await untilWhole()
  const before = (await env.EXPORTS.list()).objects.length
  await exportPortion(deps, START + 5 * 60 * MINUTE)
  expect((await env.EXPORTS.list()).objects).toHaveLength(before)
  const evening = Date.UTC(2026, 10, 23, 18)
  await exportPortion(deps, evening - 1)
  expect((await env.EXPORTS.list()).objects).toHaveLength(before)
  await untilWhole(evening)
  expect(exportFolder(exportDay(evening))).toBe('exports/2026-11-23')
  expect((await opened('exports/2026-11-23')).rows.rounds).toHaveLength(2)
})

test('once it is whole, or where it is not set up, nothing is asked of database or bucket', async () => {
  await untilWhole()
  const nothing = new Proxy({}, { get: () => expect.unreachable('something is asked') })
  await exportPortion({ ...deps, db: nothing as Deps['db'] }, START + DAY / 4)
  const off = { ...world.deps, exports: null, db: nothing as Deps['db'] }
  await exportPortion(off, START)
})

test('what says how far it is, is written only in the place of what was read', async () => {
  const store = storeOf()
  const name = `${folder}/${PROGRESS}`
  expect(await store.read(name)).toBeNull()
  expect(await store.write(name, 'one', null)).toBe(true)
  expect(await store.write(name, 'two', null)).toBe(false)
  const { mark = '' } = (await store.read(name)) ?? {}
  expect(await store.write(name, 'two', mark)).toBe(true)
  expect(await store.write(name, 'three', mark)).toBe(false)
  expect(await store.read(name)).toMatchObject({ text: 'two' })
})

describe('what is sealed', () => {
  const text = new TextEncoder().encode('rahasia')

  test('opens by the other half of its key, under its name alone, whole alone', async () => {
    const sealed = await sealExport(key.public, 'a/1', text)
    expect(await openExport(key.private, 'a/1', sealed)).toEqual(text)
    const other = await newExportKey()
    await expect(openExport(other.private, 'a/1', sealed)).rejects.toThrow()
    await expect(openExport(key.private, 'a/2', sealed)).rejects.toThrow()
    await expect(openExport(key.private, 'a/1', sealed.slice(0, -1))).rejects.toThrow()
    const changed = Uint8Array.from(sealed, (byte, i) => (i === 40 ? byte ^ 1 : byte))
    await expect(openExport(key.private, 'a/1', changed)).rejects.toThrow()
  })

  test('a key that is none seals nothing', async () => {
    await expect(sealExport('kunci', 'a/1', text)).rejects.toThrow('not 32 bytes')
  })
})
