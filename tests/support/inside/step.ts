// One step at a time, as tests look at it; the Worker claims and takes several together.
import type { Database } from '../../../src/db/database.ts'
import { type Claim, claimSteps } from '../../../src/db/step/write.ts'
import type { Deps } from '../../../src/deps.ts'
import { takeSteps } from '../../../src/workflow/consume.ts'

/** Claims one step; undefined where it is not due or somebody holds it. */
export const claimStep = async (db: Database, step: string, now: number): Promise<Claim | undefined> =>
  (await claimSteps(db, [step], now))[0]

/** Takes one step if it is due and free, and gives the steps it left behind. */
export const take = async (deps: Deps, step: string): Promise<readonly string[]> =>
  (await takeSteps(deps, [step])).owed
