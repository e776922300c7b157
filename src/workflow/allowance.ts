// Three mails a day to an address the network does not know, so that a form is no way to flood anybody.
import { toBase64url } from '../core/base64url.ts'
import { nextDay } from '../core/moment.ts'
import type { Handover } from '../core/ports.ts'
import { mac } from '../core/secrets.ts'
import { type Allowance, giveBackMail, isKnown, takeMail } from '../db/write/allowance.ts'
import type { Deps } from '../deps.ts'

const MOST_A_DAY = 3

/** Sends within the allowance of an address. What is over it waits for the next day; what was not sent is not counted. */
export async function withinAllowance(
  { db, clock, secrets }: Deps,
  networkId: string,
  recipient: string,
  send: () => Promise<Handover>,
): Promise<Handover> {
  if (await isKnown(db, networkId, recipient)) return send()
  const now = clock.now()
  const recipientKey = toBase64url(await mac(secrets.current, ['recipient', recipient.toLowerCase()]))
  const allowance: Allowance = { networkId, recipientKey, day: new Date(now).toISOString().slice(0, 10) }
  if (!(await takeMail(db, allowance, MOST_A_DAY))) {
    return { outcome: 'later', reason: 'three mails a day to an unknown address', retryAt: nextDay(now) }
  }
  try {
    const handover = await send()
    if (handover.outcome !== 'handed') await giveBackMail(db, allowance)
    return handover
  } catch (error) {
    await giveBackMail(db, allowance)
    throw error
  }
}
