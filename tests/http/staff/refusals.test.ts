// What staff send and what is refused: the focus comes to what is wrong without any script, and leads to each field.
import { beforeAll, describe, expect, it } from 'vitest'
import { heldAnswer } from '../../support/inside/held.ts'
import { pageOf } from '../../support/inside/page.ts'
import { addOrganisations, CONTACT, FORUM, LEAD, registered } from '../../support/inside/registry.ts'
import { IKO_ROUND, ROUNDS } from '../../support/inside/rounds.ts'
import { addSettings, ROLE, SETTINGS, YEAR } from '../../support/inside/settings.ts'
import { ADMINISTRATOR, addStaff, type Client, HOME, PEOPLE, signedIn } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'

const ORGANISATION = `${HOME}/organisations/${FORUM}`

let world: World
let client: Client
// What is refused changes nothing, so all of them share one world.
const ids = { member: '', held: '', seen: '', registration: '', delivery: '' }
beforeAll(async () => {
  world = await newWorld()
  client = await signedIn(world, ADMINISTRATOR)
  await addOrganisations(world)
  await addSettings()
  ids.member = await addStaff(world, { email: 'anggota@contoh.example', role: 'viewer' })
  ids.registration = await registered(world, { organisation: 'Simpul Belajar Contoh', district: '35.07' })
  const { submission, seen } = await heldAnswer(world)
  await world.work()
  const [row] = await world.rows<{ id: string }>(`select id from deliveries where kind = 'report'`)
  Object.assign(ids, { held: submission, seen, delivery: row?.id ?? '' })
})

const parts = (at: string, ...names: readonly string[]) =>
  names.map((name): readonly [string, () => string] => [
    `${at}/${name}`.slice(HOME.length),
    () => `${at}/${name}`,
  ])

const cases: readonly (readonly [string, () => string])[] = [
  ...parts(PEOPLE, 'invite'),
  ['people/:member', () => `${PEOPLE}/${ids.member}`],
  ...parts(SETTINGS, 'general', 'mails', 'logo', 'years', `years/${YEAR}`, 'roles', `roles/${ROLE}`),
  ...parts(ROUNDS, 'new', `${IKO_ROUND}/edit`, `${IKO_ROUND}/copy`),
  ['registrations/:registration/confirm', () => `${HOME}/registrations/${ids.registration}/confirm`],
  ['registrations/:registration/decline', () => `${HOME}/registrations/${ids.registration}/decline`],
  ['held/:submission', () => `${HOME}/held/${ids.held}`],
  ...parts(`${HOME}/organisations`, 'new', 'import', `duplicates/${FORUM}/${LEAD}`),
  ...parts(ORGANISATION, 'edit', 'names', 'roles', 'relations?q=mitra', 'contacts', `contacts/${CONTACT}`),
  ['messages/:delivery/address', () => `${HOME}/messages/${ids.delivery}/address`],
]

describe('what is refused', () => {
  it.each(cases)('brings the focus to what is wrong: %s', async (_what, path) => {
    const response = await client.post(path(), { seen: ids.seen })
    expect(response.status).toBe(422)
    const page = await pageOf(response)
    expect(page.one('div', { role: 'alert' }).attributes).toMatchObject({ tabindex: '-1', autofocus: '' })
    expect(page.html.match(/ autofocus/g)).toHaveLength(1)
    expect(page.one('title').text).toMatch(/^Perlu diperbaiki: /)
    const [, inside = ''] = /role="alert"[^>]*>(.*?)<\/div>/s.exec(page.html) ?? []
    const targets = [...inside.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(0)
    const times = (id = '') => page.html.split(` id="${id}"`).length - 1
    // A screen reader tells at the field what is wrong with it (WCAG 2.2 SC 3.3.1).
    const wrong = page.html.match(/<(?:input|select|textarea|fieldset)[^>]* aria-invalid="true"[^>]*>/g) ?? []
    const told = wrong.map((field) =>
      (/ aria-describedby="([^"]+)"/.exec(field)?.[1] ?? '').split(' ').at(-1),
    )
    expect(told.map(times)).toEqual(wrong.map(() => 1))
    expect(targets.map((id) => [id, times(id)])).toEqual(targets.map((id) => [id, 1]))
  })

  it('brings the focus to the one field there is, where one signs in', async () => {
    const page = await pageOf(await client.post('/c/sign-in', { email: 'ratna' }))
    expect(page.one('input', { id: 'email' }).attributes).toMatchObject({ autofocus: '', value: 'ratna' })
    expect(page.html.match(/ autofocus/g)).toHaveLength(1)
  })
})
