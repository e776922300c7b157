// The step `deliver:<delivery>`: word one mail and hand it to the mail service.
import { utcDay } from '../../core/kernel/date.ts'
import type { Handover } from '../../core/kernel/ports.ts'
import { PUT_OFF_LASTS } from '../../core/message/allowance.ts'
import { RULES } from '../../core/message/message.ts'
import { countMail } from '../../db/message/allowance.write.ts'
import { deliveriesToSend, type Outgoing } from '../../db/message/delivery.read.ts'
import { markHanded, markRefused } from '../../db/message/delivery.write.ts'
import type { Claim } from '../../db/step/write.ts'
import type { Deps } from '../../deps.ts'
import { withinAllowance } from '../mails/allowance.ts'
import { mailToSend } from '../mails/mail.ts'
import { composerOf } from '../mails/registry.ts'
import { type MailWaits, ofLaterRelease, type StepHandler, type StepResult } from './result.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

// A link to sign in lives for a quarter of an hour: it is tried all the time, or never sent.
const SIGN_IN_WAITS = 30 * SECOND

// When a day's mails are used up, reports go before receipts on the next one: the receipt's page says all a receipt does.
const AFTER_REPORTS = 15 * MINUTE

// How long a mail rests while the mail service is away: a quarter of the time it has waited already. That service failed, not the
// mail, so it is no failed try; and once the service is back, nothing waits for longer than a coffee.
const SHORTEST_REST = 30 * SECOND
const LONGEST_REST = 15 * MINUTE

type Later = Extract<Handover, { outcome: 'later' }>

/** When a mail is due again that could not be sent now (ms UTC); null: as every step that failed. */
function dueAgain({ retryAt, isOutage }: Later, { delivery }: Outgoing, age: number, now: number) {
  if (delivery.kind === 'sign-in') return now + SIGN_IN_WAITS
  if (retryAt !== null) {
    // Of what waits for tomorrow the newest is due first: a day of age is a minute and a half.
    const inTurn = Math.ceil((retryAt - now + age) / 1000)
    return retryAt + (delivery.kind === 'report' ? 0 : AFTER_REPORTS) + inTurn
  }
  if (isOutage) return now + Math.min(Math.max(age / 4, SHORTEST_REST), LONGEST_REST)
  return null
}

const whyItWaits = ({ reason, isOutage }: Later): MailWaits => {
  if (RULES.some((rule) => rule === reason)) return 'rule'
  return isOutage ? 'outage' : 'box'
}

async function handOver(deps: Deps, claim: Claim, outgoing: Outgoing | undefined): Promise<StepResult> {
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
  const handover = await withinAllowance(deps, claim, outgoing, () =>
    deps.mailer.send(mailToSend(outgoing, mail)),
  )
  const now = deps.clock.now()
  switch (handover.outcome) {
    case 'refused':
      return giveUp(handover.reason)
    case 'handed': {
      const counted = deps.mailDaily === null ? null : countMail(utcDay(now), delivery.kind === 'sign-in')
      await markHanded(deps.db, claim, delivery.id, { providerId: handover.providerId, counted, now })
      return { result: 'done', owed: [], isHanded: true }
    }
    case 'later': {
      const age = now - claim.createdAt
      // A grey list that never ends is a refusal.
      if (handover.retryAt !== null && whyItWaits(handover) === 'box' && age >= PUT_OFF_LASTS)
        return giveUp(handover.reason)
      const retryAt = dueAgain(handover, outgoing, age, now)
      return { result: 'later', reason: handover.reason, retryAt, mail: whyItWaits(handover) }
    }
  }
}

export const deliver: StepHandler = async (deps, ids) => {
  const outgoing = await deliveriesToSend(deps.db, ids)
  return (claim, id) => handOver(deps, claim, outgoing.get(id))
}
