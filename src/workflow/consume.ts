// Taking steps: claim, do, store the outcome. Every step can be taken twice, and by two consumers at once.
import { buryStep, type Claim, claimStep, postponeStep } from '../db/write/step.ts'
import type { Deps } from '../deps.ts'
import { assess } from './assess.ts'
import { deliver } from './deliver.ts'
import type { Handler, Result } from './result.ts'

const handlers: ReadonlyMap<string, Handler> = new Map([
  ['assess', assess],
  ['deliver', deliver],
])

const FIRST_WAIT = 30_000
const LONGEST_WAIT = 6 * 60 * 60 * 1000
// 30 s doubling up to 6 h: 14 tries span about a day and a half.
const MOST_ATTEMPTS = 14

/** How long a step rests after its nth failed try, in ms. */
export const waitAfter = (attempt: number): number => Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT)

async function attempt(deps: Deps, claim: Claim): Promise<Result> {
  const [kind = '', ...subject] = claim.id.split(':')
  const handler = handlers.get(kind)
  if (!handler) return { result: 'never', reason: 'unknown kind of step' }
  try {
    return await handler(deps, claim, subject.join(':'))
  } catch (error) {
    // The message of an error of ours holds no answers: drizzle's, which quotes parameters, stays behind in its cause.
    return { result: 'later', reason: error instanceof Error ? error.name : 'unknown error', retryAt: null }
  }
}

/** Takes one step if it is due and free, and gives the steps it left behind. */
export async function take(deps: Deps, step: string): Promise<readonly string[]> {
  const { db, clock } = deps
  const claim = await claimStep(db, step, clock.now())
  if (!claim) return []
  const result = await attempt(deps, claim)
  if (result.result === 'done') return result.owed
  console.warn(
    JSON.stringify({ step, attempt: claim.attempts, result: result.result, reason: result.reason }),
  )
  const now = clock.now()
  if (result.result === 'never' || (result.retryAt === null && claim.attempts >= MOST_ATTEMPTS)) {
    await buryStep(db, claim, result.reason, now)
  } else {
    const { reason, retryAt } = result
    const dueAt = retryAt ?? now + waitAfter(claim.attempts)
    await postponeStep(db, claim, { dueAt, reason, isWaiting: retryAt !== null })
  }
  return []
}

// A Worker may hold six connections open at once; two are left for the database and the queue.
const LANES = 4

/** Takes steps, and whatever they leave, a few at a time. A step that cannot even be claimed waits for the sweep. */
export async function consume(deps: Deps, steps: readonly string[]): Promise<void> {
  const owed = [...steps]
  const lane = async (): Promise<void> => {
    for (let step = owed.shift(); step !== undefined; step = owed.shift()) {
      try {
        owed.push(...(await take(deps, step)))
      } catch (error) {
        console.error(JSON.stringify({ step, error: error instanceof Error ? error.name : 'unknown error' }))
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
