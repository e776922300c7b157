// Every sealed column of the register: what stands in a row opens in that row alone; what was moved is damage, and no answer.
import { beforeEach, describe, expect, it } from 'vitest'
import { unseal } from '../../src/core/kernel/seal.ts'
import { wordsFor } from '../../src/core/words/index.ts'
import { sealedColumns } from '../../src/db/schema/index.ts'
import { SECRET } from '../support/inside/needs.ts'
import { type PageView, pageOf, sendable } from '../support/inside/page.ts'
import { putSealed, sealAsBefore, sealedIn, WRITTEN, worldWithNeeds } from '../support/inside/sealed.ts'
import type { World } from '../support/inside/world.ts'

const OTHER = 'Rahasia organisasi lain (contoh)'
const NAMES = ['Yayasan Satu Contoh', 'Yayasan Dua Contoh'] as const

let world: World
beforeEach(async () => {
  world = await worldWithNeeds()
})

it('each of them is written here as the product writes it', () => {
  expect(Object.keys(WRITTEN).toSorted()).toEqual(sealedColumns.map(({ field }) => field).toSorted())
})

describe.each(sealedColumns)('$field', (column) => {
  let pages: readonly string[]
  beforeEach(async () => {
    const write = WRITTEN[column.field]
    if (!write) throw new Error(`nothing writes ${column.field}`)
    pages = [await write(world, NAMES[0], SECRET), await write(world, NAMES[1], OTHER)]
  })

  const opened = async (): Promise<readonly PageView[]> =>
    Promise.all(pages.map(async (path) => pageOf(await world.get(path))))

  /** Both pages are there with what is not sealed, show nothing that is, and say so. */
  const expectDamage = async () => {
    for (const [at, page] of (await opened()).entries()) {
      expect(page.html).not.toContain(SECRET)
      expect(page.html).not.toContain(OTHER)
      const fields = sendable(page)
      expect([fields.organisation, fields.needs ?? '']).toEqual([NAMES[at], ''])
      const { draft, correction } = wordsFor('id').seals
      expect([draft, correction].some((words) => page.words.includes(words))).toBe(true)
    }
    // Whoever operates is told by ids alone.
    for (const { row } of await sealedIn(world, column)) {
      const reason = `${column.field} of ${row} does not open: it is not what was sealed there`
      expect(world.logs).toContain(JSON.stringify({ event: 'seal broken', reason }))
    }
  }

  it('opens for its holder', async () => {
    expect((await opened()).map((page) => sendable(page).needs)).toEqual([SECRET, OTHER])
  })

  it('is bound to its row and its column', async () => {
    const rows = await sealedIn(world, column)
    expect(rows).toHaveLength(2)
    for (const { row, sealed } of rows)
      for (const other of rows)
        for (const { field } of sealedColumns) {
          const isOwn = other.row === row && field === column.field
          const place = { field, row: other.row }
          const opens = await unseal(world.deps.secrets, place, sealed).then(
            () => true,
            () => false,
          )
          expect([place, opens]).toEqual([place, isOwn])
        }
  })

  it('opens for nobody where the seals of two rows were exchanged', async () => {
    const [one, two] = await sealedIn(world, column)
    await putSealed(world, column, one?.row ?? '', two?.sealed ?? '')
    await putSealed(world, column, two?.row ?? '', one?.sealed ?? '')
    await expectDamage()
  })

  it('opens for nobody where it came from another column', async () => {
    for (const other of sealedColumns.filter(({ field }) => field !== column.field)) {
      await WRITTEN[other.field]?.(world, 'Yayasan Tiga Contoh', OTHER)
      const [from] = await sealedIn(world, other)
      for (const { row } of await sealedIn(world, column))
        await putSealed(world, column, row, from?.sealed ?? '')
      await expectDamage()
    }
  })

  it('opens where an older release sealed it', async () => {
    await sealAsBefore(world, column)
    expect((await sealedIn(world, column)).every(({ sealed }) => !sealed.startsWith('B'))).toBe(true)
    expect((await opened()).map((page) => sendable(page).needs)).toEqual([SECRET, OTHER])
  })
})
