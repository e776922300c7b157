// Every minute: what is due and was not taken, because a hint was lost or a try failed, is taken or hinted again.

import { needsOf } from '../../core/step/health.ts'
import { forgetDraftCounts } from '../../db/draft/write.ts'
import { forgetMailCounts } from '../../db/message/allowance.write.ts'
import { forgetEnded } from '../../db/people/session.write.ts'
import { backfillRows } from '../../db/step/backfill.write.ts'
import { readMachine } from '../../db/step/health.read.ts'
import { storePulses } from '../../db/step/pulse.write.ts'
import { dueSteps } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'
import { consume, isMail } from '../consume.ts'
import { exportPortion } from '../export/portion.ts'
import { lookAfterDrafts } from './drafts.ts'
import { oweNotices } from './notices.ts'
import { resealRows } from './seals.ts'

// What one sweep takes itself, so that steps move even where the queue does not.
const TAKEN = 20
const HINTED = 500

// Once an hour is enough to forget what ended a month ago; at its half, when nothing else is planned.
const FORGETS_AT = 30
// What an older release left empty is understood meanwhile, and is there only after going back to one.
const FILLS_AT = 20
// What an older key sealed can wait an hour, too.
const RESEALS_AT = 40
const minuteOf = (now: number): number => Math.floor(now / 60_000) % 60

// Every zone's 08:00 is one of these minutes.
const NOTIFIES_EVERY = 5

/** Every part by itself: one that fails is told in the log, and keeps nothing else from being done. */
const partsOf =
  ({ log }: Deps) =>
  async (kind: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error('part of the sweep failed', { kind, error })
    }
  }

/** Takes the steps that are longest due, and hints the others to the queue: no mails where the mail service is away. */
async function takeWhatIsDue(deps: Deps, now: number): Promise<void> {
  const due = await dueSteps(deps.db, now, TAKEN + HINTED)
  const { isOutage } = await consume(deps, due.slice(0, TAKEN))
  const others = due.slice(TAKEN)
  await deps.queue.hint(isOutage ? others.filter((step) => !isMail(step)) : others)
}

/** Tells the watcher outside, where there is one and nothing needs anybody. */
async function beat({ db, clock, heartbeat }: Deps): Promise<void> {
  if (heartbeat && needsOf(await readMachine(db, clock.now()), clock.now()).length === 0) await heartbeat()
}

/**
 * Takes the steps that are longest due, hints the others to the queue, tells people what waits for them, and now and then
 * forgets what is long over.
 */
export async function sweep(deps: Deps): Promise<void> {
  const { db } = deps
  const now = deps.clock.now()
  const part = partsOf(deps)
  if (minuteOf(now) === FILLS_AT) await part('backfill', () => backfillRows(db))
  await part('due', () => takeWhatIsDue(deps, now))
  if (minuteOf(now) % NOTIFIES_EVERY === 0)
    await part('notices', async () => consume(deps, await oweNotices(deps)))
  if (minuteOf(now) === FORGETS_AT) {
    await part('forget sessions', () => forgetEnded(db, now))
    await part('forget counts of mails', () => forgetMailCounts(db, now))
    await part('forget counts of drafts', () => forgetDraftCounts(db, now))
  }
  if (minuteOf(now) === RESEALS_AT) await part('seals', () => resealRows(deps))
  await part('drafts', () => lookAfterDrafts(deps))
  await part('export', () => exportPortion(deps, now))
  await part('pulse', () => storePulses(db, [{ kind: 'swept', reason: null }], now))
  await part('heartbeat', () => beat(deps))
}
