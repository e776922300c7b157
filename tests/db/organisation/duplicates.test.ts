// Pairs that look alike are found group by group as they are among all at once.
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { duplicatesAmong } from '../../../src/core/organisation/duplicates.ts'
import { districtsOf } from '../../../src/core/place/regions.ts'
import {
  comparableOrganisations,
  type Distinction,
  duplicateCandidates,
} from '../../../src/db/organisation/merge.read.ts'
import { ADMINISTRATOR, coordinating } from '../../support/inside/staff.ts'
import { newWorld, type World } from '../../support/inside/world.ts'
import { runs } from '../../support/runs.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

// Of Madiun there is a kabupaten and a kota, which are taken for one another; the last is none of the network's.
const DISTRICTS = ['35.19', '35.77', '35.07', '35.29', '33.01'] as const
const NAMES = [
  'Bina Karya Mandiri',
  'Yayasan Bina Karya Mandiri',
  'Bina Karrya Mandiri',
  'GPP',
  'LGPP',
  'Lain',
]
const DECREES = [null, 'AHU-0012.AH.01.04.Tahun 2016', 'No. AHU 0012 AH 01.04 Th 2016', 'AHU-77777']

const organisation = fc.record({
  district: fc.constantFrom(...DISTRICTS),
  decreeNo: fc.constantFrom(...DECREES),
  names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
})

async function store(all: readonly (typeof organisation extends fc.Arbitrary<infer T> ? T : never)[]) {
  const rows = JSON.stringify(all.map((one, index) => ({ id: `d-${index}`, ...one })))
  await env.DB.batch(
    [
      `delete from organisation_names where json_valid(?)`,
      `delete from organisations where json_valid(?)`,
      `insert into organisations (id, network_id, district, decree_no, status, confirmed_at, created_at)
       select value ->> 'id', '${demoNetwork.id}', value ->> 'district', value ->> 'decreeNo', 'active', 0, 0 from json_each(?)`,
      `insert into organisation_names (id, network_id, organisation_id, kind, name, normalised, created_at)
       select o.value ->> 'id' || n.key, '${demoNetwork.id}', o.value ->> 'id', iif(n.key = 0, 'official', 'alias'), n.value, lower(n.value), 0
       from json_each(?) o, json_each(o.value, '$.names') n`,
    ].map((sql) => env.DB.prepare(sql).bind(rows)),
  )
}

it('pairs are the same however many organisations are compared at once', async () => {
  const scope = await coordinating(world, ADMINISTRATOR)
  const { db } = world.deps
  await fc.assert(
    fc.asyncProperty(
      fc.array(organisation, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(null, ['35.19', '35.77'], ['35.07', '35.77']),
      fc.constantFrom(1, 2, 5, 500),
      async (all, districts, atOnce) => {
        await store(all)
        const within = { ...scope, districts }
        const known = await comparableOrganisations(within, db)
        const compared = duplicatesAmong(known, districtsOf(demoNetwork.provinces), {
          isApart: () => false,
          most: 1000,
        })
        // Somebody said of the first pair that they are two.
        const [first, ...others] = compared
        const nowhere = { name: '', district: '' }
        const apart: readonly Distinction[] = first
          ? [{ one: { ...nowhere, id: first.one }, other: { ...nowhere, id: first.other }, decidedAt: 0 }]
          : []
        const found = await duplicateCandidates(within, db, apart, { atOnce, most: 1000 })
        const written = (one: string, other: string, reasons: readonly { readonly kind: string }[]) =>
          `${one} ${other} ${reasons.map(({ kind }) => kind).join()}`
        expect(found.map(({ one, other, reasons }) => written(one.id, other.id, reasons)).sort()).toEqual(
          others.map(({ one, other, reasons }) => written(one, other, reasons)).sort(),
        )
        const few = await duplicateCandidates(within, db, apart, { atOnce, most: 2 })
        expect(few).toHaveLength(Math.min(2, found.length))
      },
    ),
    { numRuns: runs(20, 300) },
  )
})
