// A list is written for whoever may at that very moment: roles and districts are asked again in the statements themselves.
import { expect, it } from 'vitest'
import { confirmImport } from '../../../src/actions/organisation/import.ts'
import { ROWS_FIELD } from '../../../src/core/organisation/import/carry.ts'
import { carriedOne } from '../../support/inside/import.ts'
import { addStaff, coordinating } from '../../support/inside/staff.ts'
import { dump } from '../../support/inside/tables.ts'
import { newWorld, sentIko } from '../../support/inside/world.ts'

const fields = new Map([[ROWS_FIELD, [carriedOne]]])
const EMAIL = 'm@contoh.example'

it.each([
  [`role = 'facilitator'`, { outcome: 'refused' }],
  ['removed_at = 1', { outcome: 'refused' }],
  [`districts = '["35.78"]'`, { outcome: 'done', added: 0, standing: 1, faulty: 0 }],
])('whoever was let in before (%s) writes nothing', async (change, outcome) => {
  const world = await newWorld()
  const membership = await addStaff(world, { email: EMAIL, role: 'coordinator' })
  const scope = await coordinating(world, EMAIL)
  await sentIko(world, { organisation: 'Bawaan Contoh' })
  await world.exec(`update memberships set ${change} where id = '${membership}'`)
  const before = await dump(world)
  expect(await confirmImport(scope, world.deps, fields)).toEqual(outcome)
  expect(await dump(world)).toBe(before)
})
