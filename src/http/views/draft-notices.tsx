// What stands above the form of a draft: that it was saved since by somebody else, or what is new in the form.
import type { Renewal } from '../../core/draft/draft.ts'
import type { Form } from '../../core/form/form.ts'
import { questionName } from '../../core/form/message.ts'
import { draftPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import { Anchor } from './anchor.tsx'
import { asks, FORM_ID } from './sending.tsx'

/** Stands above a form whose draft was saved since by somebody else; nothing is kept until one of the two is chosen. */
export function Newer({
  link,
  does,
  locale,
}: {
  readonly link: string
  /** What was asked for and not done. */
  readonly does: 'save' | 'send'
  readonly locale: Locale
}) {
  const words = wordsFor(locale).drafts.newer
  return (
    <div class="box bad newer" role="alert" tabindex={-1} autofocus>
      <p>{words.text}</p>
      <p>
        <Anchor class="go" href={draftPath(link, 'form', locale)}>
          {words.load}
        </Anchor>
      </p>
      <p class="act">
        <button
          type="submit"
          form={FORM_ID}
          class="quiet"
          {...asks(does === 'save' ? { does } : { does, isSure: false })}
        >
          {words.keep}
        </button>
      </p>
    </div>
  )
}

const Names = ({ form, ids, locale }: { form: Form; ids: readonly string[]; locale: Locale }) => (
  <ul>
    {ids.flatMap((id) => {
      const question = form.questions[id]
      return question ? [<li>{questionName(question, locale)}</li>] : []
    })}
  </ul>
)

interface RenewedProps {
  readonly begun: Form
  readonly now: Form
  readonly renewal: Renewal
  /** The link of the draft, which leads on to the new form; null where nothing was saved yet. */
  readonly link: string | null
  readonly locale: Locale
  /** Answers to questions that are not asked any more, as text, where the new form is shown. */
  readonly unasked: readonly (readonly [name: string, answer: string])[] | null
}

/** Stands above a form that was begun with another version: what is new, and what becomes of the answers. */
export function Renewed({ begun, now, renewal, link, locale, unasked }: RenewedProps) {
  const words = wordsFor(locale).drafts.renewed
  const { added, changed, removed } = renewal
  const isNew = unasked !== null
  return (
    <div class="box">
      <h2>{words.title}</h2>
      <p>{isNew ? words.using : words.kept}</p>
      {added.length > 0 ? (
        <>
          <p>{words.added}</p>
          <Names form={now} ids={added} locale={locale} />
        </>
      ) : null}
      {changed.length > 0 ? (
        <>
          <p>{words.changed}</p>
          <Names form={now} ids={changed} locale={locale} />
        </>
      ) : null}
      {removed.length > 0 && !isNew ? (
        <>
          <p>{words.removed}</p>
          <Names form={begun} ids={removed} locale={locale} />
        </>
      ) : null}
      {unasked && unasked.length > 0 ? (
        <>
          <p>{words.unasked}</p>
          <ul>
            {unasked.map(([name, answer]) => (
              <li>
                <b>{name}:</b> {answer}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isNew || link === null ? null : (
        <p>
          <Anchor class="go" href={`${draftPath(link, 'form', locale)}&form=new`}>
            {words.use}
          </Anchor>
        </p>
      )}
    </div>
  )
}
