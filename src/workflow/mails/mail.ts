// What a kind of mail is to the workflow: when it is pointless by now, and what it says.
import type { MailToSend } from '../../core/kernel/ports.ts'
import type { Outgoing, PersonDelivery, SubmissionDelivery } from '../../db/message/delivery.read.ts'
import type { Deps } from '../../deps.ts'
import type { Mail } from '../../mail/mail.ts'
import { SERVICE_NAME } from '../../mail/name.ts'

/** The words of a mail, why it is pointless by now, or null where what it should tell of is not there. */
export type ComposedMail = Mail | { readonly pointless: string } | null

/** Words one mail. */
export type ComposeMail = (deps: Deps, outgoing: Outgoing) => Promise<ComposedMail>

/** A kind of mail about an answer; about nothing else it has nothing to say. */
export const aboutAnswer =
  (compose: (deps: Deps, outgoing: SubmissionDelivery) => Promise<ComposedMail>): ComposeMail =>
  async (deps, outgoing) =>
    'sent' in outgoing ? compose(deps, outgoing) : null

/** A kind of mail to somebody about something else. */
export const toPerson =
  (compose: (deps: Deps, outgoing: PersonDelivery) => Promise<ComposedMail>): ComposeMail =>
  async (deps, outgoing) =>
    'sent' in outgoing ? null : compose(deps, outgoing)

/** The network that a mail is of. */
const networkOf = (outgoing: Outgoing): PersonDelivery['network'] =>
  'sent' in outgoing ? outgoing.sent.round.network : outgoing.network

/** A mail as the mail service takes it. */
export function mailToSend(outgoing: Outgoing, mail: Mail): MailToSend {
  const { delivery } = outgoing
  const network = networkOf(outgoing)
  return {
    delivery: `${delivery.id}.${delivery.generation}`,
    to: delivery.recipient,
    fromName: delivery.kind === 'sign-in' ? SERVICE_NAME : network.name[delivery.locale],
    // Always a network's: it alone has an address that somebody reads.
    replyTo: network.replyTo,
    locale: delivery.locale,
    ...mail,
  }
}
