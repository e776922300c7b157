// The step `deliver:<delivery>`: word one mail and hand it to the mail service.
import { deliveryById } from '../db/read/submission.ts'
import { markHanded, markRefused } from '../db/write/delivery.ts'
import { withinAllowance } from './allowance.ts'
import { compose } from './compose.ts'
import type { Handler } from './result.ts'

// When a day's mails are used up, reports go before receipts on the next one: the receipt's page says all a receipt does.
const AFTER_REPORTS = 15 * 60_000

const retryAt = ({ kind }: { readonly kind: string }, at: number | null): number | null =>
  at === null || kind === 'report' ? at : at + AFTER_REPORTS

export const deliver: Handler = async (deps, claim, deliveryId) => {
  const delivery = await deliveryById(deps.db, deliveryId)
  if (!delivery) return { result: 'never', reason: 'delivery not found' }
  const message = await compose(deps, delivery)
  if (!message) return { result: 'never', reason: 'nothing to tell for this delivery' }
  const handover = await withinAllowance(deps, claim.networkId, delivery.recipient, () =>
    deps.mailer.send(message),
  )
  if (handover.outcome === 'later')
    return { result: 'later', reason: handover.reason, retryAt: retryAt(delivery, handover.retryAt) }
  const now = deps.clock.now()
  if (handover.outcome === 'handed') await markHanded(deps.db, claim, delivery.id, handover.providerId, now)
  else await markRefused(deps.db, claim, delivery.id, handover.reason, now)
  return { result: 'done', owed: [] }
}
