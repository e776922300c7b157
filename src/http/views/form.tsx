// The form: blank, or with what was typed and the messages that say how to mend it. One renderer for both.
import type { Child } from 'hono/jsx'
import { showDate } from '../../core/form/date.ts'
import { type Fields, KEY_FIELD, noFields } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Issue } from '../../core/form/issue.ts'
import { messageFor } from '../../core/form/message.ts'
import { questionsIn } from '../../core/form/show.ts'
import { showMoment } from '../../core/moment.ts'
import { formPath, networkPath, printPath, sendPath } from '../../core/paths.ts'
import { closingOf } from '../../core/round.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { Round } from '../../db/read/round.ts'
import { otherLocale, Page } from './layout.tsx'
import { QuestionView } from './question.tsx'
import type { Share } from './share.tsx'

export interface FormPageProps {
  readonly round: Round
  readonly form: Form
  readonly locale: Locale
  /** The key that the answers will be kept under; null where they cannot be sent. */
  readonly submissionKey: string | null
  readonly fields?: Fields
  readonly issues?: readonly Issue[]
  /** How the blank form is shared. */
  readonly share?: Share
  /** What stands above the form, e.g. why it was not taken; its heading is the page's. */
  readonly notice?: { readonly title: string; readonly body: Child }
}

function Summary({ form, issues, locale }: { form: Form; issues: readonly Issue[]; locale: Locale }) {
  const words = wordsFor(locale).page
  return (
    // The focus comes here first, without any script (WCAG 2.2 SC 3.3.1).
    <div class="box bad" role="alert" tabindex={-1} autofocus>
      <h2>{words.summary(String(issues.length))}</h2>
      <p>{words.summaryHint}</p>
      <ul>
        {issues.map((issue) => (
          <li>
            <a href={`#${issue.question}`}>{messageFor(form, issue, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
)

/** Paragraphs that begin with what they are about (`Who sees them: …`), found faster in bold. */
export const Terms = ({ text }: { text: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => {
      const [, term, rest] = /^([^:.]{1,40}:)(.*)$/s.exec(paragraph) ?? []
      return (
        <p>
          {term ? <b>{term}</b> : null}
          {rest ?? paragraph}
        </p>
      )
    })}
  </>
)

/** What a person reads before the first question. */
function Opening({ round, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  const closing = closingOf(round)
  return (
    <>
      <Paragraphs text={form.intro[locale]} />
      {closing === null ? null : <p>{words.closes(showMoment(closing, round.network.timeZone, locale))}</p>}
      {round.referenceFrom && round.referenceTo ? (
        <p>{words.period(showDate(round.referenceFrom, locale), showDate(round.referenceTo, locale))}</p>
      ) : null}
      <p>
        <a class="go" href="#your-data">
          {words.privacyLink}
        </a>
      </p>
      <p>
        <a class="go" href={printPath(round.slug, locale)}>
          {wordsFor(locale).paper.link}
        </a>
      </p>
      <p>{words.required}</p>
    </>
  )
}

function Closing({ round, form, locale }: FormPageProps) {
  const words = wordsFor(locale).page
  return (
    <>
      {form.instrument ? (
        <>
          <h2>{words.aboutInstrument}</h2>
          <p>{form.instrument.attribution[locale]}</p>
        </>
      ) : null}
      <h2 id="your-data">{words.privacy}</h2>
      <Terms text={form.notice[locale]} />
      <p>{words.home.contact(round.network.replyTo)}</p>
    </>
  )
}

/** The whole page of a form. */
export function FormPage(props: FormPageProps) {
  const { round, form, locale, submissionKey, fields = noFields, issues = [], notice } = props
  const words = wordsFor(locale).page
  const messages = new Map(issues.map((issue) => [issue.question, messageFor(form, issue, locale)]))
  const title =
    issues.length > 0 ? words.errorTitle(round.title[locale]) : (notice?.title ?? round.title[locale])
  return (
    <Page
      locale={locale}
      title={title}
      // A link to the other language would lead away from what was typed.
      otherLanguage={fields === noFields ? formPath(round.slug, otherLocale(locale)) : null}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      share={props.share}
    >
      <h1>{notice?.title ?? round.title[locale]}</h1>
      {issues.length > 0 ? <Summary form={form} issues={issues} locale={locale} /> : null}
      {notice?.body}
      {notice || issues.length > 0 ? null : <Opening {...props} />}
      {/* The server's messages are in the reader's language and name every mistake at once; the browser's are not. */}
      <form method="post" action={sendPath(round.slug, locale)} novalidate>
        {submissionKey === null ? null : (
          <input type="hidden" name={KEY_FIELD} value={submissionKey} autocomplete="off" />
        )}
        {Object.entries(form.sections).map(([section, { title, intro }]) => (
          <>
            <h2>{title[locale]}</h2>
            {intro ? <Paragraphs text={intro[locale]} /> : null}
            {questionsIn(form, section).map(([id, question]) => (
              <QuestionView
                form={form}
                id={id}
                question={question}
                fields={fields}
                message={messages.get(id) ?? null}
                locale={locale}
              />
            ))}
          </>
        ))}
        <Closing {...props} />
        {submissionKey === null ? null : (
          <p>
            <button type="submit">{words.send}</button>
          </p>
        )}
      </form>
    </Page>
  )
}
