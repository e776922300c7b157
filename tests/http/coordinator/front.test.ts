// The front page of a network says what waits for whoever opens it, within their districts, and to nobody else.
import { beforeEach, expect, it } from 'vitest'
import { wordsFor } from '../../../src/core/words/words.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { pageOf } from '../../support/inside/page.ts'
import { registered } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addStaff, HOME, type NewStaff, signedIn } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'

const { waiting } = wordsFor('id').coordinator.front

let world: World
beforeEach(async () => {
  world = await newWorld()
})

/** What stands under each way, by where it leads, if anything waits there. */
async function waits(email: string): Promise<Readonly<Record<string, string>>> {
  const page = await pageOf(await (await signedIn(world, email)).get(HOME))
  const items = page.all('li').map(({ text }) => text)
  const of = (count: number) => items.filter((text) => text.includes(waiting(String(count))))
  return Object.fromEntries([1, 2, 3].flatMap((count) => of(count).map((text) => [text, String(count)])))
}

const whoever = async (staff: Omit<NewStaff, 'email'>) => {
  await addStaff(world, { email: 'siapa@contoh.example', ...staff })
  return Object.values(await waits('siapa@contoh.example'))
}

it('says nothing where nothing waits', async () => {
  expect(await waits(ADMINISTRATOR)).toEqual({})
})

it('counts registrations without decision and held answers under the way to each', async () => {
  await registered(world)
  await registered(world, { organisation: 'Lain Contoh' })
  await heldAnswer(world)
  const found = Object.entries(await waits(ADMINISTRATOR))
  const { registry, held } = wordsFor('id').coordinator
  expect(found).toHaveLength(2)
  expect(found.find(([text]) => text.startsWith(registry.registrations.title))?.[1]).toBe('2')
  expect(found.find(([text]) => text.startsWith(held.title))?.[1]).toBe('1')
})

it('counts those of one’s own districts only, and nothing for those who decide nothing', async () => {
  await registered(world, { district: '35.73' })
  await registered(world, { organisation: 'Lain Contoh', district: '35.78' })
  expect(await whoever({ role: 'coordinator', districts: ['35.78'] })).toEqual(['1'])
  await world.exec(`update memberships set role = 'facilitator', districts = null where role = 'coordinator'`)
  expect(Object.values(await waits('siapa@contoh.example'))).toEqual([])
})
