// Merges in the tests' small world: one that stands, and everything that belongs to organisations, to compare.
import { env } from 'cloudflare:workers'
import { NOTHING_MOVED } from '../../../scripts/demo/doubles.ts'
import { demoNetwork } from '../../../scripts/demo.ts'
import { addOrganisation, LEAD } from './registry.ts'
import type { World } from './world.ts'

/** An organisation that was merged into the lead partner, and its merge. */
export const GONE = '01900000-0000-7000-8000-000000000403'
export const MERGE = '01900000-0000-7000-8000-000000000601'

/** Puts a merge into the tables that moved nothing. */
export async function addMerge({ clock }: World): Promise<void> {
  await addOrganisation({ id: GONE, name: 'Mitra Contoh Utama', mergedInto: LEAD })
  await env.DB.prepare(
    `insert into merges (id, network_id, kept_id, merged_id, moved, merged_by, merged_at) values (?, ?, ?, ?, ?, 'x', ?)`,
  )
    .bind(MERGE, demoNetwork.id, LEAD, GONE, JSON.stringify(NOTHING_MOVED), clock.now)
    .run()
}
