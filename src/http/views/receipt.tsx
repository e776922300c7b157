// The receipt: the reference, what happens next, and what became of the mails.

import { KEY_FIELD } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Answer, Answers, Question } from '../../core/form/question.ts'
import { districtName, respondentOf, respondentZone } from '../../core/form/respondent.ts'
import { maskEmail, maskPhone } from '../../core/kernel/mask.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { addressPath, correctionPath, formPath, linkPath, networkPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { closingOf } from '../../core/round/times.ts'
import { spellReference } from '../../core/submission/reference.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { SentSubmission } from '../../db/submission/read.ts'
import { AnswersList } from './answers.tsx'
import { Page } from './layout.tsx'

/** What became of a mail, to an address shown only in part. */
export type MailState =
  | { readonly state: 'waiting' | 'handed' | 'failed'; readonly address: string }
  /** Not before `until` (ms UTC), because a day's mails are used up. */
  | { readonly state: 'delayed'; readonly address: string; readonly until: number }

/** The form on a receipt for another address. */
export interface Mending {
  readonly key: string
  /** What was typed and not taken, and why; empty and null at first. */
  readonly typed: string
  readonly message: string | null
  /** The address that was probably meant, where the typed one looks mistyped. */
  readonly meant: string | null
}

export interface ReceiptProps {
  readonly sent: SentSubmission
  readonly form: Form
  /** The answers of the current revision, and whether these are all: what is sealed may not open. */
  readonly answers: Answers
  readonly isWhole: boolean
  readonly locale: Locale
  /** This page's own link, and whether it has just become another one. */
  readonly link: string
  readonly isMoved: boolean
  readonly receiptMail: MailState | null
  /** The report: none for forms that measure nothing, without link until it is assessed. */
  readonly report: {
    readonly link: string | null
    readonly mail: MailState | null
    readonly publicUrl: string
  } | null
  readonly canCorrect: boolean
  /** Null where what was sent can no longer be changed. */
  readonly mending: Mending | null
}

type Submission = SentSubmission['submission']
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
  readonly props: ReceiptProps
  readonly organisation: string
  readonly moment: Moment
}

/** A report that is mailed nowhere is passed on by its link: WhatsApp's own address takes a text (wa.me). */
function Share({ report, props, organisation }: Omit<ReportLinkProps, 'moment'>) {
  const { form, locale } = props
  const words = wordsFor(locale)
  const title = words.report.title(form.instrument?.name[locale] ?? form.title[locale])
  const address = report.publicUrl + linkPath('report', report.link ?? '', locale)
  const text = `${words.page.receipt.sharedText(title, organisation)}\n${address}`
  return (
    <p>
      <a class="go" href={`https://wa.me/?text=${encodeURIComponent(text)}`} rel="noreferrer">
        {words.page.receipt.share}
      </a>
    </p>
  )
}

function ReportLink({ report, props, organisation, moment }: ReportLinkProps) {
  const { locale, link, sent } = props
  const words = wordsFor(locale).page.receipt
  const { mail } = report
  // No further try will make it, so that a person must look at it.
  const isStuck = sent.submission.failedAt !== null
  if (report.link === null)
    return (
      <p>
        {isStuck ? words.report.stuck : words.report.computing}{' '}
        <a href={linkPath('receipt', link, locale)}>{words.again}</a>
      </p>
    )
  return (
    <>
      <p>
        <a class="go" href={linkPath('report', report.link, locale)}>
          {words.report.ready}
        </a>
      </p>
      {mail ? (
        <p>{mailInWords(words.report, mail, moment)}</p>
      ) : (
        <>
          <p>{words.report.noMail}</p>
          <Share report={report} props={props} organisation={organisation} />
        </>
      )}
    </>
  )
}

/** The field that says of a typed address that it is right as it stands. */
export const SURE_FIELD = 'sure'

/** The field that asks for the address that was probably meant instead of the typed one. */
export const MEANT_FIELD = 'meant'

interface AddressProps {
  readonly props: ReceiptProps
  readonly mending: Mending
  /** The id of the form's own question. */
  readonly question: string
}

/** Another address for the mails: typed again after a slip, or given for the first time. */
function Address({ props, mending, question }: AddressProps) {
  const { form, answers, locale, link } = props
  const { key, typed, message, meant } = mending
  const { address: words } = wordsFor(locale).page.receipt
  const { mistyped } = wordsFor(locale).page
  const had = answers[question] !== undefined
  const isAsked = message !== null || meant !== null
  const described = ['address-h', ...(isAsked ? ['address-e'] : [])].join(' ')
  return (
    <details open={isAsked}>
      <summary>{had ? words.mend : words.add}</summary>
      <form method="post" action={addressPath(link, locale)} novalidate>
        <input type="hidden" name={KEY_FIELD} value={key} autocomplete="off" />
        {meant === null ? null : <input type="hidden" name={SURE_FIELD} value={typed} />}
        <div class={isAsked ? 'q bad' : 'q'}>
          <label class="l" for={question}>
            {had ? words.label : words.addLabel}
          </label>
          <p class="h" id="address-h">
            {words.hint} {had ? words.withdraws : null}
          </p>
          {isAsked ? (
            <p class="e" id="address-e" role="alert">
              {message ?? `${mistyped.question(typed, meant ?? '')} ${words.keep}`}
            </p>
          ) : null}
          <input
            type="email"
            name={question}
            id={question}
            value={typed}
            autocomplete={form.questions[question]?.autocomplete}
            aria-describedby={described}
            aria-invalid={message === null ? undefined : 'true'}
            autofocus={isAsked}
          />
        </div>
        <p class="act">
          {meant === null ? null : (
            <button type="submit" name={MEANT_FIELD} value={meant}>
              {mistyped.use(meant)}
            </button>
          )}
          <button type="submit" class={meant === null ? undefined : 'quiet'}>
            {words.button}
          </button>
        </p>
      </form>
    </details>
  )
}

