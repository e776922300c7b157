// Every five minutes: whether the morning's digest is due somewhere, and whether administrators are to be told of trouble.

import { newId } from '../../core/kernel/id.ts'
import { alertOf, dayNumber, digestDay, OWED_TOO_LONG } from '../../core/network/digest.ts'
import {
  dutiesOf,
  isAnything,
  networksToWatch,
  type Staff,
  staffOf,
  type WatchedNetwork,
  waitingIn,
} from '../../db/network/duties.read.ts'
import { clearAlert, type Notice, storeAlert, storeDigest } from '../../db/network/notice.write.ts'
import type { Deps } from '../../deps.ts'

const MINUTE = 60_000

const noticeTo =
  ({ clock, random }: Deps) =>
  ({ membership }: Staff): Notice => ({ delivery: newId(clock, random), membership })

const stepsOf = (notices: readonly Notice[]): readonly string[] =>
  notices.map(({ delivery }) => `deliver:${delivery}`)

async function digest(deps: Deps, network: WatchedNetwork): Promise<readonly string[]> {
  const { db, clock } = deps
  const now = clock.now()
  const day = digestDay(now, network.timeZone)
  if (day === null || (network.digestedDay !== null && network.digestedDay >= day)) return []
  // A network that has never had one begins tomorrow: nothing of it was promised for today.
  const isFirst = network.digestedDay === null
  const waiting = isFirst ? [] : await waitingIn(db, network.id, now)
  const staff = waiting.length === 0 ? [] : await staffOf(db, network.id, 'coordinators')
  const notices = staff.filter((one) => isAnything(dutiesOf(waiting, one))).map(noticeTo(deps))
  await storeDigest(db, network, { day, generation: dayNumber(day), notices, now })
  return stepsOf(notices)
}

async function alert(
  deps: Deps,
  network: WatchedNetwork & { readonly isTrouble: boolean },
): Promise<readonly string[]> {
  const { db, clock } = deps
  const now = clock.now()
  const todo = alertOf(network.isTrouble, network.alertedAt, now)
  if (todo === 'clear') await clearAlert(db, network)
  if (todo !== 'tell') return []
  const notices = (await staffOf(db, network.id, 'administrators')).map(noticeTo(deps))
  await storeAlert(db, network, { generation: Math.floor(now / MINUTE), notices, now })
  return stepsOf(notices)
}

/** Owes the mails to those who look after networks, and gives the steps for them. */
export async function oweNotices(deps: Deps): Promise<readonly string[]> {
  const steps: string[] = []
  for (const network of await networksToWatch(deps.db, deps.clock.now() - OWED_TOO_LONG)) {
    for (const owe of [digest, alert]) {
      try {
        steps.push(...(await owe(deps, network)))
      } catch (error) {
        deps.log.error('notices not owed', { kind: owe.name, network: network.id, error })
      }
    }
  }
  return steps
}
