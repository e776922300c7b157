// Half-filled answers: the page behind their link, which shows none of them.
import { lastMomentOf } from '../../core/draft/draft.ts'
import { dayOf, showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { draftPath, formPath, linkPath, networkPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { closingOf } from '../../core/round/times.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Draft } from '../../db/draft/read.ts'
import type { Round } from '../../db/round/read.ts'
import { MessagePage } from './simple.tsx'

/** The field that carries an address to mail the link to. */
export const MAIL_FIELD = 'email'

export interface DraftProps {
  readonly draft: Draft
  /** This page's own link, and where it is as a whole address. */
  readonly link: string
  readonly address: string
  readonly locale: Locale
  /** As it was typed; empty where it was not yet. */
  readonly organisation: string
  /** The IANA zone of the respondent. */
  readonly timeZone: string
}

const homeOf = ({ network }: Round, locale: Locale) => ({
  name: network.name[locale],
  path: networkPath(network.slug, locale),
})

/** Why a link was not mailed, with what was typed. */
export interface Unmailed {
  readonly typed: string
  readonly message: string
}

function MailForm({ props, unmailed }: { props: DraftProps; unmailed: Unmailed | null }) {
  const { link, locale } = props
  const { mail } = wordsFor(locale).drafts
  return (
    <form method="post" action={draftPath(link, 'mail', locale)} novalidate>
      <div class={unmailed ? 'q bad' : 'q'}>
        <label class="l" for={MAIL_FIELD}>
          {mail.label}
        </label>
        <p class="h" id="mail-h">
          {mail.hint}
        </p>
        {unmailed ? (
          <p class="e" id="mail-e" role="alert">
            {unmailed.message}
          </p>
        ) : null}
        <input
          type="email"
          name={MAIL_FIELD}
          id={MAIL_FIELD}
          value={unmailed?.typed}
          autocomplete="email"
          aria-describedby={unmailed ? 'mail-h mail-e' : 'mail-h'}
          aria-invalid={unmailed ? 'true' : undefined}
          autofocus={unmailed !== null}
        />
      </div>
      <p class="act">
        <button type="submit" class="quiet">
          {mail.button}
        </button>
      </p>
    </form>
  )
}

/** The page behind a draft's link: going on, keeping the link, taking the draft away. */
export function DraftPage({
  unmailed = null,
  said,
  ...props
}: DraftProps & { readonly unmailed?: Unmailed | null; readonly said: 'saved' | 'mailed' | null }) {
  const { draft, link, address, locale, organisation, timeZone } = props
  const { round } = draft
  const words = wordsFor(locale).drafts
  const closing = closingOf(round)
  const moment = (at: number) => showMoment(at, timeZone, locale)
  const day = (at: number) => showDate(dayOf(at, timeZone), locale)
  // What was saved after the close was saved in the days of grace.
  const last = day(lastMomentOf(round, draft.expiresAt, draft.savedAt))
  const text = `${words.whatsappText(round.title[locale], last)}\n${address}`
  return (
    <MessagePage
      locale={locale}
      title={words.title}
      inLanguage={(other) => linkPath('resume', link, other)}
      home={homeOf(round, locale)}
    >
      {said === 'mailed' ? (
        <p class="box" role="status">
          {words.mail.sent}
        </p>
      ) : null}
      <p>{round.title[locale]}</p>
      <p>
        <b>{organisation || words.unnamed}</b>
      </p>
      <p>
        {said === 'saved' ? words.justSaved(moment(draft.savedAt)) : words.savedAt(moment(draft.savedAt))}
      </p>
      {closing === null ? null : <p>{words.closes(moment(closing))}</p>}
      <p>
        <a class="go next" href={draftPath(link, 'form', locale)}>
          {words.go}
        </a>
      </p>
      <h2>{words.link.title}</h2>
      <div class="q">
        <label class="l" for="link">
          {words.link.label}
        </label>
        <p class="h" id="link-h">
          {words.link.hint}
        </p>
        <input id="link" value={address} readonly aria-describedby="link-h" />
      </div>
      <p>{words.link.until(day(draft.expiresAt))}</p>
      <p>{words.link.holder}</p>
      <p>
        <a class="go" href={`https://wa.me/?text=${encodeURIComponent(text)}`} rel="noreferrer">
          {words.whatsapp}
        </a>
      </p>
      <MailForm props={props} unmailed={unmailed} />
      <p>
        <a class="go" href={draftPath(link, 'delete', locale)}>
          {words.delete.open}
        </a>
        <a class="go" href={formPath(round.slug, locale)}>
          {words.delete.anew}
        </a>
      </p>
    </MessagePage>
  )
}

/** Asks before a draft is taken away. */
export function DeletePage({ draft, link, locale, organisation }: DraftProps) {
  const { round } = draft
  const words = wordsFor(locale).drafts
  return (
    <MessagePage
      locale={locale}
      title={words.delete.title}
      inLanguage={(other) => draftPath(link, 'delete', other)}
      home={homeOf(round, locale)}
    >
      <p>
        <b>{organisation || words.unnamed}</b>
      </p>
      <p>{words.delete.text}</p>
      <form method="post" action={draftPath(link, 'delete', locale)}>
        <p class="act">
          <button type="submit">{words.delete.button}</button>
        </p>
      </form>
      <p>
        <a class="go" href={linkPath('resume', link, locale)}>
          {words.delete.keep}
        </a>
      </p>
    </MessagePage>
  )
}

/** What a link says whose draft is not there any more: `round` where it is still known. */
export function EndedPage({
  round,
  words: { title, text },
  locale,
}: {
  readonly round: Round | null
  readonly words: { readonly title: string; readonly text: string }
  readonly locale: Locale
}) {
  return (
    <MessagePage locale={locale} title={title} {...(round ? { home: homeOf(round, locale) } : {})}>
      <p>{text}</p>
      {round ? (
        <p>
          <a class="go" href={formPath(round.slug, locale)}>
            {wordsFor(locale).drafts.delete.anew}
          </a>
        </p>
      ) : null}
    </MessagePage>
  )
}

/** What a link says whose draft was sent; the receipt's link is null where that was withdrawn. */
export function SentPage({
  round,
  reference,
  receipt,
  locale,
}: {
  readonly round: Round
  readonly reference: string
  readonly receipt: string | null
  readonly locale: Locale
}) {
  const words = wordsFor(locale).drafts.sent
  return (
    <MessagePage locale={locale} title={words.title} home={homeOf(round, locale)}>
      <p>{words.text(reference)}</p>
      {receipt === null ? null : (
        <p>
          <a class="go" href={linkPath('receipt', receipt, locale)}>
            {words.receipt}
          </a>
        </p>
      )}
    </MessagePage>
  )
}
