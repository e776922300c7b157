// The receipt: the reference, what happens next, and what became of the mails.

import type { Form } from '../../core/form/form.ts'
import { linkPath, networkPath } from '../../core/paths.ts'
import { spellReference } from '../../core/reference.ts'
import { showMoment } from '../../core/report/moments.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { SentSubmission } from '../../db/read/submission.ts'
import { otherLocale, Page } from './layout.tsx'

/** What became of a mail, to an address shown only in part. */
export interface MailState {
  readonly state: 'waiting' | 'handed' | 'failed'
  readonly address: string
}

export interface ReceiptProps {
  readonly sent: SentSubmission
  readonly form: Form
  readonly locale: Locale
  /** This page's own link. */
  readonly link: string
  readonly receiptMail: MailState | null
  /** The report: none for forms that measure nothing, waiting until it is assessed. */
  readonly report: { readonly link: string | null; readonly mail: MailState | null } | null
}

function Report({
  report,
  locale,
  link,
}: Pick<ReceiptProps, 'locale' | 'link'> & { report: NonNullable<ReceiptProps['report']> }) {
  const words = wordsFor(locale).page.receipt
  const { mail } = report
  return (
    <>
      <h2>{words.report.title}</h2>
      {report.link === null ? (
        <p>
          {words.report.waiting} <a href={linkPath('receipt', link, locale)}>{words.again}</a>
        </p>
      ) : (
        <p>
          <a class="go" href={linkPath('report', report.link, locale)}>
            {words.report.ready}
          </a>
        </p>
      )}
      {mail?.state === 'handed' || mail?.state === 'failed' ? (
        <p>{words.report[mail.state](mail.address)}</p>
      ) : null}
    </>
  )
}

/** The page behind a receipt's link. */
export function ReceiptPage({ sent, form, locale, link, receiptMail, report }: ReceiptProps) {
  const words = wordsFor(locale).page.receipt
  const { submission, round } = sent
  return (
    <Page
      locale={locale}
      title={words.title}
      otherLanguage={linkPath('receipt', link, otherLocale(locale))}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
    >
      <h1>{words.title}</h1>
      <p>{round.title[locale]}</p>
      <div class="box">
        <h2>{words.reference}</h2>
        <p class="ref">
          <span aria-hidden="true">{submission.reference}</span>
          <span class="sr">{spellReference(submission.reference)}</span>
        </p>
        <p>{words.referenceHint}</p>
      </div>
      <p>{words.sent(showMoment(submission.createdAt, round.network.timeZone, locale))}</p>
      {submission.late ? <p>{words.late}</p> : null}
      <p>{receiptMail ? words.mail[receiptMail.state](receiptMail.address) : words.mail.none}</p>
      <h2>{words.next}</h2>
      <p>{submission.heldAt === null ? form.afterwards[locale] : words.held}</p>
      {report && submission.heldAt === null ? <Report report={report} locale={locale} link={link} /> : null}
      <p>{words.keep}</p>
    </Page>
  )
}
