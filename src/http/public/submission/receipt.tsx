// The page of a receipt, and what it is made of; also where an address typed on it could not be taken.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { respondentOf } from '../../../core/form/respondent.ts'
import { newId } from '../../../core/kernel/id.ts'
import { makeLink } from '../../../core/kernel/link.ts'
import { maskEmail } from '../../../core/kernel/mask.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { takesAnswers } from '../../../core/round/times.ts'
import { formOf } from '../../../db/report/read.ts'
import {
  assessmentOf,
  deliveriesOf,
  mailHasFailed,
  type SentSubmission,
} from '../../../db/submission/read.ts'
import type { Deps } from '../../../deps.ts'
import { respondPage } from '../../kernel/respond.tsx'
import { answersForPage } from '../../kernel/sealed.ts'
import { type MailState, type Mending, ReceiptPage, type ReceiptProps } from '../../views/receipt.tsx'

type Delivery = Awaited<ReturnType<typeof deliveriesOf>>[number]

// A mail that waits this long waits for another day, not for its turn.
const SOON = 60 * 60 * 1000

/** The newest delivery of a kind, as its moments tell it. */
function mailState(deliveries: readonly Delivery[], kind: string, now: number): MailState | null {
  const delivery = deliveries.findLast((one) => one.kind === kind)
  if (!delivery) return null
  const { recipient, handedAt, dueAt } = delivery
  const address = maskEmail(recipient)
  if (mailHasFailed(delivery)) return { state: 'failed', address }
  if (handedAt !== null) return { state: 'handed', address }
  return dueAt !== null && dueAt > now + SOON
    ? { state: 'delayed', address, until: dueAt }
    : { state: 'waiting', address }
}

async function reportOf(
  { db, secrets, clock, publicUrl }: Deps,
  { revision }: SentSubmission,
  /** Those to the address that mail goes to now. */
  deliveries: readonly Delivery[],
): Promise<ReceiptProps['report']> {
  const assessment = await assessmentOf(db, revision.key)
  const link = assessment && (await makeLink(secrets, 'report', assessment.id, assessment.linkGeneration))
  // Until the report is made anew, what became of the mail of the earlier one says nothing.
  return { link, mail: link === null ? null : mailState(deliveries, 'report', clock.now()), publicUrl }
}

/** Answers with the page of a receipt; `mending` is an address typed on it that was not taken. */
export async function respondReceipt(
  c: Context,
  deps: Deps,
  sent: SentSubmission,
  link: string,
  locale: Locale,
  mending: (Omit<Mending, 'key'> & { readonly status: 422 | 429 }) | null = null,
): Promise<Response> {
  const form = await formOf(deps.forms, sent)
  if (!form) throw new HTTPException(404)
  const { answers, isWhole } = await answersForPage(deps, sent.revision)
  const { email } = respondentOf(form, answers)
  // What became of mails to an address given before is no news to whoever took it away.
  const deliveries = email === null ? [] : await deliveriesOf(deps.db, sent.submission.id)
  const now = deps.clock.now()
  const { withdrawnAt, setAsideAt, erasedAt } = sent.submission
  const stands = withdrawnAt === null && setAsideAt === null && erasedAt === null
  const receipt: ReceiptProps = {
    sent,
    form,
    answers,
    isWhole,
    locale,
    link,
    isMoved: c.req.query('moved') !== undefined,
    receiptMail: mailState(deliveries, 'receipt', now),
    report: form.instrument ? await reportOf(deps, sent, deliveries) : null,
    canCorrect: stands && takesAnswers(sent.round, now, now),
    mending: stands
      ? { typed: '', message: null, meant: null, ...mending, key: newId(deps.clock, deps.random) }
      : null,
  }
  return respondPage(c, <ReceiptPage {...receipt} />, {
    look: 'answers',
    theme: form.theme,
    isPrivate: true,
    status: mending === null ? 200 : mending.status,
  })
}
