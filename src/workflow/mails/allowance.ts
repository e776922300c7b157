// How much mail may go out on a day: to one mailbox, so that a form is no way to flood anybody, and to the mail service.
import { toBase64url } from '../../core/kernel/base64url.ts'
import { utcDay } from '../../core/kernel/date.ts'
import { nextDay } from '../../core/kernel/moment.ts'
import type { Handover } from '../../core/kernel/ports.ts'
import { mac } from '../../core/kernel/secrets.ts'
import { ALLOWANCES, mailboxOf, PUT_OFF_LASTS } from '../../core/message/allowance.ts'
import { isDayFull } from '../../core/message/mail-day.ts'
import { DAY_FULL, PUT_OFF, RAN_OUT, TOO_MANY_WAIT } from '../../core/message/message.ts'
import {
  type CountedMail,
  giveBackMail,
  mailsOfDay,
  takeFromAllowance,
} from '../../db/message/allowance.write.ts'
import type { Outgoing } from '../../db/message/delivery.read.ts'
import type { Claim } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'

async function countedMail({ secrets, clock }: Deps, { delivery }: Outgoing): Promise<CountedMail> {
  const mailbox = await mac(secrets.current, ['recipient', mailboxOf(delivery.recipient)])
  return {
    networkId: delivery.networkId,
    mailboxKey: toBase64url(mailbox),
    day: utcDay(clock.now()),
    delivery: `${delivery.id}.${delivery.generation}`,
  }
}

async function toMailbox(
  deps: Deps,
  claim: Claim,
  outgoing: Outgoing,
  send: () => Promise<Handover>,
): Promise<Handover> {
  const allowance = ALLOWANCES[outgoing.recipientKind]
  if (!allowance) return send()
  const { db, clock } = deps
  const mail = await countedMail(deps, outgoing)
  const asked = await takeFromAllowance(db, mail, allowance)
  if (asked === 'over') return { outcome: 'refused', reason: TOO_MANY_WAIT }
  if (asked === 'waits') {
    const age = clock.now() - claim.createdAt
    return age >= PUT_OFF_LASTS
      ? { outcome: 'refused', reason: RAN_OUT }
      : { outcome: 'later', reason: PUT_OFF, retryAt: nextDay(clock.now()) }
  }
  const sent = await send().catch(async (error: unknown) => {
    await giveBackMail(db, mail)
    throw error
  })
  if (sent.outcome !== 'handed') await giveBackMail(db, mail)
  return sent
}

/**
 * Sends one mail if it is within what its mailbox gets and the mail service takes on a day. What is over it waits for the
 * next day; what was not sent is not counted.
 */
export async function withinAllowance(
  deps: Deps,
  claim: Claim,
  outgoing: Outgoing,
  send: () => Promise<Handover>,
): Promise<Handover> {
  const { db, clock, mailDaily } = deps
  const now = clock.now()
  if (mailDaily !== null) {
    const mails = await mailsOfDay(db, utcDay(now))
    if (isDayFull(mails, mailDaily, outgoing.delivery.kind))
      return { outcome: 'later', reason: DAY_FULL, retryAt: nextDay(now) }
  }
  return toMailbox(deps, claim, outgoing, send)
}
