// Telling the queue of steps that are owed.
import type { Deps } from '../../deps.ts'

/** The answers are safe before this is called: a hint that is lost is made up for by the sweep. */
export async function hint({ queue, log }: Deps, steps: readonly string[]): Promise<void> {
  try {
    await queue.hint(steps)
  } catch (error) {
    log.warn('hint lost', { steps, error })
  }
}
