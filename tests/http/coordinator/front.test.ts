// The front page of a network says what waits for whoever opens it, within their districts, and to nobody else.
import { beforeEach, expect, it } from 'vitest'
import { wordsFor } from '../../../src/core/words/words.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { pageOf } from '../../support/inside/page.ts'
import { registered } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addStaff, HOME, type NewStaff, signedIn } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'

const { front, messages } = wordsFor('id').coordinator

let world: World
beforeEach(async () => {
  world = await newWorld()
})

/** The ways to what waits, by where they lead, and what the page says instead where nothing does. */
async function waits(email: string): Promise<Readonly<Record<string, string>>> {
  const page = await pageOf(await (await signedIn(world, email)).get(HOME))
  const [, after = ''] = page.html.split(`<h2>${front.waiting}</h2>`)
  const [shown = ''] = after.split('<h2>')
  if (shown.includes(front.nothing)) return { nothing: front.nothing }
  return Object.fromEntries(
    page
      .all('a', { class: 'go' })
      .filter(({ text }) => shown.includes(`>${text}</a>`))
      .map(({ attributes, text }) => [attributes.href ?? '', text]),
  )
}

const whoever = async (staff: Omit<NewStaff, 'email'>) => {
  await addStaff(world, { email: 'siapa@contoh.example', ...staff })
  return Object.values(await waits('siapa@contoh.example'))
}

it('says that nothing waits where nothing does', async () => {
  expect(await waits(ADMINISTRATOR)).toEqual({ nothing: front.nothing })
})

it('counts registrations without decision and held answers, and leads to where each is decided', async () => {
  await registered(world)
  await registered(world, { organisation: 'Lain Contoh' })
  await heldAnswer(world)
  expect(await waits(ADMINISTRATOR)).toEqual({
    [`${HOME}/registrations`]: messages.mail.digest.registrations('2'),
    [`${HOME}/held`]: messages.mail.digest.held('1'),
  })
})

it('leads from mails that came back to those in trouble', async () => {
  await registered(world)
  await world.exec('update deliveries set handed_at = created_at, bounced_at = created_at')
  expect(await waits(ADMINISTRATOR)).toMatchObject({
    [`${HOME}/messages?state=trouble`]: messages.mail.digest.bounced('1'),
  })
})

it('counts those of one’s own districts only, and nothing for those who decide nothing', async () => {
  await registered(world, { district: '35.73' })
  await registered(world, { organisation: 'Lain Contoh', district: '35.78' })
  expect(await whoever({ role: 'coordinator', districts: ['35.78'] })).toEqual([
    messages.mail.digest.registrations('1'),
  ])
  await world.exec(`update memberships set role = 'facilitator', districts = null where role = 'coordinator'`)
  expect(await waits('siapa@contoh.example')).toEqual({})
})
