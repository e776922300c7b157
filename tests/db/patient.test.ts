// A database that is asked again: what reads is, alone or together, and what writes by itself is not.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Self } from '../../src/core/kernel/scope.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { endOtherSessions, endSession } from '../../src/db/people/session.write.ts'
import { setLocale } from '../../src/db/people/write.ts'
import { roundBySlug } from '../../src/db/round/read.ts'
import { networks } from '../../src/db/schema/index.ts'
import { logTo } from '../../src/platform/log.ts'
import { newMeter } from '../support/inside/meter.ts'
import { newWorld } from '../support/inside/world.ts'

beforeAll(async () => {
  await newWorld()
})

/** A database that cannot be reached at its first calls, and how often it was waited for. */
function unreachable(times: number) {
  const meter = newMeter()
  const waits: number[] = []
  const pause = async (ms: number) => {
    waits.push(ms)
    meter.refuses = waits.length < times
  }
  meter.refuses = times > 0
  const random = { bytes: (length: number) => new Uint8Array(length), uuid: () => '' }
  return { db: openDatabase(meter.d1, { pause, random, log: logTo(() => {}) }), waits }
}

describe('a database that cannot be reached for a moment', () => {
  it.each([1, 2])('is asked again what is read (%i)', async (times) => {
    const { db, waits } = unreachable(times)
    expect((await roundBySlug(db, 'iko-2026-2'))?.slug).toBe('iko-2026-2')
    expect(waits).toHaveLength(times)
  })

  it('is asked again what is read together', async () => {
    const { db, waits } = unreachable(1)
    const [some] = await db.batch([db.select({ id: networks.id }).from(networks), db.select().from(networks)])
    expect(some).toHaveLength(1)
    expect(waits).toHaveLength(1)
  })

  it.each([
    ['a row', sql`update networks set min_group = min_group + 1`],
    ['and told', sql`update networks set min_group = min_group + 1 returning id`],
    ['from what is read', sql`with n as (select 1) insert into networks (id) select * from n`],
  ])('is not asked again what is written: %s', async (_what, statement) => {
    const { db, waits } = unreachable(1)
    await expect(db.all(statement)).rejects.toThrow()
    expect(waits).toEqual([])
  })
})

describe('what a person does once and may do twice', () => {
  it('is asked again: a session is ended, a language set', async () => {
    // All that these ask of whoever is signed in.
    const self = { person: { id: 'p' }, session: { hash: 'h' }, memberships: [] } as unknown as Self
    for (const write of [
      (db: Database) => endSession(self, db, 'h', 1),
      (db: Database) => endOtherSessions(self, db, 1),
      (db: Database) => setLocale(self, db, 'en'),
    ]) {
      const { db, waits } = unreachable(1)
      await write(db)
      expect(waits).toHaveLength(1)
    }
  })
})
