// Whose answer counts once in a round: an organisation's, each of its people's, or everybody's as often as they like.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { registration } from '../../../../forms/registration/v1.ts'
import { loadForms } from '../../../../src/core/form/check.ts'
import type { Form } from '../../../../src/core/form/form.ts'
import { shelfOf } from '../../../../src/core/form/shelf.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { addOrganisation, FORUM, LEAD } from '../../../support/inside/registry.ts'
import { ROUND_FIELDS, ROUNDS } from '../../../support/inside/rounds.ts'
import { ADMINISTRATOR, type Client, HOME, signedIn } from '../../../support/inside/staff.ts'
import { broken, counted, tallies } from '../../../support/inside/tables.ts'
import { DAY, newWorld, sent, type Typed, type World } from '../../../support/inside/world.ts'

const { organisation, district, contact_name } = registration.questions
const { required: _either, ...email } = registration.questions.email
const attendance: Form = {
  ...registration,
  id: 'attendance',
  answersPer: 'person',
  respondent: { organisation: 'organisation', district: 'district', email: 'email', person: 'contact_name' },
  sections: { contact: registration.sections.contact },
  questions: {
    organisation: { ...organisation, section: 'contact' },
    district: { ...district, section: 'contact' },
    contact_name: { ...contact_name, required: true },
    email,
  },
}
const { registers: _none, ...asked } = attendance
const people: Form = asked
const { person: _person, ...respondent } = people.respondent
const feedback: Form = { ...people, id: 'feedback', answersPer: 'any', respondent }

let world: World
let admin: Client
const shelf = shelfOf(loadForms([registration, iko, people, feedback]), async () => null)
beforeEach(async () => {
  world = await newWorld({ forms: shelf })
  admin = await signedIn(world, ADMINISTRATOR)
})

/** Opens a round as a coordinator does, and gives its path. */
async function opened(form: 'attendance' | 'feedback'): Promise<string> {
  const fields = { ...ROUND_FIELDS, form, slug: form, key: world.newKey() }
  expect((await admin.post(`${ROUNDS}/new`, fields)).status).toBe(303)
  world.clock.now += 30 * DAY
  admin = await signedIn(world, ADMINISTRATOR)
  return `/f/${form}`
}

const ANSWERS = { organisation: 'Forum Desa Sehat', district: '35.07', contact_name: 'Siti Contoh' }
const heldCount = () => world.number('select count(*) from submissions where held_at is not null')
const send = (path: string, changes: Typed = {}) => sent(world, path, { ...ANSWERS, ...changes })
const holds = async () => {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

describe('a form of people', () => {
  it('takes one answer of each, and holds what the same person sends again', async () => {
    const path = await opened('attendance')
    await send(path)
    await send(path, { contact_name: 'Budi Contoh' })
    await send(path, { organisation: 'Forum Desa Lain' })
    expect(await heldCount()).toBe(0)
    await send(path, { contact_name: 'SITI  contoh' })
    expect(await heldCount()).toBe(1)
    await holds()
  })

  it('shows who decides the answer of that person, and of no other one', async () => {
    const path = await opened('attendance')
    await send(path, { contact_name: 'Budi Contoh', email: 'budi@contoh.example' })
    await send(path, { email: 'satu@contoh.example' })
    await send(path, { email: 'dua@contoh.example' })
    const [held] = await world.rows<{ id: string }>('select id from submissions where held_at is not null')
    const { words } = await pageOf(await admin.get(`${HOME}/held/${held?.id}`))
    expect(words).toContain('satu@contoh.example')
    expect(words).not.toContain('budi@contoh.example')
  })

  it('takes a correction to the name of somebody who has not answered, and holds one to a name that has', async () => {
    const path = await opened('attendance')
    await send(path)
    const { receipt } = await send(path, { contact_name: 'Budi Contoh' })
    const correct = (contact_name: string) =>
      world.post(`${receipt}/correction`, { ...ANSWERS, contact_name, submission: world.newKey() })
    await correct('Tri Contoh')
    expect(await heldCount()).toBe(0)
    await correct('Siti Contoh')
    expect(await heldCount()).toBe(1)
    await holds()
  })

  it('holds, once two organisations are one, only what one person sent for both', async () => {
    await addOrganisation({ id: LEAD, name: 'Forum Desa Sehat' })
    await addOrganisation({ id: FORUM, name: 'Forum Desa Lain' })
    const path = await opened('attendance')
    await send(path)
    await send(path, { organisation: 'Forum Desa Lain' })
    await send(path, { organisation: 'Forum Desa Lain', contact_name: 'Budi Contoh' })
    await admin.post(`${HOME}/organisations/duplicates/${LEAD}/${FORUM}`, {
      choice: 'one',
      key: world.newKey(),
    })
    expect(await world.number(`select count(*) from organisations where merged_into = '${LEAD}'`)).toBe(1)
    expect(await heldCount()).toBe(1)
    await holds()
  })
})

describe('a form of anybody', () => {
  it('takes every answer, as often as one likes', async () => {
    const path = await opened('feedback')
    await send(path)
    await send(path)
    await send(path)
    expect(await heldCount()).toBe(0)
    await holds()
  })
})
