// Consents: one row for each purpose that was ticked, with the notice that stood on the page.
import { beforeEach, expect, it } from 'vitest'
import { registration } from '../../../forms/registration/v1.ts'
import {
  newWorld,
  REGISTRATION,
  registrationAnswers,
  START,
  sent,
  sentIko,
  type World,
} from '../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const consents = () =>
  world.rows('select purpose, notice_version, given_at, withdrawn_at from consents order by purpose')
const given = (purpose: string) => ({
  purpose,
  notice_version: registration.noticeVersion,
  given_at: START,
  withdrawn_at: null,
})

it('each purpose that was ticked is recorded apart, with the version of the notice', async () => {
  await sent(world, REGISTRATION, registrationAnswers)
  expect(await consents()).toEqual([given('directory'), given('donors')])
  expect(await world.number('select count(*) from consents join revisions on key = revision_key')).toBe(2)
})

it('what was not ticked is not consented to', async () => {
  await sent(world, REGISTRATION, { ...registrationAnswers, consent_directory: '', consent_donors: [] })
  expect(await consents()).toEqual([])
})

it('a repeated sending records nothing more', async () => {
  const { key } = await sent(world, REGISTRATION, registrationAnswers)
  await sent(world, REGISTRATION, { ...registrationAnswers, submission: key })
  expect(await consents()).toHaveLength(2)
})

it('a form that asks for no consent records none', async () => {
  await sentIko(world)
  expect(await consents()).toEqual([])
})
