// From a delivery to the message it owes.
import { respondentOf, respondentZone } from '../core/form/respondent.ts'
import { makeLink } from '../core/link.ts'
import { linkPath, signInLinkPath, signInPath } from '../core/paths.ts'
import type { Message } from '../core/ports.ts'
import { buildReport } from '../core/report/report.ts'
import { isUsable } from '../core/session.ts'
import { isNotice, type OfSubmission, type Outgoing, type ToPerson } from '../db/read/delivery.ts'
import { factsOf, formOf } from '../db/read/report.ts'
import type { SentSubmission } from '../db/read/submission.ts'
import type { Deps } from '../deps.ts'
import { invitedMail } from '../mail/invited.ts'
import type { Mail } from '../mail/mail.ts'
import { receiptMail } from '../mail/receipt.ts'
import { reportMail } from '../mail/report.ts'
import { signInMail } from '../mail/sign-in.ts'
import { decisionMail, isDecision } from './compose-decision.ts'
import { draftMail, isOfDraft } from './compose-draft.ts'
import { noticeMail } from './compose-notice.ts'

type Delivery = Outgoing['delivery']

async function receipt(deps: Deps, sent: SentSubmission, { locale }: Delivery): Promise<Mail | null> {
  const { submission, revision, round } = sent
  const form = await formOf(deps.forms, sent)
  if (!form) return null
  const link = await makeLink(deps.secrets, 'receipt', submission.id, submission.linkGeneration)
  return receiptMail(
    {
      form,
      network: round.network.name,
      round: round.title,
      practice: round.practice,
      organisation: respondentOf(form, sent.revision.answers).organisation,
      reference: submission.reference,
      sentAt: submission.createdAt,
      correctedAt: revision.correctedAt,
      timeZone: respondentZone(form, sent.revision.answers, round.network.timeZone),
      link: deps.publicUrl + linkPath('receipt', link),
      held: submission.heldAt !== null,
      setAside: submission.setAsideAt !== null,
      hasInstrument: form.instrument !== undefined,
    },
    locale,
  )
}

const messageOf = (delivery: Delivery, network: ToPerson['network'], mail: Mail): Message => ({
  delivery: `${delivery.id}.${delivery.generation}`,
  to: delivery.recipient,
  fromName: network.name[delivery.locale],
  replyTo: network.replyTo,
  locale: delivery.locale,
  ...mail,
})

async function composeSent(
  deps: Deps,
  { delivery, assessment, sent }: OfSubmission,
): Promise<Message | null> {
  const { network } = sent.round
  if (delivery.kind === 'report') {
    const facts = assessment && (await factsOf(deps.forms, assessment, sent))
    if (!facts) return null
    const link = await makeLink(deps.secrets, 'report', assessment.id, assessment.linkGeneration)
    const mail = reportMail(buildReport(facts, delivery.locale), {
      link: deps.publicUrl + linkPath('report', link),
    })
    return messageOf(delivery, network, mail)
  }
  const mail = delivery.kind === 'receipt' ? await receipt(deps, sent, delivery) : null
  return mail && messageOf(delivery, network, mail)
}

/** A message, why it is pointless by now, or null where what it should tell of is not there. */
type Composed = Message | { readonly pointless: string } | null

async function composeForPerson(deps: Deps, outgoing: ToPerson): Promise<Composed> {
  const { delivery, network, signIn, invited } = outgoing
  const { locale } = delivery
  if (isOfDraft(delivery)) {
    const mail = await draftMail(deps, delivery)
    return mail && ('pointless' in mail ? mail : messageOf(delivery, network, mail))
  }
  if (isDecision(delivery)) {
    const mail = await decisionMail(deps, outgoing)
    return mail && messageOf(delivery, network, mail)
  }
  if (isNotice(delivery)) {
    const mail = await noticeMail(deps, outgoing)
    return mail && messageOf(delivery, network, mail)
  }
  if (signIn) {
    // The generation is always the first: such a link ends by being used, or by its time.
    const link = deps.publicUrl + signInLinkPath(await makeLink(deps.secrets, 'sign-in', signIn.id, 0))
    const mail = signInMail({ link, expiresAt: signIn.expiresAt, timeZone: network.timeZone }, locale)
    return messageOf(delivery, network, mail)
  }
  if (!invited) return null
  const link = deps.publicUrl + signInPath(locale)
  return messageOf(delivery, network, invitedMail({ link, network: network.name, by: invited.by }, locale))
}

/** Why a mail to staff need not be sent any more, or null: its link has ended, or they are out of the network again. */
export function pointless(outgoing: Outgoing, now: number): string | null {
  if ('sent' in outgoing || isDecision(outgoing.delivery) || isOfDraft(outgoing.delivery)) return null
  const { signIn, invited, told } = outgoing
  if (isNotice(outgoing.delivery)) return told ? null : 'no longer in the network'
  if (signIn) return isUsable(signIn, now) ? null : 'the link ended before it could be sent'
  return invited ? null : 'no longer in the network'
}

/** The message of a delivery. */
export const compose = (deps: Deps, outgoing: Outgoing): Promise<Composed> =>
  'sent' in outgoing ? composeSent(deps, outgoing) : composeForPerson(deps, outgoing)
