// The rules of restoring: what was exported comes back as it was, erasures since then are replayed, and anything else is red.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Memory, memoryDatabase } from '../../scripts/demo/database.ts'
import { drill } from '../../scripts/operate/restore/drill.ts'
import { newKeyIn, privateKeyIn } from '../../scripts/operate/restore/key.ts'
import { manifestIn } from '../../scripts/operate/restore/read.ts'
import { answersMac } from '../../src/actions/submission/revision.ts'
import { placeOfDraft } from '../../src/core/draft/draft.ts'
import { MANIFEST } from '../../src/core/export/export.ts'
import type { ExportStore } from '../../src/core/kernel/ports.ts'
import { seal } from '../../src/core/kernel/seal.ts'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import { placeOfRevision } from '../../src/core/submission/answers.ts'
import type { Deps } from '../../src/deps.ts'
import { systemRandom } from '../../src/platform/chance.ts'
import { sealExport } from '../../src/platform/export-seal.ts'
import { exportPortion } from '../../src/workflow/export/portion.ts'
import { newDatabase } from './database.ts'

const LAST = '0006_drafts.sql'
const RING = `b:${'1'.repeat(64)},a:${'0'.repeat(64)}`
const NOW = Date.UTC(2026, 10, 24, 3)
const DAY = 86_400_000
const MINUTE = 60_000

let folder: string
let world: Memory
let publicKey: string
const keyFile = () => join(folder, 'keys', 'export.key')

/** A place of exports in a folder, instead of a bucket: objects by the last part of their names. */
function folderStore(at: string, key: string): ExportStore {
  mkdirSync(at, { recursive: true })
  const file = (name: string) => join(at, name.split('/').at(-1) ?? '')
  return {
    has: async (name) => existsSync(file(name)),
    read: async (name) =>
      existsSync(file(name)) ? { text: readFileSync(file(name), 'utf8'), mark: 'only one writes' } : null,
    write: async (name, text) => {
      writeFileSync(file(name), text)
      return true
    },
    seal: async (name, text) => {
      writeFileSync(file(name), await sealExport(key, name, new TextEncoder().encode(text)))
    },
  }
}

/** Exports a world to a folder. */
async function exportTo(name: string, at: number, { db } = world): Promise<string> {
  const to = join(folder, name)
  // What an export asks of the outside.
  const deps = { db, random: systemRandom, exports: folderStore(to, publicKey) } as unknown as Deps
  for (let minute = 0; minute < 30 && !existsSync(join(to, MANIFEST)); minute++) {
    await exportPortion(deps, at + minute * MINUTE)
  }
  return to
}

/** The database of the last release, signed and sealed with our ring, with a draft and a sealed answer. */
async function makeWorld(): Promise<Memory> {
  const memory = memoryDatabase(LAST)
  const file = join(import.meta.dirname, 'kept', '0.1.0.sql.br')
  memory.exec(brotliDecompressSync(readFileSync(file)).toString())
  memory.migrate(LAST)
  memory.exec('create table d1_migrations (id integer primary key, name text)')
  const newest = readdirSync(join(import.meta.dirname, '../../migrations')).filter((name) =>
    name.endsWith('.sql'),
  )
  memory.put(
    'insert into d1_migrations (name) values (?)',
    newest.sort().map((name) => [name]),
  )
  const secrets = readSecrets(RING)
  const [first, ...others] = memory.rows(
    'select key, answers, round_id from revisions r join submissions s on s.id = r.submission_id',
  )
  const specific = { disability: 'netra' }
  for (const row of [first, ...others]) {
    const answers = JSON.parse(String(row?.answers))
    const whole = row === first ? { ...answers, ...specific } : answers
    const signed = await answersMac(secrets.current, String(row?.round_id), whole)
    memory.put('update revisions set answers_mac = ? where key = ?', [[signed, String(row?.key)]])
  }
  const place = placeOfRevision(String(first?.key))
  const sealed = await seal(secrets, systemRandom, place, JSON.stringify(specific))
  memory.put('update revisions set answers_sealed = ? where key = ?', [[sealed, String(first?.key)]])
  const draft = '01900000-0000-7000-8000-00000000dddd'
  const kept = await seal(secrets, systemRandom, placeOfDraft(draft), '{}')
  memory.exec(`insert into drafts (id, network_id, round_id, form_hash, answers, sealed, locale, created_at, saved_at, expires_at)
    select '${draft}', network_id, id, (select hash from form_versions where form_id = 'iko'), '{}', '${kept}', 'id', 1, 1, ${NOW + 60 * DAY}
    from rounds where slug = 'iko-2026-2'`)
  return memory
}

let first: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-restore-'))
  publicKey = await newKeyIn(keyFile())
  world = await makeWorld()
  first = await exportTo('first', NOW)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const drilled = (from: string, more: Partial<Parameters<typeof drill>[0]> = {}) =>
  drill({ from, key: privateKeyIn(keyFile()), ring: RING, links: 20, ...more })

test('the key is in a file of its owner alone, and none is made in its place', async () => {
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
  await expect(newKeyIn(keyFile())).rejects.toThrow('There is a key in')
  expect(privateKeyIn(keyFile())).not.toBe(publicKey)
})

