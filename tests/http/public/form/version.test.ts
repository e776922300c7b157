// A round that moves to a new version of its form: a warm isolate sees it in time, and answers keep the version they were given to.
import { expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { formHash, shelfOf } from '../../../../src/core/form/shelf.ts'
import { IKO, newWorld, SECOND, sentIko } from '../../../support/inside/world.ts'

it('the new version is shown within ten seconds, and each answer keeps its own', async () => {
  const next = { ...iko, version: 2, intro: { id: 'Versi kedua.', en: 'Second version.' } }
  const world = await newWorld({ forms: shelfOf([iko, next], async () => null) })
  await sentIko(world)
  await world.exec(`update rounds set form_version = 2, form_hash = null where slug = 'iko-2026-2'`)
  world.clock.now += 9 * SECOND
  expect(await (await world.get(IKO)).text()).not.toContain('Versi kedua.')
  world.clock.now += SECOND
  expect(await (await world.get(IKO)).text()).toContain('Versi kedua.')
  await sentIko(world, { organisation: 'Forum Lain Contoh' })
  const hashes = await world.rows<{ form_hash: string }>(
    'select form_hash from revisions order by created_at',
  )
  expect(hashes.map(({ form_hash }) => form_hash)).toEqual([await formHash(iko), await formHash(next)])
})
