// The receipt: the reference, what happens next, and what became of the mails.

import type { Form } from '../../core/form/form.ts'
import { districtName, respondentOf, respondentZone } from '../../core/form/respondent.ts'
import { showMoment } from '../../core/moment.ts'
import { linkPath, networkPath } from '../../core/paths.ts'
import { spellReference } from '../../core/reference.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { SentSubmission } from '../../db/read/submission.ts'
import { otherLocale, Page } from './layout.tsx'

/** What became of a mail, to an address shown only in part. */
export type MailState =
  | { readonly state: 'waiting' | 'handed' | 'failed'; readonly address: string }
  /** Not before `until` (ms UTC), because a day's mails are used up. */
  | { readonly state: 'delayed'; readonly address: string; readonly until: number }

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

type Moment = (at: number) => string

interface MailWords {
  readonly waiting: (address: string) => string
  readonly handed: (address: string) => string
  readonly failed: (address: string) => string
  readonly delayed: (address: string, moment: string) => string
}

const mailInWords = (words: MailWords, mail: MailState, moment: Moment): string =>
  mail.state === 'delayed' ? words.delayed(mail.address, moment(mail.until)) : words[mail.state](mail.address)

interface ReportLinkProps {
  readonly report: NonNullable<ReceiptProps['report']>
  readonly locale: Locale
  readonly link: string
  /** Whether no further try will make the report, so that a person must look at it. */
  readonly isStuck: boolean
  readonly moment: Moment
}

function ReportLink({ report, locale, link, isStuck, moment }: ReportLinkProps) {
  const words = wordsFor(locale).page.receipt
  const { mail } = report
  return (
    <>
      <h2>{words.report.title}</h2>
      {report.link === null ? (
        <p>
          {isStuck ? words.report.stuck : words.report.computing}{' '}
          <a href={linkPath('receipt', link, locale)}>{words.again}</a>
        </p>
      ) : (
        <p>
          <a class="go" href={linkPath('report', report.link, locale)}>
            {words.report.ready}
          </a>
        </p>
      )}
      {mail ? <p>{mailInWords(words.report, mail, moment)}</p> : null}
    </>
  )
}

/** The page behind a receipt's link. */
export function ReceiptPage({ sent, form, locale, link, receiptMail, report }: ReceiptProps) {
  const { receipt: words, home } = wordsFor(locale).page
  const { submission, revision, round } = sent
  const { organisation } = respondentOf(form, revision.answers)
  const district = districtName(form, revision.answers)
  const title = submission.heldAt === null ? words.title : words.heldTitle
  const timeZone = respondentZone(form, revision.answers, round.network.timeZone)
  const moment = (at: number) => showMoment(at, timeZone, locale)
  return (
    <Page
      locale={locale}
      title={title}
      otherLanguage={linkPath('receipt', link, otherLocale(locale))}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
    >
      <h1>{title}</h1>
      <p>{round.title[locale]}</p>
      <p>
        <b>{organisation}</b>, {district}
      </p>
      {submission.heldAt === null ? null : <p class="box bad">{words.held}</p>}
      <div class="box">
        <h2>{words.reference}</h2>
        <p class="ref">
          <span aria-hidden="true">{submission.reference}</span>
          <span class="sr">{spellReference(submission.reference)}</span>
        </p>
        <p>{words.referenceHint}</p>
      </div>
      <p>{words.sent(moment(submission.createdAt))}</p>
      {submission.late ? <p>{words.late}</p> : null}
      <p>{receiptMail ? mailInWords(words.mail, receiptMail, moment) : words.mail.none}</p>
      {submission.heldAt === null ? (
        <>
          <h2>{words.next}</h2>
          <p>{form.afterwards[locale]}</p>
        </>
      ) : null}
      {report && submission.heldAt === null ? (
        <ReportLink
          report={report}
          locale={locale}
          link={link}
          isStuck={submission.failedAt !== null}
          moment={moment}
        />
      ) : null}
      <p>{words.keep}</p>
      <p>{home.contact(round.network.replyTo)}</p>
    </Page>
  )
}
