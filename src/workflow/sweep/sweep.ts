// Every minute: what is due and was not taken, because a hint was lost or a try failed, is taken or hinted again.

import { forgetEnded } from '../../db/people/session.write.ts'
import { backfillRows } from '../../db/step/backfill.write.ts'
import { dueSteps } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'
import { consume } from '../consume.ts'
import { lookAfterDrafts } from './drafts.ts'
import { oweNotices } from './notices.ts'

// What one sweep takes itself, so that steps move even where the queue does not.
const TAKEN = 20
const HINTED = 500

// Once an hour is enough to forget what ended a month ago; at its half, when nothing else is planned.
const FORGETS_AT = 30
// What an older release left empty is understood meanwhile, and is there only after going back to one.
const FILLS_AT = 20
const minuteOf = (now: number): number => Math.floor(now / 60_000) % 60

// Every zone's 08:00 is one of these minutes.
const NOTIFIES_EVERY = 5

/**
 * Takes the steps that are longest due, hints the others to the queue, tells people what waits for them, and now and then
 * forgets what is long over.
 */
export async function sweep(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  if (minuteOf(now) === FILLS_AT) await backfillRows(deps.db)
  const due = await dueSteps(deps.db, now, TAKEN + HINTED)
  await consume(deps, due.slice(0, TAKEN))
  await deps.queue.hint(due.slice(TAKEN))
  if (minuteOf(now) % NOTIFIES_EVERY === 0) await consume(deps, await oweNotices(deps))
  if (minuteOf(now) === FORGETS_AT) await forgetEnded(deps.db, now)
  await lookAfterDrafts(deps)
}
