// What an import costs: rows read and written for a list, the same among ten organisations of others and ten thousand.
import { expect, it } from 'vitest'
import { ROWS_FIELD } from '../../../src/core/organisation/import/carry.ts'
import { list } from '../../support/inside/import.ts'
import { type Cost, newMeter, total } from '../../support/inside/meter.ts'
import { pageOf } from '../../support/inside/page.ts'
import { addOrganisations } from '../../support/inside/registry.ts'
import { ADMINISTRATOR, addNetwork, HOME, OTHER, signedIn } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'

const IMPORT = `${HOME}/organisations/import`

/** Organisations of another network that bear the very names of the list. */
const fill = (world: World, count: number) =>
  world.exec(
    [
      `insert into organisations (id, network_id, district, status, confirmed_at, created_at) select 'o' || value, '${OTHER.id}', '35.73', 'active', 0, 0 from generate`,
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at) select 'n' || value, '${OTHER.id}', 'o' || value, 'official', 'Kelompok ' || value, 'kelompok ' || value, 0 from generate`,
    ]
      .map((sql) =>
        sql.replace(
          'from generate',
          `from json_each('${JSON.stringify(Array.from({ length: count }, (_, i) => i))}')`,
        ),
      )
      .join('\n'),
  )

// A row written counts once more for each index it stands in.
const EXPECTED: Readonly<Record<number, { readonly checked: Cost; readonly confirmed: Cost }>> = {
  10: { checked: [25, 0], confirmed: [239, 166] },
  100: { checked: [115, 0], confirmed: [2129, 1606] },
}

it.each([
  [10, 10],
  [10, 10_000],
  [100, 10],
])('a list of %i organisations reads and writes so many rows among %i of others', async (rows, count) => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  await addNetwork(world)
  await addOrganisations(world)
  await fill(world, count)
  const admin = await signedIn(world, ADMINISTRATOR)
  const each = Array.from({ length: rows }, (_, i) => `Kelompok ${i};Kota Malang;member;k${i}@contoh.example`)
  const cost = () => total(meter.take())
  meter.take()
  const response = await admin.post(IMPORT, list(['nama;kota;peran;surel', ...each].join('\n')))
  const checked = cost()
  const form = new FormData()
  form.append(ROWS_FIELD, (await pageOf(response)).one('input', { name: ROWS_FIELD }).attributes.value ?? '')
  meter.take()
  expect((await admin.post(`${IMPORT}/confirm`, form)).status).toBe(303)
  expect({ checked, confirmed: cost() }).toEqual(EXPECTED[rows])
})
