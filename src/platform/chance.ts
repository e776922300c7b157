// The system's clock, its time that passes, and its randomness.
import type { Clock, Random } from '../core/kernel/ports.ts'

export const systemClock: Clock = { now: () => Date.now() }

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  uuid: () => crypto.randomUUID(),
}

export const systemPause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
