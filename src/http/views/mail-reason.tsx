// Why a mail did not go: in the reader's words where the reason is a common one, and as the service itself said it.

import type { Locale } from '../../core/kernel/text.ts'
import { mailReasonOf, ownReasonOf } from '../../core/message/mail-reason.ts'
import { wordsFor } from '../../core/words/index.ts'

/** Mail services answer in English, whatever the page speaks. */
export function MailReasonText({ reason, locale }: { readonly reason: string; readonly locale: Locale }) {
  const known = mailReasonOf(reason)
  const { reasons } = wordsFor(locale).coordinator.messages
  const own = ownReasonOf(reason)
  if (own !== null) return <>{reasons[own]}</>
  return (
    <>
      {known === null ? null : (
        <>
          {reasons[known]}
          <br />
        </>
      )}
      <q lang="en">{reason}</q>
    </>
  )
}
