// From a delivery to the message it owes.
import { respondentOf, respondentZone } from '../core/form/respondent.ts'
import { makeLink } from '../core/link.ts'
import { linkPath } from '../core/paths.ts'
import type { Message } from '../core/ports.ts'
import { buildReport } from '../core/report/report.ts'
import type { Outgoing } from '../db/read/delivery.ts'
import { factsOf, formOf } from '../db/read/report.ts'
import type { SentSubmission } from '../db/read/submission.ts'
import type { Deps } from '../deps.ts'
import type { Mail } from '../mail/mail.ts'
import { receiptMail } from '../mail/receipt.ts'
import { reportMail } from '../mail/report.ts'

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
      organisation: respondentOf(form, sent.revision.answers).organisation,
      reference: submission.reference,
      sentAt: submission.createdAt,
      correctedAt: revision.number > 1 ? revision.createdAt : null,
      timeZone: respondentZone(form, sent.revision.answers, round.network.timeZone),
      link: deps.publicUrl + linkPath('receipt', link),
      held: submission.heldAt !== null,
      hasInstrument: form.instrument !== undefined,
    },
    locale,
  )
}

const messageOf = (delivery: Delivery, { round }: SentSubmission, mail: Mail): Message => ({
  delivery: `${delivery.id}.${delivery.generation}`,
  to: delivery.recipient,
  fromName: round.network.name[delivery.locale],
  replyTo: round.network.replyTo,
  locale: delivery.locale,
  ...mail,
})

/** The message of a delivery; null where what it should tell of is not there. */
export async function compose(deps: Deps, { delivery, assessment, sent }: Outgoing): Promise<Message | null> {
  if (delivery.kind === 'report') {
    const facts = assessment && (await factsOf(deps.forms, assessment, sent))
    if (!facts) return null
    const link = await makeLink(deps.secrets, 'report', assessment.id, assessment.linkGeneration)
    const mail = reportMail(buildReport(facts, delivery.locale), {
      link: deps.publicUrl + linkPath('report', link),
    })
    return messageOf(delivery, sent, mail)
  }
  const mail = delivery.kind === 'receipt' ? await receipt(deps, sent, delivery) : null
  return mail && messageOf(delivery, sent, mail)
}
