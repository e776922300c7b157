// The system's clock and randomness.
import type { Clock, Random } from '../core/kernel/ports.ts'

export const systemClock: Clock = { now: () => Date.now() }

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  uuid: () => crypto.randomUUID(),
}
