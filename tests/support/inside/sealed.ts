// Rows with something sealed in them, as the product writes them: one way for each sealed column of the register.
import { loadForms } from '../../../src/core/form/check.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { unseal } from '../../../src/core/kernel/seal.ts'
import type { SealedColumn } from '../../../src/db/schema/index.ts'
import { sealedBefore } from '../../core/sealed-before.ts'
import { withNeeds } from './needs.ts'
import { newWorld, openRound, registrationAnswers, sent, type World } from './world.ts'

const PATH = '/f/kebutuhan'

/** A world with a round that asks for specific data. */
export async function worldWithNeeds(): Promise<World> {
  const world = await newWorld({ forms: shelfOf(loadForms([withNeeds]), async () => null) })
  await openRound(world, { slug: PATH.slice(3), form: withNeeds.id })
  return world
}

/** Writes a row with something sealed, and gives the path of a page that its holder fills in further: it shows what is sealed. */
export const WRITTEN: Readonly<
  Record<string, (world: World, name: string, secret: string) => Promise<string>>
> = {
  'drafts.sealed': async (world, organisation, needs) => {
    const typed = { organisation, district: '35.07', needs, submission: world.newKey(), action: 'save' }
    const { headers } = await world.post(PATH, typed)
    return `${(headers.get('Location') ?? '').replace(/\?.*/, '')}/form`
  },
  'revisions.answers_sealed': async (world, organisation, needs) =>
    `${(await sent(world, PATH, { ...registrationAnswers, organisation, needs })).receipt}/correction`,
}

/** What stands in a sealed column, by the ids of its rows. */
export async function sealedIn(world: World, { table, column, id }: SealedColumn) {
  return world.rows<{ row: string; sealed: string }>(
    `select ${id} as row, ${column} as sealed from ${table} where ${column} is not null order by rowid`,
  )
}

/** Puts a text into a row of a sealed column. */
export const putSealed = (world: World, { table, column, id }: SealedColumn, row: string, sealed: string) =>
  world.exec(`update ${table} set ${column} = '${sealed}' where ${id} = '${row}'`)

/** Seals every row of a column as releases before did. */
export async function sealAsBefore(world: World, column: SealedColumn): Promise<void> {
  const { secrets, random } = world.deps
  for (const { row, sealed } of await sealedIn(world, column)) {
    const text = await unseal(secrets, { field: column.field, row }, sealed)
    await putSealed(world, column, row, await sealedBefore(secrets, random, text))
  }
}
