// A network in which nothing has happened yet: each page of staff says how to begin, or that nothing waits.
import { beforeAll, expect, it } from 'vitest'
import { wordsFor } from '../../../src/core/words/index.ts'
import { pageOf } from '../../support/inside/page.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  type Client,
  OTHER,
  signedIn,
} from '../../support/inside/staff.ts'
import { newWorld } from '../../support/inside/world.ts'

const FRONT = `/c/n/${OTHER.slug}`
const words = wordsFor('id').coordinator

let client: Client
beforeAll(async () => {
  const world = await newWorld()
  await addNetwork(world)
  await addStaff(world, { email: ADMINISTRATOR, role: 'administrator', network: OTHER.id })
  client = await signedIn(world, ADMINISTRATOR)
})

it.each([
  ['', 'Tidak ada yang menunggu Anda.'],
  ['/rounds', 'Buka putaran pertama'],
  ['/board', 'Belum ada putaran.'],
  ['/registrations', 'Belum ada pendaftaran'],
  ['/organisations', 'Belum ada organisasi.'],
  ['/organisations', words.imports.link],
  ['/organisations/duplicates', words.doubles.none],
  ['/held', words.held.none],
  ['/messages', 'Belum ada surel.'],
  ['/handovers', words.messages.byHand.none],
  ['/steps', words.messages.steps.none],
])('%s says: %s', async (path, text) => {
  const response = await client.get(FRONT + path)
  expect(response.status).toBe(200)
  expect((await pageOf(response)).words).toContain(text)
})
