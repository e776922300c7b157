// Sealing anew, portion by portion, what an older release or an older key sealed, so that an old key can leave the ring.
import { BrokenSeal, seal, sealBeginning, unseal } from '../../core/kernel/seal.ts'
import { type StandingSeal, staleSeals } from '../../db/seal/read.ts'
import { type RenewedSeal, storeSeals } from '../../db/seal/write.ts'
import type { Deps } from '../../deps.ts'

const HOUR = 60 * 60 * 1000

async function renew({ secrets, random }: Deps, standing: StandingSeal): Promise<RenewedSeal | BrokenSeal> {
  const { place, sealed } = standing
  try {
    const text = await unseal(secrets, place, sealed)
    return { ...standing, anew: await seal(secrets, random, place, text) }
  } catch (error) {
    if (error instanceof BrokenSeal) return error
    throw error
  }
}

/**
 * Seals one portion anew; called once an hour it goes through all rows in as many hours as there are portions. What does not
 * open stays as it is, and is told by the id of its row.
 */
export async function resealRows(deps: Deps): Promise<void> {
  const turn = Math.floor(deps.clock.now() / HOUR)
  const stale = await staleSeals(deps.db, sealBeginning(deps.secrets), turn)
  const tried = await Promise.all(stale.map((one) => renew(deps, one)))
  await storeSeals(
    deps.db,
    tried.flatMap((one) => (one instanceof BrokenSeal ? [] : [one])),
  )
  for (const one of tried)
    if (one instanceof BrokenSeal) deps.log.warn('seal broken', { reason: one.message })
}
