// Sealing anew: in portions that go through all rows, never over what was written meanwhile, and told where nothing opens.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { openDatabase } from '../../../src/db/database.ts'
import { sealedColumns } from '../../../src/db/schema/index.ts'
import { SEALS_LOOKED_AT } from '../../../src/db/seal/read.ts'
import { resealRows } from '../../../src/workflow/sweep/seals.ts'
import { keys } from '../../core/outside.ts'
import { newMeter, total } from '../../support/inside/meter.ts'
import { SECRET } from '../../support/inside/needs.ts'
import { pageOf, sendable } from '../../support/inside/page.ts'
import { putSealed, sealAsBefore, sealedIn, WRITTEN, worldWithNeeds } from '../../support/inside/sealed.ts'
import { dump } from '../../support/inside/tables.ts'
import { HOUR, type World } from '../../support/inside/world.ts'

let world: World
let pages: readonly string[]
beforeEach(async () => {
  world = await worldWithNeeds()
  const written = sealedColumns.map(({ field }) => WRITTEN[field]?.(world, `Yayasan ${field}`, SECRET) ?? '')
  pages = await Promise.all(written)
})

const beginnings = async (): Promise<readonly string[]> => {
  const all = await Promise.all(sealedColumns.map((column) => sealedIn(world, column)))
  return [...new Set(all.flat().map(({ sealed }) => sealed.slice(0, 2)))]
}
const opened = () =>
  Promise.all(pages.map(async (path) => sendable(await pageOf(await world.get(path))).needs))
const all = sealedColumns.map(() => SECRET)

describe('what an older release sealed', () => {
  beforeEach(async () => {
    for (const column of sealedColumns) await sealAsBefore(world, column)
  })

  it('is sealed as today, and then opens in its own row alone', async () => {
    await resealRows(world.deps)
    expect(await beginnings()).toEqual([`B${world.deps.secrets.current.name}`])
    expect(await opened()).toEqual(all)
    for (const column of sealedColumns) {
      const [one] = await sealedIn(world, column)
      await putSealed(world, column, one?.row ?? '', one?.sealed.slice(1) ?? '')
    }
    expect(await opened()).toEqual(all.map(() => ''))
  })

  it('is read without being written: only sealing anew and saving do that', async () => {
    const before = await dump(world)
    expect(await opened()).toEqual(all)
    expect(await dump(world)).toBe(before)
  })

  it('stays as it is where somebody writes at the same moment', async () => {
    const [column] = sealedColumns
    if (!column) throw new Error('nothing is sealed')
    const [standing] = await sealedIn(world, column)
    // Only what is asked of a database here.
    const slow = {
      prepare: (statement: string) => env.DB.prepare(statement),
      batch: async (statements: D1PreparedStatement[]) => {
        await putSealed(world, column, standing?.row ?? '', 'Bzmeanwhile')
        return env.DB.batch(statements)
      },
    } as D1Database
    await resealRows({ ...world.deps, db: openDatabase(slow) })
    expect((await sealedIn(world, column)).map(({ sealed }) => sealed)).toEqual(['Bzmeanwhile'])
  })
})

describe('an older key of the ring', () => {
  const withRing = (...names: readonly string[]) => ({
    ...world.deps,
    secrets: readSecrets([keys(...names), env.LINK_SECRETS].join(',')),
  })

  it('seals nothing any more once every row was sealed anew, and can leave the ring', async () => {
    await resealRows(withRing('b'))
    expect(await beginnings()).toEqual(['Bb'])
    // Without the old key.
    await resealRows({ ...world.deps, secrets: readSecrets(keys('c', 'b')) })
    expect(await beginnings()).toEqual(['Bc'])
  })

  it('is told by the rows that need it where it has left too early, and nothing of them is lost', async () => {
    const before = await dump(world)
    await resealRows({ ...world.deps, secrets: readSecrets(keys('z')) })
    expect(await dump(world)).toBe(before)
    for (const column of sealedColumns)
      for (const { row } of await sealedIn(world, column))
        expect(world.logs).toContain(
          JSON.stringify({
            event: 'seal broken',
            reason: `${column.field} of ${row} does not open: its key is not in the ring`,
          }),
        )
  })
})

/** Drafts of others, with a sealed text. */
const fill = (count: number, sealed: string) =>
  env.DB.prepare(
    `insert into drafts (id, network_id, round_id, form_hash, answers, sealed, locale, created_at, saved_at, expires_at)
     select printf('00000000-0000-4000-8000-%012d', value), network_id, r.id, 'x', '{}', ?2, 'id', 0, 0, 9000000000000
     from rounds r, json_each(?1) where slug = 'kebutuhan'`,
  )
    .bind(JSON.stringify(Array.from({ length: count }, (_, i) => i)), sealed)
    .run()

it('comes to every row, a portion an hour, past rows that do not open', async () => {
  for (const column of sealedColumns) await sealAsBefore(world, column)
  const count = 2 * SEALS_LOOKED_AT
  await fill(count, 'z')
  for (let hour = 0; hour < 3; hour++) {
    await resealRows(world.deps)
    world.clock.now += HOUR
  }
  expect(await beginnings()).toEqual(['Ba', 'z'])
  expect(await opened()).toEqual(all)
  expect(world.logs.filter((line) => line.includes('seal broken'))).toHaveLength(count)
})

it.each([[600], [6000]])(
  'reads one portion of each column and writes nothing among %i rows sealed as today',
  async (count) => {
    await fill(count, 'Ba')
    const meter = newMeter()
    await resealRows({ ...world.deps, db: meter.db })
    const calls = meter.take()
    expect(calls).toHaveLength(sealedColumns.length)
    expect(total(calls)).toEqual([SEALS_LOOKED_AT + 12, 0])
  },
)
