// Three mails a day to an address the network does not know, so that a form is no way to flood anybody.
import { toBase64url } from '../../core/kernel/base64url.ts'
import { nextDay } from '../../core/kernel/moment.ts'
import type { Handover } from '../../core/kernel/ports.ts'
import { mac } from '../../core/kernel/secrets.ts'
import { PUT_OFF } from '../../core/message/message.ts'
import { type Allowance, giveBackMail, takeFromAllowance } from '../../db/message/allowance.write.ts'
import type { Outgoing } from '../../db/message/delivery.read.ts'
import type { Deps } from '../../deps.ts'

const MOST_A_DAY = 3

/** Sends one mail if it is within the allowance of its address. */
export type WithinAllowance = (outgoing: Outgoing, send: () => Promise<Handover>) => Promise<Handover>

/**
 * Takes the allowance of some mails at once. What is over it waits for the next day; what was not sent is not counted,
 * except where this isolate ends before it tries.
 */
export async function takeAllowances(deps: Deps, outgoing: readonly Outgoing[]): Promise<WithinAllowance> {
  const { db, clock, secrets } = deps
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const allowanceOf = async ({ delivery: { networkId, recipient } }: Outgoing): Promise<Allowance> => ({
    networkId,
    recipientKey: toBase64url(await mac(secrets.current, ['recipient', recipient.toLowerCase()])),
    day,
  })
  const wanted = await Promise.all(outgoing.filter(({ isKnown }) => !isKnown).map(allowanceOf))
  const left = new Map(wanted.length > 0 ? await takeFromAllowance(db, wanted, MOST_A_DAY) : [])

  return async (one, send) => {
    if (one.isKnown) return send()
    const allowance = await allowanceOf(one)
    const mails = left.get(allowance.recipientKey) ?? 0
    if (mails === 0) {
      return { outcome: 'later', reason: PUT_OFF, retryAt: nextDay(clock.now()) }
    }
    left.set(allowance.recipientKey, mails - 1)
    try {
      const handover = await send()
      if (handover.outcome !== 'handed') await giveBackMail(db, allowance)
      return handover
    } catch (error) {
      await giveBackMail(db, allowance)
      throw error
    }
  }
}
