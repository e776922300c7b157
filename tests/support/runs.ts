// How often a property is tried: few times whenever the tests run, many times before a release.
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** `many` where the environment says `SIMPUL_RUNS=many`. */
    readonly runs?: string
    /** Whether each batch of each world is written three times, where the environment says `SIMPUL_STUMBLES=yes`. */
    readonly stumbles?: boolean
  }
}

/** One number in every run of the tests, and another in a long one. */
export const runs = (few: number, many: number): number => (inject('runs') === 'many' ? many : few)
