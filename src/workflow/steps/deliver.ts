// The step `deliver:<delivery>`: word one mail and hand it to the mail service.
import { deliveriesToSend, type Outgoing } from '../../db/message/delivery.read.ts'
import { markHanded, markRefused } from '../../db/message/delivery.write.ts'
import type { Claim } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'
import { takeAllowances, type WithinAllowance } from '../mails/allowance.ts'
import { mailToSend } from '../mails/mail.ts'
import { composerOf } from '../mails/registry.ts'
import { ofLaterRelease, type StepHandler, type StepResult } from './result.ts'

// When a day's mails are used up, reports go before receipts on the next one: the receipt's page says all a receipt does.
const AFTER_REPORTS = 15 * 60_000

const retryAt = ({ kind }: { readonly kind: string }, at: number | null): number | null =>
  at === null || kind === 'report' ? at : at + AFTER_REPORTS

async function handOver(
  deps: Deps,
  claim: Claim,
  outgoing: Outgoing | undefined,
  withinAllowance: WithinAllowance,
): Promise<StepResult> {
  if (!outgoing) return { result: 'never', reason: 'delivery not found' }
  const { delivery } = outgoing
  const giveUp = async (reason: string): Promise<StepResult> => {
    await markRefused(deps.db, claim, delivery.id, reason, deps.clock.now())
    return { result: 'done', owed: [] }
  }
  const compose = composerOf(outgoing)
  if (!compose) return ofLaterRelease(deps)
  const mail = await compose(deps, outgoing)
  if (mail && 'pointless' in mail) return giveUp(mail.pointless)
  if (!mail) return { result: 'never', reason: 'nothing to tell for this delivery' }
  const handover = await withinAllowance(outgoing, () => deps.mailer.send(mailToSend(outgoing, mail)))
  if (handover.outcome === 'later')
    return { result: 'later', reason: handover.reason, retryAt: retryAt(delivery, handover.retryAt) }
  const now = deps.clock.now()
  if (handover.outcome === 'handed') await markHanded(deps.db, claim, delivery.id, handover.providerId, now)
  else await markRefused(deps.db, claim, delivery.id, handover.reason, now)
  return { result: 'done', owed: [] }
}

export const deliver: StepHandler = async (deps, ids) => {
  const outgoing = await deliveriesToSend(deps.db, ids)
  const withinAllowance = await takeAllowances(deps, [...outgoing.values()])
  return (claim, id) => handOver(deps, claim, outgoing.get(id), withinAllowance)
}
