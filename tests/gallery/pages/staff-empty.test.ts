// Pages of a network that is new: every list with nothing in it, and forms that miss what is still to be set.
import { it } from 'vitest'
import { staffOf } from '../../support/inside/gallery.ts'
import { addOrganisation } from '../../support/inside/registry.ts'
import { addNetwork, OTHER } from '../../support/inside/staff.ts'
import { newWorld } from '../../support/inside/world.ts'

const HOME = `/c/n/${OTHER.slug}`
const ONLY = '01900000-0000-7000-8000-000000000499'

const lists = [
  '',
  '/settings',
  '/settings/years',
  '/settings/roles',
  '/rounds',
  '/rounds/new',
  '/board',
  '/held',
  '/registrations',
  '/messages',
  '/steps',
  '/handovers',
  '/ledger',
  '/ledger/waiting',
  '/organisations',
  '/organisations/duplicates',
]

it('a new network, without anything in it', async () => {
  const world = await newWorld()
  await addNetwork(world)
  const staff = await staffOf(world, { role: 'administrator', network: OTHER.id })
  for (const keep of staff) for (const path of lists) await keep.page('a new network', HOME + path)
  await addOrganisation({ id: ONLY, name: 'Satu Contoh', district: '35.07', network: OTHER.id })
  for (const keep of staff) {
    await keep.page('no role to be given', `${HOME}/organisations/${ONLY}/roles`)
  }
  await world.exec('delete from organisation_names; delete from organisations')
  for (const keep of await staffOf(world, { role: 'facilitator', network: OTHER.id })) {
    await keep.page('a new network, for a facilitator', `${HOME}/rounds`)
    await keep.page('a new network, for a facilitator', `${HOME}/organisations`)
  }
})
