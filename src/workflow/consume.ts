// Taking steps: claim, do, store the outcome. Every step can be taken twice, and by two consumers at once.
import { STEP_KINDS, type StepKind } from '../core/step/step.ts'
import { buryStep, type Claim, claimSteps, LEASE, postponeStep } from '../db/step/write.ts'
import type { Deps } from '../deps.ts'
import { assess } from './steps/assess.ts'
import { deliver } from './steps/deliver.ts'
import { ofLaterRelease, type StepAction, type StepHandler, type StepResult } from './steps/result.ts'

const handlers: Readonly<Record<StepKind, StepHandler>> = { assess, deliver }

const handlerOf = (kind: string): StepHandler | null => {
  const known = STEP_KINDS.find((one) => one === kind)
  return known ? handlers[known] : null
}

const FIRST_WAIT = 30_000
const LONGEST_WAIT = 6 * 60 * 60 * 1000
// 30 s doubling up to 6 h: 14 tries span about a day and a half.
const MOST_ATTEMPTS = 14

/** How long a step rests after its nth failed try, in ms. */
export const waitAfter = (attempt: number): number => Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT)

const kindOf = (step: string): string => step.slice(0, step.indexOf(':'))
const subjectOf = (step: string): string => step.slice(step.indexOf(':') + 1)

/** What takes the claimed steps, loaded once for each kind of them. */
function prepare(deps: Deps, claims: readonly Claim[]): ReadonlyMap<string, Promise<StepAction> | undefined> {
  const byKind = Map.groupBy(claims, ({ id }) => kindOf(id))
  const load = (kind: string, some: readonly Claim[]): Promise<StepAction> | undefined => {
    const subjects = some.map(({ id }) => subjectOf(id))
    const loading = handlerOf(kind)?.(deps, subjects)
    // Whoever takes a step of this kind hears of it; unheard, the runtime would log it, and the query with it.
    loading?.catch(() => undefined)
    return loading
  }
  return new Map([...byKind].map(([kind, some]) => [kind, load(kind, some)]))
}

async function attempt(
  deps: Deps,
  claim: Claim,
  prepared: Promise<StepAction> | undefined,
): Promise<StepResult> {
  if (!prepared) return ofLaterRelease(deps)
  try {
    const act = await prepared
    return await act(claim, subjectOf(claim.id))
  } catch (error) {
    // The message of an error of ours holds no answers: drizzle's, which quotes parameters, stays behind in its cause.
    return { result: 'later', reason: error instanceof Error ? error.name : 'unknown error', retryAt: null }
  }
}

async function finish(
  { db, clock, log }: Deps,
  claim: Claim,
  result: StepResult,
): Promise<readonly string[]> {
  if (result.result === 'done') return result.owed
  log.warn('step not done', {
    step: claim.id,
    attempt: claim.attempts,
    result: result.result,
    reason: result.reason,
  })
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

/** Takes those of some steps that are due and free, one after another, and gives the steps they left behind. */
export async function takeSteps(deps: Deps, steps: readonly string[]): Promise<readonly string[]> {
  const claims = await claimSteps(deps.db, steps, deps.clock.now())
  const prepared = prepare(deps, claims)
  const owed: string[] = []
  for (const claim of claims) {
    // Little is left of the lease after a slow mail service: nobody else may take the step while we do.
    if (deps.clock.now() > claim.lease - LEASE / 2) break
    owed.push(...(await finish(deps, claim, await attempt(deps, claim, prepared.get(kindOf(claim.id))))))
  }
  return owed
}

// A Worker may hold six connections open at once; two are left for the database and the queue.
const LANES = 4
// As many as are mailed well within a lease.
const MOST_AT_ONCE = 25

/** Takes steps, and whatever they leave, a few at a time. Steps that cannot even be claimed wait for the sweep. */
export async function consume(deps: Deps, steps: readonly string[]): Promise<void> {
  // Measuring first: meanwhile the mailers connect.
  const owed = steps.toSorted()
  const portion = Math.min(MOST_AT_ONCE, Math.ceil(steps.length / LANES))
  const lane = async (): Promise<void> => {
    if (owed.length === 0) return
    const session = deps.mailer.session?.()
    const mine = session ? { ...deps, mailer: session } : deps
    while (owed.length > 0) {
      const some = owed.splice(0, portion)
      try {
        owed.push(...(await takeSteps(mine, some)))
      } catch (error) {
        deps.log.error('steps not taken', { steps: some, error })
      }
    }
    await session?.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
