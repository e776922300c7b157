// A D1 that stumbles: what may be asked again fails first, before it was done or after.
import { env } from 'cloudflare:workers'
import { tryAgain } from '../../../src/core/kernel/again.ts'
import { type Database, databaseAsking } from '../../../src/db/database.ts'
import { logTo } from '../../../src/platform/log.ts'

/** What happens to one call: nothing, it is not done, or it is done and nobody hears of it. */
export type Stumble = 'none' | 'before' | 'after'

const lost = () => new Error('D1_ERROR: Network connection lost.')

const patience = {
  pause: async () => {},
  random: { bytes: (length: number) => new Uint8Array(length), uuid: () => '' },
  log: logTo(() => {}),
}

/**
 * A database on which all that is asked again where it fails, reads and batches, stumbles as `next` says of its nth try; nobody
 * waits between. What is asked once only never stumbles.
 */
export function stumblingDatabase(next: (nth: number) => Stumble): Database {
  return databaseAsking(env.DB, (act) => {
    let nth = 0
    return tryAgain(async () => {
      nth++
      const stumble = next(nth)
      if (stumble === 'before') throw lost()
      const result = await act()
      if (stumble === 'after') throw lost()
      return result
    }, patience)
  })
}
