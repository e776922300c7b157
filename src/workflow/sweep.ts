// Every minute: what is due and was not taken, because a hint was lost or a try failed, is taken or hinted again.
import { dueSteps } from '../db/write/step.ts'
import type { Deps } from '../deps.ts'
import { consume } from './consume.ts'

// What one sweep takes itself, so that steps move even where the queue does not.
const TAKEN = 20
const HINTED = 500

/** Takes the steps that are longest due and hints the others to the queue. */
export async function sweep(deps: Deps): Promise<void> {
  const due = await dueSteps(deps.db, deps.clock.now(), TAKEN + HINTED)
  await consume(deps, due.slice(0, TAKEN))
  await deps.queue.hint(due.slice(TAKEN))
}
