// Every kind of mail, by what words it. A kind that is not here is of a later release, and waits for it.
import type { DeliveryKind } from '../../core/message/kind.ts'
import type { Outgoing } from '../../db/message/delivery.read.ts'
import { decision } from './decision.ts'
import { draft } from './draft.ts'
import type { ComposeMail } from './mail.ts'
import { notice } from './notice.ts'
import { receipt } from './receipt.ts'
import { report } from './report.ts'
import { invited, signIn } from './staff.ts'

const mails: Readonly<Record<DeliveryKind, ComposeMail>> = {
  receipt,
  report,
  confirmed: decision,
  declined: decision,
  resume: draft,
  closing: draft,
  'sign-in': signIn,
  invited,
  digest: notice,
  alert: notice,
}

/** What words a mail, or null for a kind that this release does not know. */
export const composerOf = ({ delivery: { kind } }: Outgoing): ComposeMail | null =>
  Object.hasOwn(mails, kind) ? mails[kind] : null
