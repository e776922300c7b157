// Trying again what may succeed a moment later: a few times, each time after a longer while, and not all at one moment.
import { isPassing } from './fault.ts'
import type { Patience } from './ports.ts'

/** Does something, again where it failed of what passes, and gives or throws what came of the last try. */
export type Again = <T>(act: () => Promise<T>) => Promise<T>

const SHORTEST = 50
// How long it waits at most before the second and the third try, in milliseconds.
const LONGEST = [400, 2000] as const

// Full jitter: those who failed together do not come back together.
function waitBefore(attempt: number, { random }: Patience): number | null {
  const longest = LONGEST[attempt - 1]
  if (longest === undefined) return null
  const [high = 0, low = 0] = random.bytes(2)
  return SHORTEST + Math.round(((high * 256 + low) / 65_535) * (longest - SHORTEST))
}

/**
 * Tries three times in all what fails of an error that passes, with waits of 50 ms to 2 s between. Only for what can be
 * done twice: the answer of a try that succeeded can be lost.
 */
export async function tryAgain<T>(act: () => Promise<T>, patience: Patience): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      const wait = isPassing(error) ? waitBefore(attempt, patience) : null
      if (wait === null) throw error
      patience.log.warn('database asked again', { attempt, error })
      await patience.pause(wait)
    }
  }
}
