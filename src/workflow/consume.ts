// Taking steps: claim, do, store the outcome. Every step can be taken twice, and by two consumers at once.
import { STEP_KINDS, type StepKind } from '../core/step/step.ts'
import { type Pulse, storePulses } from '../db/step/pulse.write.ts'
import { buryStep, type Claim, claimSteps, LEASE, postponeStep, releaseSteps } from '../db/step/write.ts'
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
/** How often a step is tried until it is dead: 30 s doubling up to 6 h span four and a half days. */
export const MOST_ATTEMPTS = 27

/** How long a step rests after its nth failed try, in ms. */
export const waitAfter = (attempt: number): number => Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT)

const kindOf = (step: string): string => step.slice(0, step.indexOf(':'))
const subjectOf = (step: string): string => step.slice(step.indexOf(':') + 1)

/** Whether a step hands over a mail. */
export const isMail = (step: string): boolean => kindOf(step) === 'deliver'

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
    const { reason, retryAt, mail } = result
    const dueAt = retryAt ?? now + waitAfter(claim.attempts)
    await postponeStep(db, claim, { dueAt, reason, isWaiting: retryAt !== null, isByRule: mail === 'rule' })
  }
  return []
}

/** What became of some steps. */
export interface Taken {
  /** The steps that they left. */
  readonly owed: readonly string[]
  /** Those that were not tried, and are as they were. */
  readonly untried: readonly string[]
  readonly isHanded: boolean
  /** What the mail service said last of a mail that it did not take, unless a rule of ours kept it. */
  readonly unsent: string | null
  /** Whether the mail service takes no mail of anybody's. */
  readonly isOutage: boolean
}

/** Takes those of some steps that are due and free, one after another. */
export async function takeSteps(deps: Deps, steps: readonly string[]): Promise<Taken> {
  const order = new Map(steps.map((step, i) => [step, i]))
  const claimed = await claimSteps(deps.db, steps, deps.clock.now())
  const claims = claimed.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  const prepared = prepare(deps, claims)
  const owed: string[] = []
  const untried: Claim[] = []
  let isHanded = false
  let unsent: string | null = null
  let isOutage = false
  for (const claim of claims) {
    // Little is left of the lease after a slow mail service: nobody else may take the step while we do.
    const isLate = deps.clock.now() > claim.lease - LEASE / 2
    if (isLate || (isOutage && isMail(claim.id))) {
      untried.push(claim)
      continue
    }
    const result = await attempt(deps, claim, prepared.get(kindOf(claim.id)))
    owed.push(...(await finish(deps, claim, result)))
    if (result.result === 'done' && result.isHanded) isHanded = true
    if (result.result === 'later' && result.mail !== undefined && result.mail !== 'rule') {
      unsent = result.reason
      isOutage ||= result.mail === 'outage'
    }
  }
  if (untried.length > 0) await releaseSteps(deps.db, untried)
  return { owed, untried: untried.map(({ id }) => id), isHanded, unsent, isOutage }
}

// A Worker may hold six connections open at once; two are left for the database and the queue.
const LANES = 4
// As many as are mailed well within a lease.
const MOST_AT_ONCE = 25

/**
 * Takes some from a list and leaves the others there: evenly from its beginning to its end, so that the first of all lanes
 * together are the first of the list.
 */
function takeFrom(list: string[], most: number, isWanted: (one: string) => boolean): readonly string[] {
  const wanted = list.filter(isWanted)
  const stride = Math.max(1, Math.floor(wanted.length / most))
  const taken = new Set(wanted.filter((_, i) => i % stride === 0).slice(0, most))
  const left = list.filter((one) => !taken.has(one))
  list.splice(0, list.length, ...left)
  return [...taken]
}

async function writePulses(deps: Deps, isHanded: boolean, unsent: string | null): Promise<void> {
  const pulses: Pulse[] = [
    ...(isHanded ? [{ kind: 'handed', reason: null } as const] : []),
    ...(unsent === null ? [] : [{ kind: 'unsent', reason: unsent } as const]),
  ]
  if (pulses.length === 0) return
  try {
    await storePulses(deps.db, pulses, deps.clock.now())
  } catch (error) {
    deps.log.error('pulse not stored', { error })
  }
}

/** What a consumer met. */
export interface Consumed {
  /** Whether the mail service takes no mail of anybody's: it took none, and every connection to it said so. */
  readonly isOutage: boolean
}

/**
 * Takes steps, and whatever they leave, a few at a time. Steps that cannot even be claimed wait for the sweep, and so do mails
 * once the mail service is away: nothing of them is used up by that.
 */
export async function consume(deps: Deps, steps: readonly string[]): Promise<Consumed> {
  // Measuring first: meanwhile the mailers connect.
  const owed = [...steps.filter((step) => !isMail(step)), ...steps.filter(isMail)]
  const portion = Math.min(MOST_AT_ONCE, Math.ceil(steps.length / LANES))
  let isHanded = false
  let isAway = false
  let unsent: string | null = null
  const lane = async (): Promise<void> => {
    if (owed.length === 0) return
    const session = deps.mailer.session?.()
    const mine = session ? { ...deps, mailer: session } : deps
    let isOutage = false
    while (owed.length > 0) {
      // A mail service may take no more connections than those of other lanes: they go on with the mails.
      const some = takeFrom(owed, portion, (step) => !(isOutage && isMail(step)))
      if (some.length === 0) break
      try {
        const taken = await takeSteps(mine, some)
        owed.push(...taken.owed, ...taken.untried)
        isHanded ||= taken.isHanded
        unsent = taken.unsent ?? unsent
        isOutage ||= taken.isOutage
      } catch (error) {
        deps.log.error('steps not taken', { steps: some, error })
      }
    }
    isAway ||= isOutage
    await session?.close()
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await writePulses(deps, isHanded, unsent)
  return { isOutage: isAway && !isHanded }
}