test('rows, scores, sealed answers and links are as they were', async () => {
  const back = join(folder, 'back.sql')
  const { lines, isGood } = await drilled(first, { write: back })
  expect([isGood, lines.filter((line) => line.startsWith('wrong'))]).toEqual([true, []])
  expect(lines.join('\n')).toMatch(/^ok +168 {2}submissions$/m)
  expect(lines.join('\n')).toMatch(/^ok +160 {2}scores, measured again$/m)
  expect(lines.join('\n')).toMatch(/^ok +\d+ {2}answers, unsealed and known again by the ring$/m)
  expect(lines.join('\n')).toMatch(/^ok +1 {2}drafts, unsealed by the ring$/m)
  expect(lines.join('\n')).toMatch(/^ok +20 {2}links of receipts, opened \(of \d+\)$/m)
  expect(lines.join('\n')).toMatch(/^ok +20 {2}links of reports, opened \(of \d+\)$/m)
  expect(lines.join('\n')).toMatch(/^ok +1 {2}links of drafts, opened$/m)
  expect(lines).toContain('Changed while it ran, and mended: 0 rows; counted anew: 0 rounds.')

  // What was written fills an empty database, value by value.
  const empty: DatabaseSync = newDatabase()
  empty.exec(readFileSync(back, 'utf8'))
  for (const table of [
    'submissions',
    'revisions',
    'scores',
    'organisations',
    'deliveries',
    'network_logos',
    'round_tallies',
  ]) {
    const rows = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).toSorted()
    const sql = `select * from ${table}`
    expect([table, rows(empty.prepare(sql).all())]).toEqual([table, rows(world.rows(sql))])
  }
})

describe('is red', () => {
  /** A copy of the export in which something is changed. */
  function changed(name: string, change: (part: string) => void): string {
    const to = join(folder, name)
    mkdirSync(to)
    for (const file of readdirSync(first)) writeFileSync(join(to, file), readFileSync(join(first, file)))
    change(join(to, manifestIn(first).parts[0]?.name ?? ''))
    return to
  }

  test.each<[string, (part: string) => void]>([
    ['an object is cut off', (part) => writeFileSync(part, readFileSync(part).subarray(0, -1))],
    [
      'a byte is changed',
      (part) =>
        writeFileSync(
          part,
          readFileSync(part).map((byte, i) => (i === 99 ? byte ^ 1 : byte)),
        ),
    ],
  ])('where %s', async (name, change) => {
    await expect(drilled(changed(name, change))).rejects.toThrow('does not open: it was changed or cut off')
  })

  test('where an object or the manifest is missing, or an object stands for another', async () => {
    await expect(drilled(changed('missing', (part) => rmSync(part)))).rejects.toThrow('is missing in')
    const half = changed('half', (part) => rmSync(join(part, '..', MANIFEST)))
    await expect(drilled(half)).rejects.toThrow('is not whole')
    const strange = await sealExport(publicKey, 'exports/2026-11-01/0001', new Uint8Array(9))
    const swapped = changed('swapped', (part) => writeFileSync(part, strange))
    await expect(drilled(swapped)).rejects.toThrow('does not open')
  })

  test('where the key or the ring is another one, or the ring is not there', async () => {
    const other = join(folder, 'keys', 'other.key')
    await newKeyIn(other)
    await expect(drilled(first, { key: privateKeyIn(other) })).rejects.toThrow('sealed to another key')
    const ring = await drilled(first, { ring: `a:${'7'.repeat(64)}` })
    expect([ring.isGood, ring.lines.join('\n')]).toEqual([
      false,
      expect.stringMatching(/^wrong .*ring is not the one/m),
    ])
    const none = await drilled(first, { ring: null })
    expect([none.isGood, none.lines.join('\n')]).toEqual([
      false,
      expect.stringMatching(/^wrong .*without the ring/m),
    ])
  })

  test('where a score is not what its answers give, or a row was lost', async () => {
    world.exec(`create table kept as select * from scores; update scores set index_exact = '1/1'
      where assessment_id = (select assessment_id from scores where index_exact <> '1/1' limit 1)`)
    const wrong = await drilled(await exportTo('wrong score', NOW + DAY))
    world.exec('delete from scores; insert into scores select * from kept; drop table kept')
    expect([wrong.isGood, wrong.lines.join('\n')]).toEqual([
      false,
      expect.stringMatching(/^wrong +160 {2}scores, measured again: the first is/m),
    ])
    const lost = changed('lost', (part) => {
      const file = join(part, '..', MANIFEST)
      const manifest = JSON.parse(readFileSync(file, 'utf8'))
      writeFileSync(
        file,
        JSON.stringify({ ...manifest, standing: { ...manifest.standing, submissions: 169 } }),
      )
    })
    expect(await drilled(lost)).toMatchObject({ isGood: false })
  })
})

