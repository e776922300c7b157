// What stands in a frame after sending: the code, what happens next, and the way to the receipt on a page of its own.
import type { Form } from '../../core/form/form.ts'
import { formPath, framedPath, networkPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { SentSubmission } from '../../db/submission/read.ts'
import { Anchor } from './anchor.tsx'
import { Page } from './layout.tsx'
import { Reference } from './receipt.tsx'

export interface FramedSentProps {
  readonly sent: SentSubmission
  readonly form: Form
  readonly locale: Locale
  /** The whole address of the receipt. */
  readonly receipt: string
}

/** The page that answers a sending from a frame. It shows no answer, and its address is that of the form. */
export function FramedSentPage({ sent, form, locale, receipt }: FramedSentProps) {
  const { page, embed, limits } = wordsFor(locale)
  const { submission, round } = sent
  const isHeld = submission.heldAt !== null
  const title = isHeld ? page.receipt.heldTitle : page.receipt.title
  return (
    <Page
      locale={locale}
      title={title}
      inLanguage={null}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      theme={form.theme}
      isPractice={round.practice}
      framed={{ full: formPath(round.slug, locale), says: 'submitted', answers: true }}
    >
      <h1 tabindex={-1} autofocus>
        {title}
      </h1>
      <p>{round.title[locale]}</p>
      {isHeld ? (
        <p class="box bad">{submission.heldFor === null ? page.receipt.held : limits.receipt.held}</p>
      ) : null}
      <Reference reference={submission.reference} locale={locale} />
      {submission.late ? <p>{page.receipt.late}</p> : null}
      {isHeld ? null : (
        <>
          <h2>{page.receipt.next}</h2>
          <p>{form.afterwards[locale]}</p>
        </>
      )}
      <p>
        <Anchor class="go" href={receipt}>
          {embed.sent.receipt}
        </Anchor>
      </p>
      <p>{embed.sent.receiptHint}</p>
      <p class="pass">{receipt}</p>
      <p>
        <Anchor class="go" href={framedPath(round.slug, locale)}>
          {embed.sent.another}
        </Anchor>
      </p>
    </Page>
  )
}
