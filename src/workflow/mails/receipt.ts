// The receipt: that answers were taken, and where they can be seen and corrected.
import { respondentOf, respondentZone } from '../../core/form/respondent.ts'
import { makeLink } from '../../core/kernel/link.ts'
import { linkPath } from '../../core/kernel/paths.ts'
import { formOf } from '../../db/report/read.ts'
import { receiptMail } from '../../mail/receipt.ts'
import { aboutAnswer } from './mail.ts'

/** The receipt of the answers that stand. */
export const receipt = aboutAnswer(async (deps, { delivery, sent }) => {
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
    delivery.locale,
  )
})