test('what was erased, withdrawn or taken away since is gone from what is restored', async () => {
  const [erased, withdrawn] = world
    .rows('select id from submissions where done_at is not null order by id')
    .map(({ id }) => String(id))
  const [contact] = world.rows('select id from contacts where email is not null').map(({ id }) => String(id))
  const later = await makeWorld()
  later.exec(`
    update revisions set answers = '{}', answers_sealed = null where submission_id = '${erased}';
    update submissions set respondent_key = '', respondent_name = '', respondent_email = null, erased_at = ${NOW + 1}
      where id = '${erased}';
    update submissions set withdrawn_at = ${NOW + 1} where id = '${withdrawn}';
    delete from contacts where id = '${contact}';
    update people set email = id, name = '' where id = (select id from people limit 1)`)
  const newer = await exportTo('newer', NOW + 2 * DAY, later)
  const back = join(folder, 'erased.sql')
  const { lines, isGood } = await drilled(first, { newer, write: back })
  expect([isGood, lines.filter((line) => line.startsWith('wrong'))]).toEqual([true, []])
  const sql = readFileSync(back, 'utf8')
  const restored = newDatabase()
  restored.exec(sql)
  for (const id of [erased, withdrawn]) {
    expect(
      restored
        .prepare(`select s.respondent_name as name, s.respondent_email as email, r.answers, r.answers_sealed as sealed
          from submissions s join revisions r on r.submission_id = s.id where s.id = ?`)
        .get(String(id)),
    ).toEqual({ name: '', email: null, answers: '{}', sealed: null })
    expect(
      restored
        .prepare(`select recipient from deliveries where submission_id = ? and recipient <> ''`)
        .all(String(id)),
    ).toEqual([])
    expect(
      restored
        .prepare(
          `select result from scores where result <> '{}' and assessment_id in (select id from assessments where submission_id = ?)`,
        )
        .all(String(id)),
    ).toEqual([])
  }
  expect(restored.prepare('select id from contacts where id = ?').all(String(contact))).toEqual([])
  expect(restored.prepare('select count(*) as n from people where email = id').get()).toEqual({ n: 1 })
  // Nobody else lost anything.
  const left = (table: string, is: string) =>
    Number(restored.prepare(`select count(*) as n from ${table} where ${is}`).get()?.n)
  expect(left('submissions', `respondent_name = ''`)).toBe(2)
  expect(left('contacts', 'true')).toBe(world.rows('select 1 from contacts').length - 1)
  await expect(drilled(newer, { newer: first })).rejects.toThrow('is not newer')
})

test('what is changed while an export runs is mended, and counted anew', async () => {
  const changing = await makeWorld()
  const [{ id = '', round_id: round = '' } = {}] = changing.rows(
    'select id, round_id from submissions where done_at is not null limit 1',
  )
  // Only what is read in later portions can change: everything of this world fits into one, so it is changed as if it had been.
  changing.exec(`
    update submissions set current_revision = 'came-later', organisation_id = 'came-later' where id = '${id}';
    update round_tallies set accepted = accepted + 1, done = done + 1 where round_id = '${round}'`)
  const { lines, isGood } = await drilled(await exportTo('changed', NOW + 3 * DAY, changing))
  expect([isGood, lines.filter((line) => line.startsWith('wrong'))]).toEqual([true, []])
  expect(lines).toContain('Changed while it ran, and mended: 2 rows; counted anew: 1 rounds.')
})

test('an export of an earlier release comes back at that release, and is brought to this one', async () => {
  const old = memoryDatabase(LAST)
  old.exec(brotliDecompressSync(readFileSync(join(import.meta.dirname, 'kept', '0.1.0.sql.br'))).toString())
  const tables = old
    .rows(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`)
    .map(({ name }) => String(name))
  const counts: Record<string, number> = {}
  const pages = tables.flatMap((table) => {
    const rows = old.rows(`select * from ${table}`)
    counts[table] = rows.length
    const cells = rows.map((row) =>
      Object.values(row).map((value) =>
        value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
      ),
    )
    return rows.length > 0
      ? [JSON.stringify({ table, columns: Object.keys(rows[0] ?? {}), rows: cells })]
      : []
  })
  const to = join(folder, 'old')
  mkdirSync(to)
  const text = new TextEncoder().encode(pages.join('\n'))
  writeFileSync(join(to, '0001'), await sealExport(publicKey, 'exports/2026-11-01/0001', text))
  const extent = { version: 1, day: '2026-11-01', from: NOW, until: NOW, migration: LAST }
  const parts = [{ name: '0001', rows: counts }]
  writeFileSync(join(to, MANIFEST), JSON.stringify({ ...extent, last: counts, standing: counts, parts }))
  const { lines } = await drilled(to)
  // Its ring is not known here, and nothing else is wrong.
  expect(lines.filter((line) => line.startsWith('wrong'))).toEqual([
    expect.stringContaining('the ring is not the one'),
  ])
  expect(lines.join('\n')).toMatch(/^ok +160 {2}scores, measured again$/m)
  const newer = { ...extent, migration: '9999_later.sql', last: counts, standing: counts, parts }
  writeFileSync(join(to, MANIFEST), JSON.stringify(newer))
  await expect(drilled(to)).rejects.toThrow('9999_later.sql, which is not in this folder')
})