/** What a copy shows of an answer that is nobody else's business, as whoever was sent the page's address can read it. */
const masked = ({ kind, data }: Question, answer: Answer, locale: Locale): string | null => {
  if (data === 'sensitive') return wordsFor(locale).page.receipt.unshown
  if (kind === 'email') return maskEmail(String(answer))
  return kind === 'phone' ? maskPhone(String(answer)) : null
}

/** What can still be done with what was sent. */
function Further({ props, moment }: { props: ReceiptProps; moment: Moment }) {
  const { sent, form, answers, locale, link, canCorrect, mending } = props
  const words = wordsFor(locale).page.receipt
  const closing = closingOf(sent.round)
  const question = form.respondent.email
  return (
    <>
      <details>
        <summary>{words.answers}</summary>
        <AnswersList
          form={form}
          answers={answers}
          locale={locale}
          rank="h2"
          show={(question, answer) => masked(question, answer, locale)}
        />
      </details>
      {mending && question ? <Address props={props} mending={mending} question={question} /> : null}
      {canCorrect ? (
        <>
          <p>
            <a class="go" href={correctionPath(link, locale)}>
              {words.correct}
            </a>
          </p>
          {closing === null ? null : <p>{words.correctUntil(moment(closing))}</p>}
          <p>
            <a class="go" href={formPath(sent.round.slug, locale)}>
              {words.another}
            </a>
          </p>
        </>
      ) : null}
    </>
  )
}

/** What the page is called: what became of the answers, the last thing first. */
function titleOf({ setAsideAt, heldAt }: Submission, correctedAt: number | null, locale: Locale): string {
  const words = wordsFor(locale).page.receipt
  if (setAsideAt !== null) return words.asideTitle
  if (heldAt !== null) return words.heldTitle
  return correctedAt === null ? words.title : words.correctedTitle
}

/** The code of what was sent, as it is read and as it is read aloud. */
export function Reference({ reference, locale }: { readonly reference: string; readonly locale: Locale }) {
  const words = wordsFor(locale).page.receipt
  return (
    <div class="box">
      <h2>{words.reference}</h2>
      <p class="ref">
        <span aria-hidden="true">{reference}</span>
        <span class="sr">{spellReference(reference)}</span>
      </p>
      <p>{words.referenceHint}</p>
    </div>
  )
}

/** The page behind a receipt's link. */
export function ReceiptPage(props: ReceiptProps) {
  const { sent, form, answers, isWhole, locale, link, isMoved, receiptMail, report } = props
  const { receipt: words, home } = wordsFor(locale).page
  const { receipt: limits } = wordsFor(locale).limits
  const { submission, round } = sent
  const { correctedAt } = sent.revision
  const { organisation } = respondentOf(form, answers)
  const isAside = submission.setAsideAt !== null
  const isHeld = submission.heldAt !== null
  const isSuspect = submission.heldFor !== null
  const counts = !isHeld && !isAside
  // Of what is suspect no mail is sent before a person has looked at it.
  const mailWords = isSuspect ? { ...words.mail, waiting: limits.mail } : words.mail
  const title = titleOf(submission, correctedAt, locale)
  const timeZone = respondentZone(form, answers, round.network.timeZone)
  const moment = (at: number) => showMoment(at, timeZone, locale)
  return (
    <Page
      locale={locale}
      title={title}
      inLanguage={(other) => linkPath('receipt', link, other)}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      look="answers"
      isPractice={round.practice}
      theme={form.theme}
    >
      <h1>{title}</h1>
      {isMoved ? <p class="box">{words.moved}</p> : null}
      <p>{round.title[locale]}</p>
      <p>
        <b>{organisation}</b>, {districtName(form, answers)}
      </p>
      {isWhole ? null : <p class="box bad">{wordsFor(locale).seals.answers}</p>}
      {isAside ? <p class="box bad">{isSuspect ? limits.aside : words.aside}</p> : null}
      {isHeld ? <p class="box bad">{isSuspect ? limits.held : words.held}</p> : null}
      <Reference reference={submission.reference} locale={locale} />
      <p>{words.sent(moment(submission.createdAt))}</p>
      {correctedAt === null ? null : <p>{words.corrected(moment(correctedAt))}</p>}
      {submission.late ? <p>{words.late}</p> : null}
      {isSuspect && isAside ? null : (
        <p>{receiptMail ? mailInWords(mailWords, receiptMail, moment) : words.mail.none}</p>
      )}
      {!counts || report?.link ? null : (
        <>
          <h2>{words.next}</h2>
          <p>{form.afterwards[locale]}</p>
        </>
      )}
      {report && counts ? (
        <>
          <h2>{words.report.title}</h2>
          <ReportLink report={report} props={props} organisation={organisation} moment={moment} />
        </>
      ) : null}
      <h2>{words.further}</h2>
      <Further props={props} moment={moment} />
      <p>{words.keep}</p>
      <p>{home.contact(round.network.replyTo)}</p>
    </Page>
  )
}
